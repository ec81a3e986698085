import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeAgent } from "./support/fake-agent.js";
import { names } from "./support/root.js";
import { call, outcome, recorded, Transcript, transcripts } from "./support/transcript.js";

/** Plays the agent's part as it was recorded, and does on the client's side what was done then. */
async function replay(connection) {
  const agent = new FakeAgent();
  const heard = [];
  const outcomes = new Map();
  if (connection.refusal) {
    // A session that does not begin.
    const opening = outcome(agent.session({}, { error: connection.refusal.error }));
    return { outcomes: new Map([[connection.refusal.id, await opening]]), heard };
  }
  const session = await agent.session();
  for (const method of new Set(connection.notifications.map((each) => each.method))) session.on(method, (params) => heard.push({ method, params }));
  const ids = new Map();
  for (const { from, message, times = 1 } of connection.turns) {
    if (from === "client" && message?.id !== undefined) {
      for (let number = 0; number < times; number += 1) {
        outcomes.set(message.id + number, outcome(call(session, message)));
        const received = await agent.next();
        assert.deepEqual({ method: received.method, params: received.params }, { method: message.method, params: message.params ?? {} });
        ids.set(message.id + number, received.id);
      }
    } else if (from === "agent") {
      agent.send(ids.has(message.id) ? { ...message, id: ids.get(message.id) } : message);
    }
  }
  for (const [id, each] of outcomes) outcomes.set(id, await each);
  return { outcomes, heard };
}

test("every transcript is replayed, with every request in it", () => {
  assert.deepEqual(transcripts.map(({ name }) => name), names("protocol/transcripts").filter((name) => name.endsWith(".jsonl")));
  assert.ok(transcripts.length >= 6);
  for (const transcript of transcripts) {
    const count = (lines) => lines.reduce((sum, { from, message, times = 1 }) => sum + (from === "client" && message?.id !== undefined ? times : 0), 0);
    const beginnings = transcript.lines.filter(({ message }) => message?.method === "initialize").length;
    const refused = transcript.connections.filter(({ refusal }) => refusal).length;
    assert.equal(transcript.connections.reduce((sum, { turns }) => sum + count(turns), 0), count(transcript.lines) - beginnings, transcript.name);
    assert.ok(refused <= beginnings);
  }
});

for (const transcript of transcripts) {
  test(`every answer and every notification of ${transcript.name} arrives as it was recorded`, async () => {
    let results = 0;
    for (const connection of transcript.connections) {
      const { outcomes, heard } = await replay(connection);
      for (const [id, result] of outcomes) assert.deepEqual(result, recorded(connection.answers.get(id)), `request ${id}`);
      assert.deepEqual(heard, connection.notifications);
      results += outcomes.size;
    }
    assert.ok(results > 20);
  });
}

test("no rule is known here: answers that break every rule arrive as they are", async () => {
  const transcript = new Transcript("story.jsonl");
  const nonsense = (value) => {
    if (Array.isArray(value)) return value.map(nonsense).reverse();
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, nonsense(each)]));
    return { number: (each) => -1 - each, boolean: (each) => !each, string: (each) => `${each}?` }[typeof value]?.(value) ?? value;
  };
  const [connection] = transcript.connections;
  for (const line of connection.turns) {
    if (line.from !== "agent") continue;
    if (line.message.result) line.message.result = nonsense(line.message.result);
    if (line.message.params) line.message.params = nonsense(line.message.params);
  }
  const { outcomes, heard } = await replay(connection);
  for (const [id, result] of outcomes) assert.deepEqual(result, recorded(connection.answers.get(id)), `request ${id}`);
  assert.deepEqual(heard, connection.notifications);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeAgent } from "./support/fake-agent.js";
import { names } from "./support/root.js";
import { call, outcome, recorded, Transcript } from "./support/transcript.js";

const transcripts = names("protocol/transcripts").filter((name) => name.endsWith(".jsonl")).map((name) => new Transcript(name))
  // In these the machine fails: an agent dies and another begins, which is no conversation of one client.
  .filter(({ header }) => header.options?.database === undefined);

/** Plays the agent's part as it was recorded, and does on the client's side what was done then. */
async function replay(transcript) {
  const agent = new FakeAgent();
  const session = await agent.session();
  const heard = [];
  for (const method of new Set(transcript.notifications.map((each) => each.method))) session.on(method, (params) => heard.push({ method, params }));
  const ids = new Map();
  const outcomes = new Map();
  for (const { from, message } of transcript.lines) {
    if (from === "client" && message?.id !== undefined && message.method !== "initialize") {
      outcomes.set(message.id, outcome(call(session, message)));
      const received = await agent.next();
      assert.deepEqual({ method: received.method, params: received.params }, { method: message.method, params: message.params ?? {} });
      ids.set(message.id, received.id);
    } else if (from === "agent" && message.id !== 1) {
      agent.send(ids.has(message.id) ? { ...message, id: ids.get(message.id) } : message);
    }
  }
  const results = new Map();
  for (const [id, each] of outcomes) results.set(id, await each);
  return { results, heard };
}

for (const transcript of transcripts) {
  test(`every answer and every notification of ${transcript.name} arrives as it was recorded`, async () => {
    const { results, heard } = await replay(transcript);
    assert.ok(results.size > 20);
    for (const [id, result] of results) assert.deepEqual(result, recorded(transcript.answers.get(id)), `request ${id}`);
    assert.deepEqual(heard, transcript.notifications);
  });
}

test("no rule is known here: answers that break every rule arrive as they are", async () => {
  const [transcript] = transcripts.filter(({ name }) => name === "story.jsonl");
  const nonsense = (value) => {
    if (Array.isArray(value)) return value.map(nonsense).reverse();
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, nonsense(each)]));
    return { number: (each) => -1 - each, boolean: (each) => !each, string: (each) => `${each}?` }[typeof value]?.(value) ?? value;
  };
  for (const line of transcript.lines) {
    if (line.from !== "agent" || line.message.id === 1) continue;
    if (line.message.result) line.message.result = nonsense(line.message.result);
    if (line.message.params) line.message.params = nonsense(line.message.params);
  }
  const { results, heard } = await replay(transcript);
  for (const [id, result] of results) assert.deepEqual(result, recorded(transcript.answers.get(id)), `request ${id}`);
  assert.deepEqual(heard, transcript.notifications);
});

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { Staffetta } from "../src/index.js";
import { Machine } from "./support/machine.js";
import { binary, root } from "./support/root.js";
import { call, outcome, recorded, transcripts } from "./support/transcript.js";

/** `content` of a transcript's file: text, a copy of a file of the tests with lines changed, or null. */
function write(path, content) {
  if (content === null) return unlinkSync(path);
  if (typeof content === "string") return writeFileSync(path, content);
  const { copy, drop = [], replace = {}, add = [] } = content;
  const lines = readFileSync(`${root}Tests/Data/${copy}`, "utf8").replaceAll("\r\n", "\n").trimEnd().split("\n");
  const kept = lines.filter((line) => !drop.includes(line.split(",")[0])).map((line) => replace[line.split(",")[0]] ?? line);
  writeFileSync(path, [...kept, ...add].join("\n") + "\n");
}

const words = { testsPerDay: "--tests-per-day", syncsPerDay: "--syncs-per-day", maxMessage: "--max-message", virtualClock: "--virtual-clock" };
const storeFaults = new Set(["storeTooNew", "storeDamaged"]);

/** What the binary can play of it: the connector `scripted` is only in the agent's own tests, and nothing that needs what it has done can be played. */
function playable({ connections }) {
  let hasAll = true;
  return connections.flatMap((connection) => {
    if (connection.event === "newer" || connection.event === "damage") hasAll = true;
    if (!hasAll) return [];
    const end = connection.lines.findIndex((line) => line.from === "hris" || JSON.stringify(line).includes('"scripted'));
    hasAll = end < 0;
    return [{ connection, lines: end < 0 ? connection.lines : connection.lines.slice(0, end) }];
  });
}

async function play({ connection, lines }, { header: { options = {} } }, folder) {
  const machine = new Machine(`${folder}/${options.database}`);
  if (lines[0].from === "machine") await machine.undergo(lines[0].event);
  const start = () => Staffetta.start({
    command: binary,
    ...(options.database ? { database: `${folder}/${options.database}` } : { memory: true }),
    args: [...Object.entries(words).flatMap(([name, word]) => (name in options ? [word, String(options[name])] : [])), ...(options.files ? ["--files", folder] : [])],
  });
  const refusal = [...connection.answers.values()].find(({ error }) => storeFaults.has(error?.data.kind));
  // This client hears at the beginning what a script hears of each request.
  if (refusal) return assert.deepEqual(await outcome(start()), recorded(refusal)), 1;
  const staffetta = await start();
  const { store } = await staffetta.user.changes({ since: 0 });
  const named = (value) => JSON.parse(JSON.stringify(value).replaceAll(folder, "${dir}").replaceAll(store, "${store}").replace(/"(sizeBytes|bytes)":\d+/g, '"$1":"${size}"')
    .replace(/"version":"\d+\.\d+\.\d+"/, '"version":"${version}"').replace(`"pid":${machine.pid}`, '"pid":"${pid}"').replace(`the process ${machine.pid};`, "the process ${pid};"));
  const compare = (found, id) => {
    if (found.result?.openrpc) found.result = "${openrpc}";
    assert.deepEqual(named(found), named(recorded(connection.answers.get(id))), `request ${id}`);
  };
  const pending = new Map();
  let count = 0;
  try {
    for (const { from, name, content, event, message, times = 1, pending: isPending } of lines) {
      if (from === "file") write(`${folder}/${name}`, content);
      if (from === "machine" && event !== "restart") await machine.undergo(event);
      if (from !== "client" || message?.id === undefined || message.method === "initialize") continue;
      const filled = JSON.parse(JSON.stringify(message).replaceAll("${dir}", folder).replaceAll("${store}", store));
      count += times;
      for (let number = 0; number < times; number += 1) pending.set(message.id + number, outcome(call(staffetta, filled)));
      if (isPending) continue;
      compare(await pending.get(message.id), message.id);
      pending.delete(message.id);
    }
    for (const [id, each] of pending) compare(await each, id);
  } finally {
    await staffetta.close();
  }
  return count;
}

for (const transcript of transcripts) {
  test(`the real agent goes through ${transcript.name} by this client, answer by answer, as far as it can be played`, async (context) => {
    const folder = mkdtempSync(`${tmpdir()}/staffetta-story-`);
    try {
      for (const [name, content] of Object.entries(transcript.header.files ?? {})) write(`${folder}/${name}`, content);
      let count = 0;
      for (const part of playable(transcript)) count += await play(part, transcript, folder);
      assert.ok(count > 0);
      context.diagnostic(`${count} requests`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

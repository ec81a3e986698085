import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { Staffetta } from "../src/index.js";
import { binary, names, root } from "./support/root.js";
import { call, outcome, recorded, Transcript } from "./support/transcript.js";

const transcripts = names("protocol/transcripts").filter((name) => name.endsWith(".jsonl")).map((name) => new Transcript(name))
  // In these the machine fails: an agent dies and another begins, which is no conversation of one client.
  .filter(({ header }) => header.options?.database === undefined);

/** `content` of a transcript's file: text, a copy of a file of the tests with lines changed, or null. */
function write(path, content) {
  if (content === null) return unlinkSync(path);
  if (typeof content === "string") return writeFileSync(path, content);
  const { copy, drop = [], replace = {}, add = [] } = content;
  const lines = readFileSync(`${root}Tests/Data/${copy}`, "utf8").replaceAll("\r\n", "\n").trimEnd().split("\n");
  const kept = lines.filter((line) => !drop.includes(line.split(",")[0])).map((line) => replace[line.split(",")[0]] ?? line);
  writeFileSync(path, [...kept, ...add].join("\n") + "\n");
}

// The connector `scripted` is only in the agent's own tests.
for (const transcript of transcripts.filter(({ lines }) => !lines.some(({ from }) => from === "hris"))) {
  test(`the real agent goes through ${transcript.name} by this client, answer by answer`, async () => {
    const folder = mkdtempSync(`${tmpdir()}/staffetta-story-`);
    const { options, files = {} } = transcript.header;
    for (const [name, content] of Object.entries(files)) write(`${folder}/${name}`, content);
    const staffetta = await Staffetta.start({ command: binary, memory: true, args: ["--virtual-clock", options.virtualClock] });
    const { store } = await staffetta.user.changes({ since: 0 });
    const named = (value) => JSON.parse(JSON.stringify(value).replaceAll(folder, "${dir}").replaceAll(store, "${store}").replace(/"(sizeBytes|bytes)":\d+/g, '"$1":"${size}"').replace(/"version":"\d+\.\d+\.\d+"/, '"version":"${version}"'));
    try {
      for (const { from, name, content, message } of transcript.lines) {
        if (from === "file") write(`${folder}/${name}`, content);
        if (from !== "client" || message.id === undefined || ["initialize", "shutdown"].includes(message.method)) continue;
        const found = await outcome(call(staffetta, JSON.parse(JSON.stringify(message).replaceAll("${dir}", folder).replaceAll("${store}", store))));
        if (found.result?.openrpc) found.result = "${openrpc}";
        assert.deepEqual(named(found), named(recorded(transcript.answers.get(message.id))), `request ${message.id}, ${message.method}`);
      }
    } finally {
      await staffetta.close();
      rmSync(folder, { recursive: true });
    }
  });
}

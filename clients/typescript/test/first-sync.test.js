import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { binary, root } from "./support/root.js";

const example = "clients/typescript/examples/first-sync.js";

test("the example in ten lines does a first sync", () => {
  const folder = mkdtempSync(`${tmpdir()}/staffetta-example-`);
  const output = execFileSync(process.execPath, [root + example, `${folder}/people.sqlite`], { env: { ...process.env, STAFFETTA: binary }, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.match(output, /created: \d{3}/);
  assert.ok(output.trim().split("\n").filter((line) => line.endsWith("@demo.example")).length > 200);
});

test("the README shows the example as it is", () => {
  const body = (text) => text.split("\n").filter((line) => /^(await|const|for|console)/.test(line) && !line.includes("Staffetta.start"));
  const [, shown] = readFileSync(`${root}clients/typescript/README.md`, "utf8").split("```js\n");
  assert.deepEqual(body(shown.split("```")[0]), body(readFileSync(root + example, "utf8")));
});

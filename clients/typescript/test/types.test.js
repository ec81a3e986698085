import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const source = fileURLToPath(new URL("../src/", import.meta.url));

test("the declarations hold together, and a program with the wrong types is refused", () => {
  const folder = fileURLToPath(new URL("types/", import.meta.url));
  const check = (file) => spawnSync("tsc", ["--noEmit", "--strict", "--target", "es2022", "--module", "node16", "--moduleResolution", "node16", `${folder}${file}`], { encoding: "utf8" });
  const right = check("right.ts");
  assert.equal(right.status, 0, right.error?.message ?? right.stdout);
  const faults = check("wrong.ts").stdout.split("\n").filter((line) => line.includes("error TS"));
  const wanted = readFileSync(`${folder}wrong.ts`, "utf8").split("\n").flatMap((line, index) => line.includes("// wrong") ? [index + 1] : []);
  assert.deepEqual(faults.map((line) => Number(/\((\d+),/.exec(line)[1])), wanted, faults.join("\n"));
});

test("only generated files name methods, rules or error kinds of the protocol, but for those that the connection itself needs", () => {
  const needed = new Set(["run/wait", "user/list", "run/cancel"]);
  for (const file of readdirSync(source).filter((name) => name.endsWith(".js"))) {
    const text = readFileSync(source + file, "utf8").replace(/\/\*\*.*?\*\//gs, "");
    for (const [method] of text.matchAll(/\b(?:account|attribute|audit|clock|connector|feature|integration|notification|run|segment|store|user)\/[a-z]\w*/g)) assert.ok(needed.has(method), `${file} names ${method}`);
    assert.doesNotMatch(text, /R-[A-Z]+-\d/, file);
  }
});

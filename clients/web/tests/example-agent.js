#!/usr/bin/env node
// An agent that answers every method from protocol/examples and knows no rule: what the pages show then is what they were told.
// Lines of EXAMPLES, a JSON file, replace answers by method: {"integration/get": {"result": …}} or {"error": …}; CALLS gets each request, one a line.
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const protocol = new URL("../../../protocol/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, protocol), "utf8"));
const methods = new Map(readdirSync(new URL("methods/", protocol)).flatMap((file) => read(`methods/${file}`).methods).map((method) => [method.name, method]));
const replaced = process.env.EXAMPLES ? JSON.parse(readFileSync(process.env.EXAMPLES, "utf8")) : {};

function example(method) {
  const { result } = methods.get(method);
  const type = result?.["x-page"] ? `${result["x-page"]}Page` : result?.$ref;
  if (!type) return null;
  const [name] = readdirSync(new URL(`examples/${type}/`, protocol)).filter((each) => !each.startsWith("invalid-")).sort();
  return read(`examples/${type}/${name}`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (process.env.CALLS) appendFileSync(process.env.CALLS, JSON.stringify({ method, params }) + "\n");
  if (id === undefined) continue;
  const answer = structuredClone(replaced[method] ?? { result: example(method) });
  if (params?.cursor) answer.result.items = []; // The second page is the last one, and empty.
  if (params?.cursor) delete answer.result.nextCursor;
  process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, ...answer }) + "\n");
}

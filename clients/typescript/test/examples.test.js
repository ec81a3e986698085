import assert from "node:assert/strict";
import { test } from "node:test";
import * as staffetta from "../src/index.js";
import { errorClasses } from "../src/generated/errors.js";
import { FakeAgent } from "./support/fake-agent.js";
import { names, readJSON } from "./support/root.js";
import { call } from "./support/transcript.js";

const methods = names("protocol/methods").flatMap((file) => readJSON(`protocol/methods/${file}`).methods).filter(({ name }) => /[/.]/.test(name));

/** The first example of a type, as the reference shows it. */
function example(type) {
  const [name] = names(`protocol/examples/${type}`).filter((each) => !each.startsWith("invalid-"));
  return readJSON(`protocol/examples/${type}/${name}`);
}

test("the methods are those of the protocol", () => {
  assert.deepEqual([...staffetta.methodNames].sort(), methods.map(({ name }) => name).sort());
});

for (const { name, result, "x-example": params = {} } of methods) {
  test(`${name} sends its parameters and gives its result`, async () => {
    const agent = new FakeAgent();
    const session = await agent.session();
    const type = result["x-page"] ? `${result["x-page"]}Page` : result.$ref;
    const wanted = type ? example(type) : { openrpc: "1.3.2" };
    const answer = call(session, { method: name, params });
    const request = await agent.next();
    assert.deepEqual([request.method, request.params], [name, params]);
    agent.answer(request, wanted);
    assert.deepEqual(await answer, wanted);
  });
}

for (const { code, kind, meaning } of readJSON("protocol/errors.json").errors) {
  test(`an error of the kind ${kind} has a class of its own`, async () => {
    const agent = new FakeAgent();
    const session = await agent.session();
    const answer = session.account.get();
    const { id } = await agent.next();
    agent.send({ jsonrpc: "2.0", id, error: { code, message: meaning, data: { kind, retryAt: "2026-01-06T08:00:00.000Z" } } });
    await assert.rejects(answer, (error) => {
      assert.ok(error instanceof errorClasses[kind] && error instanceof staffetta.StaffettaError);
      assert.equal(error.constructor, staffetta[error.name]);
      assert.deepEqual([error.code, error.kind, error.message, error.data.retryAt], [code, kind, meaning, "2026-01-06T08:00:00.000Z"]);
      return true;
    });
  });
}

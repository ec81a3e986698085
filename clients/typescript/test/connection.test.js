import assert from "node:assert/strict";
import { test } from "node:test";
import { AgentEndedError, CancelledError, LimitReachedError, Staffetta, StaffettaError, TimeoutError } from "../src/index.js";
import { FakeAgent } from "./support/fake-agent.js";

test("answers find their requests, in whatever order they come", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const [first, second] = [session.user.get({ user: "u1" }), session.user.get({ user: "u2" })];
  const requests = [await agent.next(), await agent.next()];
  for (const request of requests.reverse()) agent.answer(request, { id: request.params.user });
  assert.deepEqual([(await first).id, (await second).id], ["u1", "u2"]);
});

test("messages may come in any pieces, also within a character", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const answer = session.account.get();
  const { id } = await agent.next();
  for (const byte of Buffer.from(`{"jsonrpc":"2.0","id":${id},"result":{"name":"Åsa Çelik 🏃"}}\n`)) agent.write(Buffer.of(byte));
  assert.equal((await answer).name, "Åsa Çelik 🏃");
});

test("a time-out cancels the request at the agent", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const answer = session.run.wait({ run: "r1" }, { timeout: 1 });
  const { id } = await agent.next();
  await assert.rejects(answer, (error) => error instanceof TimeoutError && error.method === "run/wait");
  assert.deepEqual(await agent.next(), { jsonrpc: "2.0", method: "$/cancelRequest", params: { id } });
});

test("the session's time-out holds for every request, unless one has its own", async () => {
  const agent = new FakeAgent();
  const session = await agent.session({ timeout: 1 });
  const patient = session.account.get({}, { timeout: 60_000 });
  const request = await agent.next();
  await assert.rejects(session.feature.list(), TimeoutError);
  agent.answer(request, { timeZone: "UTC" });
  assert.equal((await patient).timeZone, "UTC");
});

test("a signal cancels the request, and a late answer disturbs nobody", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const cancel = new AbortController();
  const answer = session.run.wait({ run: "r1" }, { signal: cancel.signal });
  const request = await agent.next();
  cancel.abort(new Error("enough"));
  await assert.rejects(answer, /enough/);
  assert.equal((await agent.next()).method, "$/cancelRequest");
  agent.answer(request, {});
  await assert.rejects(session.account.get({}, { signal: cancel.signal }), /enough/);
  assert.equal(agent.pending, 0);
});

test("an actor is in every request of that view, and in no other", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  session.as("u7").user.list({ limit: 1 });
  assert.deepEqual((await agent.next()).params, { limit: 1, actor: "u7" });
  session.user.list({ limit: 1 });
  assert.deepEqual((await agent.next()).params, { limit: 1 });
});

test("a list is its first page, or iterated every item of all pages", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const ids = [];
  const reading = (async () => { for await (const { id } of session.user.list({ query: "a" })) ids.push(id); })();
  agent.answer(await agent.next(), { items: [{ id: "u1" }, { id: "u2" }], nextCursor: "c1" });
  const second = await agent.next();
  assert.deepEqual(second.params, { query: "a", cursor: "c1" });
  agent.answer(second, { items: [{ id: "u3" }] });
  await reading;
  assert.deepEqual(ids, ["u1", "u2", "u3"]);
});

test("notifications reach callbacks and iterators; both can stop", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const heard = [];
  const stop = session.on("user/changed", ({ lastSequence }) => heard.push(lastSequence));
  const events = session.events("user/changed");
  const first = events.next();
  const say = (lastSequence) => agent.send({ jsonrpc: "2.0", method: "user/changed", params: { lastSequence, store: "s" } });
  say(1);
  assert.equal((await first).value.params.lastSequence, 1);
  stop();
  say(2);
  assert.equal((await events.next()).value.params.lastSequence, 2);
  assert.deepEqual(heard, [1]);
  const abort = new AbortController();
  const other = session.events(undefined, { signal: abort.signal }).next();
  abort.abort();
  assert.equal((await other).done, true);
});

test("wait tells the progress of that run and gives the run, or throws the error that it carries", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const seen = [];
  const waiting = session.wait({ id: "r1" }, { onProgress: ({ read }) => seen.push(read) });
  const request = await agent.next();
  assert.deepEqual([request.method, request.params], ["run/wait", { run: "r1" }]);
  for (const [token, read] of [["r1", 10], ["r2", 99], ["r1", 20]]) agent.send({ jsonrpc: "2.0", method: "$/progress", params: { token, value: { phase: "fetching", read } } });
  agent.answer(request, { id: "r1", state: "succeeded" });
  assert.equal((await waiting).state, "succeeded");
  assert.deepEqual(seen, [10, 20]);

  const failing = session.wait("r2");
  agent.answer(await agent.next(), { id: "r2", state: "failed", error: { code: 2008, message: "Later.", data: { kind: "limitReached" } } });
  await assert.rejects(failing, (error) => error instanceof LimitReachedError && error.run.id === "r2");
  const cancelled = session.wait("r3");
  agent.answer(await agent.next(), { id: "r3", state: "cancelled" });
  await assert.rejects(cancelled, CancelledError);
});

test("progress of a request itself comes by its id", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const seen = [];
  const answer = session.integration.fields({ integration: "i1" }, { onProgress: ({ read }) => seen.push(read) });
  const request = await agent.next();
  agent.send({ jsonrpc: "2.0", method: "$/progress", params: { token: request.id, value: { phase: "fetching", read: 5 } } });
  agent.answer(request, { fields: [], sampled: 5 });
  await answer;
  assert.deepEqual(seen, [5]);
});

test("an error of a kind that is not known yet is still an error with its data", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const answer = session.account.get();
  const { id } = await agent.next();
  agent.send({ jsonrpc: "2.0", id, error: { code: 2999, message: "New.", data: { kind: "brandNew", more: 1 } } });
  await assert.rejects(answer, (error) => error.constructor === StaffettaError && error.kind === "brandNew" && error.data.more === 1);
});

test("when the agent ends, whoever waits hears of it, and so does who asks later", async () => {
  const agent = new FakeAgent();
  const session = await agent.session();
  const waiting = session.account.get();
  const events = session.events().next();
  await agent.next();
  agent.output.end();
  await assert.rejects(waiting, AgentEndedError);
  assert.equal((await events).done, true);
  await assert.rejects(session.account.get(), AgentEndedError);
});

test("an agent that cannot be started says so", async () => {
  await assert.rejects(Staffetta.start({ command: "/nowhere/staffetta" }), (error) => error instanceof AgentEndedError && /could not be started/.test(error.message));
});

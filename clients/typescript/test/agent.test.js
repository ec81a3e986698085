import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import { AcceptanceRequiredError, AgentEndedError, ForbiddenError, LimitReachedError, Staffetta, TimeoutError } from "../src/index.js";
import { binary } from "./support/root.js";

const folder = mkdtempSync(`${tmpdir()}/staffetta-typescript-`);
after(() => rmSync(folder, { recursive: true }));

const start = (options = {}) => Staffetta.start({ command: binary, memory: true, ...options });

/** An integration with the demo company, connected and configured. */
async function connected(staffetta) {
  await staffetta.feature.enable({ feature: "hrisIntegration", acceptSubprocessor: true });
  await staffetta.integration.connect({ connector: "demo", name: "Demo", authorization: { kind: "none", fields: {} } });
  await staffetta.integration.configure({ integration: "Demo", configuration: {} });
}

test("from nothing to a first sync, with progress and notifications", async () => {
  const staffetta = await start({ args: ["--virtual-clock", "2026-01-05T08:00:00Z"] });
  try {
    await assert.rejects(staffetta.feature.enable({ feature: "hrisIntegration" }), (error) => error instanceof AcceptanceRequiredError && error.data.terms.text.length > 100);
    const told = staffetta.events("notification/created");
    const first = told.next();
    await connected(staffetta);

    const seen = [];
    const { run } = await staffetta.integration.runTest({ integration: "Demo" });
    const { summary } = await staffetta.wait(run, { onProgress: ({ read }) => seen.push(read) });
    assert.ok(summary.created > 200 && seen.at(-1) === summary.employees, `${seen}`);
    assert.equal((await first).value.params.notification.kind, "testResultsReady");

    const rows = [];
    for await (const row of staffetta.run.rows({ run: run.id, category: "created", limit: 50 })) rows.push(row);
    assert.equal(new Set(rows.map(({ externalId }) => externalId)).size, summary.created);

    const { run: sync } = await staffetta.integration.enable({ integration: "Demo" });
    assert.equal((await staffetta.wait(sync)).summary.created, summary.created);
    await staffetta.clock.advance({ seconds: 86_400 });
    const { items: [second] } = await staffetta.run.list({ integration: "Demo", kind: "sync" });
    assert.deepEqual([second.trigger, second.state], ["schedule", "succeeded"]);
  } finally {
    await staffetta.close();
  }
});

test("the agent's refusals are exceptions with what they carry", async () => {
  const staffetta = await start({ args: ["--tests-per-day", "1"] });
  await connected(staffetta);
  await staffetta.integration.runTest({ integration: "Demo", wait: true });
  await assert.rejects(staffetta.integration.runTest({ integration: "Demo" }), (error) => error instanceof LimitReachedError && Date.parse(error.data.retryAt) > Date.now());
  const { id } = await staffetta.user.create({ firstName: "Emma", lastName: "Holm" });
  await assert.rejects(staffetta.as(id).user.list(), ForbiddenError);
  await staffetta.close();
});

test("a time-out really ends the request at the agent", async () => {
  const staffetta = await start({ args: ["--virtual-clock", "2026-01-05T08:00:00Z"] });
  await connected(staffetta);
  await staffetta.integration.enable({ integration: "Demo", confirm: true, wait: true });
  await assert.rejects(staffetta.clock.advance({ to: "2066-01-05T08:00:00Z" }, { timeout: 100 }), TimeoutError);
  await staffetta.clock.advance({ seconds: 1 });
  assert.ok((await staffetta.clock.get()).now < "2066", "the years that were not waited for did not pass");
  await staffetta.close();
});

test("stderr is drained and heard, and its last lines explain an end", async () => {
  const log = [];
  const staffetta = await start({ args: ["--log-level", "debug"], onLog: (line) => log.push(JSON.parse(line)) });
  await staffetta.account.get();
  await staffetta.close();
  assert.ok(log.length > 0);
  await assert.rejects(start({ args: ["--no-such-option"] }), (error) => error instanceof AgentEndedError && error.status !== 0 && error.log.join().includes("no-such-option"));
});

test("what is closed stays in the database, and the agent leaves with status 0", async () => {
  const database = `${folder}/people.sqlite`;
  const first = await start({ memory: false, database });
  await first.user.create({ firstName: "Ada", lastName: "Berg" });
  await first[Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]();
  await assert.rejects(first.account.get(), (error) => error instanceof AgentEndedError && error.status === 0);
  const second = await start({ memory: false, database });
  assert.equal((await second.user.list()).items[0].firstName, "Ada");
  await second.close();
});

test("it attaches to an agent that somebody else started", async () => {
  const child = spawn(binary, ["--memory"], { stdio: ["pipe", "pipe", "ignore"] });
  const staffetta = await Staffetta.attach({ input: child.stdout, output: child.stdin });
  assert.equal(staffetta.server.server.name, "staffetta");
  await staffetta.close();
  assert.equal(await new Promise((resolve) => child.on("exit", resolve)), 0);
});

test("an agent that is killed is told apart from an answer", async () => {
  const child = spawn(binary, ["--memory"], { stdio: ["pipe", "pipe", "ignore"] });
  const staffetta = await Staffetta.attach({ input: child.stdout, output: child.stdin });
  const waiting = staffetta.events().next();
  child.kill("SIGKILL");
  assert.equal((await waiting).done, true);
  await assert.rejects(staffetta.account.get(), AgentEndedError);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { createBackend } from "../examples/http-backend.js";
import { Mirror } from "../examples/mirror.js";
import { Staffetta } from "../src/index.js";
import { binary, root } from "./support/root.js";

let agent, server, address, administrator, employee;

before(async () => {
  agent = await Staffetta.start({ command: binary, memory: true });
  ({ id: administrator } = await agent.user.create({ firstName: "Ada", lastName: "Berg", role: "administrator" }));
  ({ id: employee } = await agent.user.create({ firstName: "Emma", lastName: "Holm" }));
  server = createBackend(agent, (request) => request.headers.user);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  server.closeAllConnections();
  await agent.close();
  server.close();
});

const post = async (path, params, user = administrator, type = "application/json") => {
  const response = await fetch(address + path, { method: "POST", headers: { "content-type": type, ...(user ? { user } : {}) }, body: JSON.stringify(params) });
  return { status: response.status, body: response.headers.get("content-length") === "0" ? undefined : await response.json().catch(() => undefined) };
};

test("the back end in thirty lines: a page's way from the feature to the files of a test", async () => {
  const refused = await post("/hris/feature/enable", { feature: "hrisIntegration" });
  assert.deepEqual([refused.status, refused.body.kind], [409, "acceptanceRequired"]);
  assert.equal((await post("/hris/feature/enable", { feature: "hrisIntegration", acceptSubprocessor: true })).body.enabled, true);
  await post("/hris/integration/connect", { connector: "demo", name: "Demo", authorization: { kind: "none", fields: {} } });
  await post("/hris/integration/configure", { integration: "Demo", configuration: {} });

  const events = await fetch(`${address}/hris/events`, { headers: { user: administrator } });
  const reader = events.body.getReader();
  const { body: { run } } = await post("/hris/integration/runTest", { integration: "Demo" });
  let heard = "";
  while (!heard.includes('"state":"succeeded"')) heard += Buffer.from((await reader.read()).value).toString();
  assert.ok(heard.includes(`"id":"${run.id}"`));
  await reader.cancel();

  const file = await fetch(`${address}/hris/runs/${run.id}/created.csv`, { headers: { user: administrator } });
  assert.match(file.headers.get("content-disposition"), /attachment; filename=".*created.*\.csv"/);
  assert.ok((await file.text()).split("\r\n").length > 200);
});

test("whoever a page says it is, the signed-in user is the actor", async () => {
  assert.equal((await post("/hris/user/list", { actor: administrator }, employee)).status, 403);
  assert.equal((await post("/hris/user/list", {}, null)).status, 401);
  assert.equal((await post("/hris/user/list", {}, administrator, "text/plain")).status, 415);
  assert.equal((await post("/hris/store/check", {})).status, 403);
  assert.equal((await post("/hris/user/get", { user: "nobody" })).status, 404);
  assert.equal((await fetch(`${address}/hris/events`, { headers: { user: employee } })).status, 403);
  assert.equal((await fetch(`${address}/elsewhere`, { headers: { user: administrator } })).status, 404);
});

test("the mirror follows what happens, and begins anew with another database", async () => {
  const mirror = new Mirror();
  const stop = new AbortController();
  const following = mirror.follow(agent, { signal: stop.signal });
  const { id } = await agent.user.create({ firstName: "Noa", lastName: "Lind" });
  await agent.user.update({ user: id, lastName: "Lund" });
  await agent.user.delete({ user: employee });
  const wanted = async () => JSON.stringify((await agent.user.list()).items);
  while (JSON.stringify([...mirror.users.values()]) !== (await wanted())) await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  await following;

  const other = await Staffetta.start({ command: binary, memory: true });
  await other.user.create({ firstName: "Kim", lastName: "Sand" });
  await mirror.catchUp(other);
  assert.deepEqual([...mirror.users.values()].map(({ firstName }) => firstName), ["Kim"]);
  await other.close();
});

test("docs/embedding.md shows these examples as they are", () => {
  const document = readFileSync(`${root}docs/embedding.md`, "utf8");
  for (const file of ["http-backend.js", "mirror.js"]) {
    const text = readFileSync(`${root}clients/typescript/examples/${file}`, "utf8").replace("../src/index.js", "staffetta");
    assert.ok(document.includes("```js\n" + text + "```\n"), `${file} is not in docs/embedding.md`);
  }
});

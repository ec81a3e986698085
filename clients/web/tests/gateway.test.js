// The gateway's door, without a browser: who comes in, and what is handed on to the agent.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = mkdtempSync(`${tmpdir()}/staffetta-gateway-`);
const calls = `${folder}/calls.jsonl`;
let gateway, entrance, port, cookie;

before(async () => {
  const agent = fileURLToPath(new URL("example-agent.js", import.meta.url));
  gateway = spawn(process.execPath, [fileURLToPath(new URL("../gateway/main.js", import.meta.url)), "--agent", agent, "--port", "0"], { env: { ...process.env, CALLS: calls }, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await gateway.stdout.take(1).toArray();
  entrance = new URL(/http\S+/.exec(line)[0]);
  ({ port } = entrance);
});

after(async () => {
  gateway.kill();
  await new Promise((resolve) => gateway.on("exit", resolve));
  rmSync(folder, { recursive: true });
});

/** A request with exactly these headers. */
function ask(method, path, { headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, async (response) => {
      const text = Buffer.concat(await response.toArray()).toString();
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const own = () => ({ cookie, origin: `http://127.0.0.1:${port}`, "content-type": "application/json" });
const call = (method, params = {}, headers = own()) => ask("POST", "/api/call", { headers, body: JSON.stringify({ method, params }) });
const handedOn = () => readFileSync(calls, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

test("it listens on this machine only, and prints a secret", () => {
  assert.equal(entrance.hostname, "127.0.0.1");
  assert.ok(entrance.searchParams.get("key").length >= 32);
});

test("without the secret nobody comes in", async () => {
  assert.equal((await ask("GET", "/api/session")).status, 401);
  assert.equal((await ask("GET", "/enter?key=guess")).status, 401);
  assert.equal((await ask("GET", "/enter")).status, 401);
  assert.equal((await ask("GET", "/api/session", { headers: { cookie: `staffetta-${port}=guess` } })).status, 401);
});

test("the secret gives a cookie that scripts and other sites cannot use", async () => {
  const { status, headers } = await ask("GET", entrance.pathname + entrance.search);
  assert.deepEqual([status, headers.location], [303, "/"]);
  assert.match(headers["set-cookie"][0], /; HttpOnly; SameSite=Strict; Path=\/$/);
  [cookie] = headers["set-cookie"][0].split(";");
  const session = JSON.parse((await ask("GET", "/api/session", { headers: { cookie } })).text);
  assert.ok(session.actor.id);
});

test("a name that somebody else points here is not served", async () => {
  for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1:${Number(port) + 1}`]) {
    assert.equal((await ask("GET", "/", { headers: { host } })).status, 421, host);
    assert.equal((await ask("GET", "/api/session", { headers: { host, cookie } })).status, 421, host);
  }
});

test("a page from elsewhere cannot ask for anything", async () => {
  for (const origin of ["http://evil.example", "null", `http://127.0.0.1:${Number(port) + 1}`, `https://127.0.0.1:${port}`, undefined]) {
    const { origin: _, ...headers } = own();
    assert.equal((await call("account/get", {}, origin ? { ...headers, origin } : headers)).status, 403, String(origin));
  }
  assert.equal((await call("account/get", {}, { ...own(), "content-type": "text/plain" })).status, 415);
});

test("every answer forbids what a page does not need", async () => {
  for (const path of ["/", "/app.js", "/api/session", "/nowhere.js", "/enter?key=guess"]) {
    const { headers } = await ask("GET", path, { headers: { cookie } });
    assert.match(headers["content-security-policy"], /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'$/, path);
    assert.doesNotMatch(headers["content-security-policy"], /unsafe/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["cache-control"], "no-store");
  }
  const { text } = await ask("GET", "/");
  assert.doesNotMatch(text, /<script>|<style|style=|onclick=/);
});

test("only the files of the pages are served", async () => {
  for (const path of ["/../gateway/main.js", "/..%2fgateway%2fmain.js", "/%2e%2e/gateway/main.js", "/style/../../package.json", "/app.js%00.html", "/nowhere.css"]) {
    const { status, text } = await ask("GET", path);
    assert.ok(status === 404 || text.startsWith("<!doctype html>"), `${path}: ${status}`);
    assert.doesNotMatch(text, /import|private/);
  }
  assert.match((await ask("GET", "/settings/features")).text, /^<!doctype html>/);
});

test("every call carries the chosen administrator, whom no page can name itself", async () => {
  const before = handedOn().length;
  await call("integration/list", { limit: 5 });
  const [{ method, params }] = handedOn().slice(before);
  const { actor } = JSON.parse((await ask("GET", "/api/session", { headers: { cookie } })).text);
  assert.deepEqual([method, params], ["integration/list", { limit: 5, actor: actor.id }]);
  assert.equal((await call("integration/list", { actor: "u1" })).status, 400);
  assert.equal((await ask("POST", "/api/session", { headers: own(), body: JSON.stringify({ actor: "stranger" }) })).status, 403);
});

test("methods of the connection, and unknown ones, are not handed on", async () => {
  const before = handedOn().length;
  for (const method of ["exit", "shutdown", "initialize", "$/cancelRequest", "user/explode", "__proto__"]) assert.equal((await call(method)).status, 404, method);
  assert.equal((await call("user/list", null)).status, 400);
  assert.equal((await ask("POST", "/api/call", { headers: own(), body: "{" })).status, 400);
  assert.equal((await ask("DELETE", "/api/call", { headers: own() })).status, 404);
  assert.equal(handedOn().length, before);
});

test("real time cannot be moved, and a second first administrator cannot be made", async () => {
  assert.equal((await ask("POST", "/api/clock", { headers: own(), body: JSON.stringify({ seconds: 60 }) })).status, 404);
  assert.equal((await ask("POST", "/api/administrator", { headers: own(), body: JSON.stringify({ firstName: "Eve", lastName: "Mallory" }) })).status, 409);
});

test("a body that is too large is refused", async () => {
  const body = JSON.stringify({ method: "user/massEdit", params: { csv: "x".repeat(17 << 20) } });
  const answer = await ask("POST", "/api/call", { headers: own(), body }).catch((error) => ({ status: error.code }));
  assert.ok([413, "EPIPE", "ECONNRESET"].includes(answer.status), String(answer.status));
});

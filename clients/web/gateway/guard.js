import { randomBytes, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { Refusal } from "./http.js";

const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** Who may come in: a browser that opened the printed address, and only from pages that come from here. */
export class Guard {
  #secret = randomBytes(24).toString("base64url");
  #sessions = new Map();
  #hosts = new Set();
  #cookie;

  open(host, port) {
    const name = isIP(host) === 6 ? `[${host}]` : host;
    for (const each of [name, "127.0.0.1", "localhost"]) this.#hosts.add(`${each}:${port}`);
    this.#cookie = `staffetta-${port}`; // Cookies do not tell ports apart.
    return `http://${name}:${port}/enter?key=${this.#secret}`;
  }

  /** Host keeps out names that somebody else points at this machine; Origin, the pages of others. */
  protect(request, response) {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const { host, origin } = request.headers;
    if (!this.#hosts.has(host)) throw new Refusal(421, "This address is not served here.");
    if (request.method !== "GET" && origin !== `http://${host}`) throw new Refusal(403, "This request comes from another page.");
  }

  enter(key, response) {
    const given = Buffer.from(key ?? "");
    const wanted = Buffer.from(this.#secret);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Refusal(401, "Open the address that was printed when this was started.");
    const id = randomBytes(24).toString("base64url");
    this.#sessions.set(id, {});
    response.writeHead(303, { location: "/", "set-cookie": `${this.#cookie}=${id}; HttpOnly; SameSite=Strict; Path=/` }).end();
  }

  /** What is remembered of a browser: the administrator it acts for. */
  session(request) {
    const cookies = (request.headers.cookie ?? "").split(/; */).map((each) => each.split("="));
    const session = this.#sessions.get(cookies.find(([name]) => name === this.#cookie)?.[1]);
    if (!session) throw new Refusal(401, "Open the address that was printed when this was started.");
    return session;
  }
}

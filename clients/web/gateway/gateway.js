import { createServer } from "node:http";
import { answerCall } from "./calls.js";
import { advanceClock } from "./clock.js";
import { sendExport } from "./downloads.js";
import { streamEvents } from "./events.js";
import { sendFile } from "./files.js";
import { Guard } from "./guard.js";
import { createAdministrator, describeSession, chooseAdministrator } from "./people.js";
import { Refusal, sendJSON } from "./http.js";

/** What is served, by method and path. Every one of them needs the session that the printed address begins. */
const routes = {
  "GET /api/session": describeSession,
  "POST /api/session": chooseAdministrator,
  "POST /api/administrator": createAdministrator,
  "POST /api/call": answerCall,
  "POST /api/clock": advanceClock,
  "GET /api/events": streamEvents,
  "GET /api/export": sendExport,
};

/** The web server between browsers and one agent. It knows who asks, and nothing about the agent's rules. */
export class Gateway {
  #guard = new Guard();
  #server;

  constructor(agent) {
    this.agent = agent;
    this.#server = createServer((request, response) => this.#serve(request, response));
  }

  /** Gives the address to be opened, with its secret. */
  async listen(host, port) {
    await new Promise((resolve, reject) => this.#server.once("error", reject).listen(port, host, resolve));
    return this.#guard.open(host, this.#server.address().port);
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request, response) {
    try {
      this.#guard.protect(request, response);
      const url = new URL(request.url, "http://gateway");
      if (url.pathname === "/enter") return this.#guard.enter(url.searchParams.get("key"), response);
      if (!url.pathname.startsWith("/api/")) return await sendFile(url.pathname, response);
      const route = routes[`${request.method} ${url.pathname}`];
      if (!route) throw new Refusal(404, "There is nothing at this address.");
      const session = this.#guard.session(request);
      await route({ agent: this.agent, session, url, request, response });
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error.name, error.kind ?? error.message);
      if (response.headersSent) response.destroy();
      else sendJSON(response, error.status ?? 500, { error: { message: error.status ? error.message : "The gateway has a fault." } });
    }
  }
}

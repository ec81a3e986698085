import { Connection, toError } from "./connection.js";
import { AgentEndedError, StaffettaError } from "./errors.js";
import { CancelledError } from "./generated/errors.js";
import { namespaces } from "./generated/methods.js";
import { AgentProcess } from "./process.js";

const version = "1.0.0";
/** An agent that was asked to leave is gone within 5 seconds. */
const patience = 10_000;
const asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

/** A session with an agent: `staffetta.user.list()` calls `user/list`, and so on for every method of the protocol. */
export class Staffetta {
  #connection;
  #process;
  #actor;
  #timeout;

  /** Starts an agent of one's own. */
  static async start({ command = "staffetta", database, memory, args = [], cwd, env, onLog, ...session } = {}) {
    const place = memory ? ["--memory"] : database ? ["--database", database] : [];
    const agent = new AgentProcess({ command, args: [...place, ...args], cwd, env, onLog });
    return Staffetta.#open(new Connection(agent.input, agent.output, () => agent.error()), agent, session);
  }

  /** Speaks with an agent that somebody else started, over its stdout and stdin. */
  static async attach({ input, output, ...session }) {
    const end = async () => new AgentEndedError("The agent has ended the connection.");
    return Staffetta.#open(new Connection(input, output, end), { output, stop: async () => output.end() }, session);
  }

  static async #open(connection, process, { client = { name: "staffetta-typescript", version }, actor, timeout }) {
    const session = new Staffetta(connection, process, actor, timeout);
    try {
      session.server = await connection.request("initialize", { protocolVersion: "1.0", client });
    } catch (error) {
      await process.stop(patience); // One that refuses to begin would wait for ever.
      throw error;
    }
    connection.notify("initialized");
    return session;
  }

  /** Not for use: `start` and `attach` make one. */
  constructor(connection, process, actor, timeout) {
    this.#connection = connection;
    this.#process = process;
    this.#actor = actor;
    this.#timeout = timeout;
    for (const [name, Methods] of Object.entries(namespaces)) this[name] = new Methods(this);
  }

  /** The same session on behalf of a user (by id): every request carries it as `actor`. */
  as(actor) {
    return Object.assign(new Staffetta(this.#connection, this.#process, actor, this.#timeout), { server: this.server });
  }

  /** Any method by its name, also one that this client does not know yet. */
  request(method, params = {}, options = {}) {
    const all = this.#actor === undefined || "actor" in params ? params : { ...params, actor: this.#actor };
    return this.#connection.request(method, all, { timeout: this.#timeout, ...options });
  }

  /** Calls `listener` with what each notification of this name carries; gives the function that stops it. */
  on(method, listener) {
    return this.#connection.listen((message) => {
      if (message?.method === method) listener(message.params);
    });
  }

  /** Notifications as they come, `{method, params}`; of one name or of all. Ends with the session. */
  async *events(method, { signal } = {}) {
    const heard = [];
    let wake = () => {};
    const stop = this.#connection.listen((message) => {
      if (!message || method === undefined || message.method === method) heard.push(message);
      wake();
    });
    const abort = () => wake();
    signal?.addEventListener("abort", abort);
    try {
      while (!signal?.aborted) {
        if (heard.length === 0) {
          if (this.#connection.end) return;
          await new Promise((resolve) => { wake = resolve; });
          continue;
        }
        const message = heard.shift();
        if (message === undefined) return;
        yield { method: message.method, params: message.params };
      }
    } finally {
      stop();
      signal?.removeEventListener("abort", abort);
    }
  }

  /** The run when it has succeeded; its error, as an exception of its kind, when it has failed or was cancelled. */
  async wait(run, { onProgress, ...options } = {}) {
    const id = typeof run === "string" ? run : run.id;
    const stop = onProgress ? this.on("$/progress", ({ token, value }) => { if (token === id) onProgress(value); }) : () => {};
    try {
      const ended = await this.request("run/wait", { run: id }, options);
      if (ended.state === "succeeded") return ended;
      throw Object.assign(failure(ended), { run: ended });
    } finally {
      stop();
    }
  }

  /** Asks the agent to leave (one that was started), or ends the connection (one that was attached to). */
  async close() {
    if (!this.#connection.end) await this.#connection.request("shutdown", {}, { timeout: patience }).catch(() => {});
    await this.#process.stop(patience);
  }

  async [asyncDispose]() {
    await this.close();
  }
}

function failure(run) {
  if (run.error) return toError(run.error);
  if (run.state === "cancelled") return new CancelledError(-32800, "The run was cancelled.", { kind: "cancelled", run: run.id });
  return new StaffettaError(0, `The run is ${run.state}.`, { run: run.id });
}

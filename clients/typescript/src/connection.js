import { TimeoutError, StaffettaError } from "./errors.js";
import { errorClasses } from "./generated/errors.js";
import { lines } from "./lines.js";

/** JSON-RPC 2.0 over two streams, one message a line. Answers find their requests by id. */
export class Connection {
  #output;
  #lastID = 0;
  #waiting = new Map();
  #listeners = new Set();
  #end;

  /** `end(error)`: tells why the connection is over, an error for whoever still waits. */
  constructor(input, output, end) {
    this.#output = output;
    output.on("error", () => {}); // A broken pipe shows at the other end, as the end of input.
    this.finished = this.#read(input).catch(() => {}).then(async () => {
      this.#end = await end();
      for (const { reject } of this.#waiting.values()) reject(this.#end);
      this.#waiting.clear();
      for (const listener of [...this.#listeners]) listener(undefined, this.#end);
    });
  }

  request(method, params = {}, { timeout, signal, onProgress } = {}) {
    if (this.#end) return Promise.reject(this.#end);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = ++this.#lastID;
    const stopListening = onProgress ? this.listen((message) => {
      if (message?.method === "$/progress" && message.params.token === id) onProgress(message.params.value);
    }) : () => {};
    return new Promise((resolve, reject) => {
      const giveUp = (error) => {
        this.notify("$/cancelRequest", { id });
        this.#settle(id)?.reject(error);
      };
      const timer = timeout === undefined ? undefined : setTimeout(() => giveUp(new TimeoutError(method, timeout)), timeout);
      const abort = () => giveUp(signal.reason);
      signal?.addEventListener("abort", abort, { once: true });
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        stopListening();
      };
      this.#waiting.set(id, { resolve, reject, done });
      this.#write({ jsonrpc: "2.0", id, method, params });
    });
  }

  notify(method, params = {}) {
    if (!this.#end) this.#write({ jsonrpc: "2.0", method, params });
  }

  /** `listener(message)` hears every notification, and at the end `(undefined, error)`. Gives the function that stops it. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get end() {
    return this.#end;
  }

  #write(message) {
    this.#output.write(JSON.stringify(message) + "\n");
  }

  async #read(input) {
    for await (const line of lines(input)) {
      if (line === "") continue;
      const message = JSON.parse(line);
      if (message.method === undefined) this.#answer(message);
      else for (const listener of [...this.#listeners]) listener(message);
    }
  }

  #answer({ id, result, error }) {
    const waiting = this.#settle(id);
    if (error) waiting?.reject(toError(error));
    else waiting?.resolve(result);
  }

  #settle(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.done();
    return waiting;
  }
}

/** An error object of the protocol as an exception of its kind. */
export function toError({ code, message, data }) {
  const type = errorClasses[data?.kind] ?? StaffettaError;
  return new type(code, message, data);
}

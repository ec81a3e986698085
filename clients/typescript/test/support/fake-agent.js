import { PassThrough } from "node:stream";
import { Staffetta } from "../../src/index.js";
import { lines } from "../../src/lines.js";

/** The agent's end of a connection, for tests that say themselves what an agent answers. */
export class FakeAgent {
  #received = [];
  #wake = () => {};

  constructor() {
    this.input = new PassThrough();
    this.output = new PassThrough();
    this.#read();
  }

  async #read() {
    for await (const line of lines(this.input)) {
      this.#received.push(JSON.parse(line));
      this.#wake();
    }
  }

  /** The next message of the client. */
  async next() {
    while (this.#received.length === 0) await new Promise((resolve) => { this.#wake = resolve; });
    return this.#received.shift();
  }

  get pending() {
    return this.#received.length;
  }

  send(message) {
    this.write(JSON.stringify(message) + "\n");
  }

  write(bytes) {
    this.output.write(bytes);
  }

  answer({ id }, result) {
    this.send({ jsonrpc: "2.0", id, result });
  }

  /** A session whose beginning is behind it; or, with an error for an answer, refused. */
  async session(options = {}, { error } = {}) {
    const opening = Staffetta.attach({ input: this.output, output: this.input, ...options });
    this.hello = await this.next();
    if (error) {
      this.send({ jsonrpc: "2.0", id: this.hello.id, error });
      return opening;
    }
    this.answer(this.hello, { protocolVersion: "1.0", server: { name: "fake", version: "1" }, methods: [], virtualClock: false });
    await this.next();
    return opening;
  }
}

import { spawn } from "node:child_process";
import { AgentEndedError } from "./errors.js";
import { lines } from "./lines.js";

const rememberedLines = 20;

/** The agent as a child process. Its stderr is always read, or it would stop when the pipe is full. */
export class AgentProcess {
  #child;
  #log = [];

  constructor({ command, args, cwd, env, onLog }) {
    this.#child = spawn(command, args, { cwd, env: env && { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
    this.input = this.#child.stdout;
    this.output = this.#child.stdin;
    const exited = new Promise((resolve) => {
      this.#child.on("error", (cause) => resolve({ cause }));
      this.#child.on("exit", (status, signal) => resolve({ status, signal }));
    });
    this.exited = Promise.all([exited, this.#drain(onLog)]).then(([end]) => end);
  }

  async #drain(onLog) {
    for await (const line of lines(this.#child.stderr)) {
      this.#log.push(line);
      if (this.#log.length > rememberedLines) this.#log.shift();
      onLog?.(line);
    }
  }

  /** Why nobody will answer any more. */
  async error() {
    const end = await this.exited;
    const { cause, status, signal } = end;
    const message = cause ? `The agent could not be started: ${cause.message}.` : `The agent has ended (${signal ?? `status ${status}`}).`;
    return new AgentEndedError(message, { ...end, log: [...this.#log] });
  }

  /** Ends its input, which stops it; after `patience` milliseconds it is killed. */
  async stop(patience) {
    this.output.end();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), patience);
    await this.exited;
    clearTimeout(timer);
  }
}

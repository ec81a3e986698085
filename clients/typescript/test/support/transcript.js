import { readFileSync } from "node:fs";
import { root } from "./root.js";

/** A recorded conversation of `protocol/transcripts`. */
export class Transcript {
  constructor(name) {
    this.name = name;
    const [header, ...lines] = readFileSync(`${root}protocol/transcripts/${name}`, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    Object.assign(this, { header, lines });
  }

  /** What becomes of each request by its id: the answer. */
  get answers() {
    return new Map(this.lines.filter(({ from, message }) => from === "agent" && message.method === undefined).map(({ message }) => [message.id, message]));
  }

  get notifications() {
    return this.lines.filter(({ from, message }) => from === "agent" && message.method !== undefined).map(({ message: { method, params } }) => ({ method, params }));
  }
}

/** Calls a method the way a program does, `staffetta.user.list(…)`; by its name if it has no function. */
export function call(session, { method, params }) {
  const [noun, verb] = method.split(/[/.]/);
  return session[noun]?.[verb]?.(params) ?? session.request(method, params);
}

/** What came of a call, in the words of the protocol. */
export const outcome = (promise) => promise.then((result) => ({ result }), ({ code, message, data }) => ({ error: { code, message, data } }));

export function recorded({ result, error }) {
  if (error === undefined) return { result };
  return { error: { code: error.code, message: error.message, data: error.data ?? {} } };
}

import { readFileSync } from "node:fs";
import { names, root } from "./root.js";

/** After these another agent runs, and the connection is a new one. */
const newAgent = new Set(["restart", "kill", "loseKey", "newer", "damage"]);

/** A recorded conversation of `protocol/transcripts`. */
export class Transcript {
  constructor(name) {
    this.name = name;
    const [header, ...lines] = readFileSync(`${root}protocol/transcripts/${name}`, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    Object.assign(this, { header, lines });
    this.connections = [];
    let part = [];
    for (const line of lines) {
      // A client whose beginning was refused has to begin again.
      if (newAgent.has(line.event) || (line.from === "client" && new Conversation(part).refusal)) {
        this.connections.push(new Conversation(part));
        part = [];
      }
      part.push(line);
    }
    this.connections.push(new Conversation(part));
  }
}

/** What was said on one connection. Clients always begin a session, even where the recorded one is a script. */
class Conversation {
  constructor(lines) {
    this.lines = lines;
    this.beginning = lines.find(({ message }) => message?.method === "initialize")?.message;
  }

  get event() {
    return this.lines.find(({ from }) => from === "machine")?.event;
  }

  /** The error with which no session begins, if it is so. */
  get refusal() {
    const answer = this.beginning && this.lines.find(({ from, message }) => from === "agent" && message.id === this.beginning.id)?.message;
    return answer?.error && answer;
  }

  /** Everything after the beginning. */
  get turns() {
    return this.lines.filter(({ from, message }) => message?.method !== "initialize" && !(from === "agent" && this.beginning && message.id === this.beginning.id));
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

export const transcripts = names("protocol/transcripts").filter((name) => name.endsWith(".jsonl")).map((name) => new Transcript(name));

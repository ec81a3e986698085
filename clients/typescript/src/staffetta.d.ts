import type { CallOptions } from "./methods.js";
import type { Namespaces } from "./generated/methods.js";
import type { Events, InitializeResult, PeerInfo, ProgressValue, Run } from "./generated/types.js";

interface SessionOptions {
  /** Who speaks, for the agent's log. */
  client?: PeerInfo;
  /** The user (by id) on whose behalf every request is made; absent: the host, with full rights. */
  actor?: string;
  /** Milliseconds, for every request that has none of its own. */
  timeout?: number;
}

export interface StartOptions extends SessionOptions {
  /** The agent's binary; default `staffetta`, from the path. */
  command?: string;
  /** The database file; default: in the user's data directory. */
  database?: string;
  /** No file: everything is gone at the end. */
  memory?: boolean;
  /** More options of the command line. */
  args?: string[];
  cwd?: string;
  /** Added to the environment. */
  env?: Record<string, string>;
  /** Gets each line of the agent's log (JSON). */
  onLog?: (line: string) => void;
}

export interface AttachOptions extends SessionOptions {
  /** The agent's stdout. */
  input: AsyncIterable<Uint8Array>;
  /** The agent's stdin. */
  output: { write(text: string): unknown; end(): unknown; on(event: "error", listener: (error: Error) => void): unknown };
}

export interface WaitOptions extends Omit<CallOptions, "onProgress"> {
  /** How far the run is. */
  onProgress?: (value: ProgressValue) => void;
}

/** A session with an agent: `staffetta.user.list()` calls `user/list`, and so on for every method of the protocol. */
export class Staffetta {
  private constructor();
  /** Starts an agent of one's own. */
  static start(options?: StartOptions): Promise<Staffetta>;
  /** Speaks with an agent that somebody else started, over its stdout and stdin. */
  static attach(options: AttachOptions): Promise<Staffetta>;
  /** What the agent said of itself. */
  readonly server: InitializeResult;
  /** The same session on behalf of a user (by id): every request carries it as `actor`. */
  as(actor: string): Staffetta;
  /** Any method by its name, also one that this client does not know yet. */
  request(method: string, params?: object, options?: CallOptions): Promise<any>;
  /** Calls `listener` with what each notification of this name carries; gives the function that stops it. */
  on<Name extends keyof Events>(method: Name, listener: (params: Events[Name]) => void): () => void;
  /** Notifications as they come; of one name or of all. Ends with the session. */
  events<Name extends keyof Events>(method?: Name, options?: { signal?: AbortSignal }): AsyncGenerator<{ method: Name; params: Events[Name] }, void, undefined>;
  /** The run when it has succeeded; its error, as an exception of its kind, when it has failed or was cancelled. */
  wait(run: string | Run, options?: WaitOptions): Promise<Run>;
  /** Asks the agent to leave (one that was started), or ends the connection (one that was attached to). */
  close(): Promise<void>;
}

export interface Staffetta extends Namespaces {}

/** What the agent answered instead of a result. Each kind has a class of its own; a kind that this client does not know is just this one. */
export class StaffettaError extends Error {
  constructor(code: number, message: string, data?: { kind?: string; [name: string]: any });
  /** The JSON-RPC error code. */
  readonly code: number;
  /** The stable name; programs go by it, or by the class. */
  readonly kind: string | undefined;
  /** What a program needs, by kind. */
  readonly data: { kind?: string; [name: string]: any };
}

/** The request took longer than its `timeout`; the agent was told to cancel it. */
export class TimeoutError extends Error {
  constructor(method: string, milliseconds: number);
  readonly method: string;
}

/** The agent is gone: it ended, crashed, or could not be started. */
export class AgentEndedError extends Error {
  constructor(message: string, details?: { status?: number | null; signal?: string | null; log?: string[]; cause?: unknown });
  /** The exit status, if it ended by itself. */
  readonly status?: number | null;
  /** The signal that ended it. */
  readonly signal?: string | null;
  /** The last lines of its stderr. */
  readonly log: string[];
}

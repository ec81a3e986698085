/** What the agent answered instead of a result. Each kind has a class of its own; a kind that this client does not know is just this one. */
export class StaffettaError extends Error {
  constructor(code, message, data = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.kind = data?.kind;
    this.data = data ?? {};
  }
}

/** The request took longer than its `timeout`; the agent was told to cancel it. */
export class TimeoutError extends Error {
  constructor(method, milliseconds) {
    super(`${method} took longer than ${milliseconds} ms and was cancelled.`);
    this.name = "TimeoutError";
    this.method = method;
  }
}

/** The agent is gone: it ended, crashed, or could not be started. `log` has its last words. */
export class AgentEndedError extends Error {
  constructor(message, { status, signal, log = [], cause } = {}) {
    super(log.length ? `${message} It said: ${log.at(-1)}` : message, { cause });
    this.name = "AgentEndedError";
    this.status = status;
    this.signal = signal;
    this.log = log;
  }
}

export { Staffetta } from "./staffetta.js";
export { AgentEndedError, StaffettaError, TimeoutError } from "./errors.js";
export * from "./generated/errors.js";
export { methodNames } from "./generated/methods.js";

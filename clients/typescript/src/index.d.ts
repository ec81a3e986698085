export { Staffetta } from "./staffetta.js";
export type { AttachOptions, StartOptions, WaitOptions } from "./staffetta.js";
export type { CallOptions, Pages } from "./methods.js";
export { AgentEndedError, StaffettaError, TimeoutError } from "./errors.js";
export * from "./generated/errors.js";
export * from "./generated/types.js";
export type { Namespaces } from "./generated/methods.js";
export { methodNames } from "./generated/methods.js";

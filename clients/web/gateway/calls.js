import { methodNames } from "../../typescript/src/index.js";
import { readJSON, Refusal, sendError, sendJSON } from "./http.js";
import { acting } from "./people.js";

const known = new Set(methodNames);

/** `{method, params}` from a page, with the chosen administrator as actor. What is allowed is for the agent to say. */
export async function answerCall(context) {
  const { method, params = {} } = await readJSON(context.request);
  if (!known.has(method)) throw new Refusal(404, "There is no such method.");
  if (typeof params !== "object" || params === null || "actor" in params) throw new Refusal(400, "Parameters are an object without actor.");
  const gone = new AbortController();
  context.response.on("close", () => gone.abort());
  try {
    const result = await acting(context).request(method, params, { signal: gone.signal });
    sendJSON(context.response, 200, { result });
  } catch (error) {
    if (!gone.signal.aborted) sendError(context.response, error);
  }
}

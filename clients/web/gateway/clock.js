import { readJSON, Refusal, sendError, sendJSON } from "./http.js";

/** Lets time pass, where the agent was started with a clock that stands still: for demonstrations and tests. */
export async function advanceClock({ agent, request, response }) {
  if (!agent.server.virtualClock) throw new Refusal(404, "The agent keeps real time.");
  const { seconds } = await readJSON(request);
  try {
    sendJSON(response, 200, { result: seconds ? await agent.clock.advance({ seconds }) : await agent.clock.get() });
  } catch (error) {
    sendError(response, error);
  }
}

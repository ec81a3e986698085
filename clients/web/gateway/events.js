import { acting } from "./people.js";

const names = new Set(["run/changed", "integration/changed", "user/changed", "notification/created", "$/progress"]);

/** Notifications as server-sent events, while the administrator may see them. */
export async function streamEvents(context) {
  const { agent, session, response } = context;
  await acting(context).account.get();
  response.writeHead(200, { "content-type": "text/event-stream" }).write(": connected\n\n");
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  for await (const { method, params } of agent.events(undefined, { signal: gone.signal })) {
    if (!names.has(method)) continue;
    if (method === "notification/created" && !params.recipients.includes(session.actor)) continue;
    response.write(`data: ${JSON.stringify({ method, params })}\n\n`);
  }
  response.end();
}

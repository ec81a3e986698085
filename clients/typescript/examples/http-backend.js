import { createServer } from "node:http";
import { StaffettaError } from "../src/index.js";

const statuses = { forbidden: 403, notFound: 404 };

/** `signedIn(request)` gives the id of the agent's user, as your sign-in knows it, or undefined. */
export function createBackend(agent, signedIn) {
  const routes = {
    POST: async (acting, [noun, verb], request, response) => {
      if (!request.headers["content-type"]?.startsWith("application/json")) return response.writeHead(415).end();
      const { actor, ...params } = JSON.parse(Buffer.concat(await request.toArray()));
      response.end(JSON.stringify(await acting.request(`${noun}/${verb}`, params, { timeout: 60_000 })));
    },
    GET: async (acting, [what, run, file], request, response) => {
      if (what === "events") return acting.integration.list().then(() => follow(agent, response)); // who may not see them may not listen either
      const { name, csv } = await acting.run.export({ run, category: file.replace(/\.csv$/, "") });
      response.writeHead(200, { "content-type": "text/csv", "content-disposition": `attachment; filename="${name}"` }).end(csv);
    },
  };
  return createServer(async (request, response) => {
    const [, prefix, ...path] = request.url.split("/");
    const user = signedIn(request);
    if (prefix !== "hris" || !user || !routes[request.method]) return response.writeHead(user ? 404 : 401).end();
    await routes[request.method](agent.as(user), path, request, response).catch((error) => {
      const isRefusal = error instanceof StaffettaError;
      response.writeHead(isRefusal ? statuses[error.kind] ?? 409 : 500).end(JSON.stringify(isRefusal ? { message: error.message, ...error.data } : {}));
    });
  });
}

function follow(agent, response) {
  response.writeHead(200, { "content-type": "text/event-stream" }).write(": here is what runs do\n\n");
  response.on("close", agent.on("run/changed", (event) => response.write(`data: ${JSON.stringify(event)}\n\n`)));
}

/** A request that is not served, with its HTTP status and a reason for the reader. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const maximumBody = 16 << 20;

export async function readJSON(request) {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) throw new Refusal(415, "Send JSON.");
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > maximumBody) throw new Refusal(413, "That is more than 16 MiB.");
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new Refusal(400, "That is not JSON.");
  }
}

export function sendJSON(response, status, value) {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

/** The error object of the protocol, as the browser gets it. */
export function sendError(response, error) {
  if (error.code === undefined || typeof error.code === "string") throw error;
  sendJSON(response, 200, { error: { code: error.code, message: error.message, data: error.data } });
}

/** What the agent, or the gateway, answered instead of a result. */
export class CallError extends Error {
  constructor({ code, message, data }) {
    super(message);
    this.code = code;
    this.kind = data?.kind;
    this.data = data ?? {};
  }
}

async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new CallError({ message: "The gateway does not answer. Is it still running?" });
  }
  const answer = await response.json().catch(() => ({ error: { message: "The gateway has a fault." } }));
  if (answer.error) throw Object.assign(new CallError(answer.error), { status: response.status });
  return answer;
}

/** A method of the protocol, on behalf of the chosen administrator. */
export const call = async (method, params = {}) => (await ask("/api/call", { method, params })).result;
export const getSession = () => ask("/api/session");
export const chooseAdministrator = (actor) => ask("/api/session", { actor });
export const createAdministrator = async (person) => (await ask("/api/administrator", person)).result;
export const clock = async (seconds = 0) => (await ask("/api/clock", { seconds })).result;

/** Every item of a list, for lists that are short. */
export async function all(method, params = {}) {
  const items = [];
  for (let cursor; ;) {
    const page = await call(method, { ...params, limit: 1000, ...(cursor ? { cursor } : {}) });
    items.push(...page.items);
    if (!(cursor = page.nextCursor)) return items;
  }
}

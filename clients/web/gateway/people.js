import { readJSON, sendError, sendJSON, Refusal } from "./http.js";

/** Who can be acted for. The gateway asks as the host, as an admin back end would look up who is signed in. */
async function administrators(agent) {
  const people = [];
  for (const role of ["administrator", "superuser"]) {
    for await (const { id, firstName, lastName, email } of agent.user.list({ role })) people.push({ id, role, firstName, lastName, email });
  }
  return people;
}

export async function describeSession({ agent, session, response }) {
  const people = await administrators(agent);
  if (!people.some(({ id }) => id === session.actor)) session.actor = people[0]?.id;
  const { virtualClock, server } = agent.server;
  sendJSON(response, 200, { actor: people.find(({ id }) => id === session.actor), administrators: people, virtualClock, server });
}

export async function chooseAdministrator({ agent, session, request, response }) {
  const { actor } = await readJSON(request);
  if (!(await administrators(agent)).some(({ id }) => id === actor)) throw new Refusal(403, "Nobody of this id is an administrator or superuser.");
  session.actor = actor;
  sendJSON(response, 200, {});
}

/** The very first one, when there is nobody yet on whose behalf it could be asked for. */
export async function createAdministrator({ agent, session, request, response }) {
  const { firstName, lastName, email } = await readJSON(request);
  if ((await administrators(agent)).length) throw new Refusal(409, "There is an administrator already.");
  try {
    const user = await agent.user.create({ firstName, lastName, ...(email ? { email } : {}), role: "administrator" });
    session.actor = user.id;
    sendJSON(response, 200, { result: user });
  } catch (error) {
    sendError(response, error);
  }
}

/** The agent on behalf of the chosen administrator. */
export function acting({ agent, session }) {
  if (!session.actor) throw new Refusal(403, "Choose an administrator first.");
  return agent.as(session.actor);
}

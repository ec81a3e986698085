#!/usr/bin/env node
// Starts an agent and serves the pages on it. `main.js --help` says how.
import { parseArgs } from "node:util";
import { Staffetta } from "../../typescript/src/index.js";
import { Gateway } from "./gateway.js";

const help = `The guide's pages in a browser, on an agent of their own.

  node clients/web/gateway/main.js [options]

  --agent PATH        the agent's binary (default: staffetta)
  --database PATH     its database (default: in the user's data directory)
  --files DIR         where the file connector may read
  --host HOST         where to listen (default: 127.0.0.1; only this machine can reach it)
  --port PORT         (default: 8477; 0: any that is free)
  --agent-option X    one more option of the agent; may be repeated, for example
                      --agent-option=--virtual-clock --agent-option=2026-01-05T08:00:00Z`;

const { values } = parseArgs({
  options: {
    agent: { type: "string", default: "staffetta" },
    database: { type: "string" },
    files: { type: "string" },
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8477" },
    "agent-option": { type: "string", multiple: true, default: [] },
    help: { type: "boolean" },
  },
});

async function main() {
  const files = values.files ? ["--files", values.files] : [];
  const agent = await Staffetta.start({
    command: values.agent,
    database: values.database,
    args: [...files, ...values["agent-option"]],
    client: { name: "staffetta-web", version: "1.0.0" },
  });
  const gateway = new Gateway(agent);
  const leave = async () => {
    await gateway.close();
    await agent.close();
  };
  try {
    console.log(`Staffetta is at ${await gateway.listen(values.host, Number(values.port))}`);
  } catch (error) {
    await agent.close();
    throw error.code === "EADDRINUSE" ? new Error(`Port ${values.port} is in use. Choose another with --port (make web PORT=…), or 0 for any.`) : error;
  }
  let isLeaving = false;
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => { isLeaving = true; leave(); });
  for await (const _ of agent.events()) { /* until the agent is gone */ }
  if (isLeaving) return;
  await gateway.close();
  throw await agent.account.get().then(() => new Error("The agent has ended."), (error) => error);
}

if (values.help) {
  console.log(help);
} else {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

// From nothing to a first sync:  node clients/typescript/examples/first-sync.js [DATABASE]
import { Staffetta } from "../src/index.js";

const staffetta = await Staffetta.start({ command: process.env.STAFFETTA, database: process.argv[2] ?? "people.sqlite" });
await staffetta.feature.enable({ feature: "hrisIntegration", acceptSubprocessor: true });
await staffetta.integration.connect({ connector: "demo", name: "Demo", authorization: { kind: "none", fields: {} } });
await staffetta.integration.configure({ integration: "Demo", configuration: {} });
const { run: test } = await staffetta.integration.runTest({ integration: "Demo" });
console.log((await staffetta.wait(test)).summary); // who would be created, updated, deleted
const { run } = await staffetta.integration.enable({ integration: "Demo" });
await staffetta.wait(run, { onProgress: ({ read, total }) => console.log(`${read} of ${total}`) });
for await (const user of staffetta.user.list()) console.log(user.firstName, user.lastName, user.email);
await staffetta.close();

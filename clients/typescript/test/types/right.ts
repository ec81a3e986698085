import { LimitReachedError, Staffetta, type Row, type User } from "../../src/index.js";

const staffetta = await Staffetta.start({ memory: true, timeout: 1000 });
const page = await staffetta.user.list({ role: "administrator", limit: 10 });
const names: string[] = page.items.map((user: User) => user.firstName);
for await (const row of staffetta.run.rows({ run: "r1", category: "created" }, { signal: new AbortController().signal })) {
  const whole: Row = row;
  names.push(whole.lastName ?? "");
}
staffetta.on("run/changed", ({ run }) => names.push(run.state));
const { run } = await staffetta.integration.runTest({ integration: "Demo" });
const ended = await staffetta.wait(run, { onProgress: ({ read, total }) => names.push(`${read} of ${total ?? "?"}`) });
await staffetta.user.update({ user: "u1", email: null });
try {
  await staffetta.as("u1").integration.sync({ integration: "Demo", plan: ended.id });
} catch (error) {
  if (error instanceof LimitReachedError) names.push(error.data.retryAt);
}
await staffetta.close();

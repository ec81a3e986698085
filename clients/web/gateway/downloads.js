import { acting } from "./people.js";
import { Refusal } from "./http.js";

/** How many rows are asked for at once. */
const limit = 1000;

/** A CSV file, written as it comes: `?run=…&category=…`, or `?users=create|edit`. */
export async function sendExport(context) {
  const { url, response } = context;
  const agent = acting(context);
  const { run, category, users } = Object.fromEntries(url.searchParams);
  const page = (cursor) => run
    ? agent.run.export({ run, category, bom: true, limit, ...(cursor ? { cursor } : {}) })
    : agent.user.export({ template: users, bom: true, limit, ...(cursor ? { cursor } : {}) });
  let part = await page().catch((error) => { throw new Refusal(409, error.message); });
  response.writeHead(200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${part.name.replace(/[^\w.-]+/g, "-")}"` });
  for (;;) {
    if (part.csv) response.write(part.csv);
    if (part.nextCursor === undefined) break;
    part = await page(part.nextCursor);
  }
  response.end();
}

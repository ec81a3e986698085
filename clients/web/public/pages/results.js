import { all, call } from "../api.js";
import { h } from "../dom.js";
import { crumbs } from "../parts/crumbs.js";
import { emptyState, PagedList, search } from "../parts/list.js";
import { notice } from "../parts/notice.js";
import { counts, isOver, runBadge, runningBanner } from "../parts/runs.js";
import { rowHead, runRow } from "../parts/rows.js";
import { reload, navigate } from "../router.js";
import { runActions } from "../results/actions.js";
import { alerts } from "../results/alerts.js";
import * as words from "../words.js";

const countOf = {
  created: (summary) => summary.created, updated: (summary) => summary.updated, deleted: (summary) => summary.deleted + summary.deletionsHeld,
  conflict: (summary) => summary.conflicts, skipped: (summary) => summary.skipped,
};

/** The results of a test or a sync: who, what, why. */
export async function results(context) {
  const run = await call("run/get", { run: context.params.run });
  const [integration, attributes] = await Promise.all([call("integration/get", { integration: run.integration }), all("attribute/list")]);
  const place = h("div", {});
  if (!isOver(run)) return [...head(run, integration), runningBanner(run, context, reload)];
  const failed = run.error ? notice("error", h("strong", {}, run.kind === "test" ? "The test did not finish" : "The sync did not finish"), h("p", {}, run.error.message)) : null;
  if (!run.summary) return [...head(run, integration), failed, h("div", { class: "list" }, emptyState("No results", `This run ${run.state === "cancelled" ? "was cancelled before it had a plan" : "has no plan"}. Nobody was changed.`))];
  const table = await rows(run, integration, attributes, context).catch((error) => {
    if (error.kind !== "resultsExpired") throw error;
  });
  if (!table) return [...head(run, integration), failed, totals(run.summary), h("div", { class: "list" }, emptyState("These results have expired", `The rows of a run are kept for a day and erased then. What remains: ${counts(run.summary)}.`))];
  return [...head(run, integration, runActions(run, integration, place)), place, failed, totals(run.summary), ...alerts(run, integration, attributes), ...table];
}

function head(run, integration, actions) {
  const facts = [words.time(run.startedAt), words.triggers[run.trigger] ?? run.trigger, run.resultsExpireAt ? `results are kept until ${words.time(run.resultsExpireAt)}` : null];
  const base = `/settings/integrations/${integration.id}`;
  return [
    crumbs(["/settings/integrations", "Integrations"], [base, integration.name], [`${base}/runs`, "Runs"]),
    h("div", { class: "page-head" },
      h("div", {}, h("h1", {}, `${words.kinds[run.kind] ?? run.kind} of ${integration.name}`), h("p", { class: "lead" }, runBadge(run), " ", facts.filter(Boolean).join(" · "))), actions ? h("div", { class: "actions" }, actions) : null),
  ];
}

function totals(summary) {
  const excluded = Object.entries(summary.excluded).filter(([, count]) => count).map(([reason, count]) => `${words.number(count)} ${words.exclusions[reason] ?? reason}`);
  return h("p", { class: "muted" }, `${words.count(summary.employees, "employee")} read · ${words.number(summary.unchanged)} unchanged${excluded.map((each) => ` · ${each}`).join("")}`);
}

/** The categories as tabs, each with its number, its file and its table. */
async function rows(run, integration, attributes, context) {
  const names = Object.keys(words.categories);
  const wanted = context.query.get("category") ?? names.find((name) => countOf[name](run.summary) > 0) ?? "created";
  const query = context.query.get("query") ?? "";
  const list = new PagedList({
    method: "run/rows", params: { run: run.id, category: wanted, ...(query ? { query } : {}) }, label: words.categories[wanted], head: rowHead,
    row: (row) => runRow(row, { attributes, run, integration }),
    empty: (params) => params.query ? emptyState("Nobody found", "Names, addresses and external IDs are searched from their beginning.") : emptyState(`Nobody is ${word(wanted)}`, "This category is empty, so there is no file for it either."),
  });
  const categories = h("nav", { class: "tabs", "aria-label": "Categories" }, names.map((name) =>
    h("a", { href: `/runs/${run.id}?category=${name}`, "aria-current": name === wanted ? "page" : undefined }, words.categories[name], h("span", { class: "number" }, words.number(countOf[name](run.summary))))));
  await list.read();
  const find = search(`Search in ${words.categories[wanted].toLowerCase()}`, (text) => {
    history.replaceState(null, "", `/runs/${run.id}?category=${wanted}${text ? `&query=${encodeURIComponent(text)}` : ""}`);
    list.read({ run: run.id, category: wanted, ...(text ? { query: text } : {}) });
  }, { placeholder: "Name, email or external ID", value: query });
  return [downloads(run), categories, h("div", { class: "toolbar" }, find, await comparison(run, integration)), list.element];
}

const word = (category) => ({ conflict: "in conflict" })[category] ?? words.categories[category].toLowerCase();

function downloads(run) {
  const files = ["created", "updated", "deleted"].map((name) => [name, countOf[name](run.summary)]);
  return h("section", { class: "actions", "aria-label": "CSV files" }, h("span", { class: "muted" }, "CSV files:"), files.map(([name, count]) => count
    ? h("a", { class: "button small", href: `/api/export?run=${encodeURIComponent(run.id)}&category=${name}`, download: true }, `${words.categories[name]} (${words.number(count)})`)
    : h("span", { class: "help" }, `${words.categories[name]}: no users, no file`)));
}

/** A choice of the other runs to compare with. */
async function comparison(run, integration) {
  const { items } = await call("run/list", { integration: integration.id, limit: 20 });
  const others = items.filter((each) => each.id !== run.id && each.summary && each.resultsExpireAt);
  if (!others.length) return null;
  return h("select", { "aria-label": "Compare with another run", value: "", onchange: (event) => navigate(`/runs/${run.id}/compare?with=${encodeURIComponent(event.target.value)}`) },
    h("option", { value: "" }, "Compare with…"), others.map((each) => h("option", { value: each.id }, `${words.kinds[each.kind]} of ${words.time(each.startedAt)}`)));
}


import { call } from "../api.js";
import { h } from "../dom.js";
import { integrationHead } from "../parts/integration-head.js";
import { emptyState, PagedList } from "../parts/list.js";
import { counts, runBadge, followRuns } from "../parts/runs.js";
import { navigate, reload } from "../router.js";
import * as words from "../words.js";

/** The history of an integration's runs. */
export async function integrationRuns(context) {
  const integration = await call("integration/get", { integration: context.params.integration });
  const running = h("div", {});
  followRuns(running, integration, context, reload);
  const kind = context.query.get("kind");
  const params = { integration: integration.id, ...(kind ? { kind } : {}) };
  const list = new PagedList({
    method: "run/list", params, label: "Runs", head: ["Run", "State", "Result", "Took"], row,
    empty: () => emptyState("No runs yet", "Tests and syncs are listed here, the newest first."),
  });
  const chosen = h("select", { "aria-label": "Kind of run", value: kind ?? "", onchange: (event) => navigate(`?${event.target.value ? `kind=${event.target.value}` : ""}`) },
    [["", "Tests and syncs"], ["test", "Tests"], ["sync", "Syncs"]].map(([value, label]) => h("option", { value }, label)));
  await list.read();
  return [...integrationHead(integration, "/runs"), running, h("div", { class: "toolbar" }, chosen), list.element];
}

function row(run) {
  return h("tr", {},
    h("td", {}, h("a", { href: `/runs/${run.id}` }, `${words.kinds[run.kind] ?? run.kind}, ${words.time(run.startedAt)}`), h("span", { class: "sub" }, words.triggers[run.trigger] ?? run.trigger)),
    h("td", {}, runBadge(run)),
    h("td", {}, run.summary ? counts(run.summary) : "", run.error ? h("span", { class: "sub" }, run.error.message) : null, run.undoneAt ? h("span", { class: "sub" }, `Undone ${words.time(run.undoneAt)}`) : null),
    h("td", { class: "number nowrap" }, run.endedAt ? duration(new Date(run.endedAt) - new Date(run.startedAt)) : ""));
}

function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

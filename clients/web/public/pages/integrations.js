import { all, call } from "../api.js";
import { h } from "../dom.js";
import { emptyState } from "../parts/list.js";
import { badge, counts, runBadge, followRuns } from "../parts/runs.js";
import { notice } from "../parts/notice.js";
import { reload } from "../router.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** Settings › Integrations: every connection to an HR system. */
export async function integrations(context) {
  const [list, features, connectors] = await Promise.all([all("integration/list"), call("feature/list"), all("connector/list")]);
  const feature = features.items.find((each) => each.name === "hrisIntegration");
  const names = Object.fromEntries(connectors.map((each) => [each.id, each.name]));
  context.on("integration/changed", reload);
  const connect = (label) => h("a", { class: "button primary", href: "/settings/integrations/new" }, label);
  const off = feature && !feature.enabled;
  return [
    head("Integrations", "Your users follow your HR system: created, updated and deleted without manual work.", list.length && !off ? connect("Connect with HRIS") : null),
    off ? notice("warning", h("p", {}, `${feature.title} is off.`), h("div", { class: "actions" }, h("a", { class: "button small", href: "/settings/features" }, "Go to Features"))) : null,
    list.length ? list.map((each) => entry(each, names, context)) : h("div", { class: "list" }, off
      ? emptyState("First enable the feature", "HRIS Integration is switched on under Features. It takes one click and the acceptance of the terms.", h("a", { class: "button primary", href: "/settings/features" }, "Go to Features"))
      : emptyState("Connect your HR system", "Pick it from the list, authorise it, and choose what is synced. A test then shows exactly what would happen, before anything does.", connect("Connect with HRIS"))),
  ];
}

export function stateBadges(integration) {
  const level = { connected: "success", needsAuthorization: "error", authorizing: "warning" }[integration.state] ?? "neutral";
  return h("span", { class: "badges" }, badge(level, words.integrationStates[integration.state] ?? integration.state), integration.enabled ? badge("success", "Enabled") : badge("neutral", "Not enabled"));
}

function entry(integration, names, context) {
  const running = h("div", {});
  followRuns(running, integration, context, reload);
  const last = (title, run) => h("div", {}, h("dt", {}, title), h("dd", {}, run ? h("a", { href: `/runs/${run.id}` }, words.time(run.startedAt)) : "none yet",
    run ? h("span", { class: "badges" }, " ", runBadge(run)) : null, run?.summary ? h("span", { class: "help" }, h("br"), counts(run.summary)) : null));
  return h("article", { class: "box" },
    h("div", { class: "spread" },
      h("div", {}, h("h2", {}, h("a", { href: `/settings/integrations/${integration.id}` }, integration.name)), h("p", { class: "muted" }, names[integration.connector] ?? integration.connector)),
      stateBadges(integration)),
    running,
    h("dl", { class: "facts" }, last("Last test", integration.lastTest), last("Last sync", integration.lastSync),
      h("div", {}, h("dt", {}, "Next sync"), h("dd", {}, integration.nextSyncAt ? words.time(integration.nextSyncAt) : "not scheduled"))));
}

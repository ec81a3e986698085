import { call } from "../api.js";
import { h } from "../dom.js";
import { openDialog, ask } from "../parts/dialog.js";
import { busy, toast } from "../parts/notice.js";
import { badge } from "../parts/runs.js";
import { reload } from "../router.js";
import * as words from "../words.js";

/** Settings › Features: what can be switched on, and the terms that have to be accepted first. */
export async function features() {
  const { items } = await call("feature/list");
  const categories = [...new Set(items.map((each) => each.category))];
  return [
    head("Features", "Switch on what your organisation uses."),
    categories.map((category) => h("section", { class: "box" }, h("h2", {}, category), items.filter((each) => each.category === category).map(entry))),
  ];
}

export const head = (title, lead, ...actions) =>
  h("div", { class: "page-head" }, h("div", {}, h("h1", {}, title), lead ? h("p", { class: "lead" }, lead) : null), actions.length ? h("div", { class: "actions" }, actions) : null);

function entry(feature) {
  const place = h("div", {});
  const button = feature.enabled
    ? h("button", { onclick: busy(place, () => disable(feature)) }, "Disable")
    : h("button", { class: "primary", onclick: busy(place, () => enable(feature)) }, "Enable");
  return h("div", { class: "stack tight" },
    h("div", { class: "spread" }, h("div", {}, h("h3", {}, feature.title, " ", feature.enabled ? badge("success", "On") : badge("neutral", "Off")),
      feature.acceptance ? h("p", { class: "help" }, `Sub-processor terms (version ${feature.acceptance.version}) accepted on ${words.time(feature.acceptance.at)}.`) : null),
    h("div", { class: "actions" }, feature.enabled ? h("a", { class: "button primary", href: "/settings/integrations" }, "Go to Integrations") : null, button)), place);
}

/** The agent says whether terms have to be accepted. */
async function enable(feature) {
  try {
    await call("feature/enable", { feature: feature.name });
  } catch (error) {
    if (error.kind !== "acceptanceRequired") throw error;
    if (!(await accept(feature, error.data.terms))) return;
  }
  await reload();
  toast(`${feature.title} is on.`);
}

function accept(feature, terms) {
  return openDialog({
    title: `Enable ${feature.title}`,
    content: [
      h("p", {}, h("strong", {}, "Important: "), "this feature requires a sub-processor to handle personal data."),
      h("div", { class: "terms", tabindex: 0, role: "region", "aria-label": "Terms" }, (terms ?? feature.terms).text),
      h("div", { class: "toggle" }, h("input", { type: "checkbox", id: "accept", required: true }), h("label", { for: "accept" }, "I have read this and accept it for my organisation")),
    ],
    actions: [{ label: "Accept", run: () => call("feature/enable", { feature: feature.name, acceptSubprocessor: true }) }],
  });
}

async function disable(feature) {
  const sure = await ask(`Disable ${feature.title}?`, h("p", {}, "No more syncs until it is on again. Nothing is deleted."), "Disable", "danger");
  if (!sure) return;
  await call("feature/disable", { feature: feature.name });
  await reload();
}

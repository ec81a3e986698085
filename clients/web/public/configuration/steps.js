import { h } from "../dom.js";

/** Where somebody is who sets this up for the first time; nothing once it is enabled. */
export function steps(integration, isConfigured) {
  if (integration.enabled || integration.lastSync) return null;
  const all = [
    ["Enable the feature", true],
    ["Connect", integration.state === "connected"],
    ["Configure and save", isConfigured],
    ["Test", integration.lastTest !== undefined],
    ["Enable", integration.enabled],
  ];
  const current = all.findIndex(([, isDone]) => !isDone);
  return h("ol", { class: "steps box", "aria-label": "Setting up" }, all.map(([title, isDone], index) =>
    h("li", { class: isDone ? "done" : "", "aria-current": index === current ? "step" : undefined }, title, isDone ? h("span", { class: "unseen" }, " (done)") : null)));
}

import { call } from "../api.js";
import { fill, h } from "../dom.js";
import * as words from "../words.js";

const ended = new Set(["succeeded", "failed", "cancelled"]);
const levels = { succeeded: "success", failed: "error", cancelled: "neutral" };

export const isOver = (run) => ended.has(run.state);
export const badge = (level, text) => h("span", { class: `badge ${level}` }, text);
export const runBadge = (run) => badge(levels[run.state] ?? "info", words.states[run.state] ?? run.state);

/** `12 created, 3 updated` */
export function counts({ created, updated, deleted, conflicts, skipped, deletionsHeld }) {
  const parts = [[created, "created"], [updated, "updated"], [deleted, "deleted"], [deletionsHeld, "held back"], [conflicts, conflicts === 1 ? "conflict" : "conflicts"], [skipped, "skipped"]];
  const shown = parts.filter(([value]) => value).map(([value, word]) => `${words.number(value)} ${word}`);
  return shown.length ? shown.join(" · ") : "no changes";
}

/** “Test is running”, with a bar, kept up to date until it is over; then `done(run)`. */
export function runningBanner(run, context, done) {
  const title = h("strong", {}, run.kind === "test" ? "Test is running" : "Sync is running");
  const detail = h("span", { class: "muted" });
  const bar = h("progress", { "aria-label": `${words.kinds[run.kind] ?? run.kind} progress` });
  const cancel = h("button", { class: "small", onclick: async () => {
    cancel.setAttribute("aria-disabled", "true");
    await call("run/cancel", { run: run.id }).catch((error) => { detail.textContent = error.message; });
  } }, "Cancel");
  const draw = ({ phase, read, total }) => {
    detail.textContent = `${words.states[phase] ?? phase} · ${total === undefined ? words.count(read, "employee") : `${words.number(read)} of ${words.count(total, "employee")}`}`;
    if (total) Object.assign(bar, { max: total, value: read });
    else bar.removeAttribute("value");
  };
  draw({ phase: run.state, ...run.progress });
  context.on("$/progress", ({ token, value }) => { if (token === run.id) draw(value); });
  let isDone = false;
  const settle = (now) => {
    if (now.id !== run.id) return;
    if (!isOver(now)) return draw({ phase: now.state, ...now.progress });
    if (!isDone) done(now);
    isDone = true;
  };
  context.on("run/changed", (event) => settle(event.run));
  // It may have ended between the page's question and this stream.
  call("run/get", { run: run.id }).then(settle, () => {});
  return h("div", { class: "notice info running", role: "status" }, h("div", { class: "notice-body" }, h("div", { class: "spread" }, h("div", {}, title, " ", detail), cancel), bar));
}

const told = new Set();

/** Shows in `place` the banner of what runs, now or later, while the page is open; `done(run)` when it is over. */
export function followRuns(place, integration, context, done) {
  const finish = (run) => {
    if (told.has(run.id)) return;
    told.add(run.id);
    done(run);
  };
  let shown;
  const show = (run) => {
    if (run.integration !== integration.id || run.id === shown || isOver(run)) return;
    shown = run.id;
    fill(place, runningBanner(run, context, finish));
  };
  context.on("run/changed", (event) => show(event.run));
  if (integration.running) show(integration.running);
  // What began, or even ended, before this page heard anything.
  call("run/list", { integration: integration.id, limit: 1 }).then(({ items: [newest] }) => {
    if (!newest || context.signal.aborted) return;
    const known = [integration.lastTest?.id, integration.lastSync?.id];
    if (!isOver(newest)) show(newest);
    else if (!known.includes(newest.id)) finish(newest);
  }, () => {});
}

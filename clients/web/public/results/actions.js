import { call } from "../api.js";
import { h } from "../dom.js";
import { ask, openDialog, withConfirmation } from "../parts/dialog.js";
import { enable } from "../parts/integration-head.js";
import { busy, notice, problemList, toast } from "../parts/notice.js";
import { isOver } from "../parts/runs.js";
import { navigate, reload } from "../router.js";
import { namesOf } from "./alerts.js";
import * as words from "../words.js";

/** What can be done with the results of a run. `place` shows what fails. */
export function runActions(run, integration, place) {
  if (!isOver(run) || run.state !== "succeeded") return null;
  if (run.kind === "sync") return run.undoneAt ? null : h("button", { onclick: busy(place, () => undo(run)) }, "Undo this sync");
  const held = run.summary.deletionsHeld > 0 || run.summary.safeguards.length > 0;
  return [
    h("button", { onclick: stale(place, () => apply(run, integration, false)) }, "Apply this test"),
    held ? h("button", { class: "danger", onclick: stale(place, () => apply(run, integration, true)) }, "Apply with what is held back") : null,
    integration.enabled ? null : h("button", { class: "primary", onclick: busy(place, () => enable(integration)) }, "Enable"),
  ];
}

/** Exactly the reviewed rows, without asking the HR system again. */
async function apply(run, integration, includeHeld) {
  const { summary } = run;
  const facts = [
    `${words.count(summary.created, "user")} created, ${words.number(summary.updated)} updated, ${words.number(summary.deleted + (includeHeld ? summary.deletionsHeld : 0))} deleted.`,
    summary.needsLink ? `${words.count(summary.needsLink, "user")} of them will be linked.` : null,
    includeHeld ? "This includes what a safeguard holds back." : summary.deletionsHeld ? `${words.count(summary.deletionsHeld, "deletion")} stay${summary.deletionsHeld === 1 ? "s" : ""} held back.` : null,
  ];
  const sure = await ask("Apply exactly these results?", [h("p", {}, facts.filter(Boolean).join(" ")), h("p", { class: "muted" }, "The HR system is not asked again. If anything that matters has changed since the test, nothing is applied.")],
    includeHeld ? "Apply with what is held back" : "Apply", includeHeld ? "danger" : "primary");
  if (!sure) return;
  const params = { integration: integration.id, plan: run.id, ...(includeHeld ? { includeHeld } : {}) };
  const result = await withConfirmation("Link administrators?", "Link them, too", (confirm) => call("integration/sync", { ...params, ...confirm }), { kind: "danger", describe: namesOf });
  if (result) await navigate(`/runs/${result.run.id}`);
}

/** A plan that is no longer true is refused with what has changed. */
function stale(place, work) {
  return busy(place, async () => {
    try {
      await work();
    } catch (error) {
      if (error.kind !== "planStale") throw error;
      place.replaceChildren(notice("warning", h("strong", {}, "This test is out of date"), h("p", {}, error.message), await changedList(error.data.changed ?? [])));
    }
  });
}

async function changedList(changed) {
  const entries = await Promise.all(changed.slice(0, 20).map(async ({ what, id }) => {
    const word = words.staleThings[what] ?? words.spaced(what);
    if (what !== "user" || !id) return id ? `${words.sentence(word)}: ${id}` : words.sentence(word);
    return `User: ${await call("user/get", { user: id }).then(words.fullName, () => `${id}, deleted since`)}`;
  }));
  return h("ul", { class: "problems" }, entries.map((each) => h("li", {}, each)), changed.length > 20 ? h("li", {}, `and ${changed.length - 20} more`) : null);
}

async function undo(run) {
  const result = await openDialog({
    title: "Undo this sync?",
    content: [
      h("p", {}, "Deleted users come back, changed fields get their old values and created users go, as far as nobody changed them since."),
      h("p", {}, "The integration is disabled, since the next sync would do the same again."),
    ],
    actions: [{ label: "Undo", kind: "danger", run: () => call("run/undo", { run: run.id }) }],
  });
  if (!result) return;
  toast(`Undone: ${result.recreated} recreated, ${result.reverted} reverted, ${result.removed} removed.`);
  if (result.untouched.length) {
    await openDialog({ title: "Some things stay as they are", content: [h("p", {}, words.count(result.untouched.length, "thing") + " could not be undone:"), problemList(result.untouched)], actions: [], closeLabel: "Close" });
  }
  await reload();
}


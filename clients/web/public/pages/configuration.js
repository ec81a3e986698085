import { all, call } from "../api.js";
import { fill, h } from "../dom.js";
import { ask } from "../parts/dialog.js";
import { integrationHead } from "../parts/integration-head.js";
import { busy, failure, notice, problemList, toast } from "../parts/notice.js";
import { counts, followRuns } from "../parts/runs.js";
import { tabs } from "../parts/tabs.js";
import { reload } from "../router.js";
import { advanced } from "../configuration/advanced.js";
import { filters } from "../configuration/filters.js";
import { lifecycle } from "../configuration/lifecycle.js";
import { mapping } from "../configuration/mapping.js";
import { steps } from "../configuration/steps.js";

const sections = [
  ["lifecycle", "Lifecycle", lifecycle], ["attributeMapping", "Attribute mapping", mapping], ["filters", "Filters", filters], ["advanced", "Advanced", advanced],
];

/** The configuration of an integration: four tabs on one draft, saved as a whole. */
export async function configuration(context) {
  const id = context.params.integration;
  const [integration, saved, attributes, account] = await Promise.all([
    call("integration/get", { integration: id }), call("integration/configuration", { integration: id }), all("attribute/list"), call("account/get"),
  ]);
  const draft = structuredClone(saved.configuration);
  const work = { integration, draft, attributes, account, fields: undefined, fieldsError: undefined, changed: () => drawBar() };
  const isDirty = (section) => JSON.stringify(section ? draft[section] : draft) !== JSON.stringify(section ? saved.configuration[section] : saved.configuration);
  context.isDirty = () => isDirty();

  const running = h("div", {});
  fill(running, lastTest(integration.lastTest, integration.lastSync));
  followRuns(running, integration, context, async (run) => {
    fill(running, lastTest(run));
    await refresh();
  });
  const refresh = async () => { if (!isDirty()) await reload(); };
  context.on("integration/changed", (event) => {
    const now = event.integration;
    if (now.id !== integration.id || now.running || integration.running) return;
    if (now.enabled !== integration.enabled || now.state !== integration.state || now.name !== integration.name) refresh();
  });

  const outcome = h("div", {});
  const place = h("div", {});
  const bar = h("div", { class: "save-bar", role: "region", "aria-label": "Saving" });
  const save = async (revision) => {
    const before = saved.configuration.advanced.referenceEmployeeId;
    const result = await call("integration/configure", { integration: id, configuration: draft, revision });
    Object.assign(saved, { configuration: result.configuration, revision: result.revision });
    integration.configured = true;
    for (const section of Object.keys(draft)) draft[section] = structuredClone(result.configuration[section]);
    work.saved = result;
    toast("Saved.");
    if (before !== draft.advanced.referenceEmployeeId) await readFields();
    drawSteps();
    panel.draw();
    drawBar();
    fill(outcome, result.warnings.length ? notice("warning", h("p", {}, "Saved. Please have a second look:"), problemList(result.warnings)) : null);
  };
  const saveOrResolve = busy(place, async () => {
    try {
      await save(saved.revision);
    } catch (error) {
      if (error.kind !== "revisionConflict") throw error;
      await resolveConflict(() => save(error.data.revision));
    }
  });
  function drawBar() {
    panel?.mark((name) => isDirty(name));
    const dirty = isDirty();
    bar.hidden = !dirty && integration.configured;
    fill(bar, h("span", {}, dirty ? "You have changes that are not saved." : "Nothing is saved yet. Save when the settings suit you; you can change them at any time."),
      h("div", { class: "actions" }, dirty && integration.configured ? h("button", { onclick: discard }, "Discard") : null, h("button", { class: "primary", onclick: saveOrResolve }, "Save")));
  }
  const discard = () => { context.isDirty = undefined; reload(); };

  const guide = h("div", {});
  const drawSteps = () => fill(guide, steps(integration, integration.configured));
  let panel;
  const readFields = async () => {
    try {
      Object.assign(work, { fields: await call("integration/fields", { integration: id }), fieldsError: undefined });
    } catch (error) {
      work.fieldsError = error;
    }
  };
  // The page does not wait for the HR system.
  readFields().then(() => { if (!context.signal.aborted && panel.current !== "lifecycle") panel.draw(); });
  panel = tabs("Configuration", sections.map(([name, title, draw]) => ({ name, title, draw: () => h("div", { class: "stack" }, draw(work)) })), context.query.get("tab"));
  drawSteps();
  drawBar();
  return [...integrationHead(integration, ""), running, guide, outcome, place, panel.element, bar];

  async function resolveConflict(overwrite) {
    const choice = await ask("Somebody else saved meanwhile", [
      h("p", {}, "The configuration was changed after you opened this page. You can save yours over it, or close this and load theirs with Discard."),
    ], "Save mine", "danger");
    if (choice) await overwrite();
    else fill(place, failure(new Error("Not saved: the configuration was changed meanwhile. Discard loads the saved one.")));
  }
}

/** Where to go after a test that nothing was done about yet. */
function lastTest(run, lastSync) {
  if (run?.kind !== "test" || (lastSync && lastSync.startedAt > run.startedAt)) return null;
  const results = h("a", { class: "button small", href: `/runs/${run.id}` }, "See the results");
  if (run.state !== "succeeded") return notice("error", h("div", { class: "spread" }, h("span", {}, h("strong", {}, "The test has no result. "), run.error?.message ?? "It was cancelled."), results));
  return notice("success", h("div", { class: "spread" }, h("span", {}, h("strong", {}, "Test finished: "), counts(run.summary)), results));
}

import { call } from "../api.js";
import { h } from "../dom.js";
import { ask, openDialog, withConfirmation } from "./dialog.js";
import { crumbs } from "./crumbs.js";
import { field, input, select } from "./fields.js";
import { busy, notice, toast } from "./notice.js";
import { badge } from "./runs.js";
import { navigate, reload } from "../router.js";
import { stateBadges } from "../pages/integrations.js";
import * as words from "../words.js";

/** The top of every page of an integration: its name and state, what can be done, and its pages. `place` shows what fails. */
export function integrationHead(integration, page) {
  const place = h("div", {});
  const base = `/settings/integrations/${integration.id}`;
  const pages = [["", "Configuration"], ["/runs", "Runs"], ["/explain", "Why this person?"]];
  return [
    crumbs(["/settings/integrations", "Integrations"]),
    h("div", { class: "page-head" },
      h("div", {}, h("h1", {}, integration.name), h("p", { class: "lead" }, stateBadges(integration), " ", h("span", { class: "badges" }, badge("neutral", `External IDs: ${integration.prefix}…`)))),
      h("div", { class: "actions" },
        more(integration, place),
        integration.enabled ? h("button", { onclick: busy(place, () => syncNow(integration)) }, "Sync now") : null,
        h("button", { class: integration.configured && !integration.lastTest ? "primary" : "", onclick: busy(place, () => test(integration)) }, "Test integration"),
        integration.enabled ? h("button", { onclick: busy(place, () => disable(integration)) }, "Disable")
          : h("button", { class: integration.lastTest ? "primary" : "", onclick: busy(place, () => enable(integration)) }, "Enable"))),
    integration.nextSyncAt ? h("p", { class: "muted" }, `Next sync: ${words.time(integration.nextSyncAt)}`) : null,
    place,
    integration.state === "connected" ? null : notice("warning", h("div", { class: "spread" }, h("span", {}, words.integrationStates[integration.state] ?? integration.state, ". Nothing is read from the HR system until it is connected again."),
      h("a", { class: "button small", href: `${base}/reconnect` }, "Reconnect"))),
    h("nav", { class: "subnav", "aria-label": "Pages of this integration" }, pages.map(([path, title]) => h("a", { href: base + path, "aria-current": path === page ? "page" : undefined }, title))),
  ];
}

/** What quota is left, as the agent counts it. */
function left(count, nextAt, word) {
  if (count === undefined) return `There is no limit to ${word}s.`;
  return `${words.sentence(words.count(count, word))} left in these 24 hours.${nextAt ? ` The next one is free on ${words.time(nextAt)}.` : ""}`;
}

async function test(integration) {
  const { quota } = await call("integration/get", { integration: integration.id });
  const started = await openDialog({
    title: "Test integration",
    content: [
      h("p", {}, "A test shows exactly which users would be created, updated and deleted. Nobody is changed."),
      h("p", { class: "muted" }, left(quota.testsLeft, quota.nextTestAt, "test")),
    ],
    actions: [{ label: "Run test", run: () => call("integration/runTest", { integration: integration.id }) }],
  });
  if (started) await reload();
}

export async function enable(integration) {
  const result = await withConfirmation("Enable now?", "Enable anyway", (confirm) => call("integration/enable", { integration: integration.id, ...confirm }),
    { describe: () => h("p", { class: "muted" }, "It is safer to go back, look at the test and link the users it names first.") });
  if (!result) return;
  if (result.run) await navigate(`/runs/${result.run.id}`);
  else await reload();
  toast(`${integration.name} is enabled. It syncs every 24 hours.`);
}

async function disable(integration) {
  if (!(await ask(`Disable ${integration.name}?`, h("p", {}, "No more syncs until it is enabled again. The users stay as they are."), "Disable", "danger"))) return;
  await call("integration/disable", { integration: integration.id });
  await reload();
}

async function syncNow(integration) {
  const { quota } = await call("integration/get", { integration: integration.id });
  const result = await openDialog({
    title: "Sync now?",
    content: [h("p", {}, "Reads the HR system and applies what has changed. The daily schedule stays as it is."), h("p", { class: "muted" }, left(quota.manualSyncsLeft, quota.nextManualSyncAt, "manual sync"))],
    actions: [{ label: "Sync now", run: () => call("integration/sync", { integration: integration.id }) }],
  });
  if (result) await navigate(`/runs/${result.run.id}`);
}

/** What is needed rarely. */
function more(integration, place) {
  const id = `more-${integration.id}`;
  const entry = (label, run) => h("button", { class: "quiet", onclick: (event) => { menu.hidePopover(); busy(place, run)(event); } }, label);
  const menu = h("div", { class: "panel menu-panel stack tight", popover: "auto", id },
    entry("Rename", () => rename(integration)),
    entry("Reconnect (new secrets)", () => navigate(`/settings/integrations/${integration.id}/reconnect`)),
    entry("Disconnect", () => disconnect(integration)));
  return [h("button", { class: "quiet", popovertarget: id }, "More…"), menu];
}

async function rename(integration) {
  let name = integration.name;
  const done = await openDialog({
    title: "Rename this integration",
    content: field("Name", input({ value: name, required: true, oninput: (event) => { name = event.target.value; } })),
    actions: [{ label: "Rename", run: () => call("integration/update", { integration: integration.id, name }) }],
  });
  if (done) await reload();
}

async function disconnect(integration) {
  let users = "keep";
  const fates = [["keep", "stay, with their external IDs"], ["unlink", "stay, without external IDs"], ["delete", "are deleted"]];
  const result = await openDialog({
    title: `Disconnect ${integration.name}?`,
    content: [h("p", {}, "The schedule stops and the secrets are erased."),
      field("The users of this integration", select(users, fates, { onchange: (event) => { users = event.target.value; } }))],
    actions: [{ label: "Disconnect", kind: "danger", run: () => withConfirmation("Delete these users?", "Delete them", (confirm) => call("integration/disconnect", { integration: integration.id, users, ...confirm }), { kind: "danger" }) }],
  });
  if (!result) return;
  await navigate("/settings/integrations");
  toast(`Disconnected. Users kept: ${result.usersKept}, unlinked: ${result.usersUnlinked}, deleted: ${result.usersDeleted}.`);
}


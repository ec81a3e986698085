import { call } from "../api.js";
import { h } from "../dom.js";
import { openDialog, withConfirmation } from "../parts/dialog.js";
import { busy, notice, problemList, toast } from "../parts/notice.js";
import { reload } from "../router.js";
import * as words from "../words.js";

/** What has to be known before anything is done with these results. */
export function alerts(run, integration, attributes) {
  const { summary } = run;
  return [
    run.undoneAt ? notice("info", h("p", {}, `This sync was undone on ${words.time(run.undoneAt)}.`)) : null,
    summary.needsLink && run.kind === "test" ? needsLink(run, integration) : null,
    ...summary.safeguards.map((name) => safeguard(name, summary, attributes)),
    summary.segments.length || summary.warningCount ? h("div", { class: "folds" }, summary.segments.length ? h("details", { class: "box" }, h("summary", {}, `${words.count(summary.segments.length, "new segment")}`), segmentList(summary.segments, attributes)) : null,
    summary.warningCount ? h("details", { class: "box" }, h("summary", {}, words.count(summary.warningCount, "warning")), problemList(summary.warnings),
      summary.warningCount > summary.warnings.length ? h("p", { class: "help" }, `These are the first ${summary.warnings.length}.`) : null) : null) : null,
  ];
}

function segmentList(segments, attributes) {
  const names = Object.groupBy ? Object.groupBy(segments, (each) => each.attribute) : segments.reduce((groups, each) => ({ ...groups, [each.attribute]: [...groups[each.attribute] ?? [], each] }), {});
  return h("div", { class: "stack tight" }, h("p", { class: "help" }, "They are created with the first user who has them. An alias of a segment that exists keeps a spelling from becoming a new one."),
    Object.entries(names).map(([key, list]) => h("p", {}, h("a", { href: `/settings/attributes/${encodeURIComponent(key)}` }, attributes.find((each) => each.key === key)?.name ?? key), ": ", list.map((each) => each.name).join(", "))));
}

function safeguard(name, summary, attributes) {
  if (name === "deletion") return notice("warning", h("strong", {}, "Deletion safeguard"), h("p", {}, `${words.count(summary.deletionsHeld, "deletion")} would be more than this integration allows at once and ${summary.deletionsHeld === 1 ? "is" : "are"} held back. Look at them under Deleted; a reviewed test can be applied with them.`));
  if (name === "identity") return notice("error", h("strong", {}, "Are these the right people?"), h("p", {}, "Many users would change both their last name and their address. That happens when another company is connected, or a file is sorted by one column only."));
  if (name === "participation") return notice("warning", h("strong", {}, "Participation safeguard"), h("p", {}, "Most users would lose participation. Nobody does in this run."));
  const key = name.startsWith("attribute:") ? name.slice("attribute:".length) : undefined;
  return notice("warning", h("strong", {}, "Attribute safeguard"), h("p", {}, `${attributes.find((each) => each.key === key)?.name ?? key ?? name} would be cleared for most users, so it is kept for all of them.`));
}

/** The step that must not be forgotten: users who were found by their address only. */
function needsLink(run, integration) {
  const place = h("div", {});
  const file = h("input", { type: "file", accept: ".csv,text/csv", id: "linking-file", hidden: true, "aria-label": "Edited file", onchange: busy(place, async (event) => {
    const [chosen] = event.target.files;
    event.target.value = "";
    if (chosen) await upload(await text(chosen), `Upload ${chosen.name}?`);
  }) });
  const link = busy(place, async () => {
    const { csv } = await call("run/export", { run: run.id, category: "updated" });
    await upload(csv, "Link these users?");
  });
  return notice("warning",
    h("strong", {}, `${words.count(run.summary.needsLink, "user")} must be linked${integration.enabled ? "" : " before you enable"}`),
    h("p", {}, `Found by email address, without an external ID yet. Until that is done, ${integration.name} cannot manage them, and every sync meets a conflict for each.`),
    h("div", { class: "actions" },
      h("button", { class: "primary", onclick: link }, "Link them now"),
      h("a", { class: "button", href: `/api/export?run=${encodeURIComponent(run.id)}&category=updated`, download: true }, "Download the Updated file"),
      h("button", { onclick: () => file.click() }, "Upload an edited file"), file),
    place);
}

/** Reads bytes as the agent wants them: text. Spreadsheets also write UTF-16 and Windows-1252. */
export async function text(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isUTF16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (isUTF16) return new TextDecoder(isUTF16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Shows what a file would do, then does it by mass edit. Resolves with the result, or undefined. */
export async function upload(csv, title, options = {}) {
  const preview = await call("user/massEdit", { csv, ...options, preview: true });
  const result = await openDialog({
    title,
    content: [h("p", {}, `${words.sentence(massEditCounts(preview))}.`), preview.problems.length ? problemList(preview.problems) : null],
    actions: [{ label: "Apply", run: () => withConfirmation("Please confirm", "Go ahead", (confirm) => call("user/massEdit", { csv, ...options, ...confirm }), { kind: "danger", describe: namesOf }) }],
  });
  if (!result) return undefined;
  await reload();
  toast(`Done: ${massEditCounts(result)}.`);
  return result;
}

export const massEditCounts = ({ created, updated, deleted, unchanged }) => `${words.count(updated, "user")} updated, ${words.number(created)} created, ${words.number(deleted)} deleted, ${words.number(unchanged)} unchanged`;

/** Whom a confirmation is about, by name. */
export async function namesOf({ users = [] }) {
  if (!users.length) return null;
  const people = await Promise.all(users.map((user) => call("user/get", { user }).catch(() => ({ firstName: user }))));
  return h("ul", { class: "problems" }, people.map((each) => h("li", {}, [words.fullName(each), each.email].filter(Boolean).join(", "))));
}

import { h } from "../dom.js";
import { emptyState, PagedList } from "../parts/list.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** Who changed what. */
export async function audit() {
  const list = new PagedList({
    method: "audit/list", label: "Audit log", head: ["When", "Who", "What", "Subject", "Details"], row,
    empty: () => emptyState("Nothing yet", "Every change is listed here."),
  });
  await list.read();
  return [head("Audit log", "Every change, the newest first."), list.element];
}

function row(entry) {
  return h("tr", {}, h("td", { class: "nowrap" }, words.time(entry.at)), h("td", {}, entry.actor === "host" ? "host" : h("a", { href: `/users/${entry.actor}` }, entry.actor)),
    h("td", {}, h("code", {}, entry.method)), h("td", {}, entry.subject), h("td", {}, details(entry)));
}

function details({ fields, before, after, counts }) {
  if (counts) return Object.entries(counts).map(([name, count]) => `${words.number(count)} ${words.spaced(name)}`).join(", ");
  if (fields) return fields.map((each) => words.userFields[each] ?? each).join(", ");
  if (!before && !after) return null;
  return h("details", {}, h("summary", {}, "Values"), h("pre", { tabindex: 0 }, JSON.stringify({ before, after }, null, 2)));
}

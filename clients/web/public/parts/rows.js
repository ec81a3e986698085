import { h } from "../dom.js";
import { badge } from "./runs.js";
import * as words from "../words.js";

export const rowHead = ["Person", "What changes", "Why"];

/** A person of a run and what happens to them. */
export function runRow(row, { attributes, run, integration }) {
  return h("tr", {}, h("td", { class: "person" }, person(row)), h("td", {}, changes(row, attributes)), h("td", {}, why(row, run, integration)));
}

export function person(row) {
  const name = words.fullName(row) || row.externalId || row.employeeId || "Nobody";
  return [row.userId ? h("a", { href: `/users/${row.userId}` }, name) : h("span", {}, name), h("span", { class: "sub" }, [row.email, row.externalId ?? row.employeeId].filter(Boolean).join(" · "))];
}

/** Old and new values. A created user has only new ones, a deleted user only old ones. */
export function changes(row, attributes) {
  if (!row.changes.length) return h("span", { class: "muted" }, "nothing");
  const list = row.changes.map((change) => entry(change, row, attributes));
  if (list.length <= 4) return h("ul", { class: "changes" }, list);
  return [h("ul", { class: "changes" }, list.slice(0, 3)), h("details", {}, h("summary", {}, `${list.length - 3} more`), h("ul", { class: "changes" }, list.slice(3)))];
}

function entry({ field, from, to }, row, attributes) {
  const name = `${words.fieldName(field, attributes)}: `;
  if (row.category !== "updated" && from === undefined) return h("li", {}, name, h("strong", {}, words.value(to)));
  if (row.category === "deleted") return h("li", {}, name, h("span", {}, words.value(from)));
  return h("li", {}, name, h("span", { class: "unseen" }, "from "), h("span", { class: "old" }, words.value(from)), h("span", { class: "arrow", "aria-hidden": "true" }, " → "), h("span", { class: "unseen" }, " to "), h("strong", {}, words.value(to)));
}

function why(row, run, integration) {
  const question = row.employeeId ? `employeeId=${encodeURIComponent(row.employeeId)}` : row.userId ? `userId=${encodeURIComponent(row.userId)}` : undefined;
  return h("div", { class: "stack tight" },
    h("div", {}, row.reason ? words.reasons[row.reason] ?? words.sentence(words.spaced(row.reason)) : row.matchedBy === "email" ? "Found by email address" : row.matchedBy === "externalId" ? "Found by external ID" : row.category === "created" ? "New in the HR system" : ""),
    h("div", { class: "badges" }, row.needsLink ? badge("warning", "Needs link") : null, row.held ? badge("warning", "Held back") : null),
    row.problems?.map((problem) => h("span", { class: "sub" }, problem.message)),
    question && integration ? h("a", { class: "help", href: `/settings/integrations/${integration.id}/explain?${question}` }, "Why this person?") : null);
}

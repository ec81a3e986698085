import { all, call } from "../api.js";
import { newAttribute } from "../configuration/mapping.js";
import { h } from "../dom.js";
import { openDialog, withConfirmation } from "../parts/dialog.js";
import { field, input } from "../parts/fields.js";
import { emptyState, labelled } from "../parts/list.js";
import { busy } from "../parts/notice.js";
import { reload } from "../router.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** What is known about users, beside their names and addresses. */
export async function attributes() {
  const list = await all("attribute/list");
  const place = h("div", {});
  const create = busy(place, async () => { if (await newAttribute()) await reload(); });
  return [
    head("Attributes", "What you know about your users: departments, managers, start dates. HRIS fields are mapped to attributes.", h("button", { class: "primary", onclick: create }, "New attribute")),
    place,
    h("div", { class: "list" }, list.length
      ? h("table", { class: "rows" }, h("caption", { class: "unseen" }, "Attributes"), h("thead", {}, h("tr", {}, ["Name", "Type", "Segments", ""].map((each) => h("th", { scope: "col" }, each || h("span", { class: "unseen" }, "Actions"))))), h("tbody", {}, list.map((each) => labelled(row(each, place), ["Name", "Type", "Segments", "Actions"]))))
      : emptyState("No attributes yet", "Create one here, or while you map the fields of an HR system.", h("button", { onclick: create }, "New attribute"))),
  ];
}

function row(attribute, place) {
  const name = attribute.type === "choice" ? h("a", { href: `/settings/attributes/${encodeURIComponent(attribute.key)}` }, attribute.name) : attribute.name;
  return h("tr", {}, h("td", {}, name, h("span", { class: "sub" }, attribute.key)), h("td", {}, words.attributeTypes[attribute.type] ?? attribute.type), h("td", { class: "number" }, attribute.segments ?? ""),
    h("td", {}, h("div", { class: "actions end" },
      h("button", { class: "quiet small", "aria-label": `Rename ${attribute.name}`, onclick: busy(place, () => rename(attribute)) }, "Rename"),
      h("button", { class: "quiet small", "aria-label": `Delete ${attribute.name}`, onclick: busy(place, () => remove(attribute)) }, "Delete"))));
}

async function rename(attribute) {
  let { name } = attribute;
  const done = await openDialog({
    title: `Rename ${name}`, content: field("Name", input({ value: name, required: true, oninput: (event) => { name = event.target.value; } })),
    actions: [{ label: "Rename", run: () => call("attribute/update", { attribute: attribute.key, name }) }],
  });
  if (done) await reload();
}

async function remove(attribute) {
  const done = await withConfirmation(`Delete ${attribute.name}?`, "Delete", (confirm) => call("attribute/delete", { attribute: attribute.key, ...confirm }), { kind: "danger" });
  if (done) await reload();
}

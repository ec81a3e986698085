import { all, call } from "../api.js";
import { fill, h } from "../dom.js";
import { openDialog } from "../parts/dialog.js";
import { field, input, select } from "../parts/fields.js";
import { fieldOf, fieldOptions, fieldsNotice, samplesOf } from "./fields.js";
import * as words from "../words.js";

/** What is always synced and cannot be mapped, as the guide lists it. */
const always = [["First name", "first_name"], ["Last name", "last_name"], ["Email", "emails (primary, else work, secondary, personal, other)"], ["External ID", "id"], ["Language", "preferred_language"]];
const alwaysSynced = new Set(["id", "first_name", "last_name", "emails", "preferred_language"]);

/** Attribute mapping: which field goes to which attribute. */
export function mapping(work) {
  const { draft, changed } = work;
  const list = h("div", {});
  const section = draft.attributeMapping;
  const draw = () => {
    fill(list, section.mappings.map((each, index) => line(work, each, () => { section.mappings.splice(index, 1); draw(); changed(); }, draw)));
    empty.hidden = section.mappings.length > 0;
  };
  const empty = h("p", { class: "muted" }, "Nothing is mapped yet: only names, addresses, IDs and languages are synced. Add a mapping for each thing you want to know about your users, such as the department or the manager.");
  draw();
  const add = () => {
    section.mappings.push({ field: "", attribute: "" });
    draw();
    changed();
    list.lastElementChild.querySelector("select").focus();
  };
  return [
    h("section", { class: "box" }, h("h2", {}, "HRIS fields to attributes"), fieldsNotice(work), empty, list,
      h("div", { class: "actions" }, h("button", { type: "button", onclick: add }, "+ Add mapping"))),
    kioskCode(work),
    h("details", { class: "box" }, h("summary", {}, "Always synced"),
      h("p", { class: "help" }, "These need no mapping. Segments do not have to exist either: they are created by the first sync."),
      h("dl", { class: "facts" }, always.map(([ours, theirs]) => h("div", {}, h("dt", {}, ours), h("dd", {}, theirs))))),
  ];
}

function line(work, entry, remove, redraw) {
  const samples = h("p", { class: "help" });
  const showSamples = () => { samples.textContent = entry.field ? samplesOf(work, entry.field) ?? "" : ""; };
  showSamples();
  const source = field("HRIS field", select(entry.field, fieldOptions(work, entry.field, (each) => !alwaysSynced.has(each.path)), {
    onchange: (event) => { entry.field = event.target.value; showSamples(); work.changed(); },
  }));
  source.append(samples);
  const options = [["", "Choose…"], ...work.attributes.map((each) => [each.key, each.name]), ["+", "+ New attribute…"]];
  if (entry.attribute && !work.attributes.some((each) => each.key === entry.attribute)) options.splice(1, 0, [entry.attribute, entry.attribute]);
  const target = field("Attribute", select(entry.attribute, options, {
    onchange: async (event) => {
      if (event.target.value === "+") {
        const created = await newAttribute(fieldOf(work, entry.field));
        if (created) {
          entry.attribute = created.key;
          work.attributes = await all("attribute/list");
        }
        redraw();
      } else {
        entry.attribute = event.target.value;
      }
      work.changed();
    },
  }));
  return h("div", { class: "mapping" }, source, h("span", { class: "arrow", "aria-hidden": "true" }, "→"), target,
    h("button", { type: "button", class: "quiet", "aria-label": `Remove the mapping of ${entry.field || "this field"}`, onclick: remove }, "×"));
}

/** Which type suits a field, to begin with. */
const typeFor = { date: "date", number: "number", employee: "user" };

/** Asks for an attribute, named after the field if there is one; resolves with it once the agent has it. */
export function newAttribute(source) {
  const label = source ? (source.type === "employee" ? "Manager" : source.label) : "";
  const wanted = { name: label, type: typeFor[source?.type] ?? "choice" };
  const key = () => wanted.name.trim().normalize("NFD").replace(/[^\p{L}\p{N}]+/gu, "_").replace(/[^A-Za-z0-9_]/g, "").toLowerCase().replace(/^_+|_+$/g, "");
  return openDialog({
    title: "New attribute",
    content: [
      field("Name", input({ value: wanted.name, required: true, oninput: (event) => { wanted.name = event.target.value; } })),
      field("Type", select(wanted.type, Object.entries(words.attributeTypes), { onchange: (event) => { wanted.type = event.target.value; } }), { help: "The type stays for ever." }),
    ],
    actions: [{ label: "Create", run: () => call("attribute/create", { key: key(), ...wanted }) }],
  });
}

function kioskCode(work) {
  const section = work.draft.attributeMapping;
  return h("section", { class: "box" }, h("h2", {}, "Kiosk code"),
    field("Comes from", select(section.kioskCode ?? "", [["", "Nowhere"], ["id", "Id"], ["employee_number", "Employee number"]], {
      onchange: (event) => {
        if (event.target.value) section.kioskCode = event.target.value;
        else delete section.kioskCode;
        work.changed();
      },
    }), { help: h("span", {}, "Needs the kiosk login type “Employee ID” in the ", h("a", { href: "/settings/account" }, "account settings"), ".") }));
}

import { h } from "../dom.js";
import { field, input, toggle } from "../parts/fields.js";
import { fieldsNotice } from "./fields.js";

/** Advanced settings. */
export function advanced(work) {
  const section = work.draft.advanced;
  const set = (name, value) => {
    if (value === undefined) delete section[name];
    else section[name] = value;
    work.changed();
  };
  return [
    h("section", { class: "box" }, h("h2", {}, "Email"),
      toggle("Synchronize personal email addresses", section.syncPersonalEmail, (isOn) => set("syncPersonalEmail", isOn), { help: "Off: addresses of the type personal are never used. The priority stays: primary, work, secondary, personal, other." })),
    h("section", { class: "box" }, h("h2", {}, "Custom fields"),
      field("Reference employee", input({ value: section.referenceEmployeeId ?? "", oninput: (event) => set("referenceEmployeeId", event.target.value.trim() || undefined) }), {
        optional: true, help: "The ID of an employee whose fields are all filled in. Many HR systems leave out empty fields, so that some are missing from the lists here. After saving, the fields are read from this employee.",
      }), fieldsNotice(work), work.fields ? h("p", { class: "help" }, work.fields.referenceEmployeeId ? `The fields shown come from employee ${work.fields.referenceEmployeeId}.` : `The fields shown come from a sample of ${work.fields.sampled} employees.`) : null),
    h("section", { class: "box" }, h("h2", {}, "Deletion safeguard"),
      field("Percent of the managed users", input({ type: "number", min: 1, max: 100, value: section.deletionSafeguardPercent, oninput: (event) => set("deletionSafeguardPercent", Number(event.target.value)) }), {
        help: "A sync that would delete a larger share holds all its deletions back and tells you.",
      })),
  ];
}

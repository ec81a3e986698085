import { h } from "../dom.js";
import { field, input, toggle } from "../parts/fields.js";
import { busy, notice } from "../parts/notice.js";
import { massEditCounts, text, upload } from "../results/alerts.js";
import { head } from "./features.js";

/** User Mass Edit: a spreadsheet of users, down and up again. */
export async function massEdit() {
  const place = h("div", {});
  const done = h("div", {});
  const options = {};
  let file;
  const run = busy(place, async () => {
    done.replaceChildren();
    const set = Object.fromEntries(Object.entries(options).filter(([, isOn]) => isOn));
    const result = await upload(await text(file), `Upload ${file.name}?`, set);
    if (result) document.querySelector("#mass-edit-done")?.replaceChildren(notice("success", h("p", {}, `Done: ${massEditCounts(result)}.`)));
  });
  done.id = "mass-edit-done";
  const download = (template, label) => h("a", { class: "button", href: `/api/export?users=${template}`, download: true }, label);
  return [
    head("User mass edit", "Create, change and link many users with a CSV file, such as the files of a test."),
    h("section", { class: "box narrow" }, h("h2", {}, "Download"), h("p", { class: "muted" }, "Edit the file in any spreadsheet. Keep its first line."),
      h("div", { class: "actions" }, download("edit", "All users"), download("create", "Empty template"))),
    h("form", { class: "box narrow", onsubmit: run }, h("h2", {}, "Upload"),
      field("CSV file", input({ type: "file", accept: ".csv,text/csv,text/plain", required: true, onchange: (event) => { [file] = event.target.files; } }), { help: "Rows are matched by user ID, then external ID, then email. You see what would happen first. With a single fault nothing is changed." }),
      toggle("Empty cells clear the value", false, (isOn) => { options.resetEmpty = isOn; }, { help: "Otherwise they leave it alone." }),
      toggle("Delete users who are not in the file", false, (isOn) => { options.deleteMissing = isOn; }),
      place, done, h("div", { class: "actions" }, h("button", { class: "primary" }, "Look at what would happen"))),
  ];
}

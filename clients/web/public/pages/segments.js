import { all, call } from "../api.js";
import { h } from "../dom.js";
import { crumbs } from "../parts/crumbs.js";
import { openDialog, withConfirmation } from "../parts/dialog.js";
import { chips, field, input } from "../parts/fields.js";
import { emptyState, PagedList } from "../parts/list.js";
import { busy } from "../parts/notice.js";
import { reload } from "../router.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** The segments of a choice attribute and their aliases. */
export async function segments({ params }) {
  const attribute = (await all("attribute/list")).find((each) => each.key === params.attribute);
  const place = h("div", {});
  const edit = (segment) => busy(place, () => editSegment(attribute, segment));
  const list = new PagedList({
    method: "segment/list", params: { attribute: params.attribute }, label: "Segments", head: ["Segment", "Aliases", "Users", h("span", { class: "unseen" }, "Actions")],
    row: (segment) => h("tr", {}, h("td", {}, segment.name), h("td", {}, segment.aliases.length ? segment.aliases.join(", ") : h("span", { class: "muted" }, "none")), h("td", { class: "number" }, words.number(segment.users)),
      h("td", {}, h("div", { class: "actions end" }, h("button", { class: "quiet small", "aria-label": `Edit ${segment.name}`, onclick: edit(segment) }, "Edit"), h("button", { class: "quiet small", "aria-label": `Delete ${segment.name}`, onclick: busy(place, () => remove(segment)) }, "Delete")))),
    empty: () => emptyState("No segments yet", "They are created by the first sync. Create one beforehand to give it aliases: other spellings that mean the same.", h("button", { onclick: edit() }, "New segment")),
  });
  await list.read();
  return [crumbs(["/settings/attributes", "Attributes"]),
    head(attribute?.name ?? params.attribute, "An alias is another spelling of a segment in the HR system, so that it does not become a segment of its own.", h("button", { class: "primary", onclick: edit() }, "New segment")), place, list.element];
}

async function editSegment(attribute, segment) {
  const wanted = { name: segment?.name ?? "", aliases: segment?.aliases ?? [] };
  const save = () => segment
    ? withConfirmation("Merge segments?", "Merge", (confirm) => call("segment/update", { segment: segment.id, ...wanted, ...confirm }))
    : call("segment/create", { attribute: attribute.key, ...wanted });
  const done = await openDialog({
    title: segment ? `Edit ${segment.name}` : "New segment",
    content: [
      field("Name", input({ value: wanted.name, required: true, oninput: (event) => { wanted.name = event.target.value; } }), { help: segment ? "The old name stays as an alias." : undefined }),
      chips("Aliases", [...wanted.aliases], (list) => { wanted.aliases = list; }, { help: "The name of another segment merges that one into this." }),
    ],
    actions: [{ label: "Save", run: save }],
  });
  if (done) await reload();
}

async function remove(segment) {
  const done = await withConfirmation(`Delete ${segment.name}?`, "Delete", (confirm) => call("segment/delete", { segment: segment.id, ...confirm }), { kind: "danger" });
  if (done) await reload();
}

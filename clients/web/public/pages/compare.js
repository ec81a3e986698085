import { all, call } from "../api.js";
import { h } from "../dom.js";
import { crumbs } from "../parts/crumbs.js";
import { emptyState, PagedList } from "../parts/list.js";
import { badge } from "../parts/runs.js";
import { changes, person } from "../parts/rows.js";
import { head } from "./features.js";
import * as words from "../words.js";

const kinds = { added: ["info", "Only in this one"], removed: ["neutral", "Only in the other"], changed: ["warning", "Different"] };

/** How the rows of two runs differ. */
export async function compare({ params, query }) {
  const [run, other, attributes] = await Promise.all([call("run/get", { run: params.run }), call("run/get", { run: query.get("with") }), all("attribute/list")]);
  const name = (each) => `${words.kinds[each.kind] ?? each.kind} of ${words.time(each.startedAt)}`;
  const list = new PagedList({
    method: "run/compare", params: { run: run.id, with: other.id }, label: "Differences", head: ["Person", "Difference", "In the other", "In this one"],
    row: ({ change, before, after }) => h("tr", {}, h("td", { class: "person" }, person(after ?? before)), h("td", {}, badge(...kinds[change] ?? ["neutral", change])), h("td", {}, side(before, attributes)), h("td", {}, side(after, attributes))),
    empty: () => emptyState("No difference", "Both runs have exactly the same rows."),
  });
  await list.read();
  return [
    crumbs([`/runs/${run.id}`, name(run)]),
    head("The difference between two runs", [h("a", { href: `/runs/${run.id}` }, name(run)), " (this one) compared with ", h("a", { href: `/runs/${other.id}` }, name(other)), " (the other)."]),
    list.element,
  ];
}

const side = (row, attributes) => row ? [h("span", { class: "sub" }, [words.categories[row.category] ?? row.category, row.reason ? words.reasons[row.reason] ?? row.reason : null].filter(Boolean).join(": ")), changes(row, attributes)] : h("span", { class: "muted" }, "not there");

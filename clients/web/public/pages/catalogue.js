import { all } from "../api.js";
import { fill, h } from "../dom.js";
import { emptyState, search } from "../parts/list.js";
import { crumbs } from "../parts/crumbs.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** Connect with HRIS: choose the HR system. */
export async function catalogue() {
  const connectors = await all("connector/list");
  const names = Object.fromEntries(connectors.map((each) => [each.id, each.name]));
  const list = h("div", { class: "stack" });
  const found = h("p", { class: "unseen", role: "status" });
  const draw = async (query) => {
    const items = query ? await all("connector/list", { query }) : connectors;
    found.textContent = query ? words.count(items.length, "HR system") + " found" : "";
    fill(list, items.length ? h("ul", { class: "grid" }, items.map((each) => h("li", {}, tile(each, names))))
      : h("div", { class: "list" }, emptyState("No HR system of this name", "Try another spelling. A file exported from any HR system works too: search for “file”.")));
  };
  await draw("");
  return [
    crumbs(["/settings/integrations", "Integrations"]),
    head("Connect with HRIS", "Select your HR system from the list."),
    h("div", { class: "toolbar" }, search("Search HR systems", draw)), found, list,
  ];
}

function tile(connector, names) {
  return h("div", { class: "tile" }, h("a", { href: `/settings/integrations/new/${encodeURIComponent(connector.id)}` }, connector.name),
    h("p", { class: "help" }, [connector.via ? `Through ${names[connector.via] ?? connector.via}` : null, connector.authorizations.map((each) => words.authorizationKinds[each.kind] ?? each.kind).join(", ")].filter(Boolean).join(" · ")),
    connector.limitations.length ? h("p", { class: "help" }, words.count(connector.limitations.length, "known limitation")) : null);
}

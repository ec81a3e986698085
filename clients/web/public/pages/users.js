import { all } from "../api.js";
import { h } from "../dom.js";
import { emptyState, PagedList, search } from "../parts/list.js";
import { badge } from "../parts/runs.js";
import { notice } from "../parts/notice.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** Everybody in the mirror. */
export async function users(context) {
  const integrations = await all("integration/list");
  const names = Object.fromEntries(integrations.map((each) => [each.id, each.name]));
  const chosen = Object.fromEntries(["query", "role", "managed", "integration"].filter((name) => context.query.get(name)).map((name) => [name, context.query.get(name)]));
  const params = () => ({ ...chosen, ...(chosen.managed ? { managed: chosen.managed === "true" } : {}) });
  const list = new PagedList({
    method: "user/list", params: params(), label: "Users", head: ["Name", "External ID", "Role", "Participation", "Managed by"], row: (user) => row(user, names),
    empty: () => Object.keys(chosen).length ? emptyState("Nobody found", "Names, addresses and external IDs are searched from their beginning.")
      : emptyState("No users yet", "Users come with the first sync, from a file, or by hand.", h("a", { class: "button primary", href: "/users/new" }, "Create a user")),
  });
  const change = (name, value) => {
    if (value) chosen[name] = value;
    else delete chosen[name];
    history.replaceState(null, "", `/users?${new URLSearchParams(chosen)}`);
    return list.read(params());
  };
  const choice = (name, label, options) => h("select", { "aria-label": label, value: chosen[name] ?? "", onchange: (event) => change(name, event.target.value) }, [["", label], ...options].map(([value, text]) => h("option", { value }, text)));
  const news = h("div", {});
  context.on("user/changed", () => { news.replaceChildren(notice("info", h("div", { class: "spread" }, "Users have changed.", h("button", { class: "small", onclick: () => { news.replaceChildren(); list.read(); } }, "Show the changes")))); });
  await list.read();
  return [
    head("Users", "Everybody in Staffetta, whether an HR system manages them or not.", h("a", { class: "button", href: "/mass-edit" }, "Mass edit"), h("a", { class: "button primary", href: "/users/new" }, "Create a user")),
    h("div", { class: "toolbar" },
      search("Search users", (text) => change("query", text), { placeholder: "Name, email or external ID", value: chosen.query ?? "" }),
      choice("role", "Every role", Object.entries(words.roles)),
      choice("managed", "Managed or not", [["true", "Managed"], ["false", "Not managed"]]),
      choice("integration", "Every integration", integrations.map((each) => [each.id, each.name]))),
    news, list.element,
  ];
}

function row(user, names) {
  return h("tr", {},
    h("td", { class: "person" }, h("a", { href: `/users/${user.id}` }, words.fullName(user)), h("span", { class: "sub" }, user.email ?? "no address")),
    h("td", {}, user.externalId ? h("code", {}, user.externalId) : h("span", { class: "muted" }, "none")),
    h("td", {}, words.roles[user.role] ?? user.role),
    h("td", {}, participation(user.participation)),
    h("td", {}, user.managedBy ? names[user.managedBy] ?? user.managedBy : h("span", { class: "muted" }, "nobody"), user.held ? [" ", badge("warning", "Held back")] : null));
}

export function participation({ on, startDate, effective }) {
  if (effective) return badge("success", "Takes part");
  return on && startDate ? badge("info", `From ${words.day(startDate)}`) : badge("neutral", "Off");
}

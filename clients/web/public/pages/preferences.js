import { call, getSession } from "../api.js";
import { h } from "../dom.js";
import { labelled } from "../parts/list.js";
import { busy } from "../parts/notice.js";
import { reload } from "../router.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** Who is told what: for everybody, and each one's own. */
export async function preferences() {
  const { actor } = await getSession();
  const { account, user = {}, effective } = await call("notification/preferences", { user: actor.id });
  const place = h("div", {});
  const set = (who, kind, isOn) => busy(place, async () => {
    await call("notification/setPreferences", { ...who, kinds: { [kind]: isOn } });
    await reload();
  })();
  const columns = ["Notification", "For everybody", `For me (${words.fullName(actor)})`, "So"];
  const row = (kind) => {
    const title = words.notificationKinds[kind] ?? words.sentence(words.spaced(kind));
    return labelled(h("tr", {}, h("th", { scope: "row" }, title),
      h("td", {}, h("input", { type: "checkbox", role: "switch", checked: account[kind], "aria-label": `${title}, for everybody`, onchange: (event) => set({}, kind, event.target.checked) })),
      h("td", {}, h("select", { "aria-label": `${title}, for me`, value: kind in user ? String(user[kind]) : "account", onchange: (event) => set({ user: actor.id }, kind, { true: true, false: false, account: null }[event.target.value]) },
        h("option", { value: "account" }, `As for everybody (${account[kind] ? "on" : "off"})`), h("option", { value: "true" }, "On"), h("option", { value: "false" }, "Off"))),
      h("td", {}, effective[kind] ? "You are told" : h("span", { class: "muted" }, "You are not told"))), columns);
  };
  return [
    head("Notification preferences", "Administrators and superusers are told about tests and syncs. You can decide for yourself."),
    place,
    h("div", { class: "list" }, h("div", { class: "table-scroller", tabindex: 0, role: "region", "aria-label": "Notification preferences" }, h("table", { class: "rows" }, h("caption", { class: "unseen" }, "Notification preferences"),
      h("thead", {}, h("tr", {}, columns.map((each) => h("th", { scope: "col" }, each)))), h("tbody", {}, Object.keys(effective).map(row))))),
  ];
}

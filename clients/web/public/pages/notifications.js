import { call, getSession } from "../api.js";
import { h } from "../dom.js";
import { markRead, notificationEntry } from "../parts/bell.js";
import { emptyState } from "../parts/list.js";
import { busy } from "../parts/notice.js";
import { navigate, reload } from "../router.js";
import { head } from "./features.js";

/** Every notification of the chosen administrator, the newest first. */
export async function notifications(context) {
  const { actor } = await getSession();
  const unreadOnly = context.query.get("show") === "unread";
  const read = (cursor) => call("notification/list", { user: actor.id, limit: 50, ...(unreadOnly ? { unreadOnly } : {}), ...(cursor ? { cursor } : {}) });
  const page = await read();
  const place = h("div", {});
  const list = h("div", { class: "stack" });
  const more = h("div", { class: "actions" });
  const show = ({ items, nextCursor }) => {
    list.append(...items.map((each) => h("article", { class: "box" }, notificationEntry(each, actor.id))));
    more.replaceChildren(...nextCursor ? [h("button", { onclick: busy(place, async () => show(await read(nextCursor))) }, "Show more")] : []);
  };
  const markAll = busy(place, async () => {
    for (let some = await call("notification/list", { user: actor.id, unreadOnly: true, limit: 1000 }); some.items.length; some = await call("notification/list", { user: actor.id, unreadOnly: true, limit: 1000 })) {
      await markRead(actor.id, some.items.map((each) => each.id));
    }
    await reload();
  });
  show(page);
  context.on("notification/created", reload);
  return [
    head("Notifications", null, page.unread ? h("button", { onclick: markAll }, "Mark all as read") : null, h("a", { class: "button", href: "/settings/notifications" }, "Preferences")),
    h("div", { class: "toolbar" }, h("select", { "aria-label": "Which notifications", value: unreadOnly ? "unread" : "all", onchange: (event) => navigate(`/notifications?show=${event.target.value}`) }, h("option", { value: "all" }, "All"), h("option", { value: "unread" }, "Unread"))),
    place, page.items.length ? [list, more] : h("div", { class: "list" }, emptyState("Nothing here", unreadOnly ? "You have read everything." : "When a test or a sync has something to tell, it is here and at the bell.")),
  ];
}

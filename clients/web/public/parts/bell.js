import { call } from "../api.js";
import { fill, h } from "../dom.js";
import { on } from "../live.js";
import * as words from "../words.js";
import { badge } from "./runs.js";
import { toast } from "./notice.js";

const levels = { info: "info", warning: "warning", error: "error" };

/** Where a notification leads. */
export const target = (notification) => notification.run ? `/runs/${notification.run}`
  : notification.integration ? `/settings/integrations/${notification.integration}` : "/notifications";

export function notificationEntry(notification, actor) {
  const open = () => { if (!notification.readAt) markRead(actor, [notification.id]); };
  return h("div", { class: "stack tight" },
    h("div", { class: "spread" }, h("strong", {}, h("a", { href: target(notification), onclick: open }, notification.title)), notification.readAt ? null : badge(levels[notification.severity] ?? "info", "New")),
    h("p", {}, notification.text), h("p", { class: "help" }, words.time(notification.at)));
}

const listeners = new Set();

export async function markRead(actor, notifications) {
  await call("notification/markRead", { user: actor, notifications });
  for (const listener of listeners) listener();
}

/** The bell with the number of unread notifications; it opens the newest ones. */
export function bell(actor) {
  const count = h("span", { class: "unread", hidden: true });
  const label = h("span", { class: "unseen" }, "Notifications");
  const panel = h("div", { class: "panel stack", popover: "auto", id: "notifications", role: "dialog", "aria-label": "Notifications" });
  const button = h("button", { class: "bell quiet", popovertarget: "notifications" }, icon(), label, count);
  const draw = async () => {
    const { items, unread } = await call("notification/list", { user: actor, limit: 6 });
    count.hidden = unread === 0;
    count.textContent = unread > 99 ? "99+" : String(unread);
    label.textContent = unread ? `Notifications, ${unread} unread` : "Notifications";
    fill(panel, h("div", { class: "spread" }, h("h2", {}, "Notifications"), h("a", { href: "/notifications" }, "See all")),
      items.length ? items.map((each) => notificationEntry(each, actor)) : h("p", { class: "muted" }, "Nothing yet. When a test or a sync has something to tell, it is here."));
  };
  const update = () => draw().catch(() => {});
  listeners.add(update);
  on("notification/created", ({ notification }) => {
    update();
    toast(notification.title, h("a", { href: target(notification) }, "Open"));
  });
  on("reopened", update);
  panel.addEventListener("click", (event) => { if (event.target.closest("a")) panel.hidePopover(); });
  update();
  return [button, panel];
}

function icon() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "1.8", "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const d of ["M6 10a6 6 0 0 1 12 0c0 5 2 6.500 2 6.500H4S6 15 6 10Z", "M10 20a2.200 2.200 0 0 0 4 0"]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

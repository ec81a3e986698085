import { call, chooseAdministrator, clock } from "../api.js";
import { fill, h } from "../dom.js";
import { on } from "../live.js";
import { reload } from "../router.js";
import * as words from "../words.js";
import { bell } from "./bell.js";

const navigation = [
  ["Settings", [
    ["/settings/features", "Features"],
    ["/settings/integrations", "Integrations"],
    ["/settings/attributes", "Attributes"],
    ["/settings/notifications", "Notification preferences"],
    ["/settings/account", "Account"],
    ["/settings/audit", "Audit log"],
  ]],
  ["People", [
    ["/users", "Users"],
    ["/mass-edit", "User mass edit"],
  ]],
];

/** The frame around every page. */
export class Layout {
  #links = [];

  constructor(session) {
    this.main = h("main", { id: "main" });
    const side = h("nav", { class: "side", id: "side", "aria-label": "Main" }, h("a", { class: "brand", href: "/" }, h("img", { src: "/icon.svg", alt: "" }), "Staffetta"),
      h("div", { class: "links" }, navigation.map(([title, links]) => h("div", {}, h("h2", {}, title), h("ul", {}, links.map((each) => this.#link(each)))))),
      session.virtualClock ? virtualClock() : null);
    const menu = h("button", { class: "menu quiet", "aria-expanded": "false", "aria-controls": "side", onclick: () => this.#open(!side.classList.contains("open")) }, "☰ Menu");
    this.#open = (isOpen) => {
      side.classList.toggle("open", isOpen);
      menu.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) side.querySelector(".links a").focus();
    };
    side.addEventListener("keydown", (event) => { if (event.key === "Escape") { this.#open(false); menu.focus(); } });
    this.main.addEventListener("click", () => this.#open(false));
    this.element = h("div", { class: "frame" }, h("a", { class: "skip button", href: "#main" }, "To the content"), side,
      h("div", {}, h("header", { class: "top" }, menu, actorPicker(session), bell(session.actor.id)), this.main));
  }

  #open = () => {};

  #link([href, text]) {
    const link = h("a", { href }, text);
    this.#links.push(link);
    return h("li", {}, link);
  }

  shown(path) {
    this.#open(false);
    for (const link of this.#links) {
      const href = link.getAttribute("href");
      const isHere = path === href || path.startsWith(`${href}/`) || (href === "/settings/integrations" && (path === "/" || path.startsWith("/runs/")));
      if (isHere) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
}

/** On whose behalf every request is made. A back end would know who is signed in; here it can be chosen. */
function actorPicker({ actor, administrators }) {
  const options = administrators.map((each) => h("option", { value: each.id }, `${words.fullName(each)} (${(words.roles[each.role] ?? each.role).toLowerCase()})`));
  return h("div", { class: "acting" }, h("label", { for: "actor" }, "Acting as"),
    h("select", { id: "actor", value: actor.id, onchange: async (event) => {
      await chooseAdministrator(event.target.value);
      location.reload();
    } }, options));
}

/** Only where the agent's clock stands still, for demonstrations and tests. */
function virtualClock() {
  const now = h("div", {});
  const draw = (state) => fill(now, h("span", { class: "muted" }, "Virtual time"), h("br"), words.time(state.now));
  const forward = async (seconds, event) => {
    event.currentTarget.setAttribute("aria-disabled", "true");
    const button = event.currentTarget;
    draw(await clock(seconds));
    button.removeAttribute("aria-disabled");
    reload();
  };
  clock().then(draw);
  on("run/changed", () => clock().then(draw));
  return h("div", { class: "clock" }, now, h("div", { class: "actions" },
    h("button", { class: "small", onclick: (event) => forward(3600, event) }, "+ 1 hour"), h("button", { class: "small", onclick: (event) => forward(86_400, event) }, "+ 1 day")));
}

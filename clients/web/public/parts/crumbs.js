import { h } from "../dom.js";

/** The way back. Each: `[address, text]`. */
export const crumbs = (...links) => h("nav", { class: "crumbs", "aria-label": "Where you are" }, links.map(([href, text], index) => [index ? h("span", { "aria-hidden": "true" }, "›") : null, h("a", { href }, text)]));

import { h } from "../dom.js";

/** A message that stays on the page. `level`: info, success, warning, error. */
export function notice(level, ...content) {
  return h("div", { class: `notice ${level}`, role: level === "error" ? "alert" : undefined }, h("div", { class: "notice-body" }, content));
}

/** Where it can be mended. */
const ways = {
  featureDisabled: ["/settings/features", "Go to Features"],
  licenseLimit: ["/settings/account", "Go to Account"],
};

/** What went wrong, with every single problem that the agent names. */
export function failure(error) {
  const problems = error.data?.problems ?? [];
  const way = ways[error.kind];
  return notice("error", h("p", {}, error.message), problems.length > 1 ? problemList(problems) : null, way ? h("div", { class: "actions" }, h("a", { class: "button small", href: way[0] }, way[1])) : null);
}

export function problemList(problems) {
  return h("ul", { class: "problems" }, problems.map((problem) => h("li", {}, problem.line ? `Line ${problem.line}: ` : "", problem.message)));
}

/** A short word of success at the edge of the window, which goes away by itself. */
export function toast(text, ...more) {
  const element = h("div", { class: "toast" }, h("span", {}, text), more);
  const messages = document.querySelector("#messages");
  messages.append(element);
  while (messages.children.length > 2) messages.firstChild.remove();
  setTimeout(() => element.remove(), more.length ? 8000 : 3500);
}

/** Runs a button's work: the button waits, and a failure is shown beside it, where `place` is. */
export function busy(place, work) {
  return async (event) => {
    event?.preventDefault();
    const button = event?.submitter ?? event?.currentTarget;
    if (button?.getAttribute("aria-disabled") === "true") return;
    button?.setAttribute("aria-disabled", "true");
    place.replaceChildren();
    try {
      await work(event);
    } catch (error) {
      place.replaceChildren(failure(error));
      place.scrollIntoView({ block: "nearest" });
    } finally {
      button?.removeAttribute("aria-disabled");
    }
  };
}

import { fill, h, uniqueID } from "../dom.js";

/** Tabs with arrow keys. `pages`: `{name, title, draw}`; `draw()` is asked each time a tab is shown. */
export function tabs(label, pages, wanted) {
  const base = uniqueID("tab");
  let current = Math.max(0, pages.findIndex((each) => each.name === wanted));
  const panel = h("div", { role: "tabpanel", id: `${base}-panel`, tabindex: 0 });
  const buttons = pages.map((page, index) => h("button", {
    type: "button", role: "tab", id: `${base}-${page.name}`, "aria-controls": `${base}-panel`, onclick: () => choose(index),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      choose((index + step + pages.length) % pages.length);
      buttons[current].focus();
    },
  }, page.title));
  const draw = () => {
    buttons.forEach((button, index) => {
      button.setAttribute("aria-selected", String(index === current));
      button.tabIndex = index === current ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", buttons[current].id);
    // Whoever is in the middle of something stays there.
    const controls = () => [...panel.querySelectorAll("input, select, button")];
    const place = controls().indexOf(document.activeElement);
    fill(panel, pages[current].draw());
    controls()[place]?.focus();
  };
  const choose = (index) => {
    current = index;
    draw();
  };
  draw();
  return {
    element: h("div", { class: "stack" }, h("div", { class: "tabs", role: "tablist", "aria-label": label }, buttons), panel),
    draw,
    get current() { return pages[current].name; },
    /** Puts a dot on those of which `isMarked(name)`. */
    mark: (isMarked) => buttons.forEach((button, index) => {
      button.classList.toggle("dot", isMarked(pages[index].name));
      button.title = isMarked(pages[index].name) ? "Has changes that are not saved" : "";
    }),
  };
}

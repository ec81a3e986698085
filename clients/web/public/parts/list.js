import { call } from "../api.js";
import { fill, h } from "../dom.js";
import { failure } from "./notice.js";

/** A list that is read page by page. `method`, `params` and `row(item)` say what; `head` the columns; `empty` what to show when there is nothing. */
export class PagedList {
  #more = h("div", { class: "more" });
  #body = h("tbody", {});
  #generation = 0;

  constructor({ method, params = {}, head, row, empty, label, onPage = () => {}, size = 50 }) {
    Object.assign(this, { method, params, row, empty, onPage, size });
    this.labels = head.map((each) => typeof each === "string" ? each : each.textContent);
    this.table = h("table", { class: "rows" }, h("caption", { class: "unseen" }, label), h("thead", {}, h("tr", {}, head.map((each) => h("th", { scope: "col" }, each)))), this.#body);
    this.scroller = h("div", { class: "table-scroller", tabindex: 0, role: "region", "aria-label": label }, this.table);
    this.element = h("div", { class: "list" });
  }

  /** From the beginning; gives itself. */
  async read(params = this.params) {
    this.params = params;
    const generation = ++this.#generation;
    const page = await call(this.method, { ...params, limit: this.size });
    if (generation !== this.#generation) return this; // A newer question is on its way.
    fill(this.#body, page.items.map((item) => labelled(this.row(item), this.labels)));
    fill(this.element, page.items.length ? [this.scroller, this.#more] : this.empty(params));
    this.#follow(page);
    return this;
  }

  #follow(page) {
    this.onPage(page);
    fill(this.#more, page.nextCursor && h("button", { onclick: async (event) => {
      const generation = this.#generation;
      event.currentTarget.setAttribute("aria-disabled", "true");
      try {
        const next = await call(this.method, { ...this.params, limit: this.size, cursor: page.nextCursor });
        if (generation !== this.#generation) return;
        this.#body.append(...next.items.map((item) => labelled(this.row(item), this.labels)));
        this.#follow(next);
      } catch (error) {
        fill(this.#more, failure(error));
      }
    } }, "Show more"));
  }
}

/** On a narrow window a row is a card, and each cell says what it is. */
export function labelled(row, labels) {
  [...row.children].forEach((cell, index) => { cell.dataset.label = labels[index]; });
  return row;
}

/** A search field that asks a moment after the last key. */
export function search(label, onsearch, { placeholder = label, value = "" } = {}) {
  let timer;
  return h("input", { type: "search", class: "search", "aria-label": label, placeholder, value, autocomplete: "off", oninput: (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => onsearch(event.target.value.trim()), 200);
  } });
}

/** What is shown where there is nothing yet. */
export function emptyState(title, text, ...actions) {
  return h("div", { class: "empty" }, h("h2", {}, title), h("p", {}, text), actions.length ? h("div", { class: "actions" }, actions) : null);
}

import { h } from "../dom.js";
import { field, input, select, toggle } from "./fields.js";

/** Draws a JSON Schema (draft-07, with `x-order`, `x-secret` and `x-visible-when`) and gives what was filled in. It checks nothing: the agent does. */
export class SchemaForm {
  #values = {};
  #rows = new Map();
  #properties;

  constructor(schema) {
    const required = new Set(schema.required ?? []);
    this.#properties = Object.entries(schema.properties ?? {}).sort(([, a], [, b]) => (a["x-order"] ?? 0) - (b["x-order"] ?? 0));
    for (const [name, property] of this.#properties) {
      if (property.default !== undefined) this.#values[name] = property.default;
      this.#rows.set(name, this.#row(name, property, required.has(name)));
    }
    this.element = h("div", { class: "fields" }, [...this.#rows.values()]);
    this.#showAndHide();
  }

  get isEmpty() {
    return this.#rows.size === 0;
  }

  /** What is shown and not blank. */
  get values() {
    const shown = this.#properties.filter(([name]) => !this.#rows.get(name).hidden && this.#values[name] !== undefined);
    return Object.fromEntries(shown.map(([name]) => [name, this.#values[name]]));
  }

  #row(name, property, isRequired) {
    const label = property.title ?? name;
    const about = { help: property.description, optional: !isRequired };
    const set = (value) => {
      this.#values[name] = value === "" ? undefined : value;
      this.#showAndHide();
    };
    const text = (attributes) => field(label, input({ value: this.#values[name] ?? "", name, required: isRequired, oninput: (event) => set(event.target.value), ...attributes }), about);
    if (property.enum) {
      const options = property.enum.map((each) => [each, each]);
      return field(label, select(this.#values[name] ?? "", this.#values[name] === undefined ? [["", "Choose…"], ...options] : options, { name, onchange: (event) => set(event.target.value) }), about);
    }
    switch (property.type) {
      case "boolean": return toggle(label, this.#values[name] === true, set, about);
      case "object": return this.#map(label, name, about);
      case "number": case "integer": return text({ type: "number", step: "any", oninput: (event) => set(event.target.value === "" ? undefined : Number(event.target.value)) });
      default: return text(property["x-secret"] ? { type: "password", autocomplete: "off" } : property.format === "uri" ? { type: "url" } : {});
    }
  }

  /** Names to names, a line each. */
  #map(label, name, about) {
    const lines = h("div", { class: "map" });
    const read = () => {
      const entries = [...lines.children].map((line) => [...line.querySelectorAll("input")].map((each) => each.value.trim())).filter(([key, value]) => key && value);
      this.#values[name] = entries.length ? Object.fromEntries(entries) : undefined;
    };
    const add = () => {
      const line = h("div", { class: "joined" },
        h("input", { type: "text", "aria-label": `${label}: our name`, placeholder: "our name", oninput: read }),
        h("input", { type: "text", "aria-label": `${label}: their name`, placeholder: "their name", oninput: read }),
        h("button", { type: "button", class: "quiet", "aria-label": "Remove this line", onclick: () => { line.remove(); read(); } }, "×"));
      lines.append(line);
    };
    return h("fieldset", { class: "field" }, h("legend", {}, label, about.optional ? h("span", { class: "optional" }, " optional") : null), lines,
      h("div", {}, h("button", { type: "button", class: "small", onclick: add }, "+ Add a line")), about.help ? h("p", { class: "help" }, about.help) : null);
  }

  #showAndHide() {
    for (const [name, property] of this.#properties) {
      const conditions = Object.entries(property["x-visible-when"] ?? {});
      this.#rows.get(name).hidden = !conditions.every(([other, values]) => [values].flat().includes(this.#values[other]));
      for (const control of this.#rows.get(name).querySelectorAll("input, select, button")) control.disabled = this.#rows.get(name).hidden;
    }
  }
}

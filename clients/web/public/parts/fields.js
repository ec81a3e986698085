import { h, uniqueID } from "../dom.js";

/** A control with its label and help. `control(id, describedBy)` makes the control. */
export function field(label, control, { help, optional, wide } = {}) {
  const id = uniqueID("field");
  const helpID = help ? `${id}-help` : undefined;
  return h("div", { class: wide ? "field wide" : "field" },
    h("label", { for: id }, label, optional ? h("span", { class: "optional" }, " optional") : null),
    control({ id, "aria-describedby": helpID }),
    help ? h("p", { class: "help", id: helpID }, help) : null);
}

export const input = (attributes) => (common) => h("input", { type: "text", autocomplete: "off", ...common, ...attributes });

/** `options`: `[value, label]`, or groups `{label, options}`. */
export const select = (value, options, attributes) => (common) =>
  h("select", { ...common, ...attributes, value }, options.map((each) => Array.isArray(each)
    ? h("option", { value: each[0] }, each[1])
    : each.options.length ? h("optgroup", { label: each.label }, each.options.map(([own, label]) => h("option", { value: own }, label))) : null));

/** A check box that reads as a switch. */
export function toggle(label, isOn, onchange, { help } = {}) {
  const id = uniqueID("toggle");
  return h("div", { class: "toggle" },
    h("input", { type: "checkbox", role: "switch", id, checked: isOn, "aria-describedby": help ? `${id}-help` : undefined, onchange: (event) => onchange(event.target.checked) }),
    h("div", {}, h("label", { for: id }, label), help ? h("p", { class: "help", id: `${id}-help` }, help) : null));
}

/** One of several, each with an explanation. `choices`: `{value, label, help}`. */
export function cards(legend, value, choices, onchange) {
  const name = uniqueID("choice");
  return h("fieldset", { class: "cards" }, h("legend", {}, legend),
    choices.map((choice) => {
      const id = uniqueID("card");
      return h("div", { class: "card" },
        h("input", { type: "radio", id, name, value: choice.value, checked: choice.value === value, "aria-describedby": `${id}-help`, onchange: () => onchange(choice.value) }),
        h("div", {}, h("label", { for: id }, choice.label), h("p", { class: "help", id: `${id}-help` }, choice.help)));
    }));
}

/** A list of words that grows with + or Enter. */
export function chips(label, values, onchange, { help, suggestions = [] } = {}) {
  const list = h("ul", { class: "chips" });
  const suggestionsID = uniqueID("suggestions");
  const draw = () => list.replaceChildren(...values.map((value, index) => h("li", {}, h("span", {}, value),
    h("button", { type: "button", class: "quiet", "aria-label": `Remove ${value}`, onclick: () => { values.splice(index, 1); changed(); } }, "×"))));
  const changed = () => { draw(); onchange([...values]); };
  const add = () => {
    const value = entry.value.trim();
    if (value && !values.includes(value)) values.push(value);
    entry.value = "";
    entry.focus();
    if (value) changed();
  };
  let entry;
  draw();
  return field(label, (common) => h("div", { class: "chip-box" }, list, h("div", { class: "joined" },
    entry = h("input", { type: "text", autocomplete: "off", list: suggestions.length ? suggestionsID : undefined, ...common,
      onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); add(); } } }),
    h("button", { type: "button", "aria-label": `Add to ${label}`, onclick: add }, "+")),
    suggestions.length ? h("datalist", { id: suggestionsID }, suggestions.map((each) => h("option", { value: each }))) : null), { help });
}

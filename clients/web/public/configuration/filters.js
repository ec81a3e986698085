import { fill, h } from "../dom.js";
import { chips, field, input, select, toggle } from "../parts/fields.js";
import { fieldOf, fieldOptions, fieldsNotice, samplesOf } from "./fields.js";

const modes = [["include", "Include: only those who match"], ["exclude", "Exclude: all but those who match"]];
const operators = [["before", "before"], ["onOrBefore", "on or before"], ["on", "on"], ["onOrAfter", "on or after"], ["after", "after"]];

/** Filters: who is synced at all. */
export function filters(work) {
  const { draft, changed } = work;
  const list = h("div", { class: "stack" });
  const draw = () => fill(list, draft.filters.length ? draft.filters.map((each, index) => entry(work, each, () => { draft.filters.splice(index, 1); draw(); changed(); }, draw))
    : h("p", { class: "muted" }, "No filter: every employee of the HR system is synced."));
  draw();
  const add = () => {
    draft.filters.push({ field: "", mode: "include", kind: "values", values: [] });
    draw();
    changed();
    list.lastElementChild.querySelector("select").focus();
  };
  return h("section", { class: "box" }, h("h2", {}, "Who is synced"),
    h("p", { class: "muted" }, "An employee has to match every include filter and no exclude filter. Upper and lower case are the same. Existing users who are left out by a filter are deleted by the next sync."),
    fieldsNotice(work), list, h("div", { class: "actions" }, h("button", { type: "button", onclick: add }, "+ Add filter")));
}

function entry(work, filter, remove, redraw) {
  const setField = (path) => {
    const isDate = fieldOf(work, path)?.type === "date";
    filter.field = path;
    if (isDate !== (filter.kind === "date")) {
      for (const name of ["values", "matchEmpty", "condition"]) delete filter[name];
      Object.assign(filter, isDate ? { kind: "date", condition: { operator: "onOrAfter", daysFromToday: 0 } } : { kind: "values", values: [] });
    }
    redraw();
    work.changed();
  };
  return h("fieldset", { class: "box" }, h("legend", { class: "unseen" }, filter.field ? `Filter on ${filter.field}` : "New filter"),
    h("div", { class: "inline" },
      field("HRIS field", select(filter.field, fieldOptions(work, filter.field), { onchange: (event) => setField(event.target.value) })),
      field("Mode", select(filter.mode, modes, { onchange: (event) => { filter.mode = event.target.value; work.changed(); } })),
      h("button", { type: "button", class: "quiet", "aria-label": `Remove the filter on ${filter.field || "this field"}`, onclick: remove }, "Remove")),
    samplesOf(work, filter.field) ? h("p", { class: "help" }, samplesOf(work, filter.field)) : null,
    filter.kind === "date" ? dateCondition(filter, work.changed) : values(work, filter));
}

function values(work, filter) {
  return [
    chips("Values", [...filter.values ?? []], (list) => { filter.values = list; work.changed(); }, { help: "Press + or Enter after each value.", suggestions: fieldOf(work, filter.field)?.samples }),
    toggle("Also those without a value", filter.matchEmpty === true, (isOn) => {
      if (isOn) filter.matchEmpty = true;
      else delete filter.matchEmpty;
      work.changed();
    }),
  ];
}

function dateCondition(filter, changed) {
  const { condition } = filter;
  const date = field("Date", input({ type: "date", value: condition.date ?? "", onchange: (event) => { condition.date = event.target.value; changed(); } }));
  const days = field("Days from today", input({ type: "number", step: 1, value: condition.daysFromToday ?? 0, oninput: (event) => { condition.daysFromToday = Number(event.target.value); changed(); } }), { help: "Negative: in the past." });
  const showOne = () => {
    date.hidden = condition.date === undefined;
    days.hidden = !date.hidden;
  };
  showOne();
  return h("div", { class: "inline" },
    field("Is", select(condition.operator, operators, { onchange: (event) => { condition.operator = event.target.value; changed(); } })),
    field("Compared with", select(condition.date === undefined ? "days" : "date", [["days", "today"], ["date", "a date"]], {
      onchange: (event) => {
        delete condition.date;
        delete condition.daysFromToday;
        if (event.target.value === "date") condition.date = date.querySelector("input").value;
        else condition.daysFromToday = Number(days.querySelector("input").value);
        showOne();
        changed();
      },
    })), date, days);
}

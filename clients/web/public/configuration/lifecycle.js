import { h } from "../dom.js";
import { cards, field, input, select } from "../parts/fields.js";

/** Lifecycle: what follows from a person's status and dates. */
export function lifecycle({ draft, changed }) {
  const set = (name, value) => {
    draft.lifecycle[name] = value;
    changed();
  };
  const section = draft.lifecycle;
  return [
    h("section", { class: "box" }, cards("User state: when somebody is no longer an active employee", section.userState, [
      { value: "toggleParticipation", label: "Toggle participation", help: "Active employees take part in surveys, others do not. Changes made by hand are overwritten." },
      { value: "delete", label: "Delete", help: "Active employees stay as they are. Others are deleted." },
      { value: "doNothing", label: "Do nothing", help: "Participation is never touched. Changes made by hand are kept." },
    ], (value) => set("userState", value))),
    h("section", { class: "box" }, h("h2", {}, "Dates"),
      period("Participation start", section.participationStart, [["directly", "Directly"], ["afterMonths", "Months after the employment start date"]],
        "When new users start to receive surveys.", (value) => set("participationStart", value)),
      period("User removal", section.userRemoval, [["directly", "Directly, the day after the employment end date"], ["afterMonths", "Months after the employment end date"], ["never", "Never"]],
        "When users are deleted whose employment has ended.", (value) => set("userRemoval", value))),
    h("section", { class: "box" }, cards("Absence: when the HR system no longer delivers somebody", section.absence, [
      { value: "delete", label: "Delete", help: "Whoever is gone from the HR system is deleted here, too." },
      { value: "keep", label: "Keep", help: "Users stay until something else removes them." },
    ], (value) => set("absence", value))),
  ];
}

function period(label, value, kinds, help, set) {
  const months = field("Months", input({ type: "number", min: 1, max: 60, value: value.months ?? 1, oninput: (event) => set({ kind: "afterMonths", months: Number(event.target.value) }) }));
  months.classList.add("short");
  months.hidden = value.kind !== "afterMonths";
  const count = months.querySelector("input");
  return h("div", { class: "inline" }, field(label, select(value.kind, kinds, {
    onchange: (event) => {
      months.hidden = event.target.value !== "afterMonths";
      set(months.hidden ? { kind: event.target.value } : { kind: event.target.value, months: Number(count.value) });
    },
  }), { help }), months);
}

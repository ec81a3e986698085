import { h } from "../dom.js";
import { failure } from "../parts/notice.js";
import { number } from "../words.js";

/** The fields of the HR system as the groups of a select; a chosen one that is not among them stays choosable. */
export function fieldOptions({ fields }, chosen, isUsable = () => true) {
  const list = (fields?.fields ?? []).filter((each) => isUsable(each) || each.path === chosen);
  const option = (each) => [each.path, each.label === each.path ? each.path : `${each.label} (${each.path})`];
  const missing = chosen && !list.some((each) => each.path === chosen) ? [[chosen, chosen]] : [];
  return [["", "Choose…"], ...missing, { label: "Standard fields", options: list.filter((each) => !each.custom).map(option) }, { label: "Custom fields", options: list.filter((each) => each.custom).map(option) }];
}

export const fieldOf = ({ fields }, path) => fields?.fields.find((each) => each.path === path);

/** `Sales, Design … · 40 of 50 have one` */
export function samplesOf(work, path) {
  const field = fieldOf(work, path);
  if (!field) return undefined;
  const samples = field.samples.length ? `For example ${field.samples.slice(0, 3).join(", ")}` : "No example";
  return `${samples} · ${number(field.filled)} of ${number(work.fields.sampled)} have a value`;
}

/** While the fields are on their way, or when they could not be read. */
export function fieldsNotice({ fields, fieldsError }) {
  if (fieldsError) return failure(fieldsError);
  return fields ? null : h("p", { class: "muted", role: "status" }, "Reading the fields of the HR system…");
}

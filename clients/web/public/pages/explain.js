import { all, call } from "../api.js";
import { fill, h } from "../dom.js";
import { field, input, select } from "../parts/fields.js";
import { integrationHead } from "../parts/integration-head.js";
import { busy, notice } from "../parts/notice.js";
import { badge } from "../parts/runs.js";
import { changes } from "../parts/rows.js";
import * as words from "../words.js";

const ways = [["email", "Email address"], ["employeeId", "Employee ID in the HR system"], ["userId", "User ID"]];

/** Why this person? Each question that was asked about somebody, and its answer. */
export async function explain({ params, query }) {
  const [integration, attributes] = await Promise.all([call("integration/get", { integration: params.integration }), all("attribute/list")]);
  const answer = h("div", { class: "stack" });
  const place = h("div", {});
  const given = ways.map(([name]) => name).find((name) => query.has(name));
  const asked = { way: given ?? "email", value: given ? query.get(given) : "" };
  const ask = busy(place, async () => {
    fill(answer);
    const explanation = await call("integration/explain", { integration: integration.id, [asked.way]: asked.value.trim() });
    history.replaceState(null, "", `?${new URLSearchParams({ [asked.way]: asked.value.trim() })}`);
    fill(answer, draw(explanation, attributes));
  });
  if (given) ask();
  return [
    ...integrationHead(integration, "/explain"),
    h("form", { class: "box", onsubmit: ask },
      h("p", { class: "muted" }, "Reads one person from the HR system and goes through the questions that decide what becomes of them. Nobody is changed."),
      h("div", { class: "inline" },
        field("Find by", select(asked.way, ways, { onchange: (event) => { asked.way = event.target.value; } })),
        field("Who", input({ value: asked.value, required: true, oninput: (event) => { asked.value = event.target.value; } })),
        h("button", { class: "primary" }, "Explain"))),
    place, answer,
  ];
}

function draw({ employee, user, steps, decision, row }, attributes) {
  const who = user ? words.fullName(user) : employee ? words.fullName({ firstName: employee.first_name, lastName: employee.last_name }) : "Nobody";
  return [
    notice("info", h("div", { class: "spread" }, h("strong", {}, `${who}: ${words.decisions[decision] ?? words.sentence(words.spaced(decision))}`), user ? h("a", { href: `/users/${user.id}` }, "Open the user") : null)),
    h("section", { class: "box" }, h("h2", {}, "The questions, in order"), h("ol", { class: "trail" }, steps.map((step) => h("li", {},
      h("strong", {}, step.question), " ", badge("neutral", step.answer), h("p", {}, step.because), h("p", { class: "help" }, step.rule))))),
    row ? h("section", { class: "box" }, h("h2", {}, "In the newest run"), h("p", {}, badge("neutral", words.categories[row.category] ?? row.category), " ", row.reason ? words.reasons[row.reason] ?? row.reason : ""), changes(row, attributes)) : null,
    employee ? h("details", { class: "box" }, h("summary", {}, "The employee as the HR system delivers it"), h("pre", { tabindex: 0 }, JSON.stringify(employee, null, 2))) : null,
  ];
}

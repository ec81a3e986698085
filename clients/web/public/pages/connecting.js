import { call } from "../api.js";
import { fill, h } from "../dom.js";
import { crumbs } from "../parts/crumbs.js";
import { withConfirmation } from "../parts/dialog.js";
import { field, input, select } from "../parts/fields.js";
import { busy, failure, notice, toast } from "../parts/notice.js";
import { SchemaForm } from "../parts/schema-form.js";
import { badge } from "../parts/runs.js";
import { navigate } from "../router.js";
import { head } from "./features.js";
import * as words from "../words.js";

/** The authorisation of one HR system, drawn from its schema. */
export async function connectForm({ params }) {
  const connector = await call("connector/get", { connector: params.connector });
  const identity = { name: connector.name };
  const more = h("details", {}, h("summary", {}, "Name and prefix"),
    h("div", { class: "fields two" },
      field("Name", input({ value: identity.name, oninput: (event) => { identity.name = event.target.value; } }), { help: "How this integration is called here." }),
      field("Prefix of external IDs", input({ oninput: (event) => { identity.prefix = event.target.value; } }), { optional: true, help: "What the external IDs of its users begin with, for ever. Leave it empty unless you have a reason." })));
  const connect = async (authorization) => {
    const given = Object.fromEntries(Object.entries(identity).filter(([, value]) => value));
    return withConfirmation("These users are already there", "Connect and manage them", (confirm) => call("integration/connect", { connector: connector.id, authorization, ...given, ...confirm }));
  };
  return [crumbs(["/settings/integrations", "Integrations"], ["/settings/integrations/new", "Connect with HRIS"]), ...authorizationPage(connector, `Connect ${connector.name}`, "Save", connect, more)];
}

/** New secrets for an integration that is there. */
export async function reconnectForm({ params }) {
  const integration = await call("integration/get", { integration: params.integration });
  const connector = await call("connector/get", { connector: integration.connector });
  const place = [`/settings/integrations/${integration.id}`, integration.name];
  const secrets = integration.secrets.length ? h("p", { class: "help" }, "Set at present: ", integration.secrets.map((each) => `${each.name} (${words.time(each.setAt)})`).join(", "), ".") : null;
  return [crumbs(["/settings/integrations", "Integrations"], place),
    ...authorizationPage(connector, `Reconnect ${integration.name}`, "Save", (authorization) => call("integration/reconnect", { integration: integration.id, authorization }), secrets)];
}

function authorizationPage(connector, title, label, connect, more) {
  const place = h("div", {});
  const formPlace = h("div", { class: "stack" });
  let chosen, form;
  const choose = (index) => {
    chosen = connector.authorizations[index];
    form = new SchemaForm(chosen.form);
    fill(formPlace, chosen.help ? h("p", { class: "muted" }, chosen.help) : null, form.isEmpty ? null : form.element);
  };
  choose(0);
  const save = busy(place, async () => {
    const redirectUri = chosen.kind === "authorizationCode" ? { redirectUri: `${location.origin}/oauth/callback` } : {};
    const result = await connect({ kind: chosen.kind, fields: form.values, ...redirectUri });
    if (!result) return;
    if (result.authorize) {
      sessionStorage.setItem(`oauth:${result.authorize.state}`, result.integration.id);
      location.assign(result.authorize.url);
      return;
    }
    await navigate(`/settings/integrations/${result.integration.id}`);
    toast(`${result.integration.name} is connected.`);
  });
  return [
    head(title, connector.authorizations.length > 1 ? "Choose how to sign in, and follow the steps of your HR system." : null),
    h("form", { class: "box narrow", onsubmit: save },
      connector.authorizations.length > 1 ? field("Authorisation", select("0", connector.authorizations.map((each, index) => [String(index), each.title]), { onchange: (event) => choose(Number(event.target.value)) })) : null,
      formPlace, more, place, h("div", { class: "actions" }, h("button", { class: "primary" }, label), h("a", { class: "button", href: "/settings/integrations" }, "Cancel"))),
    about(connector),
  ];
}

function about({ supports, limitations }) {
  const names = {
    manager: "Managers", department: "Departments", customFields: "Custom fields", status: "Employment status", startDate: "Start dates", endDate: "End dates", language: "Languages",
    employeeNumber: "Employee numbers", inactive: "Inactive people", deletions: "Deletions", changedSince: "Changes only",
  };
  return h("section", { class: "box narrow" }, h("h2", {}, "What this HR system delivers"),
    h("div", { class: "badges" }, Object.entries(supports).map(([name, has]) => badge(has ? "success" : "neutral", `${has ? "✓" : "No"} ${names[name] ?? words.spaced(name)}`))),
    limitations.length ? [h("h3", {}, "Known limitations"), h("ul", { class: "problems" }, limitations.map((each) => h("li", {}, each)))] : null);
}

/** Where the HR system sends the browser back to. The state must be one that this browser set out with. */
export async function oauthCallback({ query }) {
  const state = query.get("state") ?? "";
  const integration = sessionStorage.getItem(`oauth:${state}`);
  sessionStorage.removeItem(`oauth:${state}`);
  const again = h("p", {}, h("a", { href: "/settings/integrations" }, "Back to the integrations"));
  if (!integration) return [head("This sign-in is not known here"), notice("error", h("p", {}, "It was begun in another window, or finished already. Connect once more.")), again];
  const answer = query.has("code") ? { code: query.get("code") } : { error: query.get("error_description") ?? query.get("error") ?? "no code" };
  try {
    const result = await call("integration/authorize", { integration, state, ...answer });
    toast(`${result.integration.name} is connected.`);
    queueMicrotask(() => navigate(`/settings/integrations/${integration}`, { replace: true }));
    return [head("Connected")];
  } catch (error) {
    return [head("The HR system did not let us in"), failure(error), again];
  }
}


import { all, call } from "../api.js";
import { h } from "../dom.js";
import { crumbs } from "../parts/crumbs.js";
import { ask } from "../parts/dialog.js";
import { field, input, select, toggle } from "../parts/fields.js";
import { busy, notice, toast } from "../parts/notice.js";
import { navigate, reload } from "../router.js";
import { head } from "./features.js";
import { participation } from "./users.js";
import * as words from "../words.js";

/** One user, to be looked at and edited by hand. */
export async function user({ params }) {
  const [person, attributes, integrations, account] = await Promise.all([call("user/get", { user: params.user }), all("attribute/list"), all("integration/list"), call("account/get")]);
  const manager = integrations.find((each) => each.id === person.managedBy);
  const place = h("div", {});
  const remove = busy(place, async () => {
    if (!(await ask(`Delete ${words.fullName(person)}?`, h("p", {}, "The user is gone for good."), "Delete", "danger"))) return;
    await call("user/delete", { user: person.id });
    await navigate("/users");
    toast("Deleted.");
  });
  return [
    crumbs(["/users", "Users"]),
    head(words.fullName(person), [participation(person.participation), " ", `Changed ${words.time(person.updatedAt)}`],
      manager ? h("a", { class: "button", href: `/settings/integrations/${manager.id}/explain?userId=${encodeURIComponent(person.id)}` }, "Why this person?") : null, h("button", { class: "danger", onclick: remove }, "Delete")),
    manager ? notice("info", h("p", {}, "Managed by ", h("a", { href: `/settings/integrations/${manager.id}` }, manager.name), ". What it manages is overwritten by the next sync.")) : null,
    person.held ? notice("warning", h("p", {}, "A safeguard holds back the deletion of this user.")) : null,
    place,
    form(person, account, async (changes) => {
      await call("user/update", { user: person.id, ...changes });
      await reload();
      toast("Saved.");
    }, "Save"),
    attributes.length ? h("section", { class: "box narrow" }, h("h2", {}, "Attributes"), h("dl", { class: "facts" }, await Promise.all(attributes.map(async (each) =>
      h("div", {}, h("dt", {}, each.name), h("dd", {}, await attributeValue(each, person.attributes[each.key]))))))) : null,
  ];
}

export async function newUser() {
  const account = await call("account/get");
  return [crumbs(["/users", "Users"]), head("Create a user", "By hand, without an HR system."), form({ participation: { on: true } }, account, async (given) => {
    const person = await call("user/create", Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)));
    await navigate(`/users/${person.id}`);
    toast(`${words.fullName(person)} is there.`);
  }, "Create")];
}

async function attributeValue(attribute, value) {
  if (attribute.type !== "user" || !value) return words.value(value);
  const people = await Promise.all(value.map((user) => call("user/get", { user }).catch(() => undefined)));
  return people.filter(Boolean).map((each, index) => [index ? ", " : null, h("a", { href: `/users/${each.id}` }, words.fullName(each))]);
}

/** `save` gets what was changed; an emptied field is null. */
function form(person, account, save, label) {
  const changes = {};
  const place = h("div", {});
  const text = (title, name, attributes = {}) => field(title, input({ value: person[name] ?? "", oninput: (event) => { changes[name] = event.target.value.trim() || null; }, ...attributes }), { optional: !attributes.required });
  const language = field("Language", select(person.language ?? account.defaultLanguage, account.languages.map((each) => [each, languageName(each)]), { onchange: (event) => { changes.language = event.target.value; } }));
  const role = field("Role", select(person.role ?? "employee", Object.entries(words.roles), { onchange: (event) => { changes.role = event.target.value; } }));
  return h("form", { class: "box narrow", onsubmit: busy(place, () => save(changes)) },
    h("div", { class: "fields two" }, text("First name", "firstName", { required: true }), text("Last name", "lastName", { required: true }), text("Email", "email", { type: "email" }), text("External ID", "externalId"), language, role, text("Kiosk code", "kioskCode")),
    toggle("Takes part in surveys", person.participation.on, (on) => { changes.participation = { on }; }, { help: person.participation.startDate ? `Not before ${words.day(person.participation.startDate)}.` : undefined }),
    place, h("div", { class: "actions" }, h("button", { class: "primary" }, label)));
}

const languages = new Intl.DisplayNames(undefined, { type: "language" });
export function languageName(tag) {
  try {
    return `${languages.of(tag)} (${tag})`;
  } catch {
    return tag;
  }
}

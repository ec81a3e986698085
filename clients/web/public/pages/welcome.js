import { createAdministrator } from "../api.js";
import { h } from "../dom.js";
import { field, input } from "../parts/fields.js";
import { busy } from "../parts/notice.js";

/** The very first page: nobody is there yet on whose behalf anything could be done. */
export function welcome() {
  const place = h("div", {});
  const person = {};
  const text = (label, name, attributes = {}) => field(label, input({ oninput: (event) => { person[name] = event.target.value; }, ...attributes }), { optional: !attributes.required });
  const create = busy(place, async () => {
    await createAdministrator(person);
    location.assign("/settings/features");
  });
  return h("main", { class: "welcome narrow" },
    h("img", { src: "/icon.svg", alt: "", width: 56, height: 56 }),
    h("h1", {}, "Welcome to Staffetta"),
    h("p", {}, "Staffetta keeps your users in step with your HR system. Everything is tested before it touches anybody. First of all: who are you?"),
    h("form", { class: "box", onsubmit: create },
      h("div", { class: "fields two" },
        text("First name", "firstName", { required: true, autocomplete: "given-name" }), text("Last name", "lastName", { required: true, autocomplete: "family-name" })),
      text("Email", "email", { type: "email", autocomplete: "email" }),
      place, h("div", { class: "actions" }, h("button", { class: "primary" }, "Create the first administrator"))));
}

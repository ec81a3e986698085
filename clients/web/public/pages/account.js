import { call } from "../api.js";
import { h } from "../dom.js";
import { field, input, select, toggle } from "../parts/fields.js";
import { busy, toast } from "../parts/notice.js";
import { reload } from "../router.js";
import { head } from "./features.js";
import { languageName } from "./user.js";
import * as words from "../words.js";

const logins = [["none", "None"], ["employeeId", "Employee ID"], ["code", "Code"]];

/** The account's settings. */
export async function account() {
  const settings = await call("account/get");
  const changes = {};
  const set = (name) => (event) => { changes[name] = event.target.value; };
  const place = h("div", {});
  const save = busy(place, async () => {
    await call("account/update", changes);
    await reload();
    toast("Saved.");
  });
  const zones = Intl.supportedValuesOf("timeZone");
  return [
    head("Account"),
    h("dl", { class: "facts box" }, [["Users", settings.users.total], ["Managed by an HR system", settings.users.managed], ["Taking part", settings.users.participating], ["Licences", settings.licenseLimit ?? "no limit"]]
      .map(([title, value]) => h("div", {}, h("dt", {}, title), h("dd", { class: "number" }, typeof value === "number" ? words.number(value) : value)))),
    h("form", { class: "box narrow", onsubmit: save },
      h("div", { class: "fields two" },
        field("Time zone", select(settings.timeZone, [...new Set(["UTC", settings.timeZone, ...zones])].map((each) => [each, each]), { onchange: set("timeZone") }), { help: "Decides when a day begins." }),
        field("Default language", select(settings.defaultLanguage, settings.languages.map((each) => [each, languageName(each)]), { onchange: set("defaultLanguage") }), { help: "For users of whom none is known." }),
        field("Licence limit", input({ type: "number", min: 0, value: settings.licenseLimit ?? "", oninput: (event) => { changes.licenseLimit = event.target.value === "" ? null : Number(event.target.value); } }), { optional: true, help: "The greatest number of users. Empty: no limit." }),
        field("Kiosk login type", select(settings.kioskLogin, logins, { onchange: set("kioskLogin") }), { help: "How people sign in at a kiosk." })),
      toggle("Protect administrators", settings.protectAdministrators, (isOn) => { changes.protectAdministrators = isOn; }, { help: "A sync never deletes administrators and superusers." }),
      place, h("div", { class: "actions" }, h("button", { class: "primary" }, "Save"))),
  ];
}

import { h } from "../dom.js";
import { CallError } from "../api.js";
import { busy } from "./notice.js";

/** Opens a dialog. `actions`: buttons `{label, kind, run}`; `run` may refuse to close it by throwing. Resolves with what `run` gave, or undefined. */
export function openDialog({ title, content, actions, closeLabel = "Cancel" }) {
  return new Promise((resolve) => {
    let answer;
    const place = h("div", {});
    const buttons = actions.map(({ label, kind = "primary", run = () => true }) =>
      h("button", { type: "submit", class: kind, onclick: busy(place, async () => {
        if (!form.reportValidity()) return;
        answer = await run();
        dialog.close();
      }) }, label));
    const form = h("form", { method: "dialog", onsubmit: (event) => event.preventDefault() },
      h("h2", { id: "dialog-title" }, title), h("div", { class: "dialog-content" }, content), place,
      h("div", { class: "actions end" }, closeLabel && h("button", { type: "button", onclick: () => dialog.close() }, closeLabel), buttons));
    const dialog = h("dialog", { "aria-labelledby": "dialog-title", onclose: () => { dialog.remove(); resolve(answer); } }, form);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks before something that cannot be taken back. */
export const ask = (title, content, label, kind = "primary") => openDialog({ title, content, actions: [{ label, kind }] });

export const confirmLoss = () => ask("Leave without saving?", h("p", {}, "Your changes on this page are not saved yet."), "Leave without saving", "danger");

/** Does `work({})`; where the agent asks for confirmation, shows what it says and, once confirmed, does `work({confirm: true})`. undefined: not confirmed. */
export async function withConfirmation(title, label, work, { kind = "primary", describe = () => null } = {}) {
  try {
    return await work({});
  } catch (error) {
    if (!(error instanceof CallError) || error.kind !== "confirmationRequired") throw error;
    const content = [h("p", {}, error.data.because ?? error.message), await describe(error.data)];
    return openDialog({ title, content, actions: [{ label, kind, run: () => work({ confirm: true }) }] });
  }
}

import { fill, h } from "./dom.js";
import * as live from "./live.js";
import { failure } from "./parts/notice.js";
import { confirmLoss } from "./parts/dialog.js";

let routes = [];
let place;
let current = { abort: new AbortController() };
let onShown = () => {};
let shownPath;

/** `table`: patterns such as `/runs/:run` with the function that draws the page; `shown(path)` is told afterwards. */
export function start(table, element, shown) {
  routes = Object.entries(table).map(([pattern, page]) => [pattern.split("/"), page]);
  place = element;
  onShown = shown;
  document.addEventListener("click", follow);
  window.addEventListener("popstate", async () => {
    if (await mayLeave()) return show();
    history.pushState(null, "", shownPath);
  });
  window.addEventListener("beforeunload", (event) => { if (current.isDirty?.()) event.preventDefault(); });
  return show();
}

function follow(event) {
  const link = event.target.closest("a[href^='/']");
  if (!link || link.target || link.hasAttribute("download") || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  navigate(link.getAttribute("href"));
}

export async function navigate(path, { replace = false } = {}) {
  if (!(await mayLeave())) return;
  history[replace ? "replaceState" : "pushState"](null, "", path);
  await show();
}

/** Draws the page anew, from what is true now. */
export const reload = () => show({ isReload: true });

async function mayLeave() {
  return !current.isDirty?.() || confirmLoss();
}

async function show({ isReload = false } = {}) {
  current.abort.abort();
  const context = { abort: new AbortController(), query: new URLSearchParams(location.search) };
  context.signal = context.abort.signal;
  context.on = (method, listener) => live.on(method, listener, context.signal);
  context.on("reopened", () => { if (!context.isDirty?.()) reload(); });
  current = context;
  const path = location.pathname;
  shownPath = path + location.search;
  const [page, params] = find(path);
  context.params = params;
  let content;
  place.setAttribute("aria-busy", "true");
  try {
    content = await page(context);
  } catch (error) {
    content = [h("h1", {}, "This page cannot be shown"), failure(error), h("p", {}, h("button", { onclick: reload }, "Try again"))];
  }
  if (context.signal.aborted) return;
  fill(place, content);
  place.removeAttribute("aria-busy");
  const heading = place.querySelector("h1");
  document.title = heading ? `${heading.textContent} · Staffetta` : "Staffetta";
  if (!isReload) {
    scrollTo(0, 0);
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  }
  onShown(path);
}

function find(path) {
  const parts = path.split("/");
  for (const [pattern, page] of routes) {
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((each, index) => each.startsWith(":") || each === parts[index])) continue;
    const params = Object.fromEntries(pattern.flatMap((each, index) => each.startsWith(":") ? [[each.slice(1), decodeURIComponent(parts[index])]] : []));
    return [page, params];
  }
  return [async () => [h("h1", {}, "There is no such page"), h("p", {}, h("a", { href: "/" }, "To the integrations"))], {}];
}

/** An element with attributes, listeners (`onclick`) and children; what is null, undefined or false is left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "indeterminate") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...kept(children));
  // A select has its value only once it has its options.
  if (tag === "select" && attributes.value !== undefined) element.value = attributes.value;
  return element;
}

export function kept(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}

export function fill(element, ...children) {
  element.replaceChildren(...kept(children));
  return element;
}

let lastID = 0;
/** A name that no other element has, to tie labels and helps to their fields. */
export function uniqueID(word) {
  lastID += 1;
  return `${word}-${lastID}`;
}

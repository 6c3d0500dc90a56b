/** Elements made of data. Text goes in as text and never as HTML: nothing in an article can become markup. */

/**
 * An element. `props`: `on` holds listeners, `data` data-attributes, `style` single properties, `value` and
 * `checked` are set as properties, `class` and all else as attributes; false and null leave one out.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Node|string|number|null|undefined|false|Array<any>)} children
 * @returns {any}
 */
export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) give(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  if (props.value !== undefined && tag === "select") element.value = props.value;
  return element;
}

function give(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  else if (name === "data") Object.assign(element.dataset, value);
  else if (name === "style") for (const [key, each] of Object.entries(value)) element.style.setProperty(key, each);
  else if (name === "value" || name === "checked") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** A button with words. */
export function button(words, act, props = {}) {
  return make("button", { type: "button", ...props, on: { click: act, ...props.on } }, words);
}

/** A button that shows a sign and says words. */
export function sign(glyph, words, act, props = {}) {
  const shown = make("span", { "aria-hidden": "true" }, glyph);
  const known = { "aria-label": words, title: words, class: "sign" };
  return make("button", { type: "button", ...known, ...props, on: { click: act } }, shown);
}

/** One of a document's elements that is there for certain. */
export function at(id) {
  return /** @type {any} */ (document.getElementById(id));
}

/** "1 error", "2 errors". */
export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** Bytes as kilobytes, as mail programs count them. */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(bytes < 9950 ? 1 : 0)} kB`;
}

/** Whether keys pressed on an element are its own: it is typed in. */
export function isTyping(element) {
  return Boolean(element?.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
}

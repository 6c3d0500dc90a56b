/** Fields that write to issue.toml when they are left or Enter is pressed, each with who decided what it says. */

import { make, sign } from "./dom.js";
import { origin } from "./evidence.js";

/**
 * A labelled field of a story ("" is the issue).
 * @param {import("./session.js").Session} session
 * @param {{story: string, field: string, label: string, decided: import("./api.js").Decided, long?: boolean,
 *   type?: string, list?: boolean, hint?: string, watch?: (text: string) => void}} spec
 */
export function field(session, spec) {
  const { story, field: name, label, decided, list } = spec;
  const shown = list ? decided.value.join(", ") : String(decided.value ?? "");
  const save = (text) => session.edit({ edit: "SetField", story, field: name, value: list ? listed(text) : as(spec, text) });
  const input = entry({ ...spec, label: "", key: `${story}-${name}`, value: shown, save });
  const reset = decided.origin === "editor" && sign("↺", `Reset ${label.toLowerCase()} to what the article says`, () => session.edit({ edit: "ResetField", story, field: name }), { class: "sign reset" });
  return make("div", { class: `field${spec.long ? " is-long" : ""}` }, labelled(label, input, [origin(decided), reset]), input, spec.hint && make("p", { class: "hint" }, spec.hint));
}

/** A field that is saved when it is left; Escape puts back what stood there. */
export function entry({ key, value, save, long = false, type = "text", watch, label, placeholder }) {
  const known = { class: "entry", data: { key }, value, placeholder, "aria-label": label || null, spellcheck: "true" };
  const input = long ? make("textarea", { rows: 1, ...known }) : make("input", { type, ...known });
  input.defaultValue = value;
  input.addEventListener("change", () => input.isConnected && input.value !== value && save(input.value));
  input.addEventListener("input", () => (grow(input), watch?.(input.value)));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !(long && type === "note")) (event.preventDefault(), input.blur());
    if (event.key === "Escape") (input.value = value, watch?.(value), grow(input));
  });
  if (long) new ResizeObserver(() => grow(input)).observe(input);
  return input;
}

/** A choice that is saved at once; `options` are values with the words for them. */
export function choice({ key, label, value, options, save }) {
  const told = options.map(([each, words]) => make("option", { value: each }, words));
  const chosen = (event) => save(options[event.target.selectedIndex][0]);
  return make("select", { class: "entry", "aria-label": label, data: { key }, value, on: { change: chosen } }, told);
}

/** A choice of a story or the issue (""), which is somebody else's until the editor makes it. */
export function chosen(session, { story, field: name, label, decided, options }) {
  const save = (value) => session.edit({ edit: "SetField", story, field: name, value });
  const input = choice({ key: `${story}-${name}`, value: decided.value, options, save });
  const back = () => session.edit({ edit: "ResetField", story, field: name });
  const own = decided.origin === "editor" && [origin(decided), sign("↺", `Reset ${label.toLowerCase()} to what is usual`, back, { class: "sign reset" })];
  return make("div", { class: "field" }, labelled(label, input, own), input);
}

/** A plain field of a form that is sent as a whole. */
export function blank(key, label, props = {}) {
  const input = make("input", { class: "entry", id: `blank-${key}`, data: { key: `blank-${key}` }, ...props });
  return { input, box: make("div", { class: "field" }, labelled(label, input), input), said: () => input.value.trim() };
}

/** A label over an input, and what stands at its end. */
export function labelled(words, input, more = []) {
  input.id ||= `field-${input.dataset.key}`;
  return make("div", { class: "over" }, make("label", { for: input.id }, words), more);
}

/** A text area as tall as its words. */
function grow(area) {
  if (area.tagName !== "TEXTAREA") return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function listed(text) {
  return text.split(",").map((each) => each.trim()).filter(Boolean);
}

function as({ type }, text) {
  if (type === "number") return text === "" ? null : Number(text);
  return type === "date" && !text ? null : text;
}

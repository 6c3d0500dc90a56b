/**
 * A source page, line by line: coloured by what each was taken for, with words highlighted, lines assigned, or
 * passages to be clicked. Spans count code points; JavaScript's strings do not, so lines are cut as such.
 */

import { make } from "./dom.js";
import { SORTS } from "./sorts.js";

/**
 * @typedef {import("./api.js").Line} Line
 * @typedef {{start: number, end: number, kind: string, act?: () => void, words?: string, pressed?: boolean}} Passage
 */

/**
 * The page as a list of lines.
 * @param {Line[]} lines
 * @param {{passages?: Passage[], assign?: (line: Line, sort: string|null) => void}} [shown]
 */
export function sourcePage(lines, { passages = [], assign } = {}) {
  const told = make("ol", { class: `source${assign ? " is-assigned" : ""}` });
  lines.forEach((line, n) => {
    const first = line.sort && (line.sort !== lines[n - 1]?.sort || line.index !== lines[n - 1]?.index || assign);
    told.append(make("li", { class: `line is-${line.sort || "empty"}${line.decided ? " is-decided" : ""}`, data: { line: line.number } },
      assign && line.sort ? picker(line, assign) : make("span", { class: "sort", title: line.reason || null }, first ? line.sort : ""),
      make("span", { class: "words" }, cut(line, passages))));
  });
  return told;
}

/** Scrolls the page to the first words of a kind that are highlighted in it. */
export function reveal(page) {
  page.querySelector("mark, .passage[aria-pressed=true]")?.scrollIntoView({ block: "center" });
}

function picker(line, assign) {
  const known = { class: "sort", "aria-label": `Line ${line.number} is`, title: line.reason || null, data: { key: `line-${line.number}` } };
  const options = SORTS.map((sort) => make("option", { value: sort }, sort));
  if (!SORTS.includes(line.sort)) options.unshift(make("option", { value: line.sort }, line.sort));
  if (line.decided) options.unshift(make("option", { value: "" }, "let the tool say"));
  return make("select", { ...known, value: line.sort, on: { change: (event) => assign(line, event.target.value || null) } }, options);
}

/** A line's words, with the passages that stand in it. */
function cut(line, passages) {
  const letters = Array.from(line.text);
  const mine = passages.filter((each) => each.start < line.end && each.end > line.start).sort((a, b) => a.start - b.start);
  const pieces = [];
  let done = 0;
  for (const passage of mine) {
    const from = Math.max(done, passage.start - line.start), to = Math.min(letters.length, passage.end - line.start);
    if (to <= from) continue;
    pieces.push(letters.slice(done, from).join(""), highlighted(letters.slice(from, to).join(""), passage));
    done = to;
  }
  return [...pieces, letters.slice(done).join("")];
}

/** A passage that can be clicked is no <button>, which would not wrap as words do. */
function highlighted(words, { start, kind, act, pressed, words: label }) {
  if (!act) return make("mark", { class: `is-${kind}`, title: label }, words);
  const known = { role: "button", tabindex: 0, class: "passage", "aria-pressed": String(Boolean(pressed)), title: label };
  const keyed = (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), act());
  return make("span", { ...known, data: { key: `passage-${start}` }, on: { click: act, keydown: keyed } }, words);
}

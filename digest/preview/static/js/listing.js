/** Lists that an editor puts in order: an entry with its moves, and the way back to what the article says. */

import { button, make, sign } from "./dom.js";

/** A list with `one` of every object changed to another place or taken out. */
export const moved = (list, from, to) => list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
export const without = (list, n) => list.filter((_, each) => each !== n);

/**
 * An entry of a list: its content and the signs that move it or take it out.
 * @param {{name: string, n: number, length: number, save: (list: (all: any[]) => any[]) => void, key: string,
 *   chip?: Node}} place  where it stands, and who decided it
 */
export function entryOf({ name, n, length, save, key, chip }, ...content) {
  return make("li", { class: "entry-of" }, make("div", { class: "content" }, content), make("div", { class: "acts" }, chip,
    sign("↑", `Move up: ${name}`, () => save((all) => moved(all, n, n - 1)), { disabled: n === 0, "data-key": `${key}-up-${n}` }),
    sign("↓", `Move down: ${name}`, () => save((all) => moved(all, n, n + 1)), { disabled: n === length - 1, "data-key": `${key}-down-${n}` }),
    sign("×", `Drop: ${name}`, () => save((all) => without(all, n)), { "data-key": `${key}-drop-${n}` })));
}

/** The way back, where the editor has changed the list. */
export function backToArticle(session, story, field, values) {
  const reset = () => session.edit({ edit: "ResetField", story, field });
  return values.some((each) => each.origin === "editor") && button("Reset to the article", reset, { class: "quiet" });
}

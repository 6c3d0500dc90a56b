/** The page of a story, each line with what it was taken for; a choice overrules it. */

import { make } from "./dom.js";
import { sourcePage } from "./lines.js";

export function pageSection(session, { slug, source }) {
  const assign = (line, sort) => session.edit({ edit: "AssignLine", story: slug, line: line.number, sort });
  return [
    make("p", { class: "hint" }, `How ${source.name.split("/").pop()} was read. Choose what a line is where that is wrong.`),
    make("div", { class: "source-page", tabindex: 0, role: "region", "aria-label": "The page, line by line" }, sourcePage(source.lines, { assign })),
  ];
}

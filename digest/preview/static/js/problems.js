/** What keeps the files as they are from being shown, over the last good version; it goes by itself. */

import { make } from "./dom.js";
import { paint } from "./paint.js";

export function showProblems(element, { problems, issue }) {
  paint(element, [problems, Boolean(issue)], () => problems.length && [
    make("strong", {}, issue ? "The last good version is shown." : "Nothing can be shown yet."),
    make("ul", {}, problems.map(told)),
  ]);
}

function told({ file, line, key, message }) {
  const place = [file && short(file), line && `line ${line}`, key].filter(Boolean).join(", ");
  return make("li", {}, place && make("span", { class: "where", title: file }, place), " ", message);
}

function short(file) {
  return file.split("/").slice(-2).join("/");
}

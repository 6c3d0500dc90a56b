/** A change of issue.toml, line by line, and boxes that lie over the desk. */

import { button, make } from "./dom.js";

/** A box over the desk, closed with Escape or its button, and gone when it is closed. */
export function box(title, content, acts = [], kind = "") {
  const close = button("Close", () => dialog.close());
  const dialog = make("dialog", { class: `box ${kind}`, "aria-label": title },
    make("h2", {}, title), content, make("div", { class: "acts" }, acts, close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Shows what an edit changed. */
export function diffBox(label, diff) {
  return box(label, diffOf(diff), [], "is-wide");
}

/** A unified diff, coloured; its file names are left out. */
export function diffOf(diff) {
  const lines = diff.split("\n").filter((line) => !/^(---|\+\+\+) /.test(line));
  const kinds = { "+": "added", "-": "taken", "@": "at" };
  const shown = (line) => make("span", { class: kinds[line[0]] ? `is-${kinds[line[0]]}` : "" }, `${line}\n`);
  return make("pre", { class: "diff", tabindex: 0, role: "region", "aria-label": "Difference" }, lines.map(shown));
}

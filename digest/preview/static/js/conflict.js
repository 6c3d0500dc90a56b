/** The file was changed elsewhere in the same place: both texts are shown, and the editor chooses. */

import { button, make } from "./dom.js";
import { box } from "./diff.js";

const AROUND = 3; // lines

export class Conflict {
  constructor(session) {
    this.session = session;
    session.on("conflict", (told) => this.show(told));
  }

  show({ message, mine, theirs, change }) {
    const text = (words, content, other) => make("div", {}, make("h3", {}, words),
      make("pre", { class: "diff", tabindex: 0, role: "region", "aria-label": words }, against(content ?? "", other)));
    const again = async () => {
      dialog.close();
      await this.session.refresh();
      if (change) await this.session.edit(change);
    };
    const both = make("div", { class: "both" }, text("Your change", mine, theirs), text("On disk now", theirs, mine));
    const acts = change ? [button("Make my change on the newer file", again, { class: "is-main" })] : [];
    const dialog = box("Changed elsewhere meanwhile", [make("p", {}, message), both], acts, "is-wide");
    this.session.refresh();
  }
}

/** Where a text has lines that another does not have, with some lines around them. */
function against(text, other) {
  const known = new Set((other ?? "").split("\n")), lines = text.split("\n");
  const changed = lines.map((line) => !known.has(line));
  const near = (n) => changed.slice(Math.max(0, n - AROUND), n + AROUND + 1).some(Boolean);
  const shown = (line, n) => near(n) ? make("span", { class: changed[n] ? "is-changed" : "" }, `${line}\n`) : near(n - 1) && "…\n";
  return lines.map(shown);
}

/** The file was changed elsewhere in the same place: both texts are shown, and the editor chooses. */

import { button, make } from "./dom.js";
import { box } from "./diff.js";

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

/** A text with the lines marked that another does not have. */
function against(text, other) {
  const known = new Set((other ?? "").split("\n"));
  return text.split("\n").map((line) => make("span", { class: known.has(line) ? "" : "is-changed" }, `${line}\n`));
}

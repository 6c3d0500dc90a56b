/** What just happened, in words: an edit with its undo and its diff, or what was refused. */

import { button, make, sign } from "./dom.js";
import { diffBox } from "./diff.js";

const STAYS = 7000; // milliseconds; what was refused stays until it is closed

export class Notices {
  constructor(element, session) {
    this.element = element;
    this.session = session;
    session.on("said", ({ words, kind }) => this.show(kind, words));
    session.on("changed", (change) => this.changed(change));
  }

  changed({ label, diff, merged, changed }) {
    if (!changed) return this.show("told", "Nothing to change: issue.toml says so already");
    const words = `${label}${merged ? "; merged with what was changed on disk" : ""}`;
    return this.show("changed", words, diff && button("Show diff", () => diffBox(label, diff)), button("Undo", () => this.session.undo()));
  }

  show(kind, words, ...acts) {
    clearTimeout(this.timer);
    const notice = make("div", { class: `notice is-${kind}` }, make("span", {}, words), acts, sign("×", "Close", () => notice.remove()));
    this.element.replaceChildren(notice);
    if (kind !== "refused") this.timer = setTimeout(() => this.leave(notice), STAYS);
  }

  /** Takes a notice away, unless somebody is on it. */
  leave(notice) {
    if (notice.matches(":hover, :focus-within")) this.timer = setTimeout(() => this.leave(notice), STAYS);
    else notice.remove();
  }
}

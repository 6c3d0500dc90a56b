/** The row that stands in readers' inboxes, as mail programs draw it and cut it. */

import { make } from "./dom.js";
import { paint } from "./paint.js";

export class Inbox {
  constructor() {
    this.element = make("div", { class: "inbox" });
  }

  set() {}

  renew() {}

  show(state) {
    paint(this.element, state.inbox ?? null, () => inboxRows(state));
  }
}

/** A row for each program. */
export function inboxRows(state) {
  return (state.inbox ?? []).map((row) => make("figure", { class: `mailbox is-${name(row.program)}` },
    make("figcaption", {}, row.program),
    make("div", { class: "mail" },
      make("span", { class: "initial", "aria-hidden": "true" }, row.sender.slice(0, 1)),
      make("span", { class: "sender" }, row.sender),
      make("span", { class: "when" }, "09:41"),
      make("span", { class: "subject" }, row.subject),
      make("span", { class: "preview" }, row.preview)),
    make("p", { class: "cut" }, cut(row))));
}

function name(program) {
  return program.toLowerCase().replace(/[^a-z]+/g, "-");
}

function cut({ subject_cut: subject, preview_cut: preview }) {
  if (subject) return preview ? "Subject and preheader are cut" : "The subject is cut";
  return preview ? "The preheader is cut" : "Nothing is cut";
}

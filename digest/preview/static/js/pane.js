/** One view of the email, under its bar. */

import { Inbox } from "./inbox.js";
import { make } from "./dom.js";
import { isHtml } from "./route.js";
import { Sheet } from "./sheet.js";
import { ViewBar } from "./viewbar.js";
import { Prose } from "./prose.js";

export class Pane {
  constructor(session, number) {
    this.bar = new ViewBar(session, number);
    this.sheet = new Sheet(session, number);
    this.prose = new Prose();
    this.inbox = new Inbox();
    this.bodies = [this.sheet, this.prose, this.inbox];
    this.element = make("div", { class: "pane" }, this.bar.element, this.bodies.map((body) => body.element));
    this.view = null;
    this.sheet.sized = (width, scale) => this.bar.measure(width, scale);
  }

  set(view) {
    this.bar.set(view);
    if (JSON.stringify(view) === JSON.stringify(this.view)) return;
    this.view = view;
    const body = this.body();
    for (const each of this.bodies) each.element.hidden = each !== body;
    body.set(view);
  }

  /** There is a new edition of the email. */
  renew() {
    this.body().renew();
  }

  show(state) {
    this.inbox.show(state);
  }

  body() {
    if (isHtml(this.view)) return this.sheet;
    return this.view.view === "inbox" ? this.inbox : this.prose;
  }
}

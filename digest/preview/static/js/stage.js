/** The middle of the desk: one view of the email, or two side by side. */

import { make } from "./dom.js";
import { Pane } from "./pane.js";
import { isHtml } from "./route.js";

export class Stage {
  constructor(element, session) {
    this.element = element;
    this.session = session;
    this.panes = [];
    this.empty = make("p", { class: "empty", hidden: true }, "There is no version of this issue yet that can be shown.");
    element.append(this.empty);
    session.on("route", () => this.arrange());
    session.on("edition", () => this.panes.forEach((pane) => pane.renew()));
    session.on("state", (state) => this.show(state));
    this.arrange();
  }

  show(state) {
    this.empty.hidden = Boolean(state.issue);
    this.panes.forEach((pane) => pane.show(state));
  }

  arrange() {
    const { views } = this.session.route;
    while (this.panes.length > views.length) this.panes.pop().element.remove();
    while (this.panes.length < views.length) this.add();
    this.element.classList.toggle("is-double", views.length > 1);
    this.panes.forEach((pane, n) => pane.set(views[n]));
  }

  add() {
    const pane = new Pane(this.session, this.panes.length);
    this.panes.push(pane);
    this.element.append(pane.element);
    if (this.session.state) pane.show(this.session.state);
  }

  /** Scrolls to a place of the email and outlines it, in a view that shows it. */
  async point(place) {
    if (!this.panes.some((pane) => isHtml(pane.view))) {
      const [, ...rest] = this.session.route.views;
      this.session.go({ views: [{ view: "desktop", scheme: "light", images: true }, ...rest] });
    }
    const shown = this.panes.filter((pane) => isHtml(pane.view));
    const found = await Promise.all(shown.map((pane) => pane.sheet.point(place)));
    return found.some(Boolean);
  }
}

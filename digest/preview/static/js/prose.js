/** The views that are words: plain text (fixed width, phone), HTML source, screen reader order. */

import * as api from "./api.js";
import { make } from "./dom.js";

const ADDRESS = { text: "/view/text", "text-phone": "/view/text", source: "/view/source", reader: "/view/reader" };
const CALLED = { text: "Plain text", "text-phone": "Plain text on a phone", source: "HTML source", reader: "Screen reader order" };

export class Prose {
  constructor() {
    this.page = make("div", { class: "prose-page", tabindex: 0, role: "region", "aria-label": "Plain text" });
    this.element = make("div", { class: "prose" }, this.page);
    this.view = "";
  }

  set({ view }) {
    this.view = view;
    this.page.className = `prose-page is-${view}`;
    this.page.setAttribute("aria-label", CALLED[view]);
    this.page.replaceChildren();
    this.renew();
  }

  async renew() {
    const { view } = this;
    const text = await api.text(ADDRESS[view]).catch((error) => error.message);
    if (view !== this.view) return;
    const { scrollTop } = this.page;
    this.page.replaceChildren(view === "reader" ? reading(text) : view === "source" ? numbered(text) : make("pre", {}, text));
    this.page.scrollTop = scrollTop;
  }
}

function numbered(text) {
  return make("ol", { class: "code" }, text.split("\n").map((line) => make("li", {}, line || " ")));
}

function reading(text) {
  return make("ol", { class: "reading" }, text.split("\n").filter(Boolean).map(spoken));
}

/** What a screen reader says: "heading 2, link: Words". */
function spoken(line) {
  const said = /^((?:heading \d|link|list item|quotation|image|table|column|button)(?:, [a-z0-9 ]+)*): (.*)$/s.exec(line);
  return said ? make("li", {}, make("span", { class: "role" }, said[1]), said[2]) : make("li", {}, line);
}

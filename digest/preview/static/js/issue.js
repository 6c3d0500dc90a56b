/** What is said of the issue as a whole: subject and preheader above all, as inboxes will show them. */

import * as api from "./api.js";
import { button, make } from "./dom.js";
import { chosen, field } from "./fields.js";
import { inboxRows } from "./inbox.js";
import { listings } from "./listings.js";
import { paint } from "./paint.js";
import { sponsor } from "./sponsor.js";
import { LENGTHS, STYLES } from "./wishes.js";

export class IssuePanel {
  constructor(session) {
    this.session = session;
    this.fields = make("div", { class: "part" });
    this.rows = make("div", { class: "inbox is-small" });
    this.more = make("div", { class: "part" });
    this.sponsor = make("div", { class: "part" });
    this.listings = make("div", { class: "part" });
    this.element = make("div", { class: "panel editor" }, this.fields, this.rows, this.more, this.sponsor, this.listings);
    this.suggested = { subjects: [], preheaders: [] };
    session.on("state", () => this.renew());
    session.on("route", () => this.renew());
  }

  async renew() {
    const { state, route } = this.session;
    if (!state?.issue || route.panel !== "issue") return;
    this.paint();
    if (this.edition === state.edition) return;
    this.edition = state.edition;
    this.suggested = await api.suggestions().catch(() => this.suggested);
    this.paint();
  }

  paint() {
    const { state } = this.session, { issue } = state;
    paint(this.fields, [issue.subject, issue.preheader, state.room, this.suggested], () => ["subject", "preheader"].map((name) => this.measured(name)));
    paint(this.rows, state.inbox, () => inboxRows(state));
    paint(this.more, [issue.number, issue.day, issue.note, state.wishes[""], state.themes], () => this.rest());
    paint(this.sponsor, issue.sponsor, () => sponsor(this.session, issue.sponsor));
    paint(this.listings, issue.listings, () => listings(this.session, issue.listings));
  }

  /** Subject or preheader, with how long it is while it is typed, and what the lead story offers for it. */
  measured(name) {
    const { session } = this, { state } = session;
    const decided = state.issue[name], [from, to] = state.room[name];
    const meter = make("span", { class: "counter" });
    const watch = (text) => {
      const length = Array.from(text).length;
      meter.textContent = `${length} of ${from}–${to}`;
      meter.className = `counter is-${length < from ? "short" : length > to ? "long" : "good"}`;
    };
    watch(decided.value);
    const box = field(session, { story: "", field: name, label: name === "subject" ? "Subject" : "Preheader", decided, long: true, watch });
    box.firstChild.append(meter);
    return [box, this.offers(name, this.suggested[`${name}s`], decided.value)];
  }

  offers(name, suggested, shown) {
    const put = (text) => this.session.edit({ edit: "SetField", story: "", field: name, value: text });
    const fresh = suggested.filter(({ text }) => text !== shown);
    return fresh.length > 0 && make("ul", { class: "suggested", "aria-label": `Suggestions for the ${name}` }, fresh.map(({ text, source }) =>
      make("li", {}, button(text, () => put(text), { title: `From the lead's ${source}` }), make("span", { class: "facts" }, `${Array.from(text).length}`))));
  }

  rest() {
    const { session } = this, { issue, themes, wishes } = session.state;
    const own = (name, label, decided, more) => field(session, { story: "", field: name, label, decided, ...more });
    const wish = (name, label, options) => chosen(session, { story: "", field: name, label, decided: wishes[""][name], options });
    return [
      make("div", { class: "pair" }, own("number", "Number", issue.number, { type: "number" }), own("date", "Day", issue.day, { type: "date" })),
      own("note", "Note (Markdown)", issue.note, { long: true, type: "note" }),
      wish("theme", "Theme", themes.map((each) => [each, each])),
      make("div", { class: "pair" }, wish("summary_length", "Summaries", LENGTHS), wish("summary_style", "Set as", STYLES)),
    ];
  }
}

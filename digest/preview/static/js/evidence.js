/** Where a line of the email comes from: who decided it, and the source page with its words highlighted. */

import { button, make } from "./dom.js";
import { reveal, sourcePage } from "./lines.js";
import { lookUp } from "./lookup.js";
import { ORIGINS } from "./sorts.js";

const TOLD = {
  editor: "Written by you in issue.toml.", article: "Stands in the article.", extracted: "Drawn from the article, word for word.",
  feed: "Taken from a feed.", model: "Drafted by a language model; the words highlighted bear it out.", default: "Nobody gave one.",
};
const FIELDS = { Headline: "headline", Kicker: "kicker", Standfirst: "standfirst", Byline: "byline", "Words of the button": "read_more" };

export class Evidence {
  constructor(session) {
    this.session = session;
    this.line = null;
    this.element = make("div", { class: "panel evidence" });
    session.on("line", (line) => this.show(line));
    session.on("state", () => this.renew());
    this.hint();
  }

  hint() {
    this.element.replaceChildren(make("p", { class: "hint" }, "Click any line of the email to see who decided it and where it stands in the source."));
  }

  /** The same line after a change. */
  renew() {
    if (this.line && this.session.state.edition !== this.edition) this.show(this.line, { still: true });
  }

  async show(line, { still = false } = {}) {
    const { issue, edition } = this.session.state;
    if (!issue) return;
    this.line = line;
    this.edition = edition;
    const { story, value } = lookUp(issue, line);
    const head = story ? [value ? this.told(story, value) : unknown(line)] : [value ? this.own(value) : unknown(line)];
    if (!story) return void this.element.replaceChildren(...head);
    const source = await this.session.story(story.slug).catch(() => null);
    if (this.line !== line || !source) return;
    const page = make("div", { class: "source-page", tabindex: 0, role: "region", "aria-label": "Source" }, sourcePage(source.source.lines, { passages: passages(value) }));
    this.element.replaceChildren(...head, make("h3", {}, short(source.source.name)), ...notes(source.source.notes), page);
    if (!still) reveal(page);
  }

  told(story, value) {
    const field = FIELDS[value.name];
    const edit = () => this.session.go({ panel: "story", story: story.slug });
    const reset = field && value.decided.origin === "editor" && button("Reset to the article", () => this.session.edit({ edit: "ResetField", story: story.slug, field }));
    return make("div", { class: "verdict" }, ...verdict(value), make("p", { class: "facts" }, `In “${story.headline.value}”`), make("div", { class: "acts" }, button("Edit", edit), reset));
  }

  own(value) {
    return make("div", { class: "verdict" }, ...verdict(value), make("div", { class: "acts" }, button("Edit", () => this.session.go({ panel: "issue" }))));
  }
}

/** A chip that says who decided something. */
export function origin(decided) {
  return make("span", { class: `origin is-${decided.origin}`, title: TOLD[decided.origin] }, ORIGINS[decided.origin]);
}

function verdict({ name, decided, words }) {
  const quote = name.includes("uotation") ? decided.value : null;
  return [
    make("h2", {}, name, origin(decided)), make("blockquote", {}, words.split("\n\n").map((part) => make("p", {}, part))), make("p", {}, TOLD[decided.origin]), parts(decided),
    quote && quote.speaker && make("p", { class: "facts" }, `${quote.speaker}${quote.role ? `, ${quote.role}` : ""}: ${Math.round(quote.confidence * 100)}% sure`),
  ].filter(Boolean);
}

function parts({ parts: given }) {
  const names = Object.entries(given);
  return names.length > 0 && make("p", { class: "facts" }, names.map(([name, who]) => `${name}: ${ORIGINS[who].toLowerCase()}`).join(" · "));
}

function unknown(line) {
  return make("div", { class: "verdict" }, make("h2", {}, "Wording of the theme"), make("blockquote", {}, line.text || line.alt),
    make("p", {}, "This comes from the theme or from digest.toml, and from no article."));
}

/** The words themselves, and what else decided (a speaker's name). */
function passages(value) {
  if (!value) return [];
  const { evidence, value: said } = value.decided;
  const own = said?.spans ?? null;
  const kind = (span) => (!own || own.some((each) => each.start === span.start) ? "words" : "witness");
  return evidence.map((span) => ({ ...span, kind: kind(span), words: kind(span) === "words" ? "Its words" : "What tells who spoke" }));
}

function notes(said) {
  return said.length ? [make("p", { class: "facts" }, said.join(" · "))] : [];
}

function short(name) {
  return name.split("/").pop();
}

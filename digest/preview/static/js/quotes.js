/** The quotations: which are shown, in which order, and who says them. Their words are the article's alone. */

import { button, make } from "./dom.js";
import { origin } from "./evidence.js";
import { entry, labelled } from "./fields.js";
import { sourcePage } from "./lines.js";
import { backToArticle, entryOf } from "./listing.js";

const LOW = 0.8; // confidence below which a speaker is worth a look

export function quotesSection(session, told) {
  const { story } = told, { slug } = story;
  const kept = story.quotes.map(asEntry);
  const put = (quotes) => session.edit({ edit: "SetQuotes", story: slug, quotes });
  const save = (change) => put(change(kept));
  const toggle = ({ text }) => put(kept.some((each) => each.text === text) ? kept.filter((each) => each.text !== text) : [...kept, { text }]);
  const place = (n, decided) => ({ name: decided.value.text, n, length: kept.length, save, key: "quote", chip: origin(decided) });
  return [
    make("ol", { class: "entries quotes" }, story.quotes.map((decided, n) => entryOf(place(n, decided), quotation(decided.value.text), speaker(session, slug, decided, n)))),
    !kept.length && make("p", { class: "hint" }, "No quotation."),
    backToArticle(session, slug, "quotes", story.quotes),
    fromSource(told, toggle),
    others(told, (text) => put([...kept, { text }])),
    typed((text) => put([...kept, { text }])),
  ];
}

/** An entry as issue.toml has it: what the editor said of a speaker goes along, what was found is found again. */
function asEntry({ value: { text, speaker: name, role }, origin: who, parts }) {
  const own = (part) => (parts[part] ?? who) === "editor";
  return { text, ...(own("speaker") && { speaker: name }), ...(own("role") && { role }) };
}

function quotation(text) {
  return make("blockquote", {}, text.split("\n\n").map((part) => make("p", {}, `“${part.replace(/,$/, "")}”`)));
}

function speaker(session, slug, decided, n) {
  const { text, speaker: name, role, confidence } = decided.value;
  const save = (change) => session.edit({ edit: "SetQuoteSpeaker", story: slug, quote: text, ...change });
  const own = (part) => ({ [part]: (decided.parts[part] ?? decided.origin) === "editor" ? decided.value[part] : null });
  const spoken = entry({ key: `speaker-${n}`, value: name, save: (words) => save({ speaker: words, ...own("role") }) });
  const does = entry({ key: `role-${n}`, value: role, save: (words) => save({ role: words, ...own("speaker") }) });
  const given = (decided.parts.speaker ?? decided.origin) === "editor";
  const sure = given ? "by you" : name ? `${Math.round(confidence * 100)}% sure` : "nobody named";
  return make("div", { class: "pair" },
    make("div", { class: "field" }, labelled("Speaker", spoken, [make("span", { class: `sure${confidence < LOW && !given ? " is-low" : ""}` }, sure)]), spoken),
    make("div", { class: "field" }, labelled("Role", does), does));
}

/** Every quotation where it stands; one whose speech is broken off is several passages. */
function fromSource({ quotes, source }, toggle) {
  const passage = (quote, span) => ({ ...span, kind: "quotation", pressed: quote.chosen, act: () => toggle(quote), words: quote.chosen ? "Take this quotation out" : "Show this quotation" });
  const passages = quotes.flatMap((quote) => quote.spans.map((span) => passage(quote, span)));
  const page = make("div", { class: "source-page", tabindex: 0, role: "region", "aria-label": "Quotations of the article" }, sourcePage(source.lines, { passages }));
  return quotes.length > 0 && make("details", { class: "choose", data: { key: "quotes-source" } }, make("summary", {}, "Choose quotations in the article"), page);
}

function others({ quotes }, add) {
  const fresh = quotes.filter((each) => !each.chosen);
  const who = ({ speaker: name, role, confidence }) => (name ? `${[name, role].filter(Boolean).join(", ")} (${Math.round(confidence * 100)}%)` : "Nobody is named");
  const offer = (quote) => make("li", { class: quote.sure ? "" : "is-unsure" },
    make("div", {}, quotation(quote.text), make("p", { class: "facts" }, who(quote))), button("Add", () => add(quote.text), { "aria-label": `Add: ${quote.text}` }));
  return fresh.length > 0 && make("details", { class: "choose", data: { key: "quotes-others" } },
    make("summary", {}, "Other quotations in the article", make("span", { class: "badge" }, fresh.length)), make("ul", { class: "offers" }, fresh.map(offer)));
}

/** A quotation typed in: it must stand in the article word for word, or the nearest passage is offered. */
function typed(add) {
  const offer = make("div", { class: "nearest", role: "status" });
  const words = make("textarea", { class: "entry", rows: 2, id: "quote-typed", data: { key: "quote-typed" } });
  const send = async (text) => {
    const answer = await add(text.trim());
    if (answer.made) words.value = "";
    const use = () => send(answer.nearest);
    offer.replaceChildren(...(answer.nearest ? [make("p", {}, "The article says:"), make("blockquote", {}, answer.nearest), button("Use this passage", use)] : []));
  };
  return make("details", { class: "choose", data: { key: "quotes-typed" } }, make("summary", {}, "Type a quotation"),
    make("div", { class: "field" }, make("label", { for: "quote-typed" }, "Word for word as in the article"), words, button("Add quotation", () => words.value.trim() && send(words.value)), offer));
}

/** The summary: its sentences in order, chosen from the ranked ones or by clicking them in the source. */

import { button, make } from "./dom.js";
import { origin } from "./evidence.js";
import { chosen, entry } from "./fields.js";
import { sourcePage } from "./lines.js";
import { backToArticle, entryOf } from "./listing.js";
import { sentencesOf } from "./sentences.js";
import { LENGTHS, STYLES } from "./wishes.js";

const OFFERED = 5;

export function summarySection(session, told) {
  const { story } = told, { slug } = story;
  const texts = story.summary.map((each) => each.value);
  const put = (sentences) => session.edit({ edit: "SetSummary", story: slug, sentences });
  const save = (change) => put(change(texts));
  const toggle = (text) => put(texts.some((each) => same(each, text)) ? texts.filter((each) => !same(each, text)) : inOrder(told, [...texts, text]));
  const wish = (name, label, options) => chosen(session, { story: slug, field: `summary_${name}`, label, decided: session.state.wishes[slug][`summary_${name}`], options });
  const drawn = story.summary.every((each) => each.origin !== "editor");
  return [
    make("div", { class: "pair" }, drawn && wish("length", "Length", LENGTHS), wish("style", "Set as", STYLES)),
    make("ol", { class: "entries" }, story.summary.map((decided, n) => entryOf({ name: decided.value, n, length: texts.length, save, key: "summary", chip: origin(decided) },
      entry({ key: `summary-${n}`, value: decided.value, long: true, label: `Sentence ${n + 1}`, save: (text) => save((all) => all.with(n, text)) })))),
    !texts.length && make("p", { class: "hint" }, "No summary."),
    backToArticle(session, slug, "summary", story.summary),
    offered(told, texts, toggle),
    fromSource(told, texts, toggle),
  ];
}

function offered({ sentences }, texts, toggle) {
  const fresh = sentences.filter(({ text }) => !texts.some((each) => same(each, text))).slice(0, OFFERED);
  return fresh.length > 0 && make("details", { class: "choose", data: { key: "summary-offered" } }, make("summary", {}, "Next best sentences"),
    make("ul", { class: "offers" }, fresh.map(({ text }) => make("li", {}, make("span", {}, text), button("Add", () => toggle(text), { "aria-label": `Add: ${text}` })))));
}

function fromSource(told, texts, toggle) {
  const passages = sentencesOf(told).map(({ text, start, end }) => {
    const pressed = texts.some((each) => same(each, text));
    return { start, end, kind: "sentence", pressed, act: () => toggle(text), words: pressed ? "Take out of the summary" : "Put into the summary" };
  });
  const page = make("div", { class: "source-page", tabindex: 0, role: "region", "aria-label": "Sentences of the article" }, sourcePage(told.source.lines, { passages }));
  return make("details", { class: "choose", data: { key: "summary-source" } }, make("summary", {}, "Choose in the article"), page);
}

/** Sentences in the order of the article; those an editor wrote stay behind the one they follow. */
function inOrder(told, texts) {
  const places = new Map(sentencesOf(told).map(({ text, start }) => [plain(text), start]));
  let last = -1;
  const placed = texts.map((text) => ({ text, start: (last = places.get(plain(text)) ?? last) }));
  return placed.sort((a, b) => a.start - b.start).map(({ text }) => text);
}

function same(one, other) {
  return plain(one) === plain(other);
}

function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

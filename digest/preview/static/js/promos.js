/** Promos: what they invite to, when, where they lead, and with which story they stand. */

import { button, make } from "./dom.js";
import { origin } from "./evidence.js";
import { blank, choice, entry, labelled } from "./fields.js";
import { backToArticle, entryOf } from "./listing.js";
import { address } from "./related.js";

const KINDS = ["webinar", "roundtable", "conference", "event", "podcast", "whitepaper", "survey"];

export function promosSection(session, story, others) {
  const { slug, promos } = story;
  const put = (all, ...more) => session.edit({ edit: "SetPromos", story: slug, promos: [...all.map(asEntry), ...more] });
  const save = (change) => put(change(promos));
  return [
    make("ol", { class: "entries" }, promos.map((decided, n) => entryOf({ name: decided.value.title, n, length: promos.length, save, key: "promo", chip: origin(decided) }, promo(session, slug, decided, n, others)))),
    !promos.length && make("p", { class: "hint" }, "No promo."),
    backToArticle(session, slug, "promos", promos),
    added((entry_) => put(promos, entry_)),
  ];
}

/** A promo as issue.toml has it: what the page says of it is found again by its title. */
function asEntry({ value, origin: who, parts }) {
  const own = Object.entries(value).filter(([key, said]) => key !== "span" && (parts[key] ?? who) === "editor" && said !== null && said !== "" && said !== false);
  return { ...Object.fromEntries(own), title: value.title };
}

function promo(session, slug, decided, n, others) {
  const { title, kind, starts, url, call_to_action: call } = decided.value;
  const set = (field) => (value) => session.edit({ edit: "SetPromo", story: slug, promo: title, field, value: value || null });
  const own = (label, input) => make("div", { class: "field" }, labelled(label, input), input);
  return [
    make("p", { class: "title" }, title),
    address(session, slug, { title, url }, `promo-url-${n}`),
    make("div", { class: "pair" },
      own("Kind", choice({ key: `promo-kind-${n}`, value: kind, options: KINDS.map((each) => [each, each]), save: set("kind") })),
      own("Starts", entry({ key: `promo-starts-${n}`, value: starts ?? "", placeholder: "2026-12-03T11:00:00Z", save: set("starts") }))),
    make("div", { class: "pair" },
      own("Button", entry({ key: `promo-call-${n}`, value: call, save: set("call_to_action") })),
      others.length > 0 && own("Stands with", choice({ key: `promo-to-${n}`, value: slug, options: [[slug, "this story"], ...others.map((story) => [story.slug, story.headline.value])], save: (to) => session.edit({ edit: "MovePromo", story: slug, promo: title, to }) }))),
  ];
}

function added(add) {
  const title = blank("promo-title", "Words of the promo"), url = blank("promo-url", "Address", { type: "url", placeholder: "https://" });
  const kind = choice({ key: "promo-kind", value: "webinar", options: KINDS.map((each) => [each, each]), save: () => {} });
  const send = async () => {
    const promo_ = { title: title.said(), kind: kind.value, ...(url.said() && { url: url.said() }) };
    if (promo_.title && (await add(promo_)).made) title.input.value = url.input.value = "";
  };
  return make("details", { class: "choose", data: { key: "promo-add" } }, make("summary", {}, "Add a promo"), title.box,
    make("div", { class: "pair" }, make("div", { class: "field" }, labelled("Kind", kind), kind), url.box), button("Add promo", send, { "data-key": "add-promo" }));
}

/** Lists that stand under the stories: the diary, jobs. They are sent as a whole with every change. */

import { button, make } from "./dom.js";
import { blank, entry } from "./fields.js";
import { entryOf, moved, without } from "./listing.js";

const FIELDS = [["title", "What", ""], ["url", "Address", "https:// (if it leads somewhere)"], ["when", "When", "2026-12-01"], ["detail", "Detail", "a few words more"]];

export function listings(session, shown) {
  const put = (all) => session.edit({ edit: "SetListings", listings: all });
  const change = (n, listing) => put(shown.with(n, listing));
  return make("details", { class: "fold", open: shown.length > 0, data: { key: "listings" } },
    make("summary", {}, make("h2", {}, "Diary, jobs and other lists", make("span", { class: "badge" }, shown.length))),
    shown.map((listing, n) => oneList(listing, n, { change, drop: () => put(without(shown, n)), up: n > 0 && (() => put(moved(shown, n, n - 1))) })),
    added("list", [["title", "Title of a new list", "such as Diary, or Jobs"]], "Add a list", (list) => put([...shown, { ...list, items: [] }])));
}

function oneList(listing, n, { change, drop, up }) {
  const { title, items } = listing;
  const save = (edit) => change(n, { ...listing, items: edit(items) });
  const rename = entry({ key: `listing-${n}`, value: title, label: "Title of the list", save: (words) => change(n, { ...listing, title: words }) });
  return make("section", { class: "listing", "aria-label": title },
    make("div", { class: "over" }, rename, up && button("Up", up, { "aria-label": `Move up: ${title}` }), button("Drop", drop, { "aria-label": `Drop: ${title}` })),
    make("ol", { class: "entries" }, items.map((item, at) => entryOf({ name: item.title, n: at, length: items.length, save, key: `listing-${n}` },
      make("div", { class: "line-of" }, FIELDS.map(([name, label, placeholder]) => entry({ key: `listing-${n}-${at}-${name}`, value: item[name] ?? "", label: `${label}: ${item.title}`, placeholder, save: (words) => save((all) => all.with(at, { ...item, [name]: words })) })))))),
    make("details", { class: "choose", data: { key: `listing-add-${n}` } }, make("summary", {}, "Add a line"),
      added(`line-${n}`, FIELDS, "Add line", (item) => save((all) => [...all, item]))));
}

/** Fields for something new; its first one must be there. */
function added(key, fields, words, add) {
  const blanks = fields.map(([name, label, placeholder]) => [name, blank(`${key}-${name}`, label, { placeholder })]);
  const send = async () => {
    const said = Object.fromEntries(blanks.map(([name, each]) => [name, each.said()]));
    if (said.title && (await add(said)).made) blanks.forEach(([, each]) => (each.input.value = ""));
  };
  return make("div", { class: "added" }, make("div", { class: "line-of" }, blanks.map(([, each]) => each.box)), button(words, send, { "data-key": `add-${key}` }));
}

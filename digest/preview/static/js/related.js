/** Related headlines and where they lead. */

import { button, make } from "./dom.js";
import { origin } from "./evidence.js";
import { blank, entry } from "./fields.js";
import { backToArticle, entryOf } from "./listing.js";

export function relatedSection(session, story) {
  const { slug, related } = story;
  const links = related.map(({ value, origin: who }) => ({ title: value.title, ...(who === "editor" && value.url && { url: value.url }) }));
  const put = (all) => session.edit({ edit: "SetRelated", story: slug, links: all });
  const place = (decided, n) => ({ name: decided.value.title, chip: origin(decided), n, length: links.length, save: (change) => put(change(links)), key: "related" });
  return [
    make("ol", { class: "entries" }, related.map((decided, n) => entryOf(place(decided, n), make("p", { class: "title" }, decided.value.title), address(session, slug, decided.value, `related-${n}`)))),
    !related.length && make("p", { class: "hint" }, "No related headline."),
    backToArticle(session, slug, "related", related),
    added((link) => put([...links, link])),
  ];
}

/** Where a headline leads. */
export function address(session, slug, { title, url }, key) {
  const save = (words) => session.edit({ edit: "SetLinkUrl", story: slug, title, url: words.trim() });
  return entry({ key, value: url, type: "url", placeholder: "https://… (leads nowhere yet)", label: `Address of ${title}`, save });
}

function added(add) {
  const title = blank("related-title", "Words of the headline"), url = blank("related-url", "Address", { type: "url", placeholder: "https://" });
  const send = async () => {
    const link = { title: title.said(), ...(url.said() && { url: url.said() }) };
    if (link.title && (await add(link)).made) title.input.value = url.input.value = "";
  };
  return make("details", { class: "choose", data: { key: "related-add" } }, make("summary", {}, "Add a related headline"),
    title.box, url.box, button("Add headline", send, { "data-key": "add-headline" }));
}

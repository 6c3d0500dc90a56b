/** Who pays for the issue. It is kept as soon as it has a name. */

import { button, make } from "./dom.js";
import { entry, labelled } from "./fields.js";

const FIELDS = [["name", "Name"], ["url", "Address", "url"], ["label", "Words before the name"], ["text", "A line of text"]];

export function sponsor(session, shown) {
  const boxes = FIELDS.map(([name, , type]) => entry({ key: `sponsor-${name}`, type, value: shown?.[name] ?? "", save: () => keep() }));
  const keep = () => {
    const said = Object.fromEntries(FIELDS.map(([name], n) => [name, boxes[n].value.trim()]));
    if (said.name || shown) session.edit({ edit: "SetSponsor", sponsor: said.name ? said : null });
  };
  const fields = FIELDS.map(([, label], n) => make("div", { class: "field" }, labelled(label, boxes[n]), boxes[n]));
  return make("details", { class: "fold", open: Boolean(shown), data: { key: "sponsor" } }, make("summary", {}, make("h2", {}, "Sponsor")),
    make("div", { class: "pair" }, fields.slice(0, 2)), make("div", { class: "pair" }, fields.slice(2)),
    shown && button("Take out the sponsor", () => session.edit({ edit: "SetSponsor", sponsor: null }), { class: "quiet" }));
}

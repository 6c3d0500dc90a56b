/** A story's picture: a file of the issue or an address, its words for those who do not see it, its credit. */

import { button, make } from "./dom.js";
import { field } from "./fields.js";

export function pictureSection(session, { slug, image }) {
  const own = (name, label, more) => field(session, { story: slug, field: `image.${name}`, label, decided: { value: image.value?.[name] ?? "", origin: said(image, name) }, ...more });
  const none = () => session.edit({ edit: "SetField", story: slug, field: "image", value: false });
  const back = () => session.edit({ edit: "ResetField", story: slug, field: "image" });
  return [
    make("div", { class: "pair" }, own("file", "File", { placeholder: "pictures/boat.jpg" }), own("url", "Or its address", { type: "url", placeholder: "https://" })),
    own("alt", "In words, for those who do not see it", { long: true }),
    own("credit", "Credit"),
    make("div", { class: "acts" }, image.value && button("No picture", none, { class: "quiet" }),
      image.origin === "editor" && button("Reset to the article", back, { class: "quiet" })),
  ];
}

function said({ value, origin, parts }, name) {
  return value?.[name] ? parts[name] ?? origin : "default";
}

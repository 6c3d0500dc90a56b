/** What an editor is shown before a hand-off: what stands against it, what was changed there, what is missing. */

import { diffOf } from "./diff.js";
import { count, make } from "./dom.js";
import { heading, link, moment, typed } from "./sending.js";

/** What must be mended first; a click on a finding leads to its place. */
export function blocking({ problems, findings }, point) {
  const errors = findings.filter((each) => each.level === "error");
  return make("ul", { class: "against" }, problems.map((words) => make("li", {}, words)), errors.map((each) => finding(each, point)));
}

/** What does not stand in the way. */
export function worthALook({ findings }, point) {
  const warnings = findings.filter((each) => each.level === "warning");
  if (!warnings.length) return null;
  return make("details", { class: "group" }, make("summary", {}, `${count(warnings.length, "warning")} to look at`),
    make("ul", { class: "against is-mild" }, warnings.map((each) => finding(each, point))));
}

function finding(found, point) {
  const words = `${found.message}${found.mend ? ` (${found.mend})` : ""}`;
  const shown = found.place ? "Show the place in the email" : "Show it among the findings";
  return make("li", {}, make("button", { type: "button", class: "point", title: shown, on: { click: () => point(found) } }, words));
}

/** What somebody changed at the provider, and the box to give it up with. */
export function changedThere(title, differences, overwrite) {
  return make("section", { class: "changed-there", "aria-label": "Changed there" },
    make("h4", {}, `Somebody changed the draft at ${title}`), diffOf(differences.map(marked).join("\n")),
    make("label", { class: "tick" }, overwrite, "Overwrite what was changed there"));
}

/** A line of a text as a difference has it. */
function marked(line) {
  return line.replace(/^ {2}(?=[-+] )/, "");
}

/** When the issue was handed over last, and where the draft is. */
export function last({ places }, provider) {
  const place = places.find((each) => each.provider === provider);
  if (!place) return null;
  const when = place.at ? `Handed over ${moment(place.at)}` : "Handed over";
  return make("p", { class: "facts" }, `${when}: ${place.made}. `, link(place.url, "The draft there"));
}

/** What to write where no provider is set up. */
export function unready(known, issue) {
  const [name] = "mailchimp" in known ? ["mailchimp"] : Object.keys(known);
  return [
    heading("No provider is set up yet"),
    make("p", {}, "Write into digest.toml which one your issues go to:"),
    typed(`[handoff]\nprovider = "${name}"`),
    make("p", {}, "Then keep its key:"), typed(`digest login ${name}`),
    make("p", {}, `There are ${Object.entries(known).map(([id, title]) => (title.toLowerCase() === id ? title : `${title} (${id})`)).join(", ")}.`),
    make("p", {}, "For any other, or by hand, there is a kit that says what to paste where: ", make("a", { href: "/out/kit.zip", download: true }, "download it"), ", or pack one for your provider:"),
    typed(`digest export ${issue} --for hubspot`),
  ];
}

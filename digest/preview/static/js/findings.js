/** What the checks found: the worst first; a click shows the place in the email. */

import { button, count, make } from "./dom.js";
import { paint } from "./paint.js";

const LEVELS = { error: "Errors", warning: "Warnings", note: "Notes" };

export class Findings {
  constructor(session, show) {
    this.session = session;
    this.show = show;
    this.element = make("div", { class: "panel findings" });
    session.on("state", () => this.paint());
  }

  paint() {
    const { state } = this.session;
    const fresh = state.checked?.deep && state.checked.edition === state.edition;
    paint(this.element, [state.findings, fresh, Boolean(state.issue)], () => state.issue && [
      make("p", { class: "told" }, fresh ? summed(state.findings) : "Checking…"),
      Object.keys(LEVELS).map((level) => this.group(level)),
      this.aside(),
    ]);
  }

  group(level) {
    const found = this.session.state.findings.filter((each) => each.level === level && !each.ignored);
    if (!found.length) return null;
    const list = make("ul", {}, found.map((each) => this.finding(each)));
    const head = [LEVELS[level], make("span", { class: "badge" }, found.length)];
    return make("details", { class: `group is-${level}`, open: level !== "note", data: { key: `group-${level}` } },
      make("summary", {}, make("h2", {}, head)), list);
  }

  finding(found) {
    const { message, mend, why, title, place, level } = found;
    const words = [make("span", { class: `level is-${level}` }, level), make("span", {}, capital(message))];
    const head = place
      ? make("button", { type: "button", class: "point", title: "Show the place in the email", on: { click: () => this.show(place) } }, words)
      : make("div", { class: "point" }, words);
    return make("li", { class: "finding" }, head, mend && make("p", { class: "mend" }, capital(mend)),
      make("details", { class: "more", data: { key: `why-${found.code}-${message}` } },
        make("summary", {}, where(found) || "More"),
        title && make("p", {}, capital(title), "."), why && make("p", {}, "Checked ", why, "."),
        make("p", { class: "facts" }, make("code", {}, found.code), " ", found.source),
        found.ignorable && button("Set this check aside", () => this.setAside(found))));
  }

  setAside({ code, story }) {
    const codes = this.session.state.issue.ignored.filter((each) => each.story === story).map((each) => each.code);
    this.session.edit({ edit: "SetField", story, field: "ignore", value: [...codes, code] });
  }

  takeUp({ code, story }) {
    const codes = this.session.state.issue.ignored.filter((each) => each.story === story && each.code !== code);
    this.session.edit({ edit: "SetField", story, field: "ignore", value: codes.map((each) => each.code) });
  }

  aside() {
    const { ignored } = this.session.state.issue;
    if (!ignored.length) return null;
    const item = (each) => make("li", {}, make("code", {}, each.code), each.story && ` in ${each.story} `, button("Check again", () => this.takeUp(each)));
    return make("details", { class: "group", data: { key: "aside" } },
      make("summary", {}, make("h2", {}, "Set aside", make("span", { class: "badge" }, ignored.length))), make("ul", { class: "aside" }, ignored.map(item)));
  }
}

function summed(findings) {
  const weighty = findings.filter((each) => !each.ignored && each.level !== "note");
  return weighty.length ? `${count(weighty.length, "thing")} to look at before this goes out` : "Nothing stands in the way of sending this.";
}

function where({ file, line, where: told }) {
  return file ? `${file.split("/").slice(-2).join("/")}${line ? `, line ${line}` : ""}` : told;
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The top of the desk: which issue this is, how it stands, and what can be done with it as a whole. */

import { button, make, sign } from "./dom.js";
import { Handing } from "./handing.js";
import { paint } from "./paint.js";
import { Proofing } from "./proofing.js";
import * as takeaway from "./takeaway.js";

export class TopBar {
  constructor(element, session, show) {
    this.session = session;
    this.name = make("div", { class: "name" });
    this.light = make("span", { class: "light", role: "status" });
    this.undo = sign("↶", "Undo", () => session.undo(), { disabled: true });
    this.redo = sign("↷", "Redo", () => session.redo(), { disabled: true });
    this.check = button("Check", () => this.run());
    const proof = button("Proof…", () => new Proofing(session)), handoff = button("Hand off…", () => new Handing(session, show));
    element.append(this.name, this.light, make("div", { class: "acts" }, this.undo, this.redo, this.check, proof, handoff, menu(session)));
    session.on("state", (state) => this.show(state));
    session.on("link", () => this.shine());
  }

  show(state) {
    paint(this.name, [state.name, state.issue?.publication, state.issue?.number, state.issue?.day], () => named(state));
    document.title = `${state.issue?.publication ?? state.name}: digest desk`;
    label(this.undo, "Undo", state.undo);
    label(this.redo, "Redo", state.redo);
    this.shine();
  }

  shine() {
    const { state, linked } = this.session;
    const [kind, words] = !linked ? ["off", "Not connected"]
      : state?.problems.length ? ["broken", state.issue ? "Last good version" : "Cannot be shown"]
      : state?.theming ? ["busy", "Compiling theme"] : ["live", "Live"];
    this.light.className = `light is-${kind}`;
    if (this.light.textContent !== words) this.light.textContent = words;
  }

  async run() {
    this.check.disabled = true;
    await takeaway.check(this.session);
    this.check.disabled = false;
  }
}

function named({ name, issue }) {
  const facts = issue && [issue.number.value && `No. ${issue.number.value}`, issue.day.value && day(issue.day.value), issue.theme];
  return [make("strong", {}, issue?.publication ?? name), make("span", { class: "facts" }, (facts ?? []).filter(Boolean).join(" · "))];
}

function day(iso) {
  return new Date(`${iso}T12:00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

function label(element, verb, words) {
  element.disabled = !words;
  element.title = words ? `${verb}: ${words}` : `Nothing to ${verb.toLowerCase()}`;
  element.setAttribute("aria-label", words ? `${verb}: ${words}` : verb);
}

function menu(session) {
  const item = (words, act) => button(words, () => (box.open = false, act(session)));
  const file = (words, href) => make("a", { href, download: true }, words);
  const box = make("details", { class: "menu" },
    make("summary", { class: "button is-main" }, "Take away"),
    make("div", { class: "sheetlet" },
      item("Copy HTML", takeaway.copyHtml), item("Copy text", takeaway.copyText),
      file("Download .eml", "/out/email.eml"), file("Download .html", "/out/email.html"),
      file("Download .txt", "/out/email.txt"), file("Download kit", "/out/kit.zip"), item("Open output folder", takeaway.openFolder)));
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box.open = false;
    if (event.key === "Escape") box.firstElementChild.focus();
  });
  addEventListener("click", (event) => box.contains(event.target) || (box.open = false));
  return box;
}

/** An article brought to the desk: pasted, dropped or fetched, shown as it was understood, and then added. */

import * as api from "./api.js";
import { button, count, make } from "./dom.js";
import { sourcePage } from "./lines.js";

export class Adding {
  constructor(session) {
    this.session = session;
    this.waiting = [];
    this.body = make("div", { class: "body" });
    this.words = make("p", { class: "refusal", role: "alert" });
    this.dialog = make("dialog", { class: "box is-wide adding", "aria-labelledby": "adding-title" }, make("h2", { id: "adding-title" }, "Add an article"), this.words, this.body);
    this.dialog.addEventListener("close", () => (this.waiting = []));
    document.body.append(this.dialog);
  }

  /** Opens the box, with a text that was pasted if there is one. */
  open(text = "") {
    this.words.textContent = "";
    this.bring(text);
    if (!this.dialog.open) this.dialog.showModal();
    if (text) this.read({ text });
  }

  /** Reads files that were dropped, one after the other. */
  take(files) {
    this.open();
    this.waiting = files.slice(1);
    this.run(() => api.captureFile(files[0]));
  }

  bring(text) {
    const pasted = make("textarea", { class: "entry paste", rows: 14, id: "adding-text", value: text, placeholder: "Select all of the article's page in your browser, copy, and paste it here as it comes." });
    const url = make("input", { class: "entry", type: "url", id: "adding-url", placeholder: "https://" });
    const file = make("input", { type: "file", id: "adding-file", multiple: true, accept: ".txt,.html,.htm,.md,text/*" });
    file.addEventListener("change", () => file.files.length && this.take([...file.files]));
    const read = () => (pasted.value.trim() ? this.read({ text: pasted.value }) : url.value.trim() && this.read({ url: url.value.trim() }));
    url.addEventListener("keydown", (event) => event.key === "Enter" && read());
    this.body.replaceChildren(
      field("adding-text", "The page, pasted", pasted),
      make("div", { class: "pair" }, field("adding-url", "Or its address", url), field("adding-file", "Or a file (or drop one anywhere on the desk)", file)),
      make("div", { class: "acts" }, button("Read it", read, { class: "is-main" }), button("Cancel", () => this.dialog.close())));
  }

  read(given) {
    return this.run(() => api.capture(given));
  }

  async run(ask) {
    this.words.textContent = "";
    this.dialog.toggleAttribute("aria-busy", true);
    try {
      this.confirm(await ask());
    } catch (error) {
      this.words.textContent = error.message;
    }
    this.dialog.removeAttribute("aria-busy");
  }

  /** What was understood, line by line, for the editor to say yes to. */
  confirm(told) {
    const focused = document.activeElement?.dataset?.key, scroll = this.body.querySelector(".source-page")?.scrollTop;
    const assign = (line, sort) => this.assign(told, { ...told.source.assigned, [line.number]: sort });
    const page = make("div", { class: "source-page", tabindex: 0, role: "region", "aria-label": "What each line was taken for" }, sourcePage(told.source.lines, { assign }));
    this.body.replaceChildren(
      understood(told), page,
      make("div", { class: "acts" },
        button("Add to the issue", () => this.add(told), { class: "is-main" }),
        button("Back", () => this.bring(told.source.lines.map((line) => line.text).join("\n"))), button("Cancel", () => this.dialog.close())));
    if (scroll) page.scrollTop = scroll;
    const again = focused && this.body.querySelector(`[data-key="${CSS.escape(focused)}"]`);
    (again ?? this.body.querySelector(".is-main")).focus();
  }

  assign(told, lines) {
    const given = Object.fromEntries(Object.entries(lines).filter(([, sort]) => sort));
    return this.run(() => api.capture({ tray: told.tray, lines: given }));
  }

  async add(told) {
    const { made, message } = await this.session.edit({ edit: "AddStory", tray: told.tray });
    if (!made) return void (this.words.textContent = message ?? "");
    const [next, ...rest] = this.waiting;
    if (!next) return void this.dialog.close();
    this.waiting = rest;
    return this.run(() => api.captureFile(next));
  }
}

function understood({ article, source }) {
  const facts = [
    article.byline?.length && `By ${article.byline.join(" and ")}`, article.published,
    count(article.related?.length ?? 0, "related headline"), count(article.promos?.length ?? 0, "promo"),
  ];
  return make("div", { class: "understood" }, make("p", { class: "title" }, article.headline || source.name), article.standfirst && make("p", {}, article.standfirst), make("p", { class: "facts" }, facts.filter(Boolean).join(" · ")));
}

function field(id, label, input) {
  return make("div", { class: "field" }, make("label", { for: id }, label), input);
}

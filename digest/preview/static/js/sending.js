/** A box through which something leaves the house: it is shown, said yes to, and then done. */

import { Refused } from "./api.js";
import { box } from "./diff.js";
import { button, make } from "./dom.js";

const LOST = "The desk does not answer. What was begun may have been done: look again once it does.";

export class Sending {
  constructor(session, title) {
    this.session = session;
    this.busy = this.isStale = false;
    this.head = make("div", { class: "head" });
    this.refusal = make("p", { class: "refusal", role: "alert" });
    this.body = make("div", { class: "body" });
    this.status = make("p", { class: "doing", role: "status" });
    this.acts = make("div", { class: "acts" });
    this.dialog = box(title, [this.head, this.refusal, this.body, this.status], this.acts, "is-wide sending");
  }

  /** Whether somebody still looks at the box; it may be closed while something is done. */
  get isOpen() {
    return this.dialog.open;
  }

  /** Shows something in the place of what was shown, and leads to its heading; the focus is never lost. */
  show(content, acts = [], words = "") {
    this.body.replaceChildren(...[content].flat(Infinity).filter(Boolean));
    this.acts.replaceChildren(...acts);
    this.status.textContent = words;
    const to = this.body.querySelector("h3") ?? this.acts.querySelector("button");
    if (to?.tagName === "H3" || !this.dialog.contains(document.activeElement)) to?.focus();
  }

  /** Asks for something that takes its time; null where it was refused, which is told, or something is asked already. */
  async wait(words, ask) {
    if (this.busy) return null;
    this.refuse("");
    this.isStale = false;
    this.status.textContent = words;
    this.work(true);
    try {
      return await ask();
    } catch (error) {
      this.failed(error);
      return null;
    } finally {
      this.work(false);
    }
  }

  work(busy) {
    this.busy = busy;
    this.dialog.classList.toggle("is-busy", busy);
    for (const each of this.acts.querySelectorAll("button")) each.setAttribute("aria-disabled", String(busy));
    for (const each of this.head.querySelectorAll("select")) each.disabled = busy;
    for (const each of this.head.querySelectorAll("input")) each.readOnly = busy;
  }

  failed(error) {
    const words = error instanceof Refused ? error.message : LOST;
    this.status.textContent = "";
    this.isStale = error instanceof Refused && error.status === 409;
    if (this.isOpen) this.refuse(words);
    else this.session.say(words, "refused");
  }

  refuse(words) {
    this.refusal.textContent = words;
  }
}

/** The button that does it; it keeps the focus, and does nothing, while something is done. */
export function main(words, act) {
  return button(words, (event) => event.currentTarget.getAttribute("aria-disabled") !== "true" && act(), { class: "is-main" });
}

/** The heading of what is shown, which is led to. */
export function heading(words) {
  return make("h3", { tabindex: "-1" }, words);
}

/** Names and values, one pair a line; a line without a name is left out. */
export function slip(rows, words) {
  const line = ([name, value]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, /^https?:\/\/\S+$/.test(value) ? link(value) : value));
  return make("table", { class: "slip", "aria-label": words }, make("tbody", {}, rows.filter(([name]) => name).map(line)));
}

/** A link to where people look at a draft, in a window of its own; nothing where it is not known. */
export function link(url, words = url) {
  return /^https?:\/\//.test(url) && make("a", { href: url, target: "_blank", rel: "noreferrer" }, words);
}

/** What is to be typed elsewhere. */
export function typed(words) {
  return make("pre", { class: "typed" }, words);
}

/** A moment as people say it. */
export function moment(iso) {
  return new Date(iso).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}

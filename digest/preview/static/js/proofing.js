/** A proof mailed to colleagues: whom to, what will be sent, and what became of it. */

import * as api from "./api.js";
import { count, make } from "./dom.js";
import { heading, main, moment, Sending, slip, typed } from "./sending.js";

export class Proofing extends Sending {
  constructor(session) {
    super(session, "Send a proof");
    this.begin();
  }

  async begin() {
    const told = await this.wait("Looking at what is set up…", api.outlets);
    if (!told) return;
    const { wanting, to, allowed } = told.proof;
    if (wanting) return void this.show(unready(wanting));
    this.to = make("input", { class: "entry", id: "proof-to", value: to, autocomplete: "off", spellcheck: "false", "aria-describedby": "proof-allowed" });
    this.to.addEventListener("input", () => this.ready());
    this.to.addEventListener("keydown", (event) => event.key === "Enter" && this.look());
    this.head.replaceChildren(
      make("label", { for: "proof-to" }, "Colleagues' addresses, with commas between"), this.to,
      make("p", { class: "hint", id: "proof-allowed" }, allowed.length > 0 && `proof_to in digest.toml allows: ${allowed.join(", ")}`),
      last(told.standing) ?? "");
    this.ready();
    this.to.focus();
  }

  /** Nothing is shown yet for the addresses as they are typed. */
  ready() {
    this.show([], [main("Show what will be sent", () => this.look())]);
  }

  /** Whether there is something to say yes to. */
  async look() {
    const told = await this.wait("Making the proof…", () => api.showProof(this.to.value));
    if (!told) return this.to.focus(), false;
    const yes = main(`Send it to ${count(told.recipients.length, "address", "addresses")}`, () => this.send(told));
    this.show([heading("What will be sent"), slip(told.rows, "What will be sent")], [yes], "Nothing was sent yet.");
    return true;
  }

  async send({ ticket }) {
    const told = await this.wait("Sending…", () => api.sendProof(ticket));
    if (told) return void this.sent(told);
    const why = this.refusal.textContent;
    if (!this.isStale) this.ready();
    if (!this.isStale || await this.look()) this.refuse(why);
  }

  sent({ deliveries, lines }) {
    const accepted = deliveries.filter((each) => each.accepted).length, all = accepted === deliveries.length;
    const words = all ? "The proof is on its way" : accepted ? "The proof did not reach everybody" : "The proof was not sent";
    const line = (each, n) => make("li", { class: each.accepted ? "is-good" : "is-error" }, lines[n]);
    if (!this.isOpen) return void this.session.say(words, all ? "told" : "refused");
    this.head.replaceChildren();
    this.show([heading(words), make("ul", { class: "came" }, deliveries.map(line))], [], `Accepted for ${accepted} of ${count(deliveries.length, "address", "addresses")}.`);
  }
}

function last({ proof, proofed }) {
  return proof && make("p", { class: "facts" }, `Last proof: ${moment(proof.at)}, to ${proof.to.join(", ")}: ${proofed}.`);
}

function unready(wanting) {
  const [words, ...lines] = wanting.split("\n");
  return [
    heading("Proofs are not set up yet"), make("p", {}, words.charAt(0).toUpperCase() + words.slice(1)), typed(lines.join("\n")),
    make("p", {}, "Keep the mail server's password with ", make("code", {}, "digest login smtp"), "."),
    make("p", {}, "Or take the .eml from “Take away”, open it in your mail program and send it from there."),
  ];
}

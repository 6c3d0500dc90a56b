/** The issue handed over to a mail provider as a draft: what will be made where, a yes, and where it is then. */

import * as api from "./api.js";
import { make } from "./dom.js";
import { blocking, changedThere, last, unready, worthALook } from "./plan.js";
import { heading, link, main, Sending, slip } from "./sending.js";

const PROMISE = "Nothing here mails readers: the issue becomes a draft at your provider, and is sent from there, by you.";
const UNASKED = "Say first that what was changed there may be overwritten, or put it into the issue.";

export class Handing extends Sending {
  constructor(session, show) {
    super(session, "Hand off");
    this.point = (finding) => {
      this.dialog.close();
      session.go({ panel: "findings" });
      if (finding.place) show(finding.place);
    };
    this.begin();
  }

  async begin() {
    const told = await this.wait("Looking at what is set up…", api.outlets);
    if (!told) return;
    this.outlets = told;
    this.provider = told.providers[0]?.name ?? "";
    if (!this.provider) return void this.show(unready(told.known, this.session.state.name));
    this.known = make("div", {});
    this.head.replaceChildren(this.chooser(), this.known, make("p", { class: "hint" }, PROMISE));
    await this.look();
  }

  /** Which provider, where several are set up; nothing is asked of another one before that is said. */
  chooser() {
    const { providers } = this.outlets;
    if (providers.length < 2) return "";
    const named = ({ name, title }) => make("option", { value: name }, title);
    const input = make("select", { class: "entry", id: "handoff-provider", value: this.provider }, providers.map(named));
    input.addEventListener("change", () => {
      this.provider = input.value;
      this.show([], [main("Show what will be done", () => this.look())]);
    });
    return make("div", { class: "field" }, make("label", { for: "handoff-provider" }, "Provider"), input);
  }

  /** Whether there is something to be shown. */
  async look() {
    const { name, title } = this.outlets.providers.find((each) => each.name === this.provider);
    this.known.replaceChildren(last(this.outlets.standing, name) ?? "");
    const plan = await this.wait(`Making the draft, and asking ${title}…`, () => api.showPlan(name));
    if (plan && name === this.provider) this.propose(plan);
    if (!plan) this.show([], [main("Try again", () => this.look())]);
    return Boolean(plan);
  }

  /** What would be done, for the editor to say yes to; where something stands against it, that. */
  propose(plan) {
    const { survey, title } = plan, differences = survey?.differences ?? [];
    this.overwrite = differences.length ? make("input", { type: "checkbox", id: "overwrite" }) : null;
    const words = plan.is_blocked ? "Nothing can be handed over before this is mended."
      : plan.ticket ? "Nothing was done yet." : "There is nothing to do.";
    this.show([
      heading(plan.rows[0][1]), plan.is_blocked && blocking(plan, this.point),
      this.overwrite && changedThere(title, differences, this.overwrite),
      slip([...plan.rows, ...(survey?.rows ?? [])], "What will be handed over"), worthALook(plan, this.point),
    ], this.wayOn(plan, differences), words);
  }

  wayOn(plan, differences) {
    if (plan.is_blocked) return [main("Look again", () => this.look())];
    const words = differences.length ? `Overwrite the draft at ${plan.title}`
      : plan.survey.step === "create" ? `Make the draft at ${plan.title}` : `Bring the draft at ${plan.title} up to date`;
    return plan.ticket ? [main(words, () => this.go(plan))] : [];
  }

  async go({ ticket, title }) {
    if (this.overwrite && !this.overwrite.checked) return void (this.refuse(UNASKED), this.overwrite.focus());
    const receipt = await this.wait(`Handing over to ${title}…`, () => api.handOver(ticket, Boolean(this.overwrite)));
    if (receipt) return void this.done(receipt);
    const why = this.refusal.textContent;
    if (!this.isStale) this.show([], [main("Look again", () => this.look())]);
    if (!this.isStale || await this.look()) this.refuse(why);
  }

  done({ line, title, url, notes }) {
    if (!this.isOpen) return void this.session.say(line);
    this.head.replaceChildren();
    const words = notes.map((note) => make("p", { class: "note" }, note));
    this.show([heading(line), make("p", {}, link(url, `Open the draft at ${title}`)), words], [], "Done. Nothing was sent to readers.");
  }
}

/** What the page knows, and who is told when it changes. */

import * as api from "./api.js";
import { format, parse } from "./route.js";

/**
 * Tells of "state" (the issue or its findings), "edition" (there is a new email), "route", "link" (the line to
 * the server), "changed" (an edit was made: its answer), "conflict", "said" (words for the editor) and "line"
 * (a line of the email was chosen).
 */
export class Session {
  constructor() {
    this.state = null;
    this.route = parse(location.hash);
    this.version = 0;
    this.linked = false;
    this.listeners = new Map();
    this.stories = new Map();
    this.asking = null;
    this.askAgain = false;
    addEventListener("hashchange", () => this.arrive());
  }

  on(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  tell(name, value) {
    for (const listener of this.listeners.get(name) ?? []) listener(value);
  }

  say(words, kind = "told") {
    this.tell("said", { words, kind });
  }

  start() {
    this.refresh();
    api.listen((event) => this.heard(event), (linked) => this.link(linked));
  }

  link(linked) {
    if (this.linked !== linked) this.tell("link", (this.linked = linked));
  }

  heard({ version, kind }) {
    const missed = version !== this.version + 1;
    this.version = version;
    if (kind === "email" || (kind === "hello" && missed)) this.tell("edition", version);
    this.refresh();
  }

  /** Fetches the state; asked while it is being fetched, once more. */
  async refresh() {
    if (this.asking) {
      this.askAgain = true;
      return this.asking;
    }
    this.asking = this.fetched();
    await this.asking;
    this.asking = null;
    if (this.askAgain) {
      this.askAgain = false;
      await this.refresh();
    }
  }

  async fetched() {
    try {
      this.take(await api.state());
    } catch (error) {
      if (error instanceof api.Refused) this.say(error.message, "refused");
    }
  }

  take(state) {
    if (state.edition !== this.state?.edition) this.stories.clear();
    this.state = state;
    this.tell("state", state);
  }

  /** A story of the edition at hand, with its source; fetched once. */
  story(slug) {
    if (!this.stories.has(slug)) {
      const asked = api.story(slug);
      asked.catch(() => this.stories.delete(slug));
      this.stories.set(slug, asked);
    }
    return this.stories.get(slug);
  }

  /** The slug of the story that is chosen, else of the lead. */
  get slug() {
    const slugs = this.state?.issue?.stories.map((story) => story.slug) ?? [];
    return slugs.includes(this.route.story) ? this.route.story : slugs[0] ?? "";
  }

  /** Goes somewhere else, in part; `quietly` leaves no step to go back to. */
  go(change, { quietly = false } = {}) {
    const hash = format({ ...this.route, ...change });
    if (hash === location.hash) return;
    if (quietly) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    this.arrive();
  }

  arrive() {
    this.route = parse(location.hash);
    this.tell("route", this.route);
  }

  /** Makes an edit; whether it was made. What is refused is told, what conflicts is shown. */
  async edit(change) {
    return this.made(() => api.edit(change, this.state.document), change);
  }

  undo() {
    return this.made(api.undo);
  }

  redo() {
    return this.made(api.redo);
  }

  async made(act, change = null) {
    try {
      this.tell("changed", await act());
      await this.refresh();
      return { made: true };
    } catch (error) {
      if (!(error instanceof api.Refused)) throw error;
      if (error.status === 409) this.tell("conflict", { ...error.body, change });
      else this.say(error.message, "refused");
      return { made: false, ...error.body };
    }
  }
}

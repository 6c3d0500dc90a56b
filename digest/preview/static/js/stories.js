/** The stories of the issue in their order: chosen, moved by dragging or by keys, taken out, added. */

import { button, count, kilobytes, make, sign } from "./dom.js";
import { paint } from "./paint.js";
import { format } from "./route.js";

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export class Stories {
  constructor(element, session, { show, add }) {
    this.session = session;
    this.show = show;
    this.list = make("ol", { class: "stories" });
    this.foot = make("div", { class: "weight" });
    const head = make("div", { class: "head" }, make("h2", {}, "Stories"), button("Add an article", add));
    element.append(head, this.list, this.foot);
    session.on("state", () => this.paint());
    session.on("route", () => this.paint());
  }

  paint() {
    const { state, route, slug } = this.session;
    if (!state) return;
    const stories = state.issue?.stories ?? [];
    const seen = stories.map((story) => [story.slug, story.headline.value, story.kicker.value]);
    const known = [seen, slug, route, counted(state), state.size];
    paint(this.list, known, () => stories.map((story, n) => this.item(story, n, stories.length)));
    paint(this.foot, [state.size, known[0].length], () => state.size && weight(state.size));
  }

  item(story, n, length) {
    const { state, route, slug } = this.session;
    const known = { href: format({ ...route, panel: "story", story: story.slug }), "aria-current": slug === story.slug && "true" };
    const link = make("a", { class: "headline", ...known, data: { key: `story-${story.slug}` } }, story.headline.value || story.slug);
    link.addEventListener("click", () => (this.show(`story-${story.slug}`), this.session.tell("panel")));
    const item = make("li", { class: "story", draggable: "true", data: { slug: story.slug } },
      make("span", { class: "number", "aria-hidden": "true" }, n + 1),
      make("div", { class: "what" }, story.kicker.value && make("span", { class: "kicker" }, story.kicker.value), link, this.facts(story, n, state)),
      this.acts(story, n, length));
    item.addEventListener("keydown", (event) => this.step(event, story, n, length));
    this.drag(item, story);
    return item;
  }

  facts(story, n, state) {
    const part = state.size?.parts.find((each) => each.place === `story-${story.slug}`);
    const found = counted(state)[story.slug];
    return make("span", { class: "facts" },
      !n && make("span", { class: "lead" }, "Lead"), part && make("span", {}, kilobytes(part.size)),
      found?.error && make("span", { class: "level is-error" }, count(found.error, "error")),
      found?.warning && make("span", { class: "level is-warning" }, count(found.warning, "warning")));
  }

  acts(story, n, length) {
    const name = story.headline.value || story.slug;
    const move = (to) => this.move(story.slug, to);
    return make("div", { class: "acts" },
      sign("↑", `Move up: ${name}`, () => move(n - 1), { disabled: !n, "data-key": `up-${story.slug}` }),
      sign("↓", `Move down: ${name}`, () => move(n + 1), { disabled: n === length - 1, "data-key": `down-${story.slug}` }),
      sign("×", `Take out: ${name}`, () => this.session.edit({ edit: "RemoveStory", story: story.slug }), { disabled: length === 1 }));
  }

  step(event, story, n, length) {
    const to = n + (STEPS[event.key] ?? NaN);
    if (!event.altKey || !(to >= 0 && to < length)) return;
    event.preventDefault();
    this.move(story.slug, to);
  }

  move(story, to) {
    return this.session.edit({ edit: "MoveStory", story, to });
  }

  drag(item, story) {
    item.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/x-story", story.slug);
      event.dataTransfer.effectAllowed = "move";
      item.classList.add("is-dragged");
    });
    item.addEventListener("dragend", () => this.list.querySelectorAll("li").forEach((each) => each.classList.remove("is-dragged", "is-over", "is-under")));
    item.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("text/x-story")) return;
      event.preventDefault();
      item.classList.toggle("is-over", !below(event, item));
      item.classList.toggle("is-under", below(event, item));
    });
    item.addEventListener("dragleave", () => item.classList.remove("is-over", "is-under"));
    item.addEventListener("drop", (event) => this.drop(event, item));
  }

  drop(event, item) {
    const slug = event.dataTransfer.getData("text/x-story");
    if (!slug) return;
    event.preventDefault();
    const others = this.session.state.issue.stories.map((story) => story.slug).filter((each) => each !== slug);
    const to = others.indexOf(item.dataset.slug);
    if (to >= 0) this.move(slug, to + (below(event, item) ? 1 : 0));
  }
}

function below(event, item) {
  const { top, height } = item.getBoundingClientRect();
  return event.clientY > top + height / 2;
}

function counted(state) {
  const counts = {};
  for (const { story, level, ignored } of state.findings ?? []) {
    if (story && !ignored) (counts[story] ??= {})[level] = (counts[story][level] ?? 0) + 1;
  }
  return counts;
}

/** How much of what Gmail shows is used, and by which story. */
function weight({ total, near, limit, parts }) {
  const kind = total >= limit ? "error" : total >= near ? "warning" : "good";
  const share = (size) => ({ width: `${(100 * size) / Math.max(limit, total)}%` });
  const segments = parts.map(({ place, size }) => make("span", { class: place.startsWith("story-") ? "is-story" : "", style: share(size), title: `${place.replace("story-", "")}: ${kilobytes(size)}` }));
  const words = `${kilobytes(total)} of the ${kilobytes(limit)} that Gmail shows`;
  return [make("div", { class: `meter is-${kind}`, role: "img", "aria-label": words }, segments), make("p", {}, words)];
}

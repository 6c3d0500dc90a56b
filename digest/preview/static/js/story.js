/** Everything an editor can overrule in one story. */

import { make } from "./dom.js";
import { chosen, field } from "./fields.js";
import { pageSection } from "./page.js";
import { paint } from "./paint.js";
import { pictureSection } from "./picture.js";
import { promosSection } from "./promos.js";
import { quotesSection } from "./quotes.js";
import { relatedSection } from "./related.js";
import { summarySection } from "./summary.js";

const LAYOUTS = [["full", "Full width"], ["half", "Half, beside the next"]];

export class StoryPanel {
  constructor(session) {
    this.session = session;
    this.element = make("div", { class: "panel editor" });
    session.on("state", () => this.renew());
    session.on("route", () => this.renew());
  }

  async renew() {
    const { session } = this, { slug } = session;
    if (!slug || session.route.panel !== "story") return;
    const told = await session.story(slug).catch((error) => session.say(error.message, "refused"));
    if (!told || slug !== session.slug) return;
    const others = session.state.issue.stories.filter((story) => story.slug !== slug);
    const known = [told, others.map((story) => [story.slug, story.headline.value]), session.state.wishes[slug]];
    paint(this.element, known, () => this.draw(told, others));
  }

  draw(told, others) {
    const { session } = this, { story } = told;
    return [
      words(session, story),
      section("summary", "Summary", story.summary.length, summarySection(session, told)),
      section("quotes", "Quotations", story.quotes.length, quotesSection(session, told)),
      section("related", "Related headlines", story.related.length, relatedSection(session, story)),
      section("promos", "Promos", story.promos.length, promosSection(session, story, others)),
      section("picture", "Picture", null, pictureSection(session, story), Boolean(story.image.value)),
      section("page", "The page, line by line", null, pageSection(session, told), false),
    ];
  }
}

/** A part of the panel that can be folded away. */
export function section(key, title, number, content, open = true) {
  const badge = number !== null && make("span", { class: "badge" }, number);
  return make("details", { class: "part", open, data: { key: `part-${key}` } }, make("summary", {}, make("h2", {}, title, badge)), make("div", { class: "body" }, content));
}

function words(session, story) {
  const own = (field_, label, more) => field(session, { story: story.slug, field: field_, label, decided: story[field_], ...more });
  return make("div", { class: "part words-part" },
    own("kicker", "Kicker"), own("headline", "Headline", { long: true }), own("standfirst", "Standfirst", { long: true }),
    make("div", { class: "pair" }, own("byline", "Byline", { list: true }), own("published", "Day", { type: "date" })),
    own("url", "Address", { type: "url" }),
    make("div", { class: "pair" }, own("read_more", "Button"), chosen(session, { story: story.slug, field: "layout", label: "Layout", decided: session.state.wishes[story.slug].layout, options: LAYOUTS })));
}

/**
 * The email in a frame, as wide as asked for.
 *
 * Rule 1. A new edition loads in a second frame behind the one that is seen; they change places when it stands
 *         where the first was scrolled to, so that nothing flickers or jumps.
 * Rule 2. Where the editor was is kept by what stood there: the last place above the upper edge, and how far.
 * Rule 3. An email wider than the pane is made smaller as a whole; its width, and so its layout, stays.
 */

import { viewAddress } from "./api.js";
import { make } from "./dom.js";
import { outline, placeAt, places, watchClicks } from "./pointing.js";
import { ofWidth, widthOf } from "./route.js";

const STEP = 10; // pixels an arrow key makes the email wider
const LOOK = 8; // milliseconds between looks at a frame that loads

export class Sheet {
  constructor(session, pane) {
    this.session = session;
    this.pane = pane;
    this.sized = () => {};
    this.shown = null;
    this.loading = null;
    this.ready = Promise.resolve();
    this.grip = this.handle();
    this.paper = make("div", { class: "paper" }, this.grip);
    this.element = make("div", { class: "sheet" }, this.paper);
    new ResizeObserver(() => this.fit()).observe(this.element);
  }

  set(view) {
    const address = viewAddress(view);
    this.width = widthOf(view);
    this.fit();
    if (address !== this.address) {
      this.address = address;
      this.renew();
    }
  }

  /** Loads the email anew. */
  renew() {
    this.loading?.remove();
    const frame = make("iframe", { sandbox: "allow-same-origin", title: "The email", class: "is-loading", tabindex: "-1" });
    this.loading = frame;
    frame.src = this.address;
    this.paper.prepend(frame);
    this.ready = parsed(frame).then(() => this.swap(frame));
    this.fit();
  }

  swap(frame) {
    if (frame !== this.loading || !frame.contentDocument) return;
    const before = this.shown;
    if (before) scrollAs(frame, whereabouts(before));
    frame.className = "";
    frame.removeAttribute("tabindex");
    this.loading = null;
    this.shown = frame;
    before?.remove();
    watchClicks(frame, (line) => this.session.tell("line", line));
    this.session.tell("shown", this.pane);
  }

  /** Scrolls to a place and outlines it; whether the email has it. */
  async point(place) {
    await this.ready;
    return Boolean(this.shown) && outline(this.shown.contentDocument, place);
  }

  fit() {
    const room = this.element.clientWidth - 2 * parseFloat(getComputedStyle(this.element).paddingLeft);
    if (!this.width || room <= 0) return;
    const scale = Math.min(1, room / this.width), height = this.element.clientHeight;
    this.paper.style.width = `${this.width * scale}px`;
    for (const frame of this.paper.querySelectorAll("iframe")) {
      frame.style.width = `${this.width}px`;
      frame.style.height = `${height / scale}px`;
      frame.style.transform = scale < 1 ? `scale(${scale})` : "none";
    }
    this.grip.setAttribute("aria-valuenow", String(Math.round(this.width)));
    this.sized(this.width, scale);
  }

  handle() {
    const known = { role: "separator", tabindex: 0, "aria-orientation": "vertical", "aria-label": "Width of the email" };
    const range = { "aria-valuemin": 240, "aria-valuemax": 1600, "aria-valuenow": 700 };
    const grip = make("div", { class: "grip", ...known, ...range, title: "Drag to any width" });
    grip.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (step) this.widen(this.width + step * (event.shiftKey ? 5 : 1));
      if (step) event.preventDefault();
    });
    grip.addEventListener("pointerdown", (event) => this.drag(event));
    return grip;
  }

  drag(start) {
    const from = this.width, { grip } = this;
    grip.setPointerCapture(start.pointerId);
    this.paper.classList.add("is-dragged");
    const move = (event) => this.widen(from + 2 * (event.clientX - start.clientX));
    grip.addEventListener("pointermove", move);
    const end = () => (grip.removeEventListener("pointermove", move), this.paper.classList.remove("is-dragged"));
    grip.addEventListener("lostpointercapture", end, { once: true });
  }

  widen(width) {
    const change = (view, n) => (n === this.pane ? { ...view, view: ofWidth(width) } : view);
    this.session.go({ views: this.session.route.views.map(change) }, { quietly: true });
  }
}

/** When a frame's page stands; its pictures may come later. */
function parsed(frame) {
  return new Promise((done) => {
    const look = () => (stands(frame) || !frame.isConnected ? done() : setTimeout(look, LOOK));
    frame.addEventListener("load", done, { once: true });
    look();
  });
}

function stands({ contentDocument: page }) {
  return page && page.URL !== "about:blank" && page.readyState !== "loading";
}

function whereabouts(frame) {
  const place = placeAt(frame.contentDocument, 0);
  const top = place?.getBoundingClientRect().top ?? 0;
  return { id: place?.id, top, y: frame.contentWindow.scrollY };
}

function scrollAs(frame, { id, top, y }) {
  const place = id && places(frame.contentDocument).find((each) => each.id === id);
  const moved = place ? place.getBoundingClientRect().top - top : y;
  frame.contentWindow.scrollTo(0, moved);
}

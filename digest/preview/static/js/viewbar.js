/** The bar over a view: which guise of the email it shows. Every choice is a link, so each has its address. */

import { make, sign } from "./dom.js";
import { format, isHtml, withView } from "./route.js";

const VIEWS = [
  ["desktop", "Desktop"], ["tablet", "Tablet"], ["phone-414", "Phone 414"],
  ["phone-375", "375", "Phone, 375 pixels"], ["phone-320", "320", "Phone, 320 pixels"], ["text", "Text"],
  ["text-phone", "Text, phone", "Plain text on a phone"], ["source", "HTML", "HTML source"],
  ["reader", "Reader", "Screen reader order"], ["inbox", "Inbox", "Inbox rows"],
];
const SCHEMES = [
  ["light", "Light"], ["dark", "Dark"], ["forced", "Forced", "Forced dark: colours inverted by the mail program"],
];
const IMAGES = [[true, "Images"], [false, "No images"]];

export class ViewBar {
  constructor(session, pane) {
    this.session = session;
    this.pane = pane;
    this.width = make("span", { class: "measure" });
    this.element = make("div", { class: "viewbar", role: "group", "aria-label": pane ? "Second view" : "View" });
  }

  set(view) {
    const { session, pane } = this;
    const focus = this.element.contains(document.activeElement) && document.activeElement.dataset.key;
    const go = (change) => withView(session.route, pane, change);
    this.width.hidden = !isHtml(view);
    this.element.replaceChildren(
      make("div", { class: "choices views" }, VIEWS.map((each) => choice(each, view.view, go, "view"))),
      this.picker(view, go),
      make("div", { class: "guises", hidden: !isHtml(view) },
        make("div", { class: "choices" }, SCHEMES.map((each) => choice(each, view.scheme, go, "scheme"))),
        make("div", { class: "choices" }, IMAGES.map((each) => choice(each, view.images, go, "images")))),
      this.width,
      this.other(view),
    );
    if (focus) this.element.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  }

  /** Says how wide the email is and how much smaller it had to be shown. */
  measure(width, scale) {
    this.width.textContent = `${Math.round(width)} px${scale < 0.995 ? ` at ${Math.round(scale * 100)}%` : ""}`;
  }

  picker(view, go) {
    const own = view.view.startsWith("px-") ? [[view.view, `${view.view.slice(3)} px`]] : [];
    const options = [...VIEWS, ...own].map(([value, words, full]) => make("option", { value }, full ?? words));
    const chosen = (event) => (location.hash = go({ view: event.target.value }));
    const known = { "aria-label": "View", class: "picker", value: view.view, data: { key: "picker" } };
    return make("select", { ...known, on: { change: chosen } }, options);
  }

  other(view) {
    const { route } = this.session;
    if (this.pane) {
      const close = () => this.session.go({ views: this.session.route.views.slice(0, 1) });
      return sign("×", "Close the second view", close, { class: "sign close", "data-key": "close" });
    }
    const beside = { ...view, view: view.view.startsWith("phone") ? "desktop" : "phone-375" };
    const double = route.views.length > 1;
    const views = double ? route.views.slice(0, 1) : [view, beside];
    const known = { href: format({ ...route, views }), "aria-current": double && "true", "data-key": "beside" };
    return make("a", { class: "choice beside", ...known }, "Side by side");
  }
}

function choice([value, words, full], chosen, go, key) {
  const known = { "aria-label": full, title: full, "aria-current": value === chosen && "true" };
  return make("a", { class: "choice", href: go({ [key]: value }), ...known, data: { key: `${key}-${value}` } }, words);
}

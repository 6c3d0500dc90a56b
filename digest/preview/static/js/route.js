/**
 * Where the editor is, as the address says it, so that every view can be linked to, reloaded and gone back to:
 * `#/phone-375.dark.noimages/text?panel=story&story=fees` is two views side by side, and a panel.
 */

export const WIDTHS = { desktop: 700, tablet: 768, "phone-414": 414, "phone-375": 375, "phone-320": 320 };
export const SCHEMES = ["light", "dark", "forced"];
export const PANELS = ["findings", "story", "issue", "evidence"];
const WORDS = ["text", "text-phone", "source", "reader", "inbox"];
const NARROWEST = 240, WIDEST = 1600;

/**
 * @typedef {{view: string, scheme: string, images: boolean}} View
 * @typedef {{views: View[], panel: string, story: string}} Route
 */

/** @returns {Route} what an address says; what it says wrongly is left at what is usual. */
export function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const asked = new URLSearchParams(query);
  const panel = asked.get("panel") ?? "";
  return {
    views: path.split("/").slice(0, 2).map(viewOf),
    panel: PANELS.includes(panel) ? panel : "findings",
    story: asked.get("story") ?? "",
  };
}

/** The address of a route. */
export function format(route) {
  const query = new URLSearchParams();
  if (route.panel !== "findings") query.set("panel", route.panel);
  if (route.story) query.set("story", route.story);
  return `#/${route.views.map(told).join("/")}${query.size ? `?${query}` : ""}`;
}

/** The address of a route with the view in one pane changed in part. */
export function withView(route, pane, change) {
  return format({ ...route, views: route.views.map((view, n) => (n === pane ? { ...view, ...change } : view)) });
}

/** How wide a view's frame is in pixels; 0 where there is none. */
export function widthOf(view) {
  return WIDTHS[view.view] ?? (view.view.startsWith("px-") ? Number(view.view.slice(3)) : 0);
}

/** The view of a width. */
export function ofWidth(width) {
  return `px-${Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))}`;
}

/** Whether a view shows the email's HTML. */
export function isHtml(view) {
  return widthOf(view) > 0;
}

function viewOf(said) {
  const [name, ...guises] = said.split(".");
  const width = /^px-(\d{1,4})$/.exec(name);
  const view = width ? ofWidth(Number(width[1])) : name;
  const known = view in WIDTHS || WORDS.includes(view) || Boolean(width);
  return {
    view: known ? view : "desktop",
    scheme: SCHEMES.find((scheme) => guises.includes(scheme)) ?? "light",
    images: !guises.includes("noimages"),
  };
}

function told({ view, scheme, images }) {
  return [view, scheme !== "light" && scheme, !images && "noimages"].filter(Boolean).join(".");
}

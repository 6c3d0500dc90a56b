/** The email in its frame pointed at: which place is which, what was clicked, what is outlined. */

const PLACE = /^(masthead|sponsor|note|contents|listings|footer|story-.+)$/;
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, a, td, figcaption";
const MARK = "3px solid #d9480f";

/** The elements of an email that findings name, in their order. */
export function places(document) {
  return [...document.querySelectorAll("[id]")].filter((element) => PLACE.test(element.id));
}

/** The last place that begins above a height of the window; undefined above the first. */
export function placeAt(document, height) {
  return places(document).findLast((element) => element.getBoundingClientRect().top <= height + 1);
}

/** Scrolls to a place and draws a line around all that belongs to it alone; whether there is such a place. */
export function outline(document, id) {
  for (const each of document.querySelectorAll("[data-desk-mark]")) unmark(each);
  const found = document.getElementById(id);
  if (!found) return false;
  mark(around(document, found));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  found.scrollIntoView({ block: found.offsetHeight > 300 ? "start" : "center", behavior: calm ? "auto" : "smooth" });
  return true;
}

/** Calls `chosen` with every line of the email that is clicked; its links lead nowhere from here. */
export function watchClicks(frame, chosen) {
  const { contentDocument: page } = frame;
  page.addEventListener("click", (event) => {
    event.preventDefault();
    const link = event.target.closest("a[href^='#']");
    if (link && page.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`)) outline(page, link.hash.slice(1));
    const line = lineOf(page, event.target);
    if (line) chosen(line);
  });
  for (const kind of ["submit", "auxclick", "dragstart"]) page.addEventListener(kind, (event) => event.preventDefault());
  page.documentElement.style.cursor = "default";
}

/**
 * A line: its words, the place it belongs to, and the one that comes next (a kicker stands before its story).
 * @typedef {{text: string, alt: string, place: string, next: string}} EmailLine
 * @returns {EmailLine|null}
 */
function lineOf(page, target) {
  const block = target.closest(BLOCKS);
  const text = (block?.innerText ?? "").replace(/\s+/g, " ").trim(), alt = target.getAttribute("alt") ?? "";
  if (!text && !alt) return null;
  for (const each of page.querySelectorAll("[data-desk-mark]")) unmark(each);
  mark(block ?? target);
  const all = places(page);
  const n = all.findLastIndex((each) => each === target || isBefore(each, target));
  return { text, alt, place: all[n]?.id ?? "", next: all[n + 1]?.id ?? "" };
}

function isBefore(place, target) {
  return Boolean(place.compareDocumentPosition(target) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));
}

function around(page, found) {
  const others = places(page).filter((each) => each !== found);
  let widest = found;
  while (widest.parentElement !== page.body && !others.some((each) => widest.parentElement.contains(each))) {
    widest = widest.parentElement;
  }
  return widest;
}

function mark(element) {
  element.dataset.deskMark = "";
  element.style.outline = MARK;
  element.style.outlineOffset = "3px";
}

function unmark(element) {
  delete element.dataset.deskMark;
  element.style.outline = element.style.outlineOffset = "";
}

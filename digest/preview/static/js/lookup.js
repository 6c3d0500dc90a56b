/** Which value of the issue a line of the email is: found by its words, in the story it stands with. */

/**
 * @typedef {{name: string, decided: import("./api.js").Decided, words: string}} Value
 * @typedef {{story: any|null, value: Value|null}} Found
 */

/** @returns {Found} */
export function lookUp(issue, { text, alt, place, next }) {
  const slugs = [place, next].filter((id) => id?.startsWith("story-")).map((id) => id.slice("story-".length));
  const near = slugs.map((slug) => issue.stories.find((story) => story.slug === slug)).filter(Boolean);
  const said = plain(text || alt);
  const own = near.length && place.startsWith("story-") ? near : [];
  for (const story of [...own, ...near, ...issue.stories]) {
    const value = best(valuesOf(story), said);
    if (value) return { story, value };
  }
  const value = best(valuesOfIssue(issue), said);
  return { story: value ? null : own[0] ?? null, value };
}

/** Every value of a story that readers may meet, with the words they meet it in. */
export function valuesOf(story) {
  const each = (name, list, words) => list.map((decided, n) => ({ name: list.length > 1 ? `${name} ${n + 1}` : name, decided, words: words(decided.value) }));
  const one = (name, decided, words) => ({ name, decided, words });
  return [
    one("Headline", story.headline, story.headline.value), one("Kicker", story.kicker, story.kicker.value),
    one("Standfirst", story.standfirst, story.standfirst.value), one("Byline", story.byline, story.byline.value.join(" and ")),
    ...each("Summary sentence", story.summary, (text) => text),
    ...each("Quotation", story.quotes, (quote) => quote.text),
    ...each("Speaker of quotation", story.quotes, ({ speaker, role }) => [speaker, role].filter(Boolean).join(", ")),
    ...each("Related headline", story.related, (link) => link.title),
    ...each("Promo", story.promos, (promo) => promo.title),
    ...each("Button of promo", story.promos, (promo) => promo.call_to_action),
    one("Words of the button", story.read_more, story.read_more.value),
    one("Picture", story.image, story.image.value?.alt ?? ""),
  ].filter(({ words }) => words);
}

function valuesOfIssue({ note, subject, preheader }) {
  const all = [["Note", note], ["Subject", subject], ["Preheader", preheader]];
  return all.map(([name, decided]) => ({ name, decided, words: decided.value })).filter(({ words }) => words);
}

/** The value that says the same; else one that says it among other words, or of which it holds the words. */
function best(values, said) {
  if (!said) return null;
  const plainly = values.map((value) => [value, plain(value.words)]).filter(([, words]) => words);
  const tests = [(words) => words === said, (words) => words.includes(said), (words) => said.includes(words)];
  for (const test of tests) {
    const found = plainly.find(([, words]) => test(words));
    if (found) return found[0];
  }
  return null;
}

/** Words without what typesetting adds: marks around quotations, stops, runs of white space. */
function plain(text) {
  return text.replace(/[*_`#“”"«»„‘’']/g, "").replace(/\s+/g, " ").trim().replace(/[.,]$/, "").toLowerCase();
}

/** Every sentence of an article's body, where it stands in the source. */

/**
 * What the server found are sentences; the rest of the body is cut as the browser knows the language.
 * @returns {{text: string, start: number, end: number}[]}
 */
export function sentencesOf(told) {
  const known = told.sentences.map(({ text, span }) => ({ text, ...span }));
  const rest = told.source.lines.filter((line) => line.sort === "body").flatMap((line) => cut(line, told.article.language));
  const free = rest.filter((each) => !known.some((other) => other.start < each.end && each.start < other.end));
  return [...known, ...free].sort((a, b) => a.start - b.start);
}

function cut(line, language) {
  if (!Intl.Segmenter) return [];
  let start = line.start;
  return [...new Intl.Segmenter(language || undefined, { granularity: "sentence" }).segment(line.text)].map(({ segment }) => {
    const from = start, text = segment.trim();
    start += Array.from(segment).length;
    return { text, start: from, end: from + Array.from(text).length };
  }).filter(({ text }) => text);
}

/** Every sentence of an article's body, where it stands in the source. */

/**
 * Those that were ranked for the summary, and between them all others.
 * @returns {{text: string, start: number, end: number}[]}
 */
export function sentencesOf(told) {
  const known = told.sentences.map(({ text, span }) => ({ text, ...span }));
  const free = told.choices.sentences.filter((each) => !known.some((other) => other.start < each.end && each.start < other.end));
  return [...known, ...free].sort((a, b) => a.start - b.start);
}

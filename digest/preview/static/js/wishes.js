/** What can be asked of summaries, of one or of all of an issue. */

import { count } from "./dom.js";

export const LENGTHS = Array.from({ length: 10 }, (_, n) => [n + 1, count(n + 1, "sentence")]);
export const STYLES = [["sentences", "Sentences"], ["points", "Bullet points"], ["paragraph", "One paragraph"]];

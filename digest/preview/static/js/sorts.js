/** What a line of a source can be taken for, in the words of `[stories.lines]`. */

export const SORTS = ["headline", "standfirst", "byline", "date", "body", "crosshead", "list", "caption", "related", "promo", "junk"];

/** Who decided a value, as an editor is told. */
export const ORIGINS = {
  editor: "You", article: "Article", extracted: "Drawn", feed: "Feed", model: "Model", default: "Not given",
};

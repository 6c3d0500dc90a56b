"""From a page to an Article: one module per kind of source."""

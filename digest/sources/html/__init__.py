"""HTML pages, saved or fetched: the article out of its furniture."""

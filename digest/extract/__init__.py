"""From an Article to its summary, key quotes and promos, each with its evidence."""

"""A pasted page, line by line."""

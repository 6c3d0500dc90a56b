"""The page of an export kit, HANDOFF.md: the text of each provider, and what puts them together (page.py)."""

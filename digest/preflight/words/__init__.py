"""Checks on what the issue says: its words, its days, its promos."""

"""Feeds: RSS, Atom and JSON Feed, their entries as articles, their links for headlines."""

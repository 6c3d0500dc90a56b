"""A theme compiled once, and the two parts of an email rendered from it.

from digest.render.theme import bundled_templates, load_theme
from digest.render.email import render
from digest.mergetags.neutral import GENERIC, fill

theme = load_theme("weekly", [newsroom / "templates", bundled_templates()])
email = render(issue, theme)
html = fill(email.html, GENERIC)
"""

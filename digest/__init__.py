"""Turns articles into an email digest that editors can trust."""

__version__ = "0.1.0"

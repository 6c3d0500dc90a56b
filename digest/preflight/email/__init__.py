"""Checks on the finished email: what mail programs, inboxes and filters make of it."""

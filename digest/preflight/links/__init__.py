"""Checks on where the email's links lead, and how they say so."""

"""Fetching: web addresses, asked politely and only where they are public."""

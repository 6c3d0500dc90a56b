"""One mail provider a file."""

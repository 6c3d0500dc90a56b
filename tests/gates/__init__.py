"""A package only so that the browser is closed after the last gate: while it runs, no other event loop can."""

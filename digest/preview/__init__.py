"""The desk in the browser: an issue as readers will see it, kept up with its files, and changed by hand.

files ─► watch.py ─► workshop.py ─► events.py ─► the page (static/)
                        │  ▲                         │
                    guises.py, told/ ◄── routes ◄── guard.py ◄── the browser
"""

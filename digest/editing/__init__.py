"""The desk's edits: each is one small change of `issue.toml`, checked before it is written.

edits.py (fields, stories, lists, links, promos, additions) say what a change means; sheet.py holds a file's
text and its data side by side; statements, tables, pairs, listing and order change the text; document.py
checks, merges and writes; journal.py undoes. suggestions and choices offer an editor what can be chosen.
"""

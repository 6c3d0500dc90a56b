"""The finished email as what leaves the house: a message that every mail program can open. Sends nothing.

from digest.handoff.message import compose

path.write_bytes(compose(issue, email))
"""

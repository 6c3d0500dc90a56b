"""The ways out of the house, each by itself: messages, mail servers, providers, kits, keys, and a memory.

When which of them is used, `digest/outward/` says.
"""

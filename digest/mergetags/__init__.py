"""Merge tags: which there are, how each provider writes them, and what must not look like one.

email = render(issue, theme)  # its merge tags are neutral
email = express(email, "mailchimp", Own(postal_address="1 Quay"))
"""

"""What the email uses, against what mail programs can show: caniemail's data, read offline.

caniemail.json ─► data.py                     what each client can (made by tests/support_table.py)
the HTML       ─► reading.py ─► features.py   what the email uses, and for whom (its CSS: css.py)
                  clients.py                  the mail programs a newsroom may name
                  limits.py                   whether a client's limit concerns that use
                  fallbacks.py                what stands in for it where it is not shown
                  rows.py                     the findings
"""

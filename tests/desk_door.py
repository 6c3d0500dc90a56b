"""The key and the address of the desks that tests ask."""

TOKEN = "the-key-of-this-run"
HOST = "127.0.0.1:8710"
ORIGIN = f"http://{HOST}"
CHANGING = {"origin": ORIGIN, "x-desk": "1"}

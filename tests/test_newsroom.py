"""digest.toml is found above an issue, and issues are found by path, slug or name of a sample."""

import pytest

from digest.errors import MistakesError, UsageError
from digest.model import CheckWish
from digest.newsroom import bundled_issues, find_issue, latest_issue, open_newsroom

DIGEST_TOML = """
[publication]
name = "Quay Weekly"
language = "en-GB"
[sender]
address = "desk@example.org"
[brand]
accent = "#112233"
[utm]
source = "quay"
[words]
read_more = "Go on"
"""


def test_the_nearest_digest_toml_above_an_issue_counts(newsroom):
    root = newsroom({"digest.toml": DIGEST_TOML, "issues/one/issue.toml": ""})
    found = open_newsroom(root / "issues" / "one")
    assert found.root == root.resolve()
    assert found.publication.name == "Quay Weekly"
    assert found.publication.sender_address == "desk@example.org"
    assert found.publication.brand.accent == "#112233"
    assert found.publication.utm.source == "quay"
    assert found.publication.words == {"read_more": "Go on"}


def test_without_a_digest_toml_the_newsroom_has_no_root_and_a_plain_name(tmp_path):
    found = open_newsroom(tmp_path)
    assert found.root is None
    assert found.publication.name == "News digest"


def test_all_mistakes_of_digest_toml_come_at_once(newsroom):
    root = newsroom({"digest.toml": '[publication]\nlanguage = "English"\n[brnd]\n[brand]\nink = "black"\n'})
    with pytest.raises(MistakesError) as caught:
        open_newsroom(root)
    told = str(caught.value)
    assert 'digest.toml:1: publication: "name" is missing' in told
    assert "digest.toml:2: publication.language: expected a language tag" in told
    assert 'digest.toml:3: brnd: unknown key "brnd"; did you mean "brand"?' in told
    assert "digest.toml:5: brand.ink: expected a colour" in told


def test_a_label_that_is_no_text_is_told_by_its_own_line(newsroom):
    root = newsroom({"digest.toml": '[publication]\nname = "Q"\n[words]\nread_more = "On"\nby = 3\n'})
    with pytest.raises(MistakesError, match=r"digest.toml:5: words.by: expected text, got 3"):
        open_newsroom(root)


def test_a_digest_toml_tells_of_sizes_networks_pictures_and_checks(newsroom):
    more = """
[brand]
radius = 0
width = 640
logo = "logo.png"
logo_width = 180
web_fonts = "https://fonts.example.org/a.css"
[social]
LinkedIn = "https://social.example.org/quay"
[images]
base_url = "https://example.org/pictures/"
[check]
clients = ["Gmail"]
past_issues = 4
staging = ["staging.example.org"]
"""
    root = newsroom({"digest.toml": '[publication]\nname = "Q"\n' + more, "logo.png": b"\x89PNG"})
    told = open_newsroom(root).publication
    assert (told.brand.radius, told.brand.width, told.brand.logo, told.brand.logo_width) == (
        0,
        640,
        "logo.png",
        180,
    )
    assert told.brand.web_fonts == "https://fonts.example.org/a.css"
    assert told.socials == {"LinkedIn": "https://social.example.org/quay"}
    assert told.images_base == "https://example.org/pictures/"
    assert told.check == CheckWish(clients=("Gmail",), past_issues=4, staging=("staging.example.org",))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("width = 900", "brand.width: expected a number of pixels from 480 to 700, got 900"),
        ("radius = -1", "brand.radius: expected a number of pixels from 0 to 40"),
        ('dark_logo = "dark.png"', 'brand.dark_logo: there is no file "dark.png" in '),
        ('web_fonts = "fonts.css"', "brand.web_fonts: expected a web address"),
    ],
)
def test_a_brand_that_cannot_be_is_told_with_its_line(newsroom, line, message):
    root = newsroom({"digest.toml": f'[publication]\nname = "Q"\n[brand]\n{line}\n'})
    with pytest.raises(MistakesError) as caught:
        open_newsroom(root)
    assert f"digest.toml:4: {message}" in str(caught.value)


def test_an_issue_is_found_by_its_folder_its_file_and_its_slug(newsroom):
    root = newsroom({"digest.toml": DIGEST_TOML, "issues/one/issue.toml": ""})
    here = open_newsroom(root)
    for name in ("issues/one", "issues/one/issue.toml", "one", str(root / "issues" / "one")):
        assert find_issue(name, here).resolve() == (root / "issues" / "one").resolve()


def test_a_bundled_sample_is_found_by_its_slug_anywhere(newsroom):
    here = open_newsroom(newsroom({}))
    assert find_issue("sample-weekly", here) == bundled_issues() / "sample-weekly"


def test_an_unknown_issue_is_told_with_the_one_it_is_nearest_to(newsroom):
    root = newsroom({"digest.toml": DIGEST_TOML, "issues/november/issue.toml": ""})
    with pytest.raises(UsageError, match='did you mean "november"'):
        find_issue("novembre", open_newsroom(root))


def test_a_newsroom_without_issues_says_how_to_make_one(newsroom):
    with pytest.raises(UsageError, match="digest new"):
        latest_issue(open_newsroom(newsroom({"digest.toml": DIGEST_TOML})))


def test_emails_are_built_beside_digest_toml_or_where_one_stands(newsroom):
    root = newsroom({"room/digest.toml": DIGEST_TOML, "room/issues/one/issue.toml": "", "else/x": ""})
    here = open_newsroom(root / "room")
    assert here.output(root.resolve() / "room" / "issues") == root.resolve() / "room" / "build"
    assert here.output(root / "else") == root / "else" / "build"

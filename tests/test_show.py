"""What `digest show` and `digest themes` print of pictures, sponsors, listings and themes."""

import json
from pathlib import Path

PAGE = """---
title: Harbour board cuts its fees
image: {url: 'https://example.org/quay.jpg', alt: A quay, credit: Bo Ray}
---
The board cut its fees on Monday after a year of talks with the owners of small boats.
"""
ISSUE = """
[sponsor]
name = "Quay Bank"
url = "https://bank.example.org"
[[stories]]
source = "a.md"
layout = "half"
[[listings]]
title = "Jobs"
[[listings.items]]
title = "Harbour master"
"""


def test_show_lists_image_layout_sponsor_and_listings_with_who_decided(digest, newsroom):
    newsroom({"june/issue.toml": ISSUE, "june/a.md": PAGE})
    code, out, _ = digest("show", "june")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert code == 0
    assert "image article https://example.org/quay.jpg: A quay, Bo Ray" in lines
    assert "layout editor half" in lines
    assert "sponsor editor Quay Bank (https://bank.example.org)" in lines
    assert lines[lines.index("listing editor Jobs") + 1] == "editor Harbour master"


def test_show_says_when_the_editor_wants_no_image(digest, newsroom):
    newsroom({"june/issue.toml": '[[stories]]\nsource = "a.md"\nimage = false\n', "june/a.md": PAGE})
    assert "image      editor" in digest("show", "june")[1]


def test_show_as_json_has_them_too(digest, newsroom):
    newsroom({"june/issue.toml": f'ignore = ["size"]\n{ISSUE}', "june/a.md": PAGE})
    shown = json.loads(digest("show", "june", "--json")[1])
    (story,) = shown["stories"]
    assert (story["image"]["value"]["alt"], story["image"]["origin"]) == ("A quay", "article")
    assert (story["layout"], shown["sponsor"]["name"]) == ("half", "Quay Bank")
    assert shown["listings"][0]["items"][0]["title"] == "Harbour master"
    assert shown["ignored"] == [{"code": "size", "story": ""}]


def test_themes_are_listed_with_what_a_newsroom_puts_in_their_place(digest, newsroom):
    newsroom({
        "digest.toml": '[publication]\nname = "Q"\n',
        "templates/weekly/blocks/note.mjml": "<mj-raw></mj-raw>",
    })  # fmt: skip
    code, out, _ = digest("themes")
    assert code == 0
    assert "\nweekly: " in f"\n{out}"
    assert "  in place of the theme's own: templates/weekly/blocks/note.mjml\n" in out
    listed = {theme["name"]: theme for theme in json.loads(digest("themes", "--json")[1])["themes"]}
    assert listed["weekly"]["shadowing"] == ["templates/weekly/blocks/note.mjml"]
    assert "story" in [block["name"] for block in listed["weekly"]["blocks"]]


def test_a_theme_is_named_with_the_one_it_is_based_on(digest, newsroom):
    newsroom({
        "digest.toml": '[publication]\nname = "Q"\n',
        "templates/quay/theme.toml": 'base = "weekly"\ndescription = "Ours"\n[blocks]\nnote = "A word"\n',
    })  # fmt: skip
    out = digest("themes")[1]
    assert "quay (based on weekly): Ours\n" in out
    assert any(line.split() == ["note", "A", "word"] for line in out.splitlines())


def test_a_build_is_as_wide_as_the_brand_says(digest, newsroom):
    brand = '[publication]\nname = "Q"\n[brand]\nwidth = 640\n'
    newsroom({
        "digest.toml": brand,
        "issues/june/issue.toml": ISSUE,
        "issues/june/a.md": PAGE,
        "templates/weekly/blocks/note.mjml": "<mj-raw></mj-raw>",
        "templates/weekly/blocks/masthead.mjml": '<mj-text padding="{{ brand.width // 64 }}px">'
        "{{ brand.width - 40 }} WIDE</mj-text>",
    })  # fmt: skip
    assert digest("build", "june")[0] in {0, 3}
    assert "600 WIDE" in Path("build/june/email.html").read_text(encoding="utf-8")

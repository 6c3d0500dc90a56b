"""Newsrooms and issues are made, articles captured and added, and nothing there already is overwritten."""

import io
import tomllib
from functools import partial

import pytest

from digest import scaffold
from digest.build import open_issue
from digest.errors import InputError, UsageError
from digest.newsroom import open_newsroom
from digest.sources.capture import capture
from pasted import CRANES, FEES


def test_a_new_newsroom_is_ready_for_its_first_issue(newsroom):
    root = newsroom({"fees.txt": FEES})
    scaffold.init(root)
    scaffold.new("one", ["fees.txt"], open_newsroom(root), capture)
    room, issue = open_issue(root / "issues" / "one")
    assert room.publication.name == "My trade weekly"
    assert issue.number.value == 1
    assert [story.slug for story in issue.stories] == ["fees"]


def test_every_switched_off_line_of_a_new_digest_toml_may_be_switched_on(newsroom):
    root = newsroom({})
    scaffold.init(root)
    file = root / "digest.toml"
    lines = file.read_text().split("\n")
    file.write_text("\n".join(lines[:1] + [line.removeprefix("# ") for line in lines[1:]]))
    assert open_newsroom(root).publication.postal_address


def test_every_switched_off_line_at_the_head_of_a_new_issue_may_be_switched_on(newsroom):
    root = newsroom({"fees.txt": FEES})
    file = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture).issue
    head, _, story = file.read_text().partition("[[stories]]")
    told, number, keys = head.partition("number = ")
    switched = "\n".join(line.removeprefix("# ") for line in keys.split("\n"))
    file.write_text(f"{told}{number}{switched}[[stories]]{story}")
    issue = open_issue(file.parent)[1]
    assert (issue.sponsor.name, len(issue.listings[0].items)) == ("", 1)


def test_a_newsroom_is_not_made_twice(newsroom):
    root = newsroom({"digest.toml": "mine"})
    with pytest.raises(UsageError, match="never overwritten"):
        scaffold.init(root)
    assert (root / "digest.toml").read_text() == "mine"


def test_a_capture_holds_the_very_bytes_of_its_source(newsroom):
    raw = FEES.replace("\n", "\r\n").encode("utf-8-sig")
    root = newsroom({"fees.txt": raw})
    added = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture)
    assert [path.read_bytes() for path in added.captures] == [raw]


def test_an_article_from_standard_input_is_named_after_its_headline(newsroom):
    root = newsroom({})
    added = scaffold.new("one", ["-"], open_newsroom(root), partial(capture, stdin=io.BytesIO(FEES.encode())))
    assert [path.name for path in added.captures] == ["harbour-board-cuts-its-fees.txt"]


def test_adding_keeps_every_letter_the_editor_wrote(newsroom):
    mine = '# mine\nnumber = 7   # lucky\n\n[[stories]]\nsource = "sources/fees.txt"\nkicker = "Ports"\n'
    root = newsroom(
        {"issues/one/issue.toml": mine, "issues/one/sources/fees.txt": FEES, "cranes.txt": CRANES}
    )
    scaffold.add(root / "issues" / "one", ["cranes.txt"], open_newsroom(root), capture)
    text = (root / "issues/one/issue.toml").read_text()
    assert text.startswith(mine)
    assert [entry["source"] for entry in tomllib.loads(text)["stories"]] == [
        "sources/fees.txt",
        "sources/cranes.txt",
    ]


def test_adding_keeps_windows_line_ends_and_a_byte_order_mark(newsroom):
    mine = b'\xef\xbb\xbf# mine\r\n[[stories]]\r\nsource = "sources/fees.txt"\r\n'
    root = newsroom({"one/issue.toml": mine, "one/sources/fees.txt": FEES, "cranes.txt": CRANES})
    scaffold.add(root / "one", ["cranes.txt"], open_newsroom(root), capture)
    raw = (root / "one/issue.toml").read_bytes()
    assert raw.startswith(mine)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert [story.slug for story in open_issue(root / "one")[1].stories] == ["fees", "cranes"]


def test_the_lines_offered_in_comments_are_what_was_read_and_may_be_switched_on(newsroom):
    root = newsroom({"fees.txt": FEES})
    file = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture).issue
    head, _, story = file.read_text().partition("[[stories]]")
    file.write_text(f"{head}[[stories]]{story.replace('# ', '')}")
    (found,) = open_issue(file.parent)[1].stories
    assert found.headline.value == "Harbour board cuts its fees"
    assert [link.value.title for link in found.related] == [
        'Minister praises harbours: "a model for us all"',
        "Why do the cranes stand still?",
    ]


def test_a_source_that_cannot_be_read_does_not_lose_the_others(newsroom):
    root = newsroom({"fees.txt": FEES, "empty.txt": "", "cranes.txt": CRANES})
    added = scaffold.new(
        "one", ["fees.txt", "empty.txt", "gone.txt", "cranes.txt"], open_newsroom(root), capture
    )
    assert [path.name for path in added.captures] == ["fees.txt", "cranes.txt"]
    assert [
        name in str(error) for name, error in zip(("empty.txt", "gone.txt"), added.refused, strict=True)
    ] == [True, True]


def test_a_capture_is_never_rewritten(newsroom):
    root = newsroom({"a/fees.txt": FEES, "b/fees.txt": CRANES})
    first = scaffold.new("one", ["a/fees.txt"], open_newsroom(root), capture)
    second = scaffold.add(root / "issues" / "one", ["b/fees.txt", "a/fees.txt"], open_newsroom(root), capture)
    assert first.captures[0].read_text() == FEES
    assert "another source of that name" in str(second.refused[0])
    assert "is in the issue already" in str(second.refused[1])


def test_an_issue_is_not_made_twice(newsroom):
    root = newsroom({"issues/one/issue.toml": "mine"})
    with pytest.raises(UsageError, match="digest add one"):
        scaffold.new("one", [], open_newsroom(root), capture)
    assert (root / "issues/one/issue.toml").read_text() == "mine"


def test_the_next_issue_has_the_next_number(newsroom):
    root = newsroom({"issues/a/issue.toml": "number = 41\n", "issues/b/issue.toml": "number = 9\n"})
    assert "number = 42\n" in scaffold.new("c", [], open_newsroom(root), capture).issue.read_text()


@pytest.mark.parametrize("slug", ["Über uns", "../up", "", "a/b", "A"])
def test_a_slug_that_makes_a_bad_folder_is_refused(newsroom, slug):
    with pytest.raises(UsageError, match="is no slug"):
        scaffold.new(slug, [], open_newsroom(newsroom({})), capture)


def test_stories_in_one_inline_list_are_left_alone(newsroom):
    text = 'stories = [{source = "sources/fees.txt"}]\n'
    root = newsroom(
        {"issues/one/issue.toml": text, "issues/one/sources/fees.txt": FEES, "cranes.txt": CRANES}
    )
    with pytest.raises(InputError, match=r"\[\[stories\]\] tables"):
        scaffold.add(root / "issues" / "one", ["cranes.txt"], open_newsroom(root), capture)
    assert (root / "issues/one/issue.toml").read_text() == text
    assert not (root / "issues/one/sources/cranes.txt").exists()


def test_an_issue_is_not_made_of_sources_that_are_all_refused(newsroom):
    root = newsroom({"empty.txt": ""})
    added = scaffold.new("one", ["empty.txt"], open_newsroom(root), capture)
    assert added.issue is None
    assert not (root / "issues").exists()
    assert "empty.txt" in str(added.refused[0])

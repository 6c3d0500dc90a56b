"""What no article gives, changed at the desk: the sponsor and the listings of an issue."""

from datetime import date

import pytest

from digest.build import open_issue
from digest.editing.document import IssueDocument
from digest.editing.edits import edit_of
from digest.editing.journal import Journal
from digest.errors import EditRefusedError
from pasted import FEES

STORY = '# the lead\n[[stories]]\nsource = "sources/fees.txt"\n'
DIARY = f"""{STORY}
# days to keep free
[[listings]]
title = "Diary"

# ask Ida
[[listings.items]]
title = "Harbour forum"
when = 2026-12-08   # moved twice

[[listings.items]]
title = "Open day"
url = "https://example.org/open"
"""


@pytest.fixture
def desk(newsroom):
    """Makes an edit of an issue with this `issue.toml`, and gives its journal with it."""

    def at(toml=STORY):
        files = {"issues/w/issue.toml": toml, "issues/w/sources/fees.txt": FEES}
        folder = newsroom({**files, "digest.toml": '[publication]\nname = "Quay"\n'}) / "issues/w"
        journal = Journal(IssueDocument(folder, lambda text: open_issue(folder, text)[1]))
        return journal, lambda **values: journal.do(edit_of(values))

    return at


def test_a_sponsor_is_named_changed_and_taken_out_again(desk):
    _, do = desk()
    sponsor = {"name": "Quay Bank", "url": "https://example.org/bank", "label": "", "text": "Since 1901"}
    change = do(edit="SetSponsor", sponsor=sponsor)
    assert change.issue.sponsor.text == "Since 1901"
    assert "label" not in change.after.decode()
    change = do(edit="SetSponsor", sponsor={**sponsor, "text": "", "label": "Paid by"})
    assert (change.issue.sponsor.text, change.issue.sponsor.label) == ("", "Paid by")
    change = do(edit="SetSponsor", sponsor=None)
    assert change.issue.sponsor is None
    assert change.after.decode().strip() == STORY.strip()
    assert change.label == "Sponsor taken out"


@pytest.mark.parametrize(
    ("sponsor", "told"),
    [
        ({"name": " "}, "a sponsor needs a name"),
        ({"name": "Bank", "url": "bank"}, "expected a web address"),
        ({"name": "Bank", "lable": "by"}, 'did you mean "label"'),
    ],
)
def test_a_sponsor_that_cannot_be_shown_is_refused(desk, sponsor, told):
    with pytest.raises(EditRefusedError, match=told):
        desk()[1](edit="SetSponsor", sponsor=sponsor)


def test_listings_are_written_where_there_were_none(desk):
    journal, do = desk()
    items = [{"title": "Crane driver", "url": "", "when": "2026-12-01", "detail": None}]
    change = do(edit="SetListings", listings=[{"title": "Jobs", "items": items}, {"title": "Diary"}])
    assert [each.title for each in change.issue.listings] == ["Jobs", "Diary"]
    assert change.issue.listings[0].items[0].when == date(2026, 12, 1)
    assert change.after.decode().startswith(STORY)
    journal.undo()
    assert journal.do(edit_of({"edit": "SetListings", "listings": []})).after.decode() == STORY


def test_a_line_of_a_listing_changes_alone_and_comments_go_with_theirs(desk):
    _, do = desk(DIARY)
    forum = {"title": "Harbour forum", "when": "2026-12-08"}
    day = {"title": "Open day", "url": "https://example.org/open", "detail": "Bring boots"}
    change = do(edit="SetListings", listings=[{"title": "Diary", "items": [day, forum]}])
    after = change.after.decode()
    assert "# days to keep free\n[[listings]]" in after
    assert "# ask Ida\n[[listings.items]]" in after
    assert "when = 2026-12-08   # moved twice" in after
    assert after.index("Open day") < after.index("Harbour forum")
    assert change.issue.listings[0].items[0].detail == "Bring boots"


def test_listings_within_a_line_can_be_changed_too(desk):
    _, do = desk(f'listings = [{{ title = "Diary" }}]  # soon\n{STORY}')
    change = do(edit="SetListings", listings=[{"title": "Jobs", "items": [{"title": "Pilot"}]}])
    assert change.issue.listings[0].items[0].title == "Pilot"
    assert "# soon" in change.after.decode()


def test_a_listing_without_a_title_or_with_no_items_is_refused(desk):
    for listing in ({"title": ""}, {"title": "Jobs", "items": [{"url": "https://example.org"}]}):
        with pytest.raises(EditRefusedError, match="needs a title"):
            desk()[1](edit="SetListings", listings=[listing])
    with pytest.raises(EditRefusedError, match="expected"):
        desk()[1](edit="SetListings", listings=[{"title": "Jobs", "items": [{"title": "a", "when": "soon"}]}])

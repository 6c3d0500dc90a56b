"""Edits of real issue folders: what is written, what is kept, what is refused, and undone."""

import json

import pytest

from digest.build import open_issue
from digest.editing.document import IssueDocument
from digest.editing.edits import edit_of
from digest.editing.journal import Journal
from digest.editing.stories import shelve
from digest.errors import ConflictError, DigestError, EditRefusedError, SourceError
from digest.model import Origin
from digest.sources.capture import Capture
from pasted import CRANES, FEES

TOML = """# The week's issue.
number = 7   # the seventh
# subject = ""

# Fees lead.
[[stories]]
source = "sources/fees.txt"
# headline = "Harbour board cuts its fees"
# summary = [
#   "The harbour board will cut its berth fees.",
# ]
# [[stories.quotes]]
# text = "We listened"

# The cranes second.
[[stories]]
source = "sources/cranes.txt"
kicker = "Quays"  # short
"""
SAID = "We listened to the small boats and we have acted on what they told us"


@pytest.fixture
def desk(newsroom):
    """A desk at an issue with this `issue.toml` (bytes are written as they are)."""

    def make(toml=TOML, **more):
        files = {"issues/w/issue.toml": toml, "issues/w/sources/fees.txt": FEES}
        files |= {
            "issues/w/sources/cranes.txt": CRANES,
            "digest.toml": '[publication]\nname = "Quay"\n',
            **more,
        }
        return Desk(newsroom(files) / "issues/w")

    return make


class Desk:
    def __init__(self, folder):
        self.folder = folder
        self.document = IssueDocument(folder, lambda text: open_issue(folder, text)[1])
        self.journal = Journal(self.document)

    @property
    def raw(self):
        return self.document.path.read_bytes()

    @property
    def text(self):
        return self.raw.decode()

    def write(self, text):
        self.document.path.write_text(text)

    def do(self, name, version="", **fields):
        return self.journal.do(edit_of(json.loads(json.dumps({"edit": name, **fields}))), version)

    def story(self, slug="fees"):
        return next(each for each in open_issue(self.folder)[1].stories if each.slug == slug)


def added(change):
    """The lines that a change put in and took out."""
    lines = change.diff.splitlines()[2:]
    return [line for line in lines if line[:1] in "+-"]


def test_a_new_field_stands_under_the_line_that_offers_it(desk):
    change = desk().do("SetField", story="fees", field="headline", value='Fees "down"')
    assert added(change) == ['+headline = "Fees \\"down\\""']
    assert '# headline = "Harbour board cuts its fees"\nheadline =' in change.after.decode()


def test_a_list_stands_under_the_whole_of_its_offer(desk):
    change = desk().do("SetSummary", story="fees", sentences=["One.", "Two."])
    assert '# ]\nsummary = ["One.", "Two."]\n# [[stories.quotes]]' in change.after.decode()


def test_a_changed_field_keeps_the_comment_behind_it(desk):
    change = desk().do("SetField", story="cranes", field="kicker", value="Ports")
    assert 'kicker = "Ports"  # short' in change.after.decode()


def test_a_field_given_back_leaves_its_comment(desk):
    one = desk()
    change = one.do("ResetField", story="cranes", field="kicker")
    assert added(change) == ['-kicker = "Quays"  # short', "+# short"]
    assert one.story("cranes").kicker.origin is Origin.DEFAULT


def test_comments_inside_a_list_that_is_replaced_stand_above_it(desk):
    toml = TOML.replace('kicker = "Quays"', 'summary = [  # mine\n  "One.",  # first\n]\nkicker = "Quays"')
    change = desk(toml).do("SetSummary", story="cranes", sentences=["Two."])
    assert '# mine\n# first\nsummary = ["Two."]\n' in change.after.decode()


def test_the_issue_has_fields_of_its_own(desk):
    one = desk()
    one.do("SetField", story="", field="subject", value="Fees fall")
    one.do("SetField", field="date", value="2026-11-20")
    one.do("SetField", field="number", value=8)
    assert "number = 8   # the seventh\n" in one.text
    assert "date = 2026-11-20\n" in one.text
    assert '# subject = ""\nsubject = "Fees fall"\n' in one.text


def test_a_note_of_several_paragraphs_is_read_back_as_it_was_typed(desk):
    one = desk()
    note = 'Dear reader,\n\n"""so""" they said: C:\\quay "\n\tand on"'
    one.do("SetField", field="note", value=note)
    assert open_issue(one.folder)[1].note.value == note


def test_keys_of_a_table_are_fields_too(desk):
    one = desk()
    one.do("SetField", story="fees", field="image", value=False)
    one.do("SetField", story="fees", field="image.url", value="https://example.org/a.jpg")
    one.do("SetField", story="fees", field="image.alt", value="A quay")
    one.do("SetField", field="sponsor.name", value="Quay Bank")
    image = one.story().image
    assert (image.value.url, image.value.alt) == ("https://example.org/a.jpg", "A quay")
    assert open_issue(one.folder)[1].sponsor.name == "Quay Bank"
    one.do("ResetField", story="fees", field="image")
    assert one.story().image.value is None
    assert "[stories.image]" not in one.text


def test_a_field_that_is_none_is_refused_with_the_near_miss(desk):
    with pytest.raises(EditRefusedError, match='did you mean "headline"'):
        desk().do("SetField", story="fees", field="hedline", value="x")


def test_what_a_build_would_refuse_is_not_written(desk):
    one = desk()
    before = one.raw
    with pytest.raises(EditRefusedError, match="expected a web address"):
        one.do("SetField", story="fees", field="url", value="nowhere")
    with pytest.raises(EditRefusedError, match="expected a date"):
        one.do("SetField", story="fees", field="published", value="soon")
    assert one.raw == before
    assert one.journal.undoable == ()


def test_a_mistake_that_is_there_already_does_not_stop_other_edits(desk):
    one = desk(TOML.replace("number = 7", 'number = 7\nthem = "x"'))
    change = one.do("SetField", story="cranes", field="kicker", value="Ports")
    assert change.issue is None
    assert 'them = "x"' in one.text


def test_a_file_that_is_no_toml_is_left_alone(desk):
    one = desk("number = = 1")
    with pytest.raises(EditRefusedError, match="cannot be read"):
        one.do("SetField", field="subject", value="x")
    assert one.text == "number = = 1"


def test_stories_change_places_with_their_comments(desk):
    one = desk()
    change = one.do("MoveStory", story="cranes", to=0)
    assert [each.slug for each in change.issue.stories] == ["cranes", "fees"]
    assert one.text.index("# The cranes second.\n[[stories]]") < one.text.index("# Fees lead.\n[[stories]]")
    assert one.text.startswith("# The week's issue.\nnumber = 7   # the seventh\n# subject")
    assert change.label.endswith("made the lead")


def test_tables_between_stories_stay_where_they_are(desk):
    toml = TOML.replace("# The cranes", '[sponsor]\nname = "Quay Bank"\n\n# The cranes')
    one = desk(toml)
    one.do("MoveStory", story="fees", to=1)
    assert one.text.index("cranes.txt") < one.text.index("[sponsor]") < one.text.index("fees.txt")


def test_a_removed_story_comes_back_by_undo_and_its_source_was_never_gone(desk):
    one = desk()
    before = one.raw
    change = one.do("RemoveStory", story="cranes")
    assert "cranes" not in one.text
    assert change.label == "“Crane drivers go back to work” taken out"
    assert (one.folder / "sources/cranes.txt").read_text() == CRANES
    one.journal.undo()
    assert one.raw == before


def test_the_only_story_is_not_taken_out(desk):
    one = desk()
    one.do("RemoveStory", story="fees")
    with pytest.raises(EditRefusedError, match="needs a story"):
        one.do("RemoveStory", story="cranes")


def test_a_pasted_article_is_kept_and_added_as_the_command_adds_it(desk):
    one = desk()
    page = CRANES.replace("Crane drivers go back", "Tug crews go back").encode()
    edit = shelve(one.folder, "-", Capture(name="pasted page", raw=page))
    change = one.journal.do(edit)
    assert (one.folder / "sources/tug-crews-go-back-to-work.txt").read_bytes() == page
    assert [each.slug for each in change.issue.stories][-1] == "tug-crews-go-back-to-work"
    assert change.label == "“Tug crews go back to work” added"
    assert '# headline = "Tug crews go back to work"' in one.text


def test_a_source_that_is_taken_out_can_be_added_again_and_not_twice(desk):
    one = desk()
    one.do("RemoveStory", story="cranes")
    edit = shelve(one.folder, "cranes.txt", Capture(name="cranes.txt", raw=CRANES.encode()))
    one.journal.do(edit)
    with pytest.raises(EditRefusedError, match="already"):
        one.journal.do(edit)
    with pytest.raises(SourceError, match="rename"):
        shelve(one.folder, "cranes.txt", Capture(name="cranes.txt", raw=FEES.encode()))


@pytest.mark.parametrize(
    "source", ["../w/issue.toml", "/etc/hostname", "sources/../../../digest.toml", "issue.toml"]
)
def test_only_what_lies_among_the_sources_is_added(desk, source):
    with pytest.raises(EditRefusedError, match="outside"):
        desk().do("AddStory", source=source)


def test_typed_quotations_must_be_verbatim_and_the_nearest_passage_is_given(desk):
    one = desk()
    with pytest.raises(EditRefusedError) as refused:
        one.do("SetQuotes", story="fees", quotes=[{"text": SAID.replace("small", "big")}])
    error = refused.value
    assert SAID in error.nearest
    assert SAID in FEES[error.start : error.end]
    assert one.text == TOML


def test_quotations_are_chosen_and_keep_the_speakers_that_were_found(desk):
    one = desk()
    texts = [quote.value.text for quote in one.story().quotes]
    one.do("SetQuotes", story="fees", quotes=[{"text": text} for text in reversed(texts)])
    quotes = one.story().quotes
    assert [quote.value.text for quote in quotes] == texts[::-1]
    assert {quote.value.speaker for quote in quotes} == {"Ada Brook"}
    one.do("SetQuotes", story="fees", quotes=[])
    assert one.story().quotes == ()


def test_a_speaker_is_put_right_in_what_is_shown(desk):
    one = desk()
    text = one.story().quotes[0].value.text
    one.do("SetQuoteSpeaker", story="fees", quote=text, speaker="Ada B. Brook")
    quote, other = one.story().quotes
    assert (quote.value.speaker, other.value.speaker) == ("Ada B. Brook", "Ada Brook")
    assert quote.parts.keys() == {"role"}
    one.do("SetQuoteSpeaker", story="fees", quote=text)
    assert one.story().quotes[0].value.speaker == "Ada Brook"


def test_a_quotation_that_is_not_shown_gets_no_speaker(desk):
    with pytest.raises(EditRefusedError, match="not shown"):
        desk().do("SetQuoteSpeaker", story="fees", quote="Leaving the harbour", speaker="Ada Fell")


def test_entries_of_a_list_change_places_with_their_comments(desk):
    quotes = f'[[stories.quotes]]\ntext = "{SAID}"   # the first\n\n# The other.\n[[stories.quotes]]\n'
    quotes += "text = 'We want every one of them to come back.'\n# after\n"
    one = desk(TOML.replace("# The cranes", f"{quotes}\n# The cranes"))
    texts = [quote.value.text for quote in one.story().quotes]
    one.do("SetQuotes", story="fees", quotes=[{"text": texts[1], "role": "chair"}, {"text": texts[0]}])
    assert "# The other.\n[[stories.quotes]]\n" in one.text
    assert one.text.index("# The other.") < one.text.index("# the first") < one.text.index("# after")
    assert [quote.value.text for quote in one.story().quotes] == texts[::-1]
    one.do("SetQuotes", story="fees", quotes=[{"text": texts[0]}])
    assert "# The other.\n" in one.text


def test_an_address_goes_to_the_headline_it_is_for(desk):
    one = desk()
    related = one.story().related[0].value.title
    one.do("SetLinkUrl", story="fees", title=related, url="https://example.org/model")
    link = one.story().related[0]
    assert (link.value.url, link.origin) == ("https://example.org/model", Origin.EDITOR)
    assert "url" not in link.parts
    one.do("SetLinkUrl", story="fees", title="Harbour board cuts its fees", url="https://example.org/fees")
    assert one.story().url.value == "https://example.org/fees"
    one.do("SetLinkUrl", story="fees", title=related, url="")
    assert one.story().related[0].value.url == ""


def test_an_address_that_a_feed_gave_is_overruled_and_stays_where_it_was(desk):
    linked = """[stories.links]\n# from the feed\n"Why do the cranes stand still?" = "https://example.org/feed"\n"""
    one = desk(TOML.replace("\n# The cranes", f"{linked}\n# The cranes"))
    assert one.story().related[1].parts == {"url": Origin.FEED}
    one.do("SetLinkUrl", story="fees", title="Why do the cranes stand still?", url="https://example.org/mine")
    assert one.story().related[1].value.url == "https://example.org/mine"
    assert "url" not in one.story().related[1].parts
    assert linked in one.text


def test_related_headlines_given_back_lose_the_addresses_that_no_article_gave(desk):
    links = """[stories.links]
"Why do the cranes stand still?" = "https://example.org/cranes"  # found
"Harbour board cuts its fees" = "https://example.org/fees"
"""
    one = desk(TOML.replace("\n# The cranes", f"{links}\n# The cranes"))
    before = one.text
    one.do("ResetField", story="fees", field="related")
    assert [link.value.url for link in one.story().related] == ["", ""]
    assert one.story().url.value == "https://example.org/fees"
    assert "# found" in one.text
    one.journal.undo()
    assert one.text == before
    one.do("SetRelated", story="fees", links=[{"title": "Why do the cranes stand still?"}])
    one.do("ResetField", story="fees", field="related")
    assert [link.value.url for link in one.story().related] == ["", ""]


def test_related_headlines_are_replaced(desk):
    one = desk()
    titles = [link.value.title for link in one.story().related]
    one.do(
        "SetRelated",
        story="fees",
        links=[{"title": titles[1], "url": "https://example.org/c"}, {"title": "New"}],
    )
    assert [link.value.title for link in one.story().related] == [titles[1], "New"]


def test_a_promo_is_changed_and_moved_with_all_it_says(desk):
    one = desk()
    promo = one.story().promos[0].value
    one.do("SetPromo", story="fees", promo=promo.title, field="starts", value="2026-12-03T11:00:00+00:00")
    one.do("SetPromo", story="fees", promo=promo.title, field="title", value="Berths: a webinar")
    one.do("MovePromo", story="fees", promo="Berths: a webinar", to="cranes")
    assert one.story().promos == ()
    moved = one.story("cranes").promos[-1].value
    assert (moved.title, moved.kind, moved.partners) == ("Berths: a webinar", promo.kind, promo.partners)
    assert moved.starts.hour == 11


def test_a_line_is_taken_for_what_the_editor_says(desk):
    one = desk()
    title = one.story().related[1].value.title
    line = FEES.split("\n").index(title) + 1
    one.do("AssignLine", story="fees", line=line, sort="crosshead")
    assert f'[stories.lines]\n{line} = "crosshead"\n' in one.text
    story = one.story()
    assert title in [block.text for block in story.article.body]
    assert title not in [link.value.title for link in story.related]
    assert dict(story.article.lines) == {line: "crosshead"}
    one.do("AssignLine", story="fees", line=line, sort=None)
    assert one.text == TOML


def test_a_line_that_is_not_there_is_refused_and_told_with_its_line_in_the_file(desk):
    one = desk()
    with pytest.raises(EditRefusedError, match="is no line with words in sources"):
        one.do("AssignLine", story="fees", line=400, sort="body")
    one.write(TOML + '[stories.lines]\n400 = "body"\nx1 = "junk"\n1 = "jnk"\n')
    with pytest.raises(Exception, match=r'issue.toml:22: stories\[2\].lines.1: .*did you mean "junk"'):
        open_issue(one.folder)
    one.write(TOML + '[stories.lines]\n400 = "body"\nx1 = "junk"\n')
    with pytest.raises(
        Exception, match=r"issue.toml:20: stories\[2\].lines.400: is no line[\s\S]*issue.toml:21:"
    ):
        open_issue(one.folder)


def test_an_edit_of_another_key_is_made_on_the_newer_file(desk):
    one = desk()
    version = one.document.version()
    one.write(TOML.replace('"Quays"', '"Ports"'))
    change = one.do("SetField", version, story="fees", field="kicker", value="Fees")
    assert change.merged
    assert '"Ports"' in one.text
    assert 'kicker = "Fees"' in one.text


def test_an_edit_of_the_same_key_is_refused_with_both_texts(desk):
    one = desk()
    version = one.document.version()
    theirs = TOML.replace('"Quays"', '"Ports"')
    one.write(theirs)
    with pytest.raises(ConflictError) as refused:
        one.do("SetField", version, story="cranes", field="kicker", value="Cranes")
    assert '"Cranes"' in refused.value.mine
    assert refused.value.theirs == theirs == one.text
    assert refused.value.version == one.document.version()


def test_an_edit_against_a_version_that_nobody_knows_is_refused(desk):
    one = desk()
    with pytest.raises(ConflictError):
        one.do("SetField", "0" * 64, story="cranes", field="kicker", value="Cranes")
    assert one.text == TOML


def test_a_story_that_is_gone_meanwhile_is_a_conflict(desk):
    one = desk()
    version = one.document.version()
    one.write(TOML[: TOML.index("# The cranes")])
    with pytest.raises(ConflictError):
        one.do("SetField", version, story="cranes", field="kicker", value="Cranes")


def test_undo_and_redo_go_back_and_forth_to_the_byte(desk):
    one = desk()
    texts = [one.raw]
    for value in ("One", "Two", "Three"):
        one.do("SetField", story="fees", field="headline", value=value)
        texts.append(one.raw)
    for text in reversed(texts[:-1]):
        one.journal.undo()
        assert one.raw == text
    for text in texts[1:]:
        one.journal.redo()
        assert one.raw == text
    one.journal.undo()
    one.do("SetField", story="fees", field="headline", value="Four")
    assert one.journal.redoable == ()
    with pytest.raises(EditRefusedError, match="nothing to do again"):
        one.journal.redo()


def test_labels_tell_an_editor_what_was_done(desk):
    one = desk()
    one.do("SetField", story="fees", field="headline", value="Fees fall")
    one.do("SetField", field="subject", value="Fees")
    assert one.journal.undoable == ("Subject changed", "Headline of “Harbour board cuts its fees” changed")


def test_undo_leaves_what_was_changed_elsewhere_meanwhile(desk):
    one = desk()
    one.do("SetField", field="subject", value="Fees fall")
    one.write(one.text.replace('"Quays"', '"Ports"'))
    assert one.journal.undo().merged
    assert one.text == TOML.replace('"Quays"', '"Ports"')
    one.journal.redo()
    assert 'subject = "Fees fall"' in one.text


def test_undo_of_lines_that_were_changed_since_is_refused(desk):
    one = desk()
    one.do("SetField", field="subject", value="Fees fall")
    other = one.text.replace("Fees fall", "Fees rise")
    one.write(other)
    with pytest.raises(ConflictError):
        one.journal.undo()
    assert one.text == other
    assert one.journal.undoable


def test_line_ends_and_the_byte_order_mark_stay(desk):
    one = desk(b"\xef\xbb\xbf" + TOML.replace("\n", "\r\n").encode())
    before = one.raw
    one.do("SetField", story="fees", field="headline", value="Fees fall")
    one.do("SetQuotes", story="fees", quotes=[{"text": SAID}])
    assert one.raw.startswith(b"\xef\xbb\xbf#")
    assert one.raw.count(b"\n") == one.raw.count(b"\r\n")
    one.journal.undo()
    one.journal.undo()
    assert one.raw == before


def test_mixed_line_ends_stay_as_they_are_on_every_other_line(desk):
    toml = TOML.encode().replace(b"number = 7   # the seventh\n", b"number = 7   # the seventh\r\n")
    one = desk(toml)
    one.do("SetField", story="fees", field="headline", value="Fees fall")
    assert one.raw == toml.replace(b'fees"\n# summary', b'fees"\nheadline = "Fees fall"\n# summary')


def test_stories_written_as_one_list_are_told_to_be_tables(desk):
    one = desk('stories = [{ source = "sources/fees.txt" }]\n')
    with pytest.raises(EditRefusedError, match=r"\[\[stories\]\] tables"):
        one.do("SetField", story="fees", field="headline", value="x")
    assert one.do("SetField", field="subject", value="Fees").issue.subject.value == "Fees"


@pytest.mark.parametrize(
    "values", [None, 3, {}, {"edit": "Fly"}, {"edit": "MoveStory", "story": "fees", "to": "x"}]
)
def test_what_is_no_edit_is_refused(values):
    with pytest.raises(EditRefusedError, match="this is no edit"):
        edit_of(values)


ODD = [
    "stories = 3",
    "stories = [1]",
    "stories = [[]]",
    "[stories]\nsource = 1",
    "[[stories]]\nsource = [1]\nquotes = 3",
]
ODD += [
    "[[stories]]\nsource = 'fees.txt'\nimage = false\nlinks = 3\nlines = [1]\n[[stories.quotes]]\ntext = [1]",
    "date = 2026-13-01",
]
ODD += [
    "listings = 3",
    "listings = [{ title = 'a', items = [{ title = 'b' }] }]",
    "[listings]\ntitle = 'a'\n[listings.items]\ntitle = 'b'",
    "sponsor = 1",
    "[[stories.quotes]]\ntext = 1",
    "stories.x = 1",
    "[[stories]]\n[[stories.quotes]]\n[[stories.quotes.x]]\n",
    "",
]
EDITS = [
    {"edit": "SetField", "field": "subject", "value": "x"},
    {"edit": "SetField", "field": "sponsor.name", "value": [1]},
    {"edit": "SetField", "story": "fees", "field": "image.alt", "value": {"a": [{}]}},
    {"edit": "SetField", "story": "fees", "field": "kicker", "value": 1.5},
    {"edit": "ResetField", "story": "fees", "field": "image.alt"},
    {"edit": "ResetField", "story": "fees", "field": "links"},
    {"edit": "SetQuotes", "story": "fees", "quotes": [{"text": " "}, {"text": SAID}]},
    {"edit": "SetQuoteSpeaker", "story": "fees", "quote": "x", "speaker": "y"},
    {"edit": "SetSummary", "story": "fees", "sentences": ["a\nb"]},
    {"edit": "SetRelated", "story": "fees", "links": [{"title": "a"}, {"title": "a", "url": "x"}]},
    {"edit": "SetLinkUrl", "story": "fees", "title": "x", "url": "y"},
    {"edit": "SetPromos", "story": "fees", "promos": [{"title": "a", "kind": "webinar", "starts": "x"}]},
    {"edit": "SetPromo", "story": "fees", "promo": "a", "field": "kind", "value": {}},
    {"edit": "MovePromo", "story": "fees", "promo": "a", "to": "b"},
    {"edit": "AssignLine", "story": "fees", "line": -1, "sort": "junk"},
    {"edit": "MoveStory", "story": "fees", "to": -9},
    {"edit": "RemoveStory", "story": "fees"},
    {"edit": "AddStory", "source": "sources/none.txt"},
    {"edit": "SetSponsor", "sponsor": {"name": "x", "url": "y"}},
    {"edit": "SetListings", "listings": [{"title": [], "items": [{"title": 1, "when": {}}]}]},
]


@pytest.mark.parametrize("toml", [TOML, *ODD])
def test_an_edit_is_made_or_refused_whatever_stands_in_the_file(desk, toml):
    one = desk(toml)
    for values in EDITS:
        one.write(toml)
        version = one.document.version()
        one.write(f"{toml}\n# changed")
        for against in ("", version):
            before = one.text
            try:
                one.journal.do(edit_of(values), against)
            except DigestError:
                assert one.text == before

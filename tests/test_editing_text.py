"""Whatever is edited, no comment, no other key and no other letter of `issue.toml` is lost."""

import re
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.editing.letters import bytes_of, text_of
from digest.editing.merging import merged
from digest.editing.sheet import Sheet
from digest.editing.statements import Kind, statements
from digest.editing.writing import long_text, text, written
from digest.errors import EditRefusedError

ROOM = """# top [stories]
number = 3     # the number
# subject = ""
note = \"\"\"
[[stories]]   # no header
it = "s"\"\"\"\"

# about the sponsor
[sponsor]
name = 'A "bank"'  # paid

# the lead
[[stories]]  # first
source = "sources/a.txt"
# headline = "x"
summary = [ # why
  "One # two", # one
  '''three''',
]  # end
links."A: b" = "https://example.org/a"
image = { file = "a#.png", alt = "x" }  # inline

# said at the gala
[[stories.quotes]]
text = "We # won"   # loud
speaker = "Ann"

# another
[[stories.quotes]]  # second
text = "They lost"

# the second story
[[stories]]
source = "sources/b.txt"
quotes = []  # none
kicker = "K"
# footer of b
   \t
# days to keep free
[[listings]]
title = "Diary"  # ours

[[listings.items]]
title = "Forum"
when = 2026-12-08  # moved

[[stories]]
source = "c.txt"
[stories.links]
# from the feed
"Some title" = "https://example.org/t"   # 1.00
"Other title" = "https://example.org/o"
[stories.lines]
4 = "junk"  # no body
# the end"""
SLUGS = ["a", "b", "c"]
WORDS = st.text(max_size=30).map(lambda words: words.encode(errors="ignore").decode())
NAMED = WORDS.filter(str.strip)
URLS = st.sampled_from(["https://example.org/1", "https://example.org/2"])
SLUG = st.sampled_from(SLUGS)


def entries(name, **others):
    return st.lists(
        st.fixed_dictionaries(
            {name: st.one_of(NAMED, st.sampled_from(["We # won", "They lost"]))}, optional=others
        ),
        max_size=4,
        unique_by=lambda entry: entry[name],
    )


LISTINGS = st.lists(
    st.fixed_dictionaries(
        {"title": st.one_of(NAMED, st.just("Diary"))},
        optional={
            "items": st.lists(
                st.fixed_dictionaries(
                    {"title": st.one_of(NAMED, st.just("Forum"))}, optional={"when": st.dates(), "url": URLS}
                ),
                min_size=1,
                max_size=3,
            )
        },
    ),
    max_size=3,
)
EDITS = st.lists(
    st.one_of(
        st.tuples(
            st.just("put"), SLUG, st.sampled_from(["headline", "kicker", "image"]).map(lambda k: (k,)), WORDS
        ),
        st.tuples(st.just("put"), SLUG, st.just(("summary",)), st.lists(WORDS, max_size=3)),
        st.tuples(st.just("put"), SLUG, st.tuples(st.sampled_from(["links", "lines"]), NAMED), WORDS),
        st.tuples(st.just("put"), SLUG, st.just(("image", "alt")), WORDS),
        st.tuples(st.just("put"), st.just(""), st.just(("date",)), st.dates(date(1000, 1, 1))),
        st.tuples(
            st.just("put"), st.just(""), st.sampled_from([("subject",), ("note",), ("sponsor", "url")]), WORDS
        ),
        st.tuples(
            st.just("drop"),
            SLUG,
            st.sampled_from(["summary", "quotes", "image", "links"]).map(lambda k: (k,)),
        ),
        st.tuples(
            st.just("drop"), SLUG, st.sampled_from([("links", "A: b"), ("lines", "4"), ("image", "alt")])
        ),
        st.tuples(
            st.just("drop"), st.just(""), st.sampled_from([("number",), ("sponsor",), ("sponsor", "name")])
        ),
        st.tuples(st.just("put_list"), SLUG, st.just("quotes"), entries("text", speaker=WORDS, role=WORDS)),
        st.tuples(st.just("put_list"), SLUG, st.just("related"), entries("title", url=URLS)),
        st.tuples(st.just("arrange"), st.permutations([0, 1, 2])),
        st.tuples(st.just("put_listings"), LISTINGS),
    ),
    max_size=6,
)


def comments(toml):
    return sorted(comment for each in statements(toml) for comment in each.comments)


@settings(max_examples=300, deadline=None)
@given(EDITS)
def test_any_edits_keep_every_comment_and_every_key_they_do_not_name(edits):
    sheet = Sheet(ROOM)
    expected = {story["source"]: dict(story) for story in tomllib.loads(ROOM)["stories"]}
    names = dict(zip(SLUGS, expected, strict=True))
    for method, *arguments in edits:
        try:
            getattr(sheet, method)(*arguments)
            sheet.finished()  # reads the text back: it says what was meant, and nothing else
        except EditRefusedError as error:
            pytest.fail(f"{method} {arguments}: {error}\n{sheet.text}")
        if method in ("put", "put_list", "drop") and arguments[0]:
            key = arguments[1] if method == "put_list" else arguments[1][0]
            expected[names[arguments[0]]].pop(key, None)
    assert comments(sheet.text) == comments(ROOM)
    for story in tomllib.loads(sheet.text)["stories"]:
        assert expected[story["source"]].items() <= story.items()


@settings(max_examples=100, deadline=None)
@given(EDITS.filter(bool))
def test_a_change_is_taken_back_to_the_letter(edits):
    sheet = Sheet(ROOM)
    for method, *arguments in edits:
        getattr(sheet, method)(*arguments)
    assert merged(sheet.text, ROOM, sheet.text) == ROOM


def test_statements_leave_no_letter_out():
    found = list(statements(ROOM))
    assert "".join(ROOM[each.start : each.end] for each in found) == ROOM
    headers = [each.keys for each in found if each.kind is Kind.HEADER]
    assert headers.count(("stories",)) == 3
    assert ("stories", "lines") in headers
    pairs = {each.keys: ROOM[slice(*each.value)] for each in found if each.kind is Kind.PAIR}
    assert pairs["links", "A: b"] == '"https://example.org/a"'
    assert pairs["image",] == '{ file = "a#.png", alt = "x" }'
    assert pairs["kicker",] == '"K"'


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_any_text_is_read_back_as_it_was(words):
    assert tomllib.loads(f"a = {text(words)}")["a"] == words
    assert tomllib.loads(f"a = {long_text(words)}")["a"] == words


@settings(max_examples=200, deadline=None)
@given(st.text('"\\\n ab', max_size=12))
def test_texts_of_marks_and_lines_are_read_back_as_they_were(words):
    assert tomllib.loads(f"a = {long_text(words)}")["a"] == words
    assert tomllib.loads(f"a = {written([words, words])}")["a"] == [words, words]


def test_a_long_list_stands_one_a_line():
    assert written(["word " * 12, "more " * 12]).count("\n") == 3


def test_a_table_apart_from_its_story_is_not_guessed_at():
    sheet = Sheet(
        ROOM.replace("[[listings]]", '[other]\nx = 1\n\n[stories.image]\nalt = "y"\n\n[[listings]]')
    )
    with pytest.raises(EditRefusedError, match="apart from its"):
        sheet.put("a", ("headline",), "x")


def test_the_last_line_without_its_end_gets_one_before_what_follows():
    sheet = Sheet('[[stories]]\nsource = "a.txt"')
    sheet.put("a", ("kicker",), "K")
    sheet.put("a", ("links", "T"), "https://example.org")
    assert sheet.finished().splitlines()[2:] == [
        'kicker = "K"',
        "",
        "[stories.links]",
        'T = "https://example.org"',
    ]


def test_the_first_key_of_an_issue_stands_above_its_tables():
    sheet = Sheet('# about\n\n[[stories]]\nsource = "a.txt"\n')
    sheet.put("", ("subject",), "S")
    assert sheet.finished().startswith('# about\nsubject = "S"\n')
    bare = Sheet('[[stories]]\nsource = "a.txt"\n')
    bare.put("", ("subject",), "S")
    assert bare.finished().startswith('subject = "S"\n[[stories]]')


def test_half_a_letter_is_refused():
    with pytest.raises(EditRefusedError, match="half of a letter"):
        bytes_of("a = '\ud800'", b"")


@given(st.lists(st.sampled_from(["a\n", "b\r\n", "c\n"]), max_size=8))
def test_an_unchanged_text_keeps_its_bytes(lines):
    raw = "".join(lines).encode()
    assert bytes_of(text_of(raw), raw) == raw


def test_changes_that_touch_are_not_merged():
    assert merged("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n") == "A\nb\nc\nD\n"
    assert merged("a\nb\n", "A\nb\n", "a\nB\n") is None
    assert merged("a\nb\n", "x\na\nb\n", "y\na\nb\n") is None


def test_a_large_file_is_cut_in_linear_time():
    story = '[[stories]]\nsource = "{}.txt"\nsummary = [\n  "a", # b\n]\n'
    toml = "".join(story.format(n) for n in range(2000))
    assert sum(each.kind is Kind.HEADER for each in statements(toml)) == 2000
    assert re.search("1999", toml)

"""The Markdown reader: every visible word of a file in exactly one place, mistakes told with their line."""

import contextlib
import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model import PromoKind
from digest.sources.capture import Capture
from digest.sources.markdown import reader as markdown
from pasted import FEES

BODY = "The board met on Monday and cut its fees by a tenth.\n\nSkippers had asked for it since the spring.\n"
CLOSING = "\n\nThe board meets again in June, when the tide tables are due."


def read(text, **fields):
    raw = text if isinstance(text, bytes) else text.encode()
    return markdown.read(Capture(**{"name": "fees.md", "raw": raw, **fields}))


def claim(text, name="standard input"):
    captured = Capture(name=name, raw=text.encode())
    return markdown.claims(captured, captured.opening())


def body(article):
    return [(block.kind.value, block.text) for block in article.body]


def under(text):
    """An article whose body holds the text between two paragraphs."""
    return read(f"# Fees fall\n\n{BODY}\n{text}{CLOSING}")


def between(article):
    """What stands in the body between those paragraphs."""
    return body(article)[2:-1]


# Claims


@pytest.mark.parametrize("name", ["fees.md", "FEES.MD", "a/b.markdown"])
def test_a_markdown_file_is_claimed_by_its_name(name):
    assert claim("Anything", name) == 0.9


@pytest.mark.parametrize("text", ["---\ntitle: Fees\n---\nText", "\n\n+++\ntitle = 'Fees'\n+++\n"])
def test_front_matter_is_claimed(text):
    assert claim(text) == 0.9


@pytest.mark.parametrize(
    "text",
    [
        "# Fees fall\n\nThe [board](https://e.example/) met.",
        "# Fees fall\n\n## Why\n\nIt rained.",
        "Fees fall\n=========\n\nThe **board** met.",
    ],
)
def test_a_headline_with_another_mark_is_claimed_below_a_name(text):
    assert 0.1 < claim(text) < 0.9


@pytest.mark.parametrize(
    "text",
    [
        FEES,
        "#ports\n\nFees fall\n\n- one\n- two\n\n* three",
        "---\n\nFees fall\n\n---\n\nThe board met.",
        "---\nBy: Ada Fell\n\nFees fall\n\nThe board met.",
        "# Fees fall\n\nThe board met.",
        "Read this: [Fees](https://e.example/)\n\n**Fees fall**",
        "* * *\n\nFees > costs\n\n1. one\n\n> said the board",
        "",
    ],
)
def test_pasted_text_is_not_claimed(text):
    assert claim(text) == 0


def test_a_markdown_file_without_markdown_is_read_as_a_paste():
    assert read(FEES).headline == "Harbour board cuts its fees"
    assert read(FEES).byline == ("Ada Fell",)
    assert read(FEES).promos[0].partners == ("Quay Bank",)


# Front matter


YAML = """---
Title: "Fees fall: the board's reasons"
dek: A tenth off for small boats
authors: [Ada Fell, {name: Ben Moor}]
pubDate: 2026-11-17T09:30:00+01:00
canonical_url: https://quay.example/news/fees
cover: {url: /img/quay.jpg, alt: The quay, credit: Port Photos}
lang: en_GB
draft: false
related:
  - title: Rail doubles in five years
    url: /news/rail
  - "[Dockers vote again](https://quay.example/vote)"
  - Cranes stand still
promos:
  - title: Berths and budgets
    kind: round table
    url: https://quay.example/w
    partners: [Quay Bank, {name: Bell & Company}]
    starts: 2026-12-03T11:00:00Z
---
"""
TOML = """+++
headline = "Fees fall: the board's reasons"
subtitle = "A tenth off for small boats"
author = "Ada Fell and Ben Moor"
date = 2026-11-17T09:30:00+01:00
url = "https://quay.example/news/fees"
image = "https://quay.example/img/quay.jpg"
language = "en-GB"

[[related]]
title = "Rail doubles in five years"
link = "https://quay.example/news/rail"

[[promos]]
title = "Berths and budgets"
type = "roundtable"
partners = "Quay Bank and Bell & Company"
date = 2026-12-03T11:00:00Z
+++
"""


@pytest.mark.parametrize("front", [YAML, TOML], ids=["YAML", "TOML"])
def test_front_matter_tells_what_the_article_is(front):
    article = read(front + BODY)
    assert article.headline == "Fees fall: the board's reasons"
    assert article.standfirst == "A tenth off for small boats"
    assert article.byline == ("Ada Fell", "Ben Moor")
    assert article.published == dt.date(2026, 11, 17)
    assert article.url == "https://quay.example/news/fees"
    assert article.image.url == "https://quay.example/img/quay.jpg"
    assert article.language == "en-GB"
    assert article.related[0].url == "https://quay.example/news/rail"
    (promo,) = article.promos
    assert (promo.kind, promo.partners) == (PromoKind.ROUNDTABLE, ("Quay Bank", "Bell & Company"))
    assert promo.starts == dt.datetime(2026, 12, 3, 11, tzinfo=dt.UTC)
    assert promo.partner_content
    assert [text for _, text in body(article)] == BODY.strip().split("\n\n")
    assert article.notes == ()


def test_related_stories_may_be_titles_links_or_tables():
    assert [(link.title, link.url) for link in read(YAML + BODY).related] == [
        ("Rail doubles in five years", "https://quay.example/news/rail"),
        ("Dockers vote again", "https://quay.example/vote"),
        ("Cranes stand still", ""),
    ]


def test_what_front_matter_says_stands_in_the_source():
    article = read(YAML + BODY)
    text = article.source.text
    told = [text[span.start : span.end] for span in article.places.values()]
    assert told == [article.headline, article.standfirst, "Ada Fell and Ben Moor", "2026-11-17"]
    assert text[article.promos[0].span.start : article.promos[0].span.end] == "Berths and budgets"


@pytest.mark.parametrize("title", ["1984", "No", "1:30", "2026-11-20", "007", "1e3"])
def test_a_headline_keeps_its_letters_whatever_yaml_takes_it_for(title):
    assert read(f"---\ntitle: {title}\n---\n{BODY}").headline == title


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Ada Fell", ("Ada Fell",)),
        ("Ada Fell, Ben Moor & Carl Dunn", ("Ada Fell", "Ben Moor", "Carl Dunn")),
        ("The Newsdesk", ("The Newsdesk",)),
        ("[]", ()),
        ("~", ()),
    ],
)
def test_a_writer_is_named_in_many_ways(said, names):
    article = read(f"---\ntitle: Fees\nauthor: {said}\n---\n{BODY}")
    assert article.byline == names
    assert article.notes == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: Fees: a tale\n---\n",
            r"fees\.md:2: the front matter is no YAML: mapping values.*in quotes",
        ),
        ("\n---\ntitle: x\ndek: 'a\n---\n", r"fees\.md:\d: the front matter is no YAML"),
        ("---\ntitle: Fees\n\nThe board met.\n", r"fees\.md:1: the front matter .* is not closed.*---"),
        ("+++\ntitle = 'Fees'\nText\n", r"fees\.md:1: the front matter .* is not closed.*\+\+\+"),
        ("+++\ntitle = 'Fees'\ndate = 20-20\n+++\n", r"fees\.md:3: the front matter is no TOML"),
        ("+++\ntitle = 'Fees\n+++\n", r"fees\.md:2: the front matter is no TOML"),
        ("---\ndek: x\ntitle: [a, b]\n---\n", r'fees\.md:3: "title" is a list'),
        ("+++\ndek = 'x'\n\n[headline]\na = 1\n+++\n", r'fees\.md:4: "headline" is a table'),
        ("---\ntitle: a\nTitle: b\n---\n", r'fees\.md:3: .*"Title" is given twice, first on line 2'),
        ("---\ntitle: &a [x]\nrelated: *a\n---\n", r"fees\.md:\d: .*alias"),
        ("---\ntitle: a\x07b\n---\n", r"fees\.md:2: the front matter is no YAML"),
        (f"---\na: {'[' * 3000}\n---\n", r"fees\.md:2: the front matter is no YAML: it is nested too deep"),
        (f"+++\na = {'[' * 3000}\n+++\n", r"fees\.md:\d: the front matter is no TOML: it is nested too deep"),
    ],
)
def test_a_mistake_in_front_matter_is_refused_with_file_and_line(text, message):
    with pytest.raises(SourceError, match=message):
        read(text + BODY)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("date: next week", '"date" gives no day (next week); write it as 2026-11-20; it was left out'),
        ("date: 2026-13-45", '"date" gives no day (2026-13-45); write it as 2026-11-20; it was left out'),
        ("dek: [a, b]", '"dek" is a list where text was expected; it was left out'),
        ("author: [{age: 3}]", '"author" names nobody; it was left out'),
        ("related: [{url: https://e.example/}]", '"related" has an entry without a title'),
        ("lang: '!'", '"lang" is no language'),
    ],
)
def test_what_cannot_be_understood_is_left_out_and_told_with_its_line(line, message):
    article = read(f"---\ntitle: Fees\n{line}\n---\n{BODY}")
    (note,) = article.notes
    assert (note.level, note.where) == ("warning", "fees.md:3")
    assert note.message.startswith(message)
    assert (article.published, article.standfirst, article.byline) == (None, "", ())


def test_of_several_keys_the_first_that_is_understood_counts():
    article = read(f"---\ntitle: Fees\ndate: soon\npublished: 3 June 2024\n---\n{BODY}")
    assert article.published == dt.date(2024, 6, 3)


def test_a_relative_address_is_left_out_where_the_pages_own_is_not_known():
    front = (
        "---\ntitle: Fees\npermalink: /fees/\nimage: quay.jpg\nrelated: [{title: Rail, url: /rail}]\n---\n"
    )
    alone, fetched = read(front + BODY), read(front + BODY, url="https://quay.example/news/fees.md")
    assert (alone.url, alone.image, alone.related[0].url) == ("", None, "")
    assert fetched.image.url == "https://quay.example/news/quay.jpg"
    assert fetched.related[0].url == "https://quay.example/rail"
    assert fetched.url == "https://quay.example/news/fees.md"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://[", "file:///etc/passwd", "//", "https://"])
def test_what_is_no_web_address_is_no_link(url):
    article = read(
        f"---\ntitle: Fees\nurl: '{url}'\nimage: '{url}'\nrelated: [{{title: Rail, url: '{url}'}}]\n---\n{BODY}"
    )
    assert (article.url, article.image, article.related[0].url) == ("", None, "")


def test_rules_at_the_top_are_no_front_matter():
    article = read("---\n\nFees *fall*\n\n---\n\n" + BODY)
    assert article.headline == "Fees fall"


# The opening


@pytest.mark.parametrize(
    "opening",
    [
        "# Fees fall\n\nA tenth off for small boats\n\nBy Ada Fell\n\n3 June 2024",
        "Fees fall\n=====\n\n**A tenth off for small boats**\n\n*By [Ada Fell](/ada)*  \n3 June 2024",
        "# Fees fall\n\n## A tenth off for small boats\n\nBy Ada Fell | 3 June 2024",
        "Ports\n\n# Fees *fall*\n\n![](quay.jpg)\n\n_A tenth off for small boats_\n\nAda Fell\n\nPublished 3 June 2024",
        "---\ndraft: true\n---\n# Fees fall\n\nBy Ada Fell, 3 June 2024\n\n**A tenth off for small boats**",
        "**Fees fall**\n\n*A tenth off for small boats*\n\nBy Ada Fell\n\n3 June 2024",
    ],
)
def test_an_opening_is_read_in_many_forms(opening):
    article = read(f"{opening}\n\n{BODY}")
    assert article.headline == "Fees fall"
    assert article.standfirst == "A tenth off for small boats"
    assert article.byline == ("Ada Fell",)
    assert article.published == dt.date(2024, 6, 3)
    assert [text for _, text in body(article)] == BODY.strip().split("\n\n")


def test_a_first_paragraph_is_no_standfirst():
    article = read(f"# Fees fall\n\n{BODY}")
    assert article.standfirst == ""
    assert len(article.body) == 2


def test_a_headline_said_again_is_set_aside():
    article = read(
        f"---\ntitle: Fees fall\ndek: A tenth off\n---\n# Fees **fall**\n\n*A tenth off.*\n\n{BODY}"
    )
    assert [(junk.text, junk.reason) for junk in article.junk] == [
        ("Fees fall", "headline repeated"),
        ("A tenth off.", "standfirst repeated"),
    ]


def test_another_headline_than_the_front_matters_is_told_with_its_line():
    article = read(f"---\ntitle: Fees fall\n---\n\n# Boats rejoice\n\n{BODY}")
    assert article.headline == "Fees fall"
    assert article.notes[0].where == "fees.md:5"
    assert "Boats rejoice" in article.notes[0].message


def test_first_level_headings_among_others_are_crossheads():
    article = read(f"---\ntitle: Fees fall\n---\n\n# Why\n\n{BODY}\n\n# How\n\n{BODY}")
    assert [text for kind, text in body(article) if kind == "crosshead"] == ["Why", "How"]


def test_a_body_without_a_headline_is_read_and_told():
    article = read("The **board** met on Monday. It cut its fees.\n\n" + BODY)
    assert article.headline == ""
    assert article.notes[0].code == "no-headline"


# The body


def test_headings_lists_and_quotes_have_their_places():
    article = under(
        "## Why now\n\n- The cut is small\n- The cost:\n  - boats\n  - berths\n\n> A quay is a quay, he said."
    )
    assert between(article) == [
        ("crosshead", "Why now"),
        ("list", "The cut is small\nThe cost:\nboats\nberths"),
        ("paragraph", "A quay is a quay, he said."),
    ]


def test_numbers_of_a_list_are_kept():
    assert between(under("3. Berths fell.\n4. Boats rose.")) == [("list", "3. Berths fell.\n4. Boats rose.")]


def test_a_tables_rows_are_paragraphs():
    assert between(under("| Port | Fee |\n|:--|--:|\n| *Hull* | £4 |")) == [
        ("paragraph", "Port | Fee"),
        ("paragraph", "Hull | £4"),
    ]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("It **was** _all_ ~~over~~ `now`.", "It was all over now."),
        ("It cost 5 \\* 3 &amp; &pound;4.", "It cost 5 * 3 & £4."),
        ("One line\nand the next,  \nand one more.", "One line and the next, and one more."),
        ("See [the *board*](/b) and [rules][1].\n\n[1]: https://e.example/", "See the board and rules."),
        ("So they[^1] said.[^note]", "So they said."),
        ("He <b>said</b> so.<br>She <!-- really? -->agreed.", "He said so. She agreed."),
        ("<p>Raw <i>words</i> &amp; all.</p>", "Raw words & all."),
        ("<!-- for the desk -->\n\nThey met.", "They met."),
        ("<script>alert(1)</script>\n\nThey met.", "They met."),
        ("    Indented, by accident.", "Indented, by accident."),
        ("```\nQuoted, letter by letter.\n```", "Quoted, letter by letter."),
        (
            "A whole paragraph with a rule right under it.\n---",
            "A whole paragraph with a rule right under it.",
        ),
        ("2 * 3 * 4 is 24.", "2 * 3 * 4 is 24."),
    ],
)
def test_marks_leave_their_words(written, seen):
    assert between(under(written)) == [("paragraph", seen)]


def test_a_picture_leaves_its_words_as_captions_and_leads_the_article():
    article = under(
        '![The quay at dusk](https://e.example/q.jpg "Dusk")\n*The quay. Photo: A. Fell*\n\n![](b.jpg)'
    )
    assert article.image.url == "https://e.example/q.jpg"
    assert article.image.alt == "The quay at dusk"
    assert {caption.text for caption in article.captions} == {
        "The quay. Photo: A. Fell",
        "The quay at dusk",
        "Dusk",
    }
    assert between(article) == []


def test_the_caption_of_raw_html_is_one():
    article = under('<figure><img src="q.jpg" alt="The quay"><figcaption>At dusk</figcaption></figure>')
    assert [caption.text for caption in article.captions] == ["The quay", "At dusk"]


def test_footnotes_are_set_aside():
    article = under("They met.[^1]\n\n[^1]: In the hall.\n[^2]: By the lock.")
    assert [junk.text for junk in article.junk] == ["In the hall.", "By the lock."]


@pytest.mark.parametrize("text", ["<!-- never ends", "<script>\nlet x = 1"])
def test_html_that_hides_the_rest_is_told_with_its_line(text):
    article = read(f"# Fees fall\n\n{BODY}\n{text}\n\nThe rest of it.")
    assert [note.where for note in article.notes] == ["fees.md:7"]
    assert "never ends" in article.notes[0].message
    with pytest.raises(SourceError, match=r"fees\.md:3: .* never ends"):
        read(f"# Fees fall\n\n{text}\n\nThe rest of it.")


# Related stories and promos


@pytest.mark.parametrize(
    "text",
    [
        "[Crane drivers go back to work](https://e.example/c)",
        "- [Crane drivers go back to work](https://e.example/c)",
        "**Read more:** [Crane drivers go back to work](https://e.example/c)",
        "[Read more: Crane drivers go back to work](https://e.example/c)",
        "> Related: [Crane drivers go back to work](https://e.example/c)",
        "### Related\n\n- [Crane drivers go back to work](https://e.example/c)\n\n### What they said",
        "**Read more**\n\n[Crane drivers go back to work](https://e.example/c)",
        "## More on this\n\n- [Crane drivers go back to work](https://e.example/c): They said so on Tuesday.",
    ],
)
def test_a_link_alone_is_a_related_story(text):
    article = under(text)
    assert [(link.title, link.url) for link in article.related] == [
        ("Crane drivers go back to work", "https://e.example/c")
    ]
    assert [line for line in between(article) if line[1] != "What they said"] == []


def test_several_links_in_a_line_are_several_stories():
    article = under(
        "Related: [Crane drivers go back](https://e.example/a) | [Who pays for the quay?](https://e.example/b)"
    )
    assert [(link.title, link.url) for link in article.related] == [
        ("Crane drivers go back", "https://e.example/a"),
        ("Who pays for the quay?", "https://e.example/b"),
    ]


def test_stories_under_a_heading_need_no_link():
    article = under("## Related\n\n- Crane drivers go back to work\n- Who pays for the quay?")
    assert [link.title for link in article.related] == [
        "Crane drivers go back to work",
        "Who pays for the quay?",
    ]
    assert [junk.reason for junk in article.junk] == ["heading of related headlines"]


def test_a_heading_with_nothing_of_its_kind_under_it_is_a_crosshead():
    assert between(under("## More")) == [("crosshead", "More")]


@pytest.mark.parametrize(
    "text",
    [
        "The [board](https://e.example/) met.",
        "[The board met again on Monday.](https://e.example/)",
        "- The [board](https://e.example/) of the quay\n- The lock",
        "[Ports](https://e.example/p)",
    ],
)
def test_a_sentence_with_a_link_and_a_word_or_two_stay_in_the_body(text):
    article = under(text)
    assert article.related == ()
    assert len(between(article)) == 1


def test_a_link_to_a_webinar_is_a_promo():
    article = under("[Webinar: berths and budgets, with Quay Bank](https://e.example/w)")
    (promo,) = article.promos
    assert (promo.kind, promo.partners, promo.url) == ("webinar", ("Quay Bank",), "https://e.example/w")


def test_share_lines_tables_of_contents_and_tags_are_the_pages_own():
    article = under(
        "[Facebook](https://f.example/) | [Email](mailto:a@e.example)\n\n- [Why now it is](#why)\n\nShare this article"
    )
    assert between(article) == []
    assert {junk.reason for junk in article.junk} == {"navigation", "share line", "table of contents"}


# Whatever comes


def test_a_file_without_a_paragraph_is_refused():
    with pytest.raises(SourceError, match="a headline and no paragraph"):
        read("# Fees fall\n\n## Why")
    with pytest.raises(SourceError, match="front matter or marks and no text"):
        read("---\ntitle: Fees\n---\n")
    with pytest.raises(SourceError, match="no paragraph"):
        read("# Fees fall\n\n- [Crane drivers go back to work](https://e.example/c)")
    with pytest.raises(SourceError, match="over 100 deep"):
        read("# Fees\n\n" + "> " * 300 + "Text.")


def test_letters_in_another_encoding_are_read_and_told():
    article = read("# Café\n\nIt **cost** £4, he said.\n\n- a\n  - b".encode("cp1252"))
    assert article.headline == "Café"
    assert "Windows-1252" in article.notes[0].message


def test_a_page_of_three_thousand_paragraphs_is_read_whole():
    paragraphs = "\n\n".join(
        f"The *board* met again on day {number} and went home." for number in range(3000)
    )
    assert len(read(f"# Fees fall\n\n{paragraphs}").body) == 3000


MARKS = st.sampled_from(
    ["# ", "## ", "- ", "1. ", "> ", "---\n", "+++\n", "title: x\n", "**", "_", "[a](b)", "![", "](", "<!--", "-->",
     "<b>", "|", "|-|\n", "```\n", "[^1]", "[^1]: ", "\n", "\n\n", "    ", "\\", "&amp;", "By Ada Fell", "Related"]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(st.one_of(MARKS, st.text(max_size=12))).map(lambda parts: "".join(parts).encode()),
    )
)
def test_any_file_is_read_or_refused(raw):
    claim(raw.decode(errors="replace"))
    with contextlib.suppress(SourceError):
        assert read(raw).body


WRITTEN = st.sampled_from(
    ["{} said {} to {}.", "**{}** and *{}* met {}.", "[{} {}](https://e.example/) {}.", "- {}\n- {}\n  - {}", "## {} {} {}",
     "> {} {}\n> {}.", "| {} | {} |\n|---|---|\n| {} | x |", "![{}](a.jpg) {} {}.", "![{} {} {}](a.jpg)", "1. {}\n\n   {} {}.",
     "[{} of {} and {}](https://e.example/)", "Read more: [{} in {} by {}](/x)", "<p>{} <b>{}</b></p><p>{}</p>", "{}[^1] {} {}",
     "## Related\n\n- [{}](/a) – {}\n- {}", "*{} {} {}*", "    {} {} {}", "{} & {} \\* {}", "{}\n{}  \n{}", "{} <i>{}</i> <!-- --> `{}`",
     "Webinar: {} with {} and {}", "Share this {} {} {}", "By {} {} {}"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(WRITTEN, min_size=1, max_size=12), st.booleans())
def test_every_visible_word_stands_in_exactly_one_place(written, front):
    count = 3 * len(written)
    words = iter([f"q{number}w" for number in range(count)])
    text = "\n\n".join(block.format(next(words), next(words), next(words)) for block in written)
    article = read(("---\ntitle: Fees fall\n---\n" if front else "# Fees fall\n\n") + text + CLOSING)
    said = article.source.text
    assert sorted(re.findall(r"q\d+w", said)) == sorted(f"q{number}w" for number in range(count))
    spans = [*article.places.values()]
    for things in (article.body, article.captions, article.related, article.promos, article.junk):
        spans += [thing.span for thing in things]
    covered = "".join(said[span.start : span.end] + "\n" for span in spans)
    assert sorted(re.findall(r"q\d+w", covered)) == sorted(f"q{number}w" for number in range(count))

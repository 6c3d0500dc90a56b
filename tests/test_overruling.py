"""What the editor says of lines, for every kind of source: no word is lost, and all that is drawn follows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import LineSort
from digest.reading import extract
from digest.sources.capture import Capture
from digest.sources.readers import read
from pasted import CRANES, FEES

HTML = """<!doctype html><html><head><title>Harbour board cuts its fees</title></head><body><article>
<h1>Harbour board cuts its fees</h1><p class="byline">By Ada Fell</p>
<p>The harbour board will cut its berth fees by 10 per cent in October, it said on Monday after a long review.</p>
<p>The cut covers boats of up to twelve metres and will cost the board about £40,000 in its first full year.</p>
<h2>A long spring</h2>
<p>Skippers had asked for a cut since the spring, when eleven of them moved their boats to the next harbour.</p>
<p>"Nobody should have to leave home waters over a bill," Brook added. "We want every one of them back."</p>
</article></body></html>"""
MARKDOWN = """---
title: Harbour board cuts its fees
author: Ada Fell
---

The harbour board will cut its berth fees by 10 per cent in October, it said on Monday after a long review.

## A long spring

Skippers had asked for a cut since the spring, when eleven of them moved their boats to the next harbour.

- [Why do the cranes stand still?](https://example.org/cranes)
"""
FEED = """<rss version="2.0"><channel><title>Quay</title><item><title>Harbour board cuts its fees</title>
<link>https://example.org/fees</link><description><![CDATA[<p>The harbour board will cut its berth fees by 10 per
cent in October.</p><h2>A long spring</h2><p>Skippers had asked for a cut since the spring.</p>]]></description>
</item></channel></rss>"""
WRAPPED = """Harbour board cuts its fees

The harbour board will cut its berth fees by 10 per cent in
October, it said on Monday after a review that took longer than
anybody at the quay had thought it would when it began in March.

The cut covers boats of up to twelve metres and will cost the
board about forty thousand pounds in its first full year, and a
good deal less in each of the years after that, it is believed.

Skippers had asked for a cut since the spring, when eleven of
them moved their boats to the next harbour along the coast, and
said that they would not be back before the fees had come down.
"""


def number(text, words):
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def said(page, words, sort, name="page.txt"):
    """The article of a page of which the editor says what the line with these words is."""
    plain = read(Capture(name=name, raw=page.encode()))
    lines = {number(plain.source.text, words): LineSort(sort)}
    return read(Capture(name=name, raw=page.encode(), lines=lines))


def bodies(article):
    return [block.text for block in article.body]


def test_a_related_headline_can_be_body_and_the_other_way_round():
    article = said(FEES, "Why do the cranes", "body")
    assert "Why do the cranes stand still?" in bodies(article)
    assert len(article.related) == 1
    article = said(FEES, "Skippers had asked", "related")
    assert article.related[-1].title.startswith("Skippers had asked")
    assert not any("Skippers" in text for text in bodies(article))


def test_a_promo_is_read_when_a_line_is_said_to_be_one():
    article = said(FEES, "Why do the cranes", "promo")
    assert article.promos[0].title == "Why do the cranes stand still?"


def test_quotations_and_summary_are_drawn_from_the_new_body():
    line = number(FEES, "We listened")
    drawn = extract(Capture(name="x.txt", raw=FEES.encode(), lines={line: LineSort.JUNK}))
    assert not any("listened" in quote.text for quote in drawn.quotes)
    assert [junk.reason for junk in drawn.article.junk if "listened" in junk.text] == [
        "set aside by the editor"
    ]
    first = number(FEES, "The harbour board will cut")
    drawn = extract(Capture(name="x.txt", raw=FEES.encode(), lines={first: LineSort.CAPTION}))
    assert not any(each.text.startswith("The harbour board will") for each in drawn.summary)


def test_another_headline_takes_the_place_of_the_readers():
    article = said(FEES, "Small boats will pay", "headline")
    assert article.headline == "Small boats will pay a tenth less from October"
    assert article.standfirst == ""
    assert ("Harbour board cuts its fees", "another headline") in [(j.text, j.reason) for j in article.junk]


def test_a_byline_and_a_day_are_read_from_the_lines_they_are_said_to_be():
    page = FEES.replace("By Ada Fell", "Quayside news desk").replace("3 June 2024", "Updated")
    page = page.replace(
        "Why do the cranes", "Words by Bo Dahl and Jo Eck\n\n5 July 2024\n\nWhy do the cranes"
    )
    plain = read(Capture(name="x", raw=page.encode())).source.text
    lines = {number(plain, "Words by"): LineSort.BYLINE, number(plain, "5 July"): LineSort.DATE}
    article = read(Capture(name="x", raw=page.encode(), lines=lines))
    assert article.byline == ("Bo Dahl", "Jo Eck")
    assert article.published == date(2024, 7, 5)
    assert article.source.text[slice(*_ends(article.places["published"]))] == "5 July 2024"


def test_a_byline_that_is_none_is_given_up():
    article = said(FEES, "By Ada Fell", "junk")
    assert article.byline == ()
    assert article.published == date(2024, 6, 3)


def test_a_day_without_a_day_is_told():
    article = said(FEES, "Why do the cranes", "date")
    assert article.published is None
    assert "no-day" in [note.code for note in article.notes]


def test_any_line_of_a_wrapped_paragraph_stands_for_all_of_it():
    article = said(WRAPPED, "board about forty", "caption")
    assert article.captions[0].text.startswith("The cut covers")
    assert article.captions[0].text.endswith("it is believed.")
    assert len(article.body) == 2


def test_what_stood_under_a_headline_that_is_gone_is_set_aside():
    page = FEES.replace("with Quay Bank\n", "with Quay Bank\nhttps://example.org/w\n")
    article = said(page, "Webinar: berths", "body")
    assert article.promos == ()
    assert "https://example.org/w" in [junk.text for junk in article.junk]


@pytest.mark.parametrize(("page", "name"), [(HTML, "p.html"), (MARKDOWN, "p.md"), (FEED, "p.xml")])
def test_every_kind_of_source_can_be_overruled(page, name):
    article = said(page, "A long spring", "body", name)
    assert "A long spring" in bodies(article)
    assert all(block.kind == "paragraph" for block in article.body)
    article = said(page, "Skippers had asked", "standfirst", name)
    assert article.standfirst.startswith("Skippers had asked")


def test_the_promos_of_front_matter_stay_with_their_words():
    front = "promos:\n  - title: One webinar\n    url: https://example.org/1\n"
    front += "  - title: Two webinar\n    url: https://example.org/2\n"
    page = MARKDOWN.replace("author: Ada Fell\n", f"author: Ada Fell\n{front}")
    article = said(page, "One webinar", "junk", "p.md")
    assert [(promo.title, promo.url) for promo in article.promos] == [
        ("Two webinar", "https://example.org/2")
    ]


def test_a_page_of_misjudged_lines_can_be_read_at_last():
    page = "Why do the cranes stand still\n\nWebinar: berths and budgets, with Quay Bank\n"
    article = read(Capture(name="x", raw=page.encode(), lines={3: LineSort.BODY}))
    assert bodies(article) == ["Webinar: berths and budgets, with Quay Bank"]


def places(article):
    spans = [*article.places.values()] if article.places else []
    for part in (article.body, article.captions, article.related, article.promos, article.junk):
        spans += [each.span for each in part]
    return spans


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([FEES, CRANES, WRAPPED]),
    st.dictionaries(st.integers(0, 30), st.sampled_from([*LineSort]), max_size=5),
)
def test_every_line_still_stands_somewhere(page, lines):
    lines = {
        **lines,
        number(page, "h"): LineSort.BODY,
        number(page, "week" if page is CRANES else "cut"): LineSort.BODY,
    }
    article = read(Capture(name="x", raw=page.encode(), lines=lines))
    text, start = article.source.text, 0
    for line in text.split("\n"):
        if line.strip():
            assert any(span.start <= start and start + len(line) <= span.end for span in places(article)), (
                line
            )
        start += len(line) + 1


def _ends(span):
    return span.start, span.end

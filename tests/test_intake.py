"""What is brought for an issue: web addresses, the entries of a feed, and the links that feeds know."""

import datetime as dt
import tomllib
from functools import partial

import pytest

from digest import scaffold
from digest.build import open_issue
from digest.errors import SourceError, UnreachableError
from digest.intake import FeedWish
from digest.model import Origin
from digest.newsroom import open_newsroom
from digest.sources.capture import Capture, capture
from pasted import FEES

ITEM = """<item><title>{title}</title><link>https://example.org/{slug}</link><pubDate>{day}</pubDate>
<description>{teaser}</description>{content}</item>"""
CONTENT = "<content:encoded><![CDATA[{}]]></content:encoded>"
STORY = """<p>The lock at Weir End was shut for nine days in May after its gates were found to leak badly.</p>
<p>"We could have lost the whole pound in a night," said Ida Marsh, the lock keeper. "Nobody slept."</p>
<p>Boats were sent round by the old arm, which added four hours to every journey that week.</p>"""


def feed(*items):
    inside = "\n".join(items)
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Quays</title><link>https://example.org/</link><description>d</description>{inside}</channel></rss>"""


def item(title, day, content=STORY):
    slug = title.lower().replace(" ", "-")
    whole = CONTENT.format(content) if content else ""
    return ITEM.format(title=title, slug=slug, day=day, teaser=f"{title} in brief.", content=whole)


LOCKS = feed(
    item("Lock gates leak again", "Tue, 03 Nov 2026 08:00:00 GMT"),
    item("Towpath shut for winter", "Mon, 02 Nov 2026 08:00:00 GMT"),
    item("Old news of the weir", "Fri, 02 Oct 2026 08:00:00 GMT"),
)


def made(root, text, take=capture, limit=None):
    (root / "feed.xml").write_text(text)
    wish = FeedWish(reference="feed.xml", since=dt.date(2026, 11, 1), limit=limit)
    return scaffold.new("one", [], open_newsroom(root), take, wish)


def test_an_issue_is_made_of_a_feeds_articles_since_a_day(newsroom):
    root = newsroom({})
    added = made(root, LOCKS)
    assert [path.name for path in added.captures] == [
        "lock-gates-leak-again.xml",
        "towpath-shut-for-winter.xml",
    ]
    _, issue = open_issue(root / "issues" / "one")
    assert [story.headline.value for story in issue.stories] == [
        "Lock gates leak again",
        "Towpath shut for winter",
    ]
    lead = issue.stories[0]
    assert lead.url.value == "https://example.org/lock-gates-leak-again"
    assert lead.published.value == dt.date(2026, 11, 3)
    assert [quote.value.speaker for quote in lead.quotes] == ["Ida Marsh"]


def test_no_more_articles_are_taken_than_the_limit(newsroom):
    assert len(made(newsroom({}), LOCKS, limit=1).captures) == 1


def test_a_feed_without_an_article_of_the_time_is_told_and_nothing_made(newsroom):
    root = newsroom({})
    with pytest.raises(SourceError, match="no article of 2026-11-01 or later"):
        made(root, feed(item("Old news", "Fri, 02 Oct 2026 08:00:00 GMT")))
    assert not (root / "issues" / "one").exists()


def online(pages):
    """Takes sources from a table in place of the web; what is not in it cannot be reached."""

    def take(reference):
        if reference not in pages:
            raise UnreachableError(f"{reference}: does not answer")
        return Capture(name=reference, raw=pages[reference].encode(), url=reference)

    return take


TEASERS = feed(item("Lock gates leak again", "Tue, 03 Nov 2026 08:00:00 GMT", content=""))
AT = FeedWish(reference="https://example.org/feed", since=dt.date(2026, 11, 1))


def test_the_pages_of_a_feed_of_teasers_are_fetched_with_it(newsroom):
    root = newsroom({})
    pages = {AT.reference: TEASERS, "https://example.org/lock-gates-leak-again": FEES}
    added = scaffold.new("one", [], open_newsroom(root), online(pages), AT)
    assert (added.refused, added.missed) == ((), ())
    story = open_issue(root / "issues" / "one")[1].stories[0]
    assert story.headline.value == "Harbour board cuts its fees"
    assert story.url.value == "https://example.org/lock-gates-leak-again"


def test_a_teaser_stands_in_for_a_page_that_cannot_be_reached(newsroom):
    root = newsroom({})
    added = scaffold.new("one", [], open_newsroom(root), online({AT.reference: TEASERS}), AT)
    assert added.missed == ("https://example.org/lock-gates-leak-again: does not answer",)
    assert open_issue(root / "issues" / "one")[1].stories[0].headline.value == "Lock gates leak again"


KNOWN = feed(
    item("Harbour board cuts its fees", "Tue, 03 Nov 2026 08:00:00 GMT"),
    item("Why do the cranes stand still at the quay?", "Mon, 02 Nov 2026 08:00:00 GMT"),
)


def with_feed(newsroom, text):
    toml = '[publication]\nname = "Quays"\n[feeds]\nlinks = ["site.xml"]\n'
    return newsroom({"digest.toml": toml, "site.xml": text, "fees.txt": FEES})


def test_headlines_pasted_without_an_address_get_those_of_the_newsrooms_feed(newsroom):
    root = with_feed(newsroom, KNOWN)
    file = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture).issue
    links = tomllib.loads(file.read_text())["stories"][0]["links"]
    assert links == {"Harbour board cuts its fees": "https://example.org/harbour-board-cuts-its-fees"}
    story = open_issue(file.parent)[1].stories[0]
    assert (story.url.value, story.url.origin) == (links["Harbour board cuts its fees"], Origin.FEED)


def test_an_unsure_match_is_offered_with_its_score_and_never_taken(newsroom):
    root = with_feed(newsroom, KNOWN)
    file = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture).issue
    offered = next(line for line in file.read_text().splitlines() if "perhaps" in line)
    assert offered.startswith('# "Why do the cranes stand still?" = "https://example.org/why-do')
    assert "# 0." in offered
    assert all(not link.value.url for link in open_issue(file.parent)[1].stories[0].related)


def test_an_offered_match_may_be_switched_on(newsroom):
    root = with_feed(newsroom, KNOWN)
    file = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture).issue
    text = file.read_text().replace('# "Why do', '"Why do')
    file.write_text(text)
    urls = [link.value.url for link in open_issue(file.parent)[1].stories[0].related]
    assert any(url.startswith("https://example.org/why-do") for url in urls)


def test_a_feed_that_cannot_be_read_is_told_and_the_article_added_all_the_same(newsroom):
    root = with_feed(newsroom, "<html><body><p>Not a feed.</p></body></html>")
    added = scaffold.new("one", ["fees.txt"], open_newsroom(root), capture)
    assert [path.name for path in added.captures] == ["fees.txt"]
    assert "site.xml" in added.missed[0]
    assert added.refused == ()


def test_a_fetched_page_keeps_its_address(newsroom):
    root = newsroom({})
    take = online({"https://example.org/fees?id=7": FEES})
    file = scaffold.new("one", ["https://example.org/fees?id=7"], open_newsroom(root), take).issue
    assert [path.name for path in (file.parent / "sources").iterdir()] == ["harbour-board-cuts-its-fees.txt"]
    head = file.read_text().partition("[[stories]]")[2].partition("# summary = [")[0]
    assert head.count("url = ") == 1  # a second one, switched on, would be a mistake
    assert open_issue(file.parent)[1].stories[0].url.value == "https://example.org/fees?id=7"


def test_a_pages_encoding_that_only_the_server_named_is_kept(newsroom):
    root = newsroom({})
    page = FEES.replace("Ada Fell", "Łucja Żak").replace("£", "").encode("iso-8859-2")
    address = "https://example.org/fees"
    take = partial(Capture, raw=page, url=address, encoding="iso-8859-2")
    file = scaffold.new("one", [address], open_newsroom(root), lambda name: take(name=name)).issue
    assert 'encoding = "iso-8859-2"' in file.read_text()
    assert open_issue(file.parent)[1].stories[0].byline.value == ("Łucja Żak",)

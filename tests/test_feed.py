"""Feeds of every kind: what is in them, what is read of an entry, and what is told of bad ones."""

import contextlib
import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model import BlockKind
from digest.sources.capture import Capture
from digest.sources.feeds.reader import Entry, claims, parse_feed, read, since
from digest.sources.feeds.teasers import told_apart

NAMESPACES = """xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" """
STORY = """<p>The lock at Weir End was shut for nine days in May after its gates were found to leak badly.</p>
<p>"We could have lost the whole pound in a night," said Ida Marsh, the lock keeper. "Nobody slept."</p>
<p>Boats were sent round by the old arm, which added four hours to every journey that week.</p>"""
ITEM = f"<item><title>Lock gates leak</title><link>https://quays.test/lock</link>{{}}<description><![CDATA[{STORY}]]></description></item>"


def rss(*items, head="<title>Quays</title><link>https://quays.test/</link>"):
    return f'<?xml version="1.0"?>\n<rss version="2.0" {NAMESPACES}><channel>{head}{"".join(items)}</channel></rss>'


def item(title="Lock gates leak", **parts):
    inside = "".join(
        f"<{name.replace('_', ':')}>{text}</{name.replace('_', ':')}>" for name, text in parts.items()
    )
    return f"<item><title>{title}</title>{inside}</item>"


def of(text, url="", encoding=""):
    raw = text if isinstance(text, bytes) else text.encode()
    return Capture(name="feed.xml", raw=raw, url=url, encoding=encoding)


def entries(text, url=""):
    return parse_feed(of(text, url)).entries


def only(text, url=""):
    (entry,) = entries(text, url)
    return entry


def article(content, **parts):
    return read(of(rss(item(content_encoded=f"<![CDATA[{content}]]>", **parts)), "https://quays.test/feed"))


def told(text, url=""):
    with pytest.raises(SourceError) as caught:
        parse_feed(of(text, url))
    assert str(caught.value).startswith("feed.xml: ")
    assert "\n" not in str(caught.value)
    return str(caught.value)


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quays.test/news/"><title>Quays</title><link href="/"/>
<entry><title type="html">Lock &amp;amp; weir &lt;em&gt;leak&lt;/em&gt;</title><link rel="alternate" href="lock"/>
<author><name>Jo Bloggs</name></author><author><name>Ann Other</name></author>
<published>2026-11-03T00:30:00+01:00</published><updated>2026-11-09T00:00:00Z</updated><summary>In short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The gates <a href="why">leak</a>.</p></div></content>
</entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://quays.test/">
<title>Quays</title><link>https://quays.test/</link><items><rdf:Seq><rdf:li resource="https://quays.test/lock"/></rdf:Seq>
</items></channel><item rdf:about="https://quays.test/lock"><title>Lock &amp; weir leak</title>
<link>https://quays.test/news/lock</link><dc:creator>Jo Bloggs</dc:creator><dc:date>2026-11-03</dc:date></item></rdf:RDF>"""
OLD = """<rss version="0.91"><channel><title>Quays</title><link>https://quays.test/</link><item>
<title>Lock &amp; weir leak</title><link>https://quays.test/news/lock</link></item></channel></rss>"""
RSS = rss(
    item(
        "Lock &amp;amp; weir &lt;em&gt;leak&lt;/em&gt;",
        link="https://quays.test/news/lock",
        pubDate="Tue, 03 Nov 2026 00:30:00 +0100",
    )
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Quays",
        "home_page_url": "https://quays.test/",
        "items": [
            {"id": "7", "title": "Lock & weir leak", "url": "/news/lock", "date_published": "2026-11-03"}
        ],
    }
)
KINDS = {"rss": RSS, "rdf": RDF, "old": OLD, "atom": ATOM, "json": JSON}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_feed_gives_headline_and_address(kind):
    feed = parse_feed(of(KINDS[kind]))
    assert (feed.title, feed.url) == ("Quays", "https://quays.test/")
    assert [(entry.title, entry.url) for entry in feed.entries] == [
        ("Lock & weir leak", "https://quays.test/news/lock")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_is_claimed_as_one(kind):
    captured = of("\ufeff\n<!-- made by hand --> " + KINDS[kind] if kind == "old" else KINDS[kind])
    assert claims(captured, captured.opening()) == 0.9


@pytest.mark.parametrize(
    "text", ["Harbour board cuts its fees\n\nIt did.", "<!doctype html><p>x", "<p>rss", "# {"]
)
def test_other_sources_are_not_claimed(text):
    assert claims(of(text), of(text).opening()) == 0.0


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_stored_alone_is_read_as_it_was(kind):
    entry = only(KINDS[kind], "https://quays.test/feed")
    assert only(entry.raw) == entry


def test_every_entry_is_stored_without_the_others_and_under_the_feeds_head():
    first, second = entries(rss(item("One"), "<!-- x -->", item("Two")), "https://quays.test/feed")
    assert b"Two" not in first.raw
    assert b"One" not in second.raw
    assert b"<title>Quays</title>" in second.raw
    assert [each.title for each in entries(second.raw)] == ["Two"]


def test_entries_keep_the_feeds_order():
    assert [entry.title for entry in entries(rss(item("One"), item("Two"), item("Three")))] == [
        "One",
        "Two",
        "Three",
    ]


def test_links_count_from_the_feeds_address_even_when_an_entry_is_read_again_elsewhere():
    text = rss(
        item(link="/lock", content_encoded='&lt;p>See &lt;a href="why">why&lt;/a>.&lt;/p>'),
        head="<title>Q</title>",
    )
    entry = only(text, "https://quays.test/feeds/all")
    assert entry.url == "https://quays.test/lock"
    assert 'href="https://quays.test/feeds/why"' in entry.content
    assert only(entry.raw) == entry


def test_links_of_atom_count_from_its_bases():
    assert 'href="https://quays.test/news/why"' in only(ATOM).content


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "", "http://[::1"])
def test_what_is_no_web_address_is_none(link):
    assert only(rss(item(link=link), head="")).url == ""


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Fees &amp; dues", "Fees & dues"),
        ("Fees &amp;amp; dues", "Fees & dues"),
        ("<![CDATA[Fees &amp; <b>dues</b>]]>", "Fees & dues"),
        ("Fees&amp;#8217;  rise", "Fees’ rise"),
        ("Fees & dues", "Fees & dues"),
        ("AT&T caf&eacute; R&D", "AT&T café R&D"),
        ("Fees < costs &lt; dues", "Fees < costs < dues"),
        ("Profit &gt; loss at 5 &lt; 7", "Profit > loss at 5 < 7"),
        ("\n  Fees\n  rise ", "Fees rise"),
    ],
)
def test_a_headline_is_plain_words(given, title):
    if "< costs" in given:
        given = f"<![CDATA[{given.replace('&lt;', '<')}]]>"
    assert only(rss(item(given))).title == title


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("<dc:creator>Jo Bloggs</dc:creator>", ("Jo Bloggs",)),
        ("<dc:creator>Jo Bloggs</dc:creator><dc:creator>Ann Other</dc:creator>", ("Jo Bloggs", "Ann Other")),
        ("<author>jo@quays.test (Jo Bloggs)</author>", ("Jo Bloggs",)),
        ("<author>jo@quays.test</author>", ()),
        ("<dc:creator>admin</dc:creator>", ()),
        ("<dc:creator></dc:creator>", ()),
    ],
)
def test_authors_are_people(given, names):
    assert only(rss(f"<item><title>x</title>{given}</item>")).authors == names


def test_two_people_in_one_name_are_two_in_the_article():
    assert article(STORY, dc_creator="Jo Bloggs and Ann Other").byline == ("Jo Bloggs", "Ann Other")


PLUS_ONE = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("Tue, 03 Nov 2026 00:30:00 +0100", dt.datetime(2026, 11, 3, 0, 30, tzinfo=PLUS_ONE)),
        ("3 Nov 26 08:00 GMT", dt.datetime(2026, 11, 3, 8, tzinfo=dt.UTC)),
        ("Tue, 03 Nov 2026 08:00:00", dt.datetime(2026, 11, 3, 8, tzinfo=dt.UTC)),
        ("2026-11-03T08:00:00Z", dt.datetime(2026, 11, 3, 8, tzinfo=dt.UTC)),
        ("2026-11-03", dt.datetime(2026, 11, 3, tzinfo=dt.UTC)),
        ("2026-11-03 08:00:00+01:00", dt.datetime(2026, 11, 3, 8, tzinfo=PLUS_ONE)),
        ("Tue, 31 Nov 2026 08:00:00 GMT", None),
        ("yesterday", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_days_are_read_as_feeds_write_them(given, moment):
    published = only(rss(item(pubDate=given))).published
    assert published == moment
    assert moment is None or (published.utcoffset() is not None and published.date() == moment.date())


def test_the_day_of_publication_beats_that_of_an_update():
    assert only(ATOM).published.isoformat() == "2026-11-03T00:30:00+01:00"


@pytest.mark.parametrize(
    ("given", "image"),
    [
        ('<media:content url="/a.jpg" medium="image"/>', "https://quays.test/a.jpg"),
        ('<media:thumbnail url="https://i.test/a.jpg"/>', "https://i.test/a.jpg"),
        ('<enclosure url="/a.jpg" type="image/jpeg" length="1"/>', "https://quays.test/a.jpg"),
        ('<enclosure url="/a.mp3" type="audio/mpeg" length="1"/>', ""),
        ("<description>&lt;img src='/a.jpg'>text</description>", "https://quays.test/a.jpg"),
        ('<description>&lt;img width="1" height="1" src="https://t.test/p.gif"/>text</description>', ""),
    ],
)
def test_the_picture_is_the_feeds_or_the_first_that_is_no_counter(given, image):
    text = rss(f"<item><title>x</title>{given}</item>")
    assert only(text, "https://quays.test/feed").image == image


# teasers and articles

LONG = "The harbour board met again and talked about the crane until the tide had turned. " * 12


@pytest.mark.parametrize(
    ("summary", "content", "expected"),
    [
        ("In short.", "<p>All of it.</p>", ("In short.", "<p>All of it.</p>")),
        ("In short.", "", ("In short.", "")),
        ("Same.", "Same.", ("Same.", "")),
        (LONG, "", ("", LONG)),
        ("<p>One.</p><p>Two.</p><p>Three.</p>", "", ("", "<p>One.</p><p>Two.</p><p>Three.</p>")),
        (LONG + "[&hellip;]", "", (LONG + "[&hellip;]", "")),
        (LONG + "and then…", "", (LONG + "and then…", "")),
        ("", "<p>It met […]</p>", ("<p>It met […]</p>", "")),
        ("It.", "<p>It met. <a href='/x'>Continue reading <b>Board meets</b></a></p>", ("<p>It met. <a href='/x'>Continue reading <b>Board meets</b></a></p>", "")),
        ("", f"<p>{LONG}</p><p><a href='/x'>Read more about cranes</a></p>", ("", f"<p>{LONG}</p><p><a href='/x'>Read more about cranes</a></p>")),
        ("<p>It met [&#8230;]</p><p>The post <a>Board</a> appeared first on <a>Quays</a>.</p>", "", ("<p>It met [&#8230;]</p><p>The post <a>Board</a> appeared first on <a>Quays</a>.</p>", "")),
    ],
)  # fmt: skip
def test_a_teaser_is_told_from_an_article(summary, content, expected):
    assert told_apart(summary, content) == expected


def test_a_teaser_makes_an_article_with_a_note_of_how_to_get_the_rest():
    found = read(of(rss(item(link="https://quays.test/lock", description="The lock at Weir End was shut."))))
    assert [block.text for block in found.body] == ["The lock at Weir End was shut."]
    note = next(note for note in found.notes if note.code == "teaser-only")
    assert "digest add ISSUE https://quays.test/lock" in note.mend


# entries as articles


def test_an_entry_is_an_article_whose_places_stand_in_its_source():
    found = article(STORY, link="/lock", dc_creator="Jo Bloggs", pubDate="Tue, 03 Nov 2026 00:30:00 +0100")
    assert (found.headline, found.byline, found.url) == (
        "Lock gates leak",
        ("Jo Bloggs",),
        "https://quays.test/lock",
    )
    assert found.published == dt.date(2026, 11, 3)
    assert len(found.body) == 3
    text = found.source.text
    assert all(text[block.span.start : block.span.end] == block.text for block in found.body)
    assert {name: text[place.start : place.end] for name, place in found.places.items()} == {
        "headline": "Lock gates leak", "byline": "By Jo Bloggs", "published": "2026-11-03",
    }  # fmt: skip


def test_crossheads_lists_and_captions_keep_their_sort():
    found = article(
        f'<figure><img src="/l.jpg"><figcaption>The lock in May.</figcaption></figure>{STORY}<h2>What next</h2>'
        "<p>Two things are planned.</p><ul><li>New gates</li><li>A second sluice</li></ul><p>Both will take a year.</p>"
    )
    assert [(block.kind, block.text) for block in found.body[3:]] == [
        (BlockKind.CROSSHEAD, "What next"), (BlockKind.PARAGRAPH, "Two things are planned."),
        (BlockKind.LIST, "New gates\nA second sluice"), (BlockKind.PARAGRAPH, "Both will take a year."),
    ]  # fmt: skip
    assert [caption.text for caption in found.captions] == ["The lock in May."]
    assert found.image.url == "https://quays.test/l.jpg"


def test_links_to_other_articles_are_related_and_keep_their_addresses():
    found = article(
        f'{STORY}<p><a href="/cost">Board weighs cost of new gates</a></p><p>Read more: <a href="/weir">Weir repairs to'
        ' cost millions</a></p><p>The board meets in June to decide.</p><h3>Related</h3><ul><li><a href="/canal">Canal'
        ' budget cut again</a></li><li><a href="/boats">Boats stuck in the old arm</a></li></ul>'
    )
    assert [(link.title, link.url) for link in found.related] == [
        ("Board weighs cost of new gates", "https://quays.test/cost"),
        ("Weir repairs to cost millions", "https://quays.test/weir"),
        ("Canal budget cut again", "https://quays.test/canal"),
        ("Boats stuck in the old arm", "https://quays.test/boats"),
    ]
    assert len(found.body) == 4


def test_a_list_of_links_after_a_colon_is_the_articles_own():
    found = article(
        f'{STORY}<p>Three locks will close:</p><ul><li><a href="/a">Weir End</a></li></ul><p>The rest stay.</p>'
    )
    assert "Weir End" in [block.text for block in found.body]


def test_a_sentence_that_is_all_link_stays_in_the_body():
    found = article(
        f'{STORY}<p><a href="/a">The board\'s report was published in full on Monday evening.</a></p>'
    )
    assert len(found.body) == 4


def test_promos_are_promos_with_their_address():
    found = article(
        f'{STORY}<p><a href="https://e.test/w">Webinar: how to keep locks dry</a></p><p>Boats went round.</p>'
    )
    assert [(promo.title, promo.url) for promo in found.promos] == [
        ("Webinar: how to keep locks dry", "https://e.test/w")
    ]


def test_the_sites_own_lines_are_set_aside():
    found = article(
        f'<h1>Lock gates leak</h1><p>By Jo Bloggs</p>{STORY}<blockquote class="twitter-tweet"><p>What a leak</p></blockquote>'
        '<p>The post <a href="/l">Lock gates leak</a> appeared first on <a href="/">Quays</a>.</p>'
        '<img src="https://t.test/p.gif" width="1" height="1">'
    )
    assert len(found.body) == 3
    assert found.byline == ("Jo Bloggs",)
    assert {junk.reason for junk in found.junk} == {"headline repeated", "embedded post", "syndication line"}


@pytest.mark.parametrize(
    ("summary", "standfirst"),
    [
        (
            "Nine days without a lock cost the boatyards dear",
            "Nine days without a lock cost the boatyards dear",
        ),
        ("The lock at Weir End was shut for nine days", ""),
        ("A lock was shut and […]", ""),
        ("Lock gates leak", ""),
    ],
)
def test_a_summary_of_its_own_words_is_the_standfirst(summary, standfirst):
    assert article(STORY, description=summary).standfirst == standfirst


def test_a_plain_text_description_has_paragraphs():
    found = read(
        of(rss(item(description="The lock is shut.\nIt leaks.\n\nBoats &amp;amp; barges go round.")))
    )
    assert [block.text for block in found.body] == ["The lock is shut. It leaks.", "Boats & barges go round."]


def test_of_several_entries_the_first_is_read_and_the_way_to_the_others_told():
    found = read(of(rss(ITEM.format(""), item("Two"))))
    assert found.headline == "Lock gates leak"
    note = next(note for note in found.notes if note.code == "feed-entries")
    assert "holds 2 articles" in note.message
    assert "--feed feed.xml" in note.mend


def test_an_entry_without_a_headline_is_read_and_told():
    found = read(of(rss(f"<item><description><![CDATA[{STORY}]]></description></item>")))
    assert (found.headline, len(found.body)) == ("", 3)
    assert "no-headline" in [note.code for note in found.notes]


def test_an_entry_of_nothing_but_a_headline_is_refused_with_what_to_do():
    with pytest.raises(
        SourceError,
        match=r"no paragraph in the feed; add its page: digest add ISSUE https://quays\.test/lock",
    ):
        read(of(rss(item(link="https://quays.test/lock"))))


# bad feeds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!doctype html><html><head><title>x</title></head>", "is a web page, not a feed; give the feed's own address"),
        ('<html><link rel="alternate" type="application/rss+xml" href="/feed.rss">', "names its feed: https://quays.test/feed.rss"),
        ("<html><link href='a.xml?x=1&amp;y=2' type='application/atom+xml' rel='alternate'>", "https://quays.test/a.xml?x=1&y=2"),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "is XML but no feed: it begins with <urlset>"),
        ("Harbour board cuts its fees", "is no feed (line 1: "),
        ("<?xml version='1.0'?>\n\n<<<", "line 3: "),
        (rss(), "is a feed without any article"),
        ("<rss><channel>\n<title>x", "without any article (line 2: "),
        ('{"a": 1}', 'a JSON Feed has "items"'),
        ("[1, 2]", "is JSON but no feed"),
        ('{"items": [\n}', "is no sound JSON (line 2"),
        ('{"items":' + "[" * 100_000, "is JSON nested"),
        ('{"items": [' + "1" * 5000 + "]}", "is JSON nested or numbered"),
        ('{"items": [1, "x", null, {}, {"title": 3}]}', "is a feed without any article"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told(text, expected):
    assert expected in told(text, "https://quays.test/")


def test_broken_xml_breaks_only_its_own_entry():
    text = rss(
        item("One", description="a<br>b & c"), item("Two <oops>"), item("Three", link="https://quays.test/3")
    )
    feed = parse_feed(of(text))
    assert [entry.title for entry in feed.entries][::2] == ["One", "Three"]
    assert feed.entries[-1].url == "https://quays.test/3"
    note = next(note for note in feed.notes if note.code == "feed-broken")
    assert "line 3: " in note.message  # the declaration, the root, the head


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes():
    whole = rss(item("One", link="https://quays.test/1"), item("Two", link="https://quays.test/2"))
    assert [entry.title for entry in entries(whole[: whole.index("/2<")])] == ["One", "Two"]


def test_entries_without_an_end_tag_end_where_the_next_begins():
    text = rss(
        "<item><title>One</title><item><title>Two</title></item>", "<item/>", "<item><title>Three</title>"
    )
    assert [entry.title for entry in entries(text)] == ["One", "Two", "Three"]


def test_the_word_item_in_a_text_cuts_nothing():
    text = rss(
        item("One", description="<![CDATA[an </item> and an <item> of <b>news</b>]]>"),
        "<!-- <item> -->",
        item("Two"),
    )
    assert [entry.title for entry in entries(text)] == ["One", "Two"]
    assert "of <b>news</b>" in entries(text)[0].summary


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "defined",
    [
        f'<!ENTITY l0 "lol">{LAUGHS}',
        f'<!ENTITY l11 "{"x" * 90_000}">',
        '<!ENTITY l11 SYSTEM "file:///etc/passwd">',
        '<!ENTITY l11 SYSTEM "http://127.0.0.1:9/x"><!ENTITY % p SYSTEM "file:///etc/passwd">%p;',
        '<!ELEMENT x "]"><!ENTITY l11 "x">',
    ],
)
def test_what_a_doctype_defines_is_neither_expanded_nor_fetched(defined):
    text = rss(item("&l11;" * 50, description="&l11;" * 50)).replace(
        "\n<rss", f"\n<!DOCTYPE rss [{defined}]><rss"
    )
    entry = only(text)
    assert entry.title == "&l11;" * 50
    assert len(entry.raw) < 3000


def test_a_doctype_without_definitions_does_no_harm():
    text = OLD.replace(
        "<rss", '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd"><rss'
    )
    assert only(text).title == "Lock & weir leak"


@pytest.mark.parametrize(
    ("declared", "encoded", "server"),
    [
        ("utf-8", "utf-8", ""), ("iso-8859-1", "utf-8", "iso-8859-1"), ("iso-8859-1", "cp1252", ""), ("utf-8", "cp1252", ""),
        ("windows-1252", "cp1252", "utf-8"), ("utf-16", "utf-16", ""), ("nonsense", "utf-8", "nonsense"),
        ("shift_jis", "utf-8", ""), ("", "cp1252", "windows-1252"),
    ],
)  # fmt: skip
def test_a_charset_that_lies_does_no_harm(declared, encoded, server):
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = head + rss(item("“Café” fees – up")).partition("?>")[2]
    (entry,) = parse_feed(of(text.encode(encoded), encoding=server)).entries
    assert entry.title == "“Café” fees – up"
    assert only(entry.raw) == entry


def test_a_declared_charset_is_heard():
    text = '<?xml version="1.0" encoding="koi8-r"?>' + rss(item("Порт закрыт")).partition("?>")[2]
    assert only(text.encode("koi8-r")).title == "Порт закрыт"


def test_an_entry_given_twice_is_taken_once_and_told():
    twin = item(link="https://quays.test/lock")
    feed = parse_feed(of(rss(twin, twin, item("Other", link="https://quays.test/lock"))))
    assert [entry.title for entry in feed.entries] == ["Lock gates leak", "Other"]
    assert "feed-doubles" in [note.code for note in feed.notes]


def test_an_archive_is_read_as_far_as_an_issue_could_need():
    feed = parse_feed(of(rss(*(f"<item><title>{number}</title></item>" for number in range(2100)))))
    assert len(feed.entries) == 2000
    assert "feed-long" in [note.code for note in feed.notes]


def test_a_great_head_is_not_copied_without_end():
    feed = parse_feed(of(rss(*(item(str(number)) for number in range(90)), head=f"<x>{'a' * 2_000_000}</x>")))
    assert sum(len(entry.raw) for entry in feed.entries) < 60_000_000


@pytest.mark.parametrize(
    "piece", ["<!--", "<!DOCTYPE x [", "<item ", "<![CDATA[", "&a", "<?x?>", "<!-- -->", "<a href=", "<"]
)
def test_half_a_megabyte_of_nonsense_ends(piece):
    nonsense = piece * (500_000 // len(piece))
    for text in (rss(nonsense), nonsense, rss(item("x", description=f"<![CDATA[{nonsense}"))):
        with contextlib.suppress(SourceError):
            parse_feed(of(text))


def test_a_json_feeds_author_text_and_pictures_are_read():
    feed = {"items": [{
        "id": "https://quays.test/lock", "title": "Lock gates leak", "content_text": "One <b>.\n\nTwo.", "image": "l.jpg",
        "authors": [{"name": "Jo Bloggs"}, {"name": 3}], "date_published": "2026-11-03T08:00:00Z", "language": "en-GB",
    }]}  # fmt: skip
    entry = only(json.dumps(feed), "https://quays.test/feed.json")
    assert (entry.url, entry.image) == ("https://quays.test/lock", "https://quays.test/l.jpg")
    assert (entry.authors, entry.language) == (("Jo Bloggs",), "en")
    assert entry.content == "<p>One &lt;b&gt;.</p><p>Two.</p>"
    assert only(entry.raw) == entry


def test_half_a_letter_in_json_is_no_crash():
    assert only('{"items": [{"title": "Fees \\ud83d rise"}]}').title == "Fees ? rise"


# since a day


def dated(title, moment):
    return Entry(title=title, raw=b"", published=dt.datetime.fromisoformat(moment) if moment else None)


FEW = [dated("a", "2026-11-02T23:30:00-05:00"), dated("b", ""), dated("c", "2026-11-03T00:10:00+01:00"), dated("d", "2026-11-01T12:00:00Z")]  # fmt: skip


def test_a_days_entries_and_later_are_chosen_newest_first():
    assert [entry.title for entry in since(FEW, dt.date(2026, 11, 2))] == ["a", "c"]
    assert [entry.title for entry in since(FEW, dt.date(2026, 11, 3))] == ["c"]
    assert [entry.title for entry in since(FEW[::-1], dt.date(2026, 11, 1))] == ["a", "c", "d"]


def test_no_more_entries_are_chosen_than_the_limit():
    assert [entry.title for entry in since(FEW, dt.date(2026, 11, 1), 2)] == ["a", "c"]


def test_entries_without_a_date_are_left_out_and_the_feed_tells_of_them():
    feed = parse_feed(of(rss(item("One"), item("Two", pubDate="Tue, 03 Nov 2026 08:00:00 GMT"))))
    assert [entry.title for entry in since(feed.entries, dt.date(2026, 1, 1))] == ["Two"]
    assert "articles without a date: 1" in next(
        note.message for note in feed.notes if note.code == "feed-undated"
    )


# any input


PIECES = st.sampled_from(
    ["<item>", "</item>", "<title>", "</title>", "<description>", "<![CDATA[", "]]>", "&", "&lt;p&gt;", "&#0;", "&#xD800;", "<!--",
     "-->", "Fees", "\n\n", "<p>", "<dc:date>", "2026-11-03", "<link>", "http://[", "<?x", "\x0b", "<guid>", "xml:base='http://['"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=14))
def test_any_mess_in_a_feed_is_read_or_refused_and_its_entries_stand_alone(pieces):
    with contextlib.suppress(SourceError):
        for entry in entries(rss(item("One"), "<item>", *pieces)):
            assert entry in entries(entry.raw)
            with contextlib.suppress(SourceError):
                assert read(of(entry.raw)).body


@settings(max_examples=150, deadline=None)
@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(["items", "title", "url", "id", "content_html", "summary", "authors", "author", "name", "date_published"]), inner, max_size=5)))  # fmt: skip
def test_any_json_is_read_or_refused(value):
    with contextlib.suppress(SourceError):
        read(of(json.dumps({"items": [value], "title": value})))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw):
    with contextlib.suppress(SourceError):
        parse_feed(of(raw))

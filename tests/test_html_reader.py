"""Saved web pages: what is the article, what is the page's."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model import BlockKind, PromoKind
from digest.sources.capture import Capture
from digest.sources.html.reader import claims, read

URL = "https://www.quaynews.example/2024/05/crane/"
FIRST = "The harbour board will replace its oldest crane before the autumn, after two stoppages in a month."
SECOND = (
    "Members voted nine to two for the plan on Tuesday, and asked the engineer to look at the other three."
)
THIRD = "The new crane will cost 4.2 million pounds and lift ten tonnes more than the one that it replaces."
LAST = "Work is to begin in June, when the ferry season has not yet filled the quay with lorries and cars."
HEAD = f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="Quay News">'
TOP = '<h1>Board to replace its oldest crane</h1><p class="byline">By <a rel="author" href="/by/jo">Jo Tidewell</a></p>'


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body, head=HEAD, top=TOP, title="Board to replace its oldest crane | Quay News"):
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><main><article>{top}<div class=text>{body}</div></article></main></body></html>"


def article(html, **captured):
    raw = html if isinstance(html, bytes) else html.encode()
    return read(Capture(name="page.html", raw=raw, **captured))


def body(found):
    return [block.text for block in found.body]


def whole(between="", **kwargs):
    return article(page(paragraphs(FIRST, SECOND) + between + paragraphs(THIRD, LAST), **kwargs))


def test_the_paragraphs_of_a_page_are_the_body():
    found = whole()
    assert body(found) == [FIRST, SECOND, THIRD, LAST]
    assert (found.headline, found.byline, found.url) == (
        "Board to replace its oldest crane",
        ("Jo Tidewell",),
        URL,
    )


def test_every_part_stands_where_its_span_says():
    found = whole('<h2>What comes next</h2><p><a href="/x">Ferry berths to be dredged in spring</a></p>')
    text = found.source.text
    assert all(text[block.span.start : block.span.end] == block.text for block in found.body)
    assert text[found.places["headline"].start : found.places["headline"].end] == found.headline


def test_words_in_tags_of_type_are_joined_without_spaces():
    found = whole(
        "<p>The <em>Gan</em>net, a re<b>built</b> tug of 1931,\n stands by until the crane is up.</p>"
    )
    assert "The Gannet, a rebuilt tug of 1931, stands by until the crane is up." in body(found)


def test_two_breaks_part_paragraphs():
    found = article(page(f"{FIRST}<br><br>{SECOND}<br><br>{THIRD}<br><br>{LAST}"))
    assert body(found) == [FIRST, SECOND, THIRD, LAST]


def test_crossheads_and_lists_keep_their_kinds():
    found = whole(
        "<h3>What it will lift</h3><ul><li>ten tonnes of steel at a time</li><li>one small yacht with its mast</li></ul>"
    )
    kinds = {block.text: block.kind for block in found.body}
    assert kinds["What it will lift"] is BlockKind.CROSSHEAD
    assert kinds["ten tonnes of steel at a time\none small yacht with its mast"] is BlockKind.LIST


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="/news/berths">Ferry berths to be dredged in spring</a></p>',
        '<p><strong>Read more: <a href="/news/berths">Ferry berths to be dredged in spring</a></strong></p>',
        '<div><span>See also </span><a href="/news/berths">Ferry berths to be dredged in spring</a></div>',
        '<aside class="related"><h4>Related stories</h4><ul><li><a href="/news/berths">Ferry berths to be dredged in spring</a></li></ul></aside>',
        '<aside><a href="/news/berths"><h3>Ferry berths to be dredged in spring</h3></a><p>Silt has closed two.</p><a href="/news/berths">Read more</a></aside>',
    ],
)
def test_a_line_of_links_is_related_and_not_of_the_body(line):
    found = whole(line)
    assert body(found) == [FIRST, SECOND, THIRD, LAST]
    assert [(link.title, link.url) for link in found.related] == [
        ("Ferry berths to be dredged in spring", "https://www.quaynews.example/news/berths")
    ]


def test_a_link_in_a_sentence_stays():
    found = whole(
        '<p>The plan, <a href="/plan">first shown in March</a>, was cut by a fifth to please the treasurer.</p>'
    )
    assert "The plan, first shown in March, was cut by a fifth to please the treasurer." in body(found)
    assert not found.related


def test_a_list_that_leads_to_other_sites_is_the_articles_own():
    links = "".join(
        f'<li><a href="https://maker{n}.example/">Crane maker number {n}</a></li>' for n in range(3)
    )
    found = whole(f"<p>Three makers have been asked for their prices by the board.</p><ul>{links}</ul>")
    assert any("Crane maker number 2" in text for text in body(found))
    assert not found.related


def test_menus_tags_and_what_others_read_are_not_related():
    around = (
        '<ul class="tags"><li><a href="/tag/cranes">All about cranes here</a></li></ul>'
        '<section class="most-read"><h3>Most read</h3><a href="/1">Gull steals chips from mayor</a></section>'
    )
    found = article(
        page(paragraphs(FIRST, SECOND, THIRD, LAST) + around).replace(
            "<main>", '<nav><a href="/2">News from the port</a></nav><main>'
        )
    )
    assert not found.related
    assert body(found) == [FIRST, SECOND, THIRD, LAST]


def test_a_card_that_invites_is_a_promo_with_partner_day_and_address():
    card = (
        '<div class="box"><p>FREE WEBINAR</p><h3><a href="/events/lift">Lifting safely in a gale</a></h3>'
        "<p>In association with Hoist & Haul. Thursday 6 June 2024, 2pm BST</p></div>"
    )
    found = whole(card)
    promo = found.promos[0]
    assert (promo.kind, promo.title, promo.partners) == (
        PromoKind.WEBINAR,
        "Lifting safely in a gale",
        ("Hoist & Haul",),
    )
    assert promo.url == "https://www.quaynews.example/events/lift"
    assert promo.starts.isoformat() == "2024-06-06T14:00:00+01:00"
    assert body(found) == [FIRST, SECOND, THIRD, LAST]


def test_a_pull_quote_stands_once():
    said = "Members voted nine to two for the plan on Tuesday"
    found = whole(
        f'<figure class="pullquote"><blockquote>{said}</blockquote><cite>The minutes</cite></figure>'
    )
    assert body(found) == [FIRST, SECOND, THIRD, LAST]


def test_captions_share_bars_and_comments_stay_out():
    found = whole(
        '<figure><img src="a.jpg"><figcaption>The crane at dusk. Photo: Ann Mole</figcaption></figure>'
        '<div class="share-bar"><span>Share this on every network</span></div>'
        '<section class="comments"><h3>Comments</h3><p>I liked the old crane, and so did my father before me, every day.</p></section>'
    )
    assert body(found) == [FIRST, SECOND, THIRD, LAST]
    assert [caption.text for caption in found.captions] == ["The crane at dusk. Photo: Ann Mole"]


def test_text_that_is_folded_until_the_reader_asks_is_read():
    found = article(
        page(paragraphs(FIRST, SECOND) + f'<div style="display: none">{paragraphs(THIRD, LAST)}</div>')
    )
    assert body(found) == [FIRST, SECOND, THIRD, LAST]


def json_ld(**said):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


@pytest.mark.parametrize(
    "author",
    [
        "Ada Hook",
        {"@type": "Person", "name": "Ada Hook"},
        [{"name": "Ada Hook"}],
        {"@id": "#ada"},
        ["By Ada Hook"],
    ],
)
def test_authors_are_read_in_every_form(author):
    graph = json.dumps(
        {
            "@graph": [
                {"@type": "Article", "headline": "x", "author": author},
                {"@id": "#ada", "name": "Ada Hook"},
            ]
        }
    )
    head = f'{HEAD}<script type="application/ld+json">{graph}</script>'
    assert whole(head=head, top="<h1>Board to replace its oldest crane</h1>").byline == ("Ada Hook",)


@pytest.mark.parametrize(
    "author", ["Quay News", "admin", "https://quaynews.example/by/x", "@quaynews", "Newsdesk"]
)
def test_an_outlet_an_address_or_a_desk_is_no_author(author):
    head = HEAD + json_ld(headline="Board to replace its oldest crane", author=author)
    assert whole(head=head, top="<h1>Board to replace its oldest crane</h1>").byline == ()


def test_the_names_that_the_page_shows_beat_those_in_its_data():
    assert whole(head=HEAD + json_ld(author={"@type": "Person", "name": "Web Upload"})).byline == (
        "Jo Tidewell",
    )


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">Jo Tidewell</p>',
        '<p class="byline">JO TIDEWELL</p>',
        '<div class="meta"><span class="author-name">Jo Tidewell</span><span>Port correspondent</span></div>',
        '<div class="meta">12 May 2024 · Jo Tidewell · 4 min read</div>',
        "<dl><dt>Author</dt><dd>Jo Tidewell</dd></dl>",
        "<p>Autor: Jo Tidewell</p>",
        "<p>Words: Jo Tidewell. Pictures: Ann Mole</p>",
        "<p>By Jo Tidewell</p><p>Edited by Ann Mole</p>",
        '<p class="standfirst">The board has decided, writes Jo Tidewell</p>',
    ],
)
def test_bylines_are_read_in_many_shapes(byline):
    assert whole(top=f"<h1>Board to replace its oldest crane</h1>{byline}").byline == ("Jo Tidewell",)


@pytest.mark.parametrize(
    "byline", ["<p>Translated by Ann Mole</p>", '<p class="byline">By Quay News</p>', ""]
)
def test_nobody_is_named_where_nobody_wrote(byline):
    assert whole(top=f"<h1>Board to replace its oldest crane</h1>{byline}").byline == ()


def test_a_name_under_the_text_signs_it():
    html = page(
        paragraphs(FIRST, SECOND, THIRD, "— Jo Tidewell"), top="<h1>Board to replace its oldest crane</h1>"
    )
    assert article(html).byline == ("Jo Tidewell",)


@pytest.mark.parametrize(
    "heading", ["Related articles", "Verwandte Artikel", "À lire aussi", "Keep reading", "More on cranes"]
)
def test_links_under_such_a_heading_after_the_article_are_related(heading):
    html = page(paragraphs(FIRST, SECOND, THIRD, LAST)).replace(
        "</article>",
        f'<section><h2>{heading}</h2><a href="/n/1">Ferry berths to be dredged</a></section></article>',
    )
    assert [link.title for link in article(html).related] == ["Ferry berths to be dredged"]


@pytest.mark.parametrize("heading", ["Most read", "Latest news", "More news", "Jobs"])
def test_links_under_such_a_heading_are_not(heading):
    html = page(paragraphs(FIRST, SECOND, THIRD, LAST)).replace(
        "</article>",
        f'<section><h2>{heading}</h2><a href="/n/1">Ferry berths to be dredged</a></section></article>',
    )
    assert not article(html).related


def test_another_article_under_this_one_stays_out():
    other = paragraphs(
        *(
            f"Another story altogether, which tells of bread and the price of salt in year {n}."
            for n in range(9)
        )
    )
    html = page(paragraphs(FIRST, SECOND, THIRD, LAST)).replace(
        "</main>", f"<article><h1>Salt</h1>{other}</article></main>"
    )
    assert body(article(html)) == [FIRST, SECOND, THIRD, LAST]


@pytest.mark.parametrize(
    "caption",
    [
        "At dusk. Photo: Ann Mole",
        "At dusk (Picture by Ann Mole)",
        "At dusk. © Ann Mole",
        "At dusk. Fot. Ann Mole",
        "Photo: Ann Mole. At dusk.",
    ],
)
def test_a_credit_is_the_makers_name_alone(caption):
    figure = f'<figure><img src="/img/crane.jpg" alt="A crane"><figcaption>{caption}</figcaption></figure>'
    assert whole(top=TOP + figure).image.credit == "Ann Mole"


def test_broken_json_is_mended_or_passed_over():
    head = (
        HEAD + '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-14",}</script>'
    )
    assert str(whole(head=head).published) == "2024-05-14"
    assert whole(head=HEAD + '<script type="application/ld+json">{"a":</script>').published is None


def test_the_day_of_publication_beats_that_of_a_change_and_the_pages_zone_the_datas():
    head = HEAD + json_ld(datePublished="2024-05-15T02:10:00Z", dateModified="2024-05-20")
    top = TOP + '<p><time datetime="2024-05-15T02:10:00Z">14 May 2024, 10.10pm EDT</time></p>'
    assert str(whole(head=head, top=top).published) == "2024-05-14"


def test_a_title_loses_the_sites_name():
    assert whole(top=TOP.replace("h1", "div")).headline == "Board to replace its oldest crane"


def test_a_standfirst_is_shown_or_written_and_never_the_first_paragraph():
    described = '<meta name="description" content="{}">'
    dek = '<p class="standfirst">Two stoppages in a month were enough for members</p>'
    assert whole(top=TOP + dek).standfirst == "Two stoppages in a month were enough for members"
    own = "Engineers wanted more time, but the treasurer would not wait for another winter."
    assert whole(head=HEAD + described.format(own)).standfirst == own
    assert whole(head=HEAD + described.format(FIRST)).standfirst == ""


def test_the_lead_picture_comes_with_its_words_and_its_maker():
    head = HEAD + '<meta property="og:image" content="/img/crane-1200x630.jpg">'
    figure = '<figure><img src="data:image/gif;base64,R0" data-src="/img/crane-800x450.jpg" alt="A crane at dusk"><figcaption>Still up. <span class="credit">Picture: Ann Mole</span></figcaption></figure>'
    image = whole(head=head, top=TOP + figure).image
    assert (image.url, image.alt, image.credit) == (
        "https://www.quaynews.example/img/crane-1200x630.jpg",
        "A crane at dusk",
        "Ann Mole",
    )


def test_a_base_makes_relative_addresses_absolute():
    link = '<p><a href="berths.htm">Ferry berths to be dredged in spring</a></p>'
    found = whole(link, head='<base href="http://old.example/news/">')
    assert [each.url for each in found.related] == ["http://old.example/news/berths.htm"]


def test_an_address_that_cannot_be_made_absolute_is_left_out():
    assert (
        whole('<p><a href="berths.htm">Ferry berths to be dredged in spring</a></p>', head="").related[0].url
        == ""
    )


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),  # a page that lies
        ("utf-8-sig", "windows-1252"),
        ("windows-1252", "iso-8859-1"),  # what browsers take Latin-1 for
        ("windows-1252", "utf-16"),
        ("windows-1252", "no-such-thing"),
        ("iso-8859-2", "iso-8859-2"),
        ("shift_jis", "shift_jis"),
    ],
)
def test_letters_are_read_whatever_the_page_says_of_them(encoding, declared):
    sample = {
        "shift_jis": "港の起重機は秋までに新しくなる",
        "iso-8859-2": "Żuraw w porcie będzie wymieniony jesienią",
    }
    said = sample.get(encoding, "The café said “yes”, and paid £5 of it")
    html = page(
        paragraphs(FIRST, f"{said}. {SECOND}", THIRD, LAST), head=f'<meta charset="{declared}">{HEAD}'
    )
    assert said in article(html.encode(encoding)).body[1].text


def test_the_server_beats_the_page_on_letters():
    html = page(paragraphs(FIRST, f"Čekání na jeřáb. {SECOND}", THIRD), head='<meta charset="iso-8859-1">')
    assert "Čekání na jeřáb." in article(html.encode("windows-1250"), encoding="windows-1250").body[1].text


def refused(html):
    with pytest.raises(SourceError) as caught:
        article(html)
    return str(caught.value)


def test_a_paywall_stub_is_refused_and_a_whole_text_with_a_prompt_is_read():
    nag = "<section><h2>Subscribe to read the rest of this story</h2><p>Already a subscriber? Log in.</p></section>"
    assert "behind a paywall" in refused(
        page(paragraphs("The board will replace its oldest crane before the…") + nag)
    )
    long = [
        f"{FIRST} {SECOND} {THIRD} {LAST} And so it went on, hour after hour, item {n}." for n in range(4)
    ]
    assert len(article(page(paragraphs(*long) + nag)).body) == 4


def test_a_short_text_under_a_prompt_to_subscribe_is_doubted():
    nag = "<section><h2>Subscribe to read the rest of this story</h2></section>"
    assert "text-cut" in [note.code for note in whole(nag).notes]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html><body></body></html>", "shows no text"),
        (
            "<html><title>Quay</title><body><noscript>Please enable JavaScript</noscript><div id=root></div><p>Loading</p><script></script></body></html>",
            "JavaScript",
        ),
        (
            "<html><title>Page not found</title><body><h1>404</h1><p>We looked for this page on every quay and could not find it anywhere.</p></body></html>",
            "an error page",
        ),
        (
            "<html><title>Just a moment</title><body><p>Verify you are human by ticking the box, and we shall let you through to it.</p></body></html>",
            "a check for robots",
        ),
        (
            "<html><title>Sign in</title><body><h1>Welcome back</h1><form><input type=password></form><p>Use the number on your label.</p></body></html>",
            "a login page",
        ),
        (
            "<html><title>Watch</title><body><h1>The last day of the crane</h1><video src=a.mp4></video><p>Four minutes on the quay.</p></body></html>",
            "a video",
        ),
    ],
)
def test_a_page_without_an_article_is_refused_with_its_reason(html, reason):
    assert reason in refused(html)


def test_a_front_of_teasers_is_a_list_and_no_article():
    teasers = "".join(
        f'<article><h3><a href="/{n}">Headline number {n} of the day here</a></h3><p>{FIRST}</p></article>'
        for n in range(6)
    )
    assert "a list of articles" in refused(
        f"<html><title>News</title><body><h1>News</h1>{teasers}</body></html>"
    )


def test_a_text_that_stands_only_in_the_data_is_read_where_it_is_free():
    head = HEAD + json_ld(
        headline="Board to replace its oldest crane", articleBody=f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{LAST}"
    )
    found = article(f"<html><head>{head}</head><body><div id=root></div></body></html>")
    assert body(found) == [FIRST, SECOND, THIRD, LAST]
    walled = head.replace('"articleBody"', '"isAccessibleForFree": false, "articleBody"')
    assert refused(
        f"<html><head>{walled}</head><body><h1>Board to replace its oldest crane</h1></body></html>"
    )


def test_html_is_claimed_and_other_text_is_not():
    captured = Capture(name="x", raw=b"")
    assert (
        claims(captured, "<!DOCTYPE html><html>") == claims(captured, "<?xml version='1.0'?>\n<html>") == 0.9
    )
    assert claims(captured, "Board to replace crane\n\n<p> is how a paragraph begins.") == 0.0
    assert claims(captured, "<?xml version='1.0'?><rss>") == claims(captured, "<feed xmlns='x'>") == 0.0


def test_a_deep_page_is_read_or_refused():
    deep = "<div>" * 3000 + paragraphs(FIRST, SECOND)
    with contextlib.suppress(SourceError):
        assert article(f"<html><body><h1>Crane</h1>{deep}").body


def test_a_page_of_three_thousand_paragraphs_is_read_whole():
    many = paragraphs(
        *(
            f"The board met again on day {n} and talked about the crane until the tide turned."
            for n in range(3000)
        )
    )
    assert len(article(page(many)).body) == 3000


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=share>",
        "</div>",
        "<a href='/x'>",
        "</a>",
        "<br>",
        "<h1>",
        "<li>",
        "<table><tr><td>",
        "<!--",
        "<script>",
        "&#0;",
        "<p hidden>",
        FIRST,
        SECOND,
        "By Jo",
        "\x00",
        "é",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=20)), max_size=40))
def test_any_markup_is_read_or_refused(parts):
    raw = ("<html><body>" + "".join(parts)).encode("utf-8", "replace")
    with contextlib.suppress(SourceError):
        found = read(Capture(name="page", raw=raw))
        assert all(found.source.text[block.span.start : block.span.end] == block.text for block in found.body)


def test_links_are_those_of_the_pages_own_address_wherever_it_was_fetched_from():
    link = '<p><a href="/berths">Ferry berths to be dredged in spring</a></p>'
    staged = article(
        page(paragraphs(FIRST, SECOND) + link + paragraphs(THIRD, LAST)), url="http://10.0.0.5/draft/7"
    )
    assert staged.url == URL
    assert [link.url for link in staged.related] == ["https://www.quaynews.example/berths"]

"""The HTML part: everything optional may be missing, everything is escaped, nothing is altered."""

import datetime as dt
import itertools
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape
from msgspec import structs

from digest.errors import InputError
from digest.model import Brand, Link, Promo, PromoKind, Publication, SummaryStyle
from digest.render.email import render
from issues_for_render import FULL, LEAD, QUAYSIDE, Page, make_issue, make_story, quote, weekly

NASTY = [
    '<&">', "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "{# x #}", "*|X|*", "]]>", "-->", "<!--",
    "</title></style>", "&amp;", "' onmouseover='x", "%unsubscribe%", "jinja00001x", "<mj-text>", "$&\\1",
]  # fmt: skip


def parts(*stories, **fields):
    email = render(make_issue(*stories, **fields), weekly())
    return email.html, email.text


def page(*stories, **fields):
    return Page(parts(*stories, **fields)[0])


def everywhere(text):
    """An issue with `text` in every field that a person or a page fills."""
    story = make_story(
        kicker=text,
        headline=text,
        standfirst=text,
        byline=(text, text),
        published=dt.date(2026, 11, 9),
        url="https://e.example/",
        summary=(text,),
        quotes=(quote(text, text, text),),
        related=(Link(title=text), Link(title=text, url="https://e.example/")),
        promos=(
            Promo(
                kind=PromoKind.EVENT,
                title=text,
                partners=(text,),
                call_to_action=text,
                url="https://e.example/",
            ),
        ),
        read_more=text,
    )
    publication = Publication(
        name=text,
        masthead=text,
        strapline=text,
        postal_address=text,
        boilerplate=text,
        words={"contents": text},
    )
    return make_issue(story, make_story("b"), publication=publication, subject=text, preheader=text, day=None)


# Escaping


@pytest.mark.parametrize("text", NASTY)
def test_every_text_comes_out_as_its_letters_in_both_parts(text):
    email = render(everywhere(text), weekly())
    read = Page(email.html)
    plain = render(everywhere("PLAIN"), weekly())
    shown = " ".join(text.split())
    assert read.text == Page(plain.html).text.replace("PLAIN", shown)
    assert read.tags == Page(plain.html).tags
    words = email.text.lower().split()
    assert words == plain.text.lower().replace("plain", text.lower()).split()


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1))
def test_no_text_at_all_can_add_or_lose_a_tag(text):
    filled = Page(render(everywhere(f"x{text}x"), weekly()).html)
    assert filled.tags == Page(render(everywhere("PLAIN"), weekly()).html).tags
    assert "".join(f"x{text}x".split()) in "".join(filled.text.split())


@pytest.mark.parametrize("text", NASTY)
def test_the_note_shows_html_and_jinja_as_letters(text):
    text = (
        text.replace("*|X|*", "|X|").replace("&amp;", "&").replace("\\", "")
    )  # Markdown has a meaning for these
    html, told = parts(note=f"So: {text}")
    assert Page(html).tags == Page(parts(note="So: it")[0]).tags
    assert f"So: {text}" in Page(html).text
    assert f"So: {text}" in told


def test_controls_surrogates_and_merge_marks_are_left_out():
    html, text = parts(make_story(headline="A\x00b\x1b\ud800\ue000c\ue001\ufffed"))
    assert "Abcd" in text
    assert ">Abcd<" in html
    html.encode()


# Links


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//e.example", "ftp://e.example/"]
)
def test_a_link_of_another_kind_is_shown_as_text(url):
    story = make_story(
        url=url,
        related=(Link(title="Elsewhere", url=url),),
        promos=(Promo(kind=PromoKind.WEBINAR, title="Talk", url=url),),
    )
    read = page(story, publication=Publication(name="Q", url=url), note=f"[here]({url})")
    assert [link[0] for link in read.links] == ["\ue000", "\ue000"]  # unsubscribe and view in browser
    assert "Elsewhere" in read.text
    assert "Talk" in read.text


def test_without_a_link_there_is_no_button():
    story = make_story(
        read_more="Go on", promos=(Promo(kind=PromoKind.WEBINAR, title="T", call_to_action="Come"),)
    )
    html, text = parts(story)
    assert not re.search("Go on|Come", html + text)


def test_the_contents_lead_to_the_stories():
    html, _ = parts(make_story("a", headline="One"), make_story("b", headline="Two"))
    for anchor in ("story-a", "story-b"):
        assert html.count(f'href="#{anchor}"') == html.count(f'id="{anchor}"') == 1


# What is missing leaves no hole


def test_a_bare_story_has_nothing_but_its_headline():
    read = page(make_story(headline="Eels"), publication=Publication(name="Q"))
    assert read.text == "Q Eels Unsubscribe · View in your browser"
    assert (
        parts(make_story(headline="Eels"), publication=Publication(name="Q"))[1].split()
        == (
            f"Q {'-' * 72} Eels {'-' * 72} Unsubscribe: \ue000unsubscribe\ue001 "
            "View in your browser: \ue000view_in_browser\ue001"
        ).split()
    )


def test_an_issue_without_stories_is_still_a_mail():
    assert page(publication=Publication(name="Q")).text == "Q Unsubscribe · View in your browser"


SENTENCES = ("The crane is gone.", "The <track> & the yard come.", "Dockers were told.")


def in_style(style, summary=SENTENCES):
    email = render(make_issue(structs.replace(make_story(summary=summary), summary_style=style)), weekly())
    return email.html, email.text


def test_a_summary_in_points_is_a_real_list():
    html, text = in_style(SummaryStyle.POINTS)
    points = re.search(r"<ul[^>]*>(.*?)</ul>", html, re.DOTALL)[1]
    assert re.findall(r"<li[^>]*>(.*?)</li>", points) == [
        "The crane is gone.", "The &lt;track&gt; &amp; the yard come.", "Dockers were told.",
    ]  # fmt: skip
    assert "* The crane is gone.\n* The <track> & the yard come.\n* Dockers were told.\n" in text


def test_a_summary_in_one_paragraph_is_its_sentences_with_spaces_between():
    html, text = in_style(SummaryStyle.PARAGRAPH)
    whole = "The crane is gone. The <track> & the yard come. Dockers were told."
    assert f">{escape(whole)}</p>" in html
    assert whole in " ".join(text.split())
    assert "<ul" not in html


def test_sentences_of_a_script_without_spaces_are_joined_without_one():
    assert (
        ">雨が降った。船は出た。</p>" in in_style(SummaryStyle.PARAGRAPH, ("雨が降った。", "船は出た。"))[0]
    )


def test_a_summary_that_nobody_styled_has_a_paragraph_for_each_sentence():
    html, text = in_style(SummaryStyle.SENTENCES)
    assert all(f">{escape(sentence)}</p>" in html for sentence in SENTENCES)
    assert "The crane is gone.\n\nThe <track>" in text


@pytest.mark.parametrize("style", list(SummaryStyle))
def test_no_summary_is_no_list_in_any_style(style):
    html, text = in_style(style, ())
    assert "<ul" not in html
    assert "*" not in text


OPTIONAL = ["kicker", "standfirst", "byline", "published", "url", "summary", "quotes", "related", "promos"]


EMPTY_ELEMENT = re.compile(  # a rule is an empty paragraph with a border
    r"<(p|li|ul|ol|h\d|blockquote)\b(?![^>]*border-top:solid)[^>]*>\s*</\1>"
)


@pytest.mark.parametrize("field", OPTIONAL)
def test_a_missing_field_leaves_no_hole(field):
    bare = getattr(make_story(), field)
    html, text = parts(structs.replace(LEAD, **{field: bare}), publication=QUAYSIDE)
    assert not EMPTY_ELEMENT.search(html)
    assert not re.search(r"[·—,]\s*</p>|<p[^>]*>\s*[·—,]|>None|\(\)", html)
    assert not re.search(r"[·—,]\n|^\s*[·—]\s*$|^\s*·|None|\(\)|\n\n\n", text, re.MULTILINE)


@pytest.mark.parametrize("field", ["strapline", "url", "postal_address", "boilerplate", "masthead"])
def test_a_publication_may_lack_anything_but_its_name(field):
    html, text = parts(LEAD, publication=structs.replace(QUAYSIDE, **{field: ""}))
    assert not EMPTY_ELEMENT.search(html)
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"number": 12, "day": dt.date(2026, 11, 20)}, "No. 12 · 20 November 2026"),
        ({"number": 12}, "No. 12"),
        ({"day": dt.date(2026, 11, 20)}, "20 November 2026"),
        ({"number": 0}, "No. 0"),
    ],
)
def test_the_issue_line_has_what_there_is(fields, line):
    html, text = parts(LEAD, **fields)
    assert f">{line}</p>" in html
    assert f"\n{line}\n" in text


def test_an_empty_note_of_blanks_is_none():
    assert 'class="note"' not in parts(note="  \n ")[0]


@pytest.mark.parametrize(
    ("speaker", "role", "line"),
    [
        ("Ann Lee", "pilot", "Ann Lee, pilot"),
        ("Ann Lee", "", "Ann Lee"),
        ("", "a spokesman", "a spokesman"),
        ("", "", ""),
    ],
)
def test_a_quote_has_the_attribution_there_is(speaker, role, line):
    html, text = parts(make_story(quotes=(quote("It floats.", speaker, role),)))
    assert Page(html).text.split("“It floats.” ")[1].startswith(line or "Unsubscribe")
    assert (f"— {line}\n" in text) == bool(line)


def test_empty_and_blank_quotes_sentences_and_headlines_are_left_out():
    story = make_story(
        quotes=(quote(""), quote(" \n\n ")), summary=("", "  "), related=(Link(title=" "),), byline=(" ",)
    )
    html, _ = parts(story)
    assert not re.search("“|<li|By ", html)


# Nothing is altered


def test_the_parts_of_a_split_quotation_are_paragraphs_unless_one_begins_in_mid_sentence():
    split = quote(
        "We are late,\n\nbut we shall sail.\n\nWe have seen worse,\n\nThe tide waits.", "Ada Brook", ""
    )
    html, _ = parts(make_story(quotes=(split,)))
    for paragraph in ("“We are late, but we shall sail.<", "“We have seen worse”<", "“The tide waits.”<"):
        assert paragraph in html


def test_a_quotation_loses_its_final_comma_and_nothing_else():
    story = make_story(quotes=(quote("Wait, wait — “no”, she  said,"), quote("Why?"), quote("One, two,,")))
    text = page(story).text
    assert "“Wait, wait — “no”, she said”" in text
    assert "“Why?”" in text
    assert "“One, two,”" in text


def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last():
    html, text = parts(make_story(quotes=(quote("One.\n\nTwo.\n\nThree,"),)))
    assert Page(html).text.count("“One. “Two. “Three”") == 1
    assert text.count("    “One.\n\n    “Two.\n\n    “Three”\n") == 1


def test_a_long_quotation_is_set_in_smaller_type():
    html, _ = parts(make_story(quotes=(quote("Short."), quote("Long words. " * 40))))
    assert re.findall(r"font-size:(\d+)px;line-height:\d+px\"><p[^>]*>“", html) == ["20", "17"]


@pytest.mark.parametrize(
    ("language", "quoted", "day"),
    [
        ("en", "“Ja.”", "9 November 2015"),
        ("en-GB", "“Ja.”", "9 November 2015"),
        ("en-US", "“Ja.”", "November 9, 2015"),
        ("de", "„Ja.“", "9. November 2015"),
        ("fr-CA", "«\N{NO-BREAK SPACE}Ja.\N{NO-BREAK SPACE}»", "9 novembre 2015"),
        ("sv", "”Ja.”", "9 november 2015"),
    ],
)
def test_days_and_quotation_marks_follow_the_language(language, quoted, day):
    publication = Publication(name="Q", language=language)
    story = make_story(quotes=(quote("Ja."),), published=dt.date(2015, 11, 9))
    html, _ = parts(story, publication=publication)
    assert f'lang="{language}"' in html
    assert quoted in html
    assert day in html


def test_an_unknown_language_is_told():
    with pytest.raises(InputError, match="qq"):
        parts(publication=Publication(name="Q", language="qq"), day=dt.date(2015, 11, 9))


def test_a_language_from_right_to_left_turns_the_page():
    html, _ = parts(LEAD, publication=structs.replace(QUAYSIDE, language="he"))
    assert 'dir="rtl"' in html
    assert "direction:ltr" not in html
    assert "border-right:3px" in html
    assert 'align="left" style="font-size' not in html


LONDON = dt.timezone(dt.timedelta(0), "GMT")


@pytest.mark.parametrize(
    ("starts", "shown"),
    [
        (dt.date(2026, 12, 3), "Thursday 3 December 2026"),
        (dt.datetime(2026, 12, 3, 9, 5), "Thursday 3 December 2026, 09:05"),  # noqa: DTZ001 - a page may name no zone
        (dt.datetime(2026, 12, 3, 9, 5, tzinfo=LONDON), "Thursday 3 December 2026, 09:05 GMT"),
    ],
)
def test_a_promo_says_when(starts, shown):
    html, text = parts(make_story(promos=(Promo(kind=PromoKind.WEBINAR, title="T", starts=starts),)))
    assert f">{shown}</p>" in html
    assert f"\n{shown}\n" in text


@pytest.mark.parametrize(
    ("partners", "pays", "label"),
    [
        (("CSW", "KPMG"), True, "Partner content · with CSW and KPMG"),
        (("A", "B", "C"), True, "Partner content · with A, B and C"),
        ((), True, "Partner content"),
        (("CSW",), False, "With CSW"),
        ((), False, ""),
    ],
)
def test_a_promo_is_labelled_before_its_title(partners, pays, label):
    promo = Promo(kind=PromoKind.WEBINAR, title="Talk", partners=partners, partner_content=pays)
    assert f"Webinar {label} Talk".replace("  ", " ") in page(make_story(promos=(promo,))).text


@pytest.mark.parametrize("kind", PromoKind)
def test_every_kind_of_promo_has_its_words(kind):
    promo = Promo(kind=kind, title="Talk", url="https://e.example/")
    assert weekly().words[f"{kind}_button"] in page(make_story(promos=(promo,))).text


def test_a_publication_renames_a_label():
    html, text = parts(
        LEAD, publication=Publication(name="Q", words={"read_more": "More", "related": "See also"})
    )
    assert ">More</a>" in html
    assert "SEE ALSO" in text


def test_renaming_a_label_that_is_none_is_told():
    with pytest.raises(InputError, match='no label "raed_more"'):
        parts(publication=Publication(name="Q", words={"raed_more": "More"}))


# Mail


def test_colours_and_fonts_are_the_brands():
    brand = Brand(accent="#a1b2c3", dark_ink="#fefefe", heading_font='"Source Serif 4", serif')
    html, _ = parts(LEAD, publication=Publication(name="Q", brand=brand))
    assert "#a1b2c3" in html
    assert "color: #fefefe !important" in html
    assert "font-family:'Source Serif 4', serif" in html
    assert Brand().accent not in html


@pytest.mark.parametrize("value", ["red;}</style>", "url(http://x)", "<b>", "{{ 1 }}", "a\\b", "/*"])
def test_a_brand_value_that_is_more_than_a_value_is_told(value):
    with pytest.raises(InputError, match=r"brand\.ink"):
        parts(publication=Publication(name="Q", brand=Brand(ink=value)))


def test_the_preheader_is_hidden_padded_and_comes_first():
    html, text = parts(LEAD, preheader="Look & see")
    start = html.index('<div style="display:none;max-height:0px;overflow:hidden">Look &amp; see')
    assert start < html.index("<h1")
    assert html.count("\N{COMBINING GRAPHEME JOINER}") > 100
    assert "Look & see" not in text
    assert "display:none" not in parts(LEAD)[0]


def test_headings_are_in_order_and_the_title_is_the_subject():
    html, _ = parts(*FULL.stories, note="### Deep", subject="Cranes & eels")
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert "<title>Cranes &amp; eels</title>" in html


def test_ten_stories_stay_under_gmails_limit_with_room():
    stories = [
        structs.replace(story, slug=f"{story.slug}-{n}") for n, story in enumerate([*FULL.stories * 3, LEAD])
    ]
    html, _ = parts(*stories, publication=QUAYSIDE)
    assert len(html.encode()) < 86_000


def test_the_same_issue_gives_the_same_bytes():
    assert render(FULL, weekly()) == render(FULL, weekly())

"""What mail programs can show of the email: the table, the reading of the HTML, limits, fallbacks and findings."""

import json
import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from digest.model import CheckWish, ThemeLine
from digest.preflight.email.support.clients import CLIENTS, DEFAULT, platforms, told
from digest.preflight.email.support.data import Support, table
from digest.preflight.email.support.fallbacks import FALLBACKS
from digest.preflight.email.support.features import PROPERTIES, features
from digest.preflight.email.support.limits import LIMITS, concerns
from digest.preflight.email.support.reading import EVERYBODY, OTHERS, OUTLOOK, read
from digest.preflight.email.support.rows import ROWS
from digest.preflight.email.themelines import where_in_theme
from galleys import galley, hits, page
from issues_for_render import FULL, LEAD, QUAYSIDE, make_issue
from support_table import KEYS, packed

PIECES = ["<p", ">", "</p>", "<!--", "[if mso]>", "<![endif]-->", "<![if !mso]>", "<![x[", "<style>", "</style>",
          "p{", "}", "@media all{", ":", ";", "url(", "color", '"', " style='", "'", "!important", "&", "words", "\\"]  # fmt: skip
TABLES = '<!--[if mso]><table width="600"><tr><td><![endif]-->'


def used(html):
    return {feature for use in read(html).uses for feature in features(use)}


def unsupported(html, *clients):
    publication = replace(QUAYSIDE, check=CheckWish(clients=clients))
    found = hits(ROWS, "client-unsupported", galley(html, issue=make_issue(LEAD, publication=publication)))
    return [hit.message for hit in found]


# The table


def test_the_table_says_whose_facts_it_holds_and_of_when():
    assert table().licence == "MIT"
    assert all(table().date in row.source for row in ROWS if row.source)
    assert "caniemail" in table().source


def test_every_feature_has_a_verdict_for_every_client():
    assert table().clients == KEYS
    codes = [code for row in table().features.values() for code in row.split(" ")]
    assert len(codes) == len(KEYS) * len(table().features)
    assert {code[0] for code in codes} == set("yanu")


def test_outlook_on_windows_has_no_round_corners():
    assert table().support("css-border-radius", "outlook.windows") == Support("n", (1,))
    assert not table().support("css-border-radius", "apple-mail.ios").limited


def test_the_script_packs_the_latest_verdict_and_no_text(tmp_path):
    feature = {
        "slug": "css-x",
        "title": "a title",
        "stats": {
            "gmail": {"ios": {"2019": "n", "2024-01": "a #1 #3"}},
            "outlook": {"macos": {"2016": "y", "16.80": "n"}},
        },
        "notes_by_num": {"1": "a note of theirs"},
    }
    data = {"last_update_date": "2026-01-02 03:04", "data": [feature]}
    (tmp_path / "data").mkdir()
    (tmp_path / "data/caniemail.json").write_text(json.dumps(data))
    (tmp_path / "package.json").write_text('{"version": "9", "license": "MIT"}')
    (tmp_path / "LICENSE").write_text("MIT\nCopyright © Somebody\n")
    made = json.loads(packed(tmp_path))
    verdicts = dict(zip(made["clients"], made["features"]["css-x"].split(" "), strict=True))
    assert (verdicts["gmail.ios"], verdicts["outlook.macos"], verdicts["hey.desktop-webmail"]) == (
        "a1.3",
        "n",
        "u",
    )
    assert (made["date"], made["copyright"]) == ("2026-01-02", ["Copyright © Somebody"])
    assert "note of theirs" not in packed(tmp_path)


def test_a_client_is_told_with_its_platforms_only_when_they_differ():
    assert told(["gmail.ios", "gmail.android", "outlook.windows"]) == "Gmail (iOS, Android), Outlook Windows"
    assert told(CLIENTS["Gmail"]) == "Gmail"


def test_the_usual_clients_are_all_known():
    assert {name for _, name in platforms(DEFAULT)} == set(DEFAULT)
    assert next(platforms(["Lotus Notes", "gmail"])) == ("gmail.desktop-webmail", "Gmail")


def test_limits_and_fallbacks_speak_of_features_that_there_are():
    assert set(LIMITS) <= table().features.keys()
    for slugs, *_ in FALLBACKS:
        assert any(re.fullmatch(slugs, feature) for feature in table().features), slugs


# Reading


@pytest.mark.parametrize(
    ("html", "feature"),
    [
        ('<p style="border-radius:3px">', "css-border-radius"),
        ('<p style="border-top-left-radius:3px">', "css-border-radius"),
        ('<p style="padding-left:3px">', "css-padding"),
        ('<p style="margin-inline-start:3px">', "css-margin-inline-start-end"),
        ('<p style="border-left:1px solid red">', "css-border"),
        ('<p style="display:flex">', "css-display-flex"),
        ('<p style="width:calc(100% - 2px)">', "css-unit-calc"),
        ('<p style="width:calc(100% - 2rem)">', "css-unit-rem"),
        ('<p style="width:50%">', "css-unit-percent"),
        ('<p style="color:var(--ink)">', "css-variables"),
        ('<p style="--ink:#111">', "css-variables"),
        ('<p style="color:rgba(0,0,0,.5)">', "css-rgba"),
        ('<p style="font-family:system-ui, serif">', "css-sytem-ui"),
        ('<p style="background:url(a.png)">', "css-background-image"),
        ('<p style="width:max-content">', "css-intrinsic-size"),
        ('<p style="color:red !important">', "css-important"),
        ("<style>@font-face { font-family: x }</style>", "css-at-font-face"),
        ("<style>@media (prefers-color-scheme:dark) { p { opacity: .5 } }</style>", "css-at-media-prefers-color-scheme"),
        ("<style>@media (prefers-color-scheme:dark) { p { opacity: .5 } }</style>", "css-opacity"),
        ("<style>@media all { @supports (gap: 1px) { p { gap: 1px } } }</style>", "css-gap"),
        ("<style>a:hover { color: red }</style>", "css-pseudo-class-hover"),
        ("<style>p::before { color: red }</style>", "css-pseudo-element-before"),
        ("<style>.a > p { color: red }</style>", "css-selector-child"),
        ("<style>.a p { color: red }</style>", "css-selector-descendant"),
        ("<style>.a.b { color: red }</style>", "css-selector-chaining"),
        ("<style>.a+p { color: red }</style>", "css-selector-adjacent-sibling"),
        ("<style>#a, p { color: red }</style>", "css-selector-grouping"),
        ("<style>#a { color: red }</style>", "css-selector-id"),
        ("<style>[data-x] p { color: red }</style>", "css-selector-attribute"),
        ("<style>* { color: red }</style>", "css-selector-universal"),
        ("<h3>", "html-h1-h6"),
        ("<nav>", "html-semantics"),
        ('<input type="checkbox">', "html-input-checkbox"),
        ('<a href="#x">', "html-anchor-links"),
        ('<a href="mailto:a@q.example">', "html-mailto-links"),
        ('<p aria-hidden="true">', "html-aria-hidden"),
        ('<img src="https://q.example/a.WEBP?x=1">', "image-webp"),
        ('<img src="data:image/png;base64,AA">', "image-base64"),
        ('<meta name="color-scheme" content="light dark">', "html-meta-color-scheme"),
        ("<!DOCTYPE html>", "html-doctype"),
    ],
)  # fmt: skip
def test_what_is_used_is_found(html, feature):
    assert feature in used(html)


def test_every_feature_that_a_property_is_sent_to_exists():
    slugs = {slug for _, slug in PROPERTIES if "{" not in slug}
    assert slugs <= table().features.keys()


def test_what_only_a_style_looks_like_is_not_read():
    assert used("<p>display:flex</p><!-- <video> -->") <= {"html-p"}
    assert "css-selector-child" not in used('<style>a[title=">"] { color: red }</style>')


def test_comments_for_outlook_are_read_for_outlook_alone():
    html = '<!--[if mso | IE]><table width="600"><![endif]--><!--[if !mso]><!--><video></video><!--<![endif]--><p>'
    audiences = {use.name: use.setting.audience for use in read(html).uses if use.kind == "element"}
    assert audiences == {"table": OUTLOOK, "video": OTHERS, "p": EVERYBODY}


def test_a_use_stands_at_the_place_that_was_passed_last():
    html = '<p><div id="masthead"><h1></h1></div><div id="story-eels"><h2></h2></div>'
    places = {use.name: use.setting.place for use in read(html).uses if use.kind == "element"}
    assert (places["p"], places["h1"], places["h2"]) == ("", "masthead", "story-eels")


# Findings


@pytest.fixture
def full():
    from digest.render.email import render
    from issues_for_render import weekly

    email = render(FULL, weekly())
    return galley(email.html, email.text, issue=FULL)


def test_the_bundled_theme_uses_nothing_without_a_fallback(full):
    assert hits(ROWS, "client-unsupported", full) == []


def test_what_has_a_fallback_is_one_note_a_feature(full):
    notes = [hit.message for hit in hits(ROWS, "client-fallback", full)]
    assert len(notes) == len(set(notes))
    (corners,) = (note for note in notes if "border-radius" in note)
    assert "not shown in Outlook Windows: corners are square" in corners


def test_a_layout_that_outlook_cannot_show_is_told_with_its_place_and_theme_line():
    html = page('<div id="story-harbour" style="display:flex"><p>Words</p></div>')
    lines = (ThemeLine(text='<td style="color:red">', file="head.css", line=1),
             ThemeLine(text='<div style="display:flex">', file="blocks/story.mjml", line=7))  # fmt: skip
    found = hits(ROWS, "client-unsupported", galley(html, theme_lines=lines))
    hit = next(hit for hit in found if "display: flex" in hit.message)
    assert (hit.file, hit.line, hit.where) == ("blocks/story.mjml", 7, "blocks/story.mjml:7")
    assert (hit.story, hit.place) == ("", "story-harbour")  # the theme is to be mended


def test_a_unit_that_outlook_does_not_know_is_told_as_such():
    messages = unsupported(page('<p style="margin-left:2rem">Words</p>'), "Outlook Windows")
    assert "the unit rem of “margin-left: 2rem” is not shown in Outlook Windows" in messages[0]


def test_an_email_that_runs_from_right_to_left_has_a_fallback():
    assert unsupported(page('<div dir="rtl"><p style="direction:rtl">Words</p></div>')) == []


def test_only_the_clients_of_the_newsroom_are_asked():
    html = page('<p style="display:flex">Words</p>')
    assert any("Outlook Windows" in message for message in unsupported(html))
    assert unsupported(html, "Apple Mail") == []


def test_a_picture_in_a_format_that_few_can_show_is_told():
    html = page('<img src="https://q.example/a.svg" alt="A" width="1" height="1">')
    (message,) = unsupported(html, "Gmail")
    assert "https://q.example/a.svg" in message


@pytest.mark.parametrize(
    ("note", "fine", "limited"),
    [
        (1, "margin:4px 0", "margin:-4px 0"),
        (1, "border:8px solid red", "border:9px solid red"),
        (2, "font-weight:700", "font-weight:500"),
        (2, "text-decoration:underline", "text-decoration:underline wavy"),
        (4, "overflow:hidden", "overflow-inline:hidden"),
        (4, "important:red !important", "important:red!important"),
        (3, "background:#ffffff", "background:url(a.png)"),
        (1, "padding:0", "padding:4px"),
    ],
)
def test_a_limit_counts_for_what_it_limits_alone(note, fine, limited):
    def concerned(style):
        feature = "css-" + style.partition(":")[0].removesuffix("-inline")
        uses = [use for use in read(f'<p style="{style}">').uses if use.kind == "declaration"]
        return [concerns(use, feature, Support("a", (note,))) for use in uses]

    assert (concerned(fine), concerned(limited)) == ([False], [True])


def test_a_limit_that_nobody_has_put_a_question_to_counts_for_every_use():
    (use,) = (use for use in read('<p style="margin:0">').uses if use.kind == "declaration")
    assert concerns(use, "css-margin", Support("a", (99,)))
    assert concerns(use, "css-margin", Support("n"))


def test_a_rule_that_style_attributes_repeat_has_a_fallback_and_another_has_none():
    block = "<style>.a { padding: 4px }</style>"
    repeated = page('<table><tr><td class="a" style="padding:4px">Words</td></tr></table>', block)
    alone = page('<table><tr><td class="a">Words</td></tr></table>', block)
    assert unsupported(repeated, "Gmail") == []
    assert any("<style>" in message for message in unsupported(alone, "Gmail"))


def test_a_hidden_preheader_has_a_fallback_only_when_it_is_cut_to_no_height():
    cut = '<div style="display:none;max-height:0;overflow:hidden">Words</div>'
    assert unsupported(page(cut), "Gmail") == []
    assert any(
        "display: none" in message
        for message in unsupported(page('<div style="display:none">Words</div>'), "Gmail")
    )


def test_widths_for_outlook_have_a_fallback_only_with_a_table_of_its_own():
    box = '<div style="max-width:600px"><p>Words</p></div>'
    assert any("max-width" in message for message in unsupported(page(box), "Outlook Windows"))
    assert not any("max-width" in message for message in unsupported(page(TABLES + box), "Outlook Windows"))


def test_a_client_that_is_not_known_is_told_with_the_near_miss():
    publication = replace(QUAYSIDE, check=CheckWish(clients=("Gmial", "iOS Mail")))
    (hit,) = hits(ROWS, "client-unknown", galley(issue=make_issue(LEAD, publication=publication)))
    assert 'did you mean "Gmail"?' in hit.message


def test_known_clients_are_left_alone():
    publication = replace(QUAYSIDE, check=CheckWish(clients=("gmail", "iOS mail")))
    assert hits(ROWS, "client-unknown", galley(issue=make_issue(LEAD, publication=publication))) == []


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_html_in_any_disorder_is_read(html):
    assert all(use.kind for use in read(html).uses)
    assert all(feature in table().features for feature in used(html))


def test_a_page_in_pieces_is_read_all_the_same():
    broken = "<!--[if mso]><table><![endif]--><style>p { color: red <p style='color:"
    assert chain(read(broken).uses)


def test_a_line_of_a_bundled_theme_is_named_but_is_no_place_to_mend():
    bundled = ThemeLine(text="p { float: left }", file="/opt/digest/templates/weekly/head.css", line=3)
    assert where_in_theme([bundled], "float") == ("weekly/head.css:3", "", 0)


def test_many_lines_of_a_theme_are_counted():
    lines = [ThemeLine(text="float", file="head.css", line=n) for n in range(1, 6)]
    assert where_in_theme(lines, "float") == (
        "head.css:1, head.css:2, head.css:3 and 2 more",
        "head.css",
        1,
    )

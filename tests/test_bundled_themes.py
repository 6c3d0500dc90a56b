"""Every bundled theme, with an issue that has everything: nothing of its source is lost, and both parts agree."""

import re
from functools import cache

import pytest
from mjml import mjml2html
from msgspec.structs import replace

from digest.build import open_issue
from digest.newsroom import bundled_issues
from digest.render.compile import compile_theme
from digest.render.email import render
from digest.render.files import gather
from digest.render.mergetags import GENERIC, fill
from digest.render.theme import bundled_templates, load_theme
from issues_for_render import Page
from rich_issue import BRANDED, RICH

THEMES = sorted(path.parent.name for path in bundled_templates().glob("*/theme.toml"))
HEAVIEST = 80_000  # bytes of HTML for ten stories; Gmail clips at about 102 kB
INCLUDE = re.compile(r'<mj-include path="([^"]+)" />')
EMPTY = mjml2html(
    "<mjml><mj-body><mj-section><mj-column><mj-text/></mj-column></mj-section></mj-body></mjml>", fonts={}
)


@cache
def theme(name):
    return load_theme(name, [bundled_templates()])


def whole(files):
    """A theme's MJML with its includes in place, and the rules it keeps."""
    mjml = files.texts["issue.mjml"]
    while INCLUDE.search(mjml):
        mjml = INCLUDE.sub(lambda found: files.texts[found[1]], mjml)
    kept = (text for file, text in files.texts.items() if re.fullmatch(r"head[\w-]*\.css", file))
    return mjml + re.sub(r"\{#.*?#\}", "", "".join(kept), flags=re.DOTALL)


def test_there_are_three_themes():
    assert THEMES == ["bulletin", "plain", "weekly"]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "kept",
    ["!important", "@media", "prefers-color-scheme", "[data-ogsc]", "[data-ogsb]", "@supports", "print {"],
)
def test_what_only_some_programs_understand_survives_compiling(name, kept):
    files = gather(name, [bundled_templates()])
    ours = whole(files).count(kept)
    assert compile_theme(files, 600).html.count(kept) == ours + EMPTY.count(kept)
    assert ours or kept == "@supports"


@pytest.mark.parametrize("name", THEMES)
def test_outlooks_comments_survive_compiling(name):
    files = gather(name, [bundled_templates()])
    html = compile_theme(files, 600).html
    for kept in ("<!--[if mso]>", "<!--[if !mso]><!-->", "<!--<![endif]-->"):
        assert html.count(kept) == whole(files).count(kept) + EMPTY.count(kept), kept


@pytest.mark.parametrize("name", THEMES)
def test_both_parts_say_the_same_words_in_the_same_order(name):
    email = render(RICH, theme(name))
    said = re.sub(r"https?://\S+|^\d\. ", "", re.sub("\ue000.*?\ue001", "", email.text), flags=re.MULTILINE)
    shown = re.sub(r"Photograph: Ida Brandt", "", Page(email.html).text)  # pictures are not in the text part
    assert words(said) == words(shown)


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


@pytest.mark.parametrize("name", THEMES)
def test_both_parts_have_the_same_links_in_the_same_order(name):
    email = render(RICH, theme(name))
    links = Page(fill(email.html, GENERIC)).links
    text = re.findall(r"https?://[^\s>]+|\[\[\w+\]\]", fill(email.text, GENERIC))
    assert list(dict.fromkeys(links)) == list(dict.fromkeys(text))
    assert len(text) > 15


@pytest.mark.parametrize("name", THEMES)
def test_every_block_is_marked_by_its_id(name):
    html = render(RICH, theme(name)).html
    ids = re.findall(r' id="([^"]+)"', html)
    stories = [f"story-{story.slug}" for story in RICH.stories]
    wanted = ["masthead", "sponsor", "note", "contents", *stories, "listings", "listings2", "footer"]
    assert ids == wanted


@pytest.mark.parametrize("name", THEMES)
def test_ten_stories_stay_well_below_what_gmail_clips(name):
    _, issue = open_issue(bundled_issues() / "sample-weekly")
    ten = [replace(issue.stories[n % 4], slug=f"story-{n}") for n in range(10)]
    assert len(render(replace(issue, stories=tuple(ten)), theme(name)).html.encode()) < HEAVIEST


@pytest.mark.parametrize("name", THEMES)
def test_web_fonts_stand_in_the_head_out_of_outlooks_sight_and_only_when_given(name):
    head = render(BRANDED, theme(name)).html.partition("</head>")[0]
    assert re.search(
        r"<!--\[if !mso\]><!--><link [^>]*https://fonts\.example/css2\?family=Plantin&amp;display=swap"
        r"[^>]*><!--<!\[endif\]-->",
        head,
    )
    assert "<link" not in render(RICH, theme(name)).html


@pytest.mark.parametrize("name", ["weekly", "bulletin"])
def test_a_logo_has_a_twin_for_dark_mode_that_outlook_does_not_meet(name):
    html = render(BRANDED, theme(name)).html
    day, night = re.findall(r'<img [^>]*alt="Quayside Weekly"[^>]*>', html)
    assert "by-day" in day
    assert "by-night" in night
    assert "display:none" in night
    assert f"<!--[if !mso]><!-->{night}<!--<![endif]-->" in html


@pytest.mark.parametrize("name", ["weekly", "bulletin"])
def test_a_picture_has_its_size_and_alt_text(name):
    html = render(RICH, theme(name)).html
    lead, half = re.findall(r'<img [^>]*alt="Two red cranes[^>]*>', html)
    assert 'width="520"' in lead
    assert 'height="292"' in lead
    assert 'width="246"' in half
    assert "height=" not in half

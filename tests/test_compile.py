"""A theme is compiled once: what the tools must leave alone, and every mistake told with file and line."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mjml import mjml2html
from msgspec import structs

from digest.errors import ThemeError
from digest.mergetags.neutral import GENERIC, fill
from digest.render.compile import compile_theme, to_html
from digest.render.context import make_context
from digest.render.environment import environment
from digest.render.files import gather
from digest.render.hide import Vault
from digest.render.theme import bundled_templates
from issues_for_render import FULL, block, theme_with, weekly

FILES = gather("weekly", [bundled_templates()])


@pytest.fixture(scope="module")
def compiled():
    return compile_theme(FILES, 600).html


@pytest.fixture
def told(tmp_path, monkeypatch):
    """The error of the weekly theme with some files changed."""
    monkeypatch.chdir(tmp_path)

    def tell(**changes):
        changes = {name.replace("__", "/").replace("_", "."): text for name, text in changes.items()}
        with pytest.raises(ThemeError) as error:
            theme_with(tmp_path, changes)
        return str(error.value)

    return tell


# What the tools must leave alone


def test_rendering_what_was_compiled_equals_compiling_what_was_rendered():
    context = make_context(FULL, weekly().words)
    whole = dict(FILES.texts)
    include = re.compile(r'<mj-include path="([^"]+)" />')
    while include.search(whole["issue.mjml"]):
        whole["issue.mjml"] = include.sub(lambda found: whole[found[1]], whole["issue.mjml"])
    values = structs.asdict(context)
    rendered = {
        file: fill(environment().from_string(whole[file]).render(values), GENERIC)
        for file in whole
        if file == "issue.mjml" or file.endswith(".css")
    }
    assert plain(fill(weekly().html(context), GENERIC)) == plain(to_html(FILES, rendered))


def plain(html):
    """Without white space, kinds of quotation mark, long #ffffff, and comments that end where the same one starts."""
    short = re.sub(r"#(\w)\1(\w)\2(\w)\3\b", r"#\1\2\3", unquote(unescape(html)))
    return re.sub(r"\s+", "", short).replace('"', "'").replace("<![endif]--><!--[ifmso|IE]>", "")


def test_the_doctype_is_upper_case_and_comes_first(compiled):
    assert compiled.startswith("<!DOCTYPE html>\n<html")


def test_important_rules_and_media_queries_survive(compiled):
    ours = "".join(text for file, text in FILES.texts.items() if "head" in file)
    mjmls = mjml2html(
        "<mjml><mj-body><mj-section><mj-column><mj-text/></mj-column></mj-section></mj-body></mjml>", fonts={}
    )
    for kept in ("!important", "@media", "prefers-color-scheme"):
        assert compiled.count(kept) == ours.count(kept) + mjmls.count(kept), kept
    for kept in ("[data-ogsc] ", "[data-ogsb] "):
        assert compiled.count(kept) == ours.count(kept) > 5, kept


def test_conditional_comments_stay_whole_and_no_other_comment_reaches_the_reader(tmp_path):
    story = block("blocks/story.mjml").replace("</mj-text>", "</mj-text><!-- a designer's remark -->")
    theme = theme_with(tmp_path, {"blocks/story.mjml": story})
    html = theme.html(make_context(FULL, theme.words))
    assert "remark" not in html
    comments = re.findall(r"<!--.*?-->", html, re.DOTALL)
    assert all(comment.startswith(("<!--[if", "<!--<![endif]")) for comment in comments)
    assert html.count("<!--[if") == html.count("<![endif]-->") > 10


def test_no_mjml_tag_and_no_marker_of_ours_survives(compiled):
    assert "<mj-" not in compiled
    assert not re.search(r"jinja\d+x|data-premailer", compiled)


def test_the_language_is_the_publications(compiled):
    assert 'lang="und"' not in compiled
    assert '<html lang="en" dir="ltr"' in weekly().html(make_context(FULL, weekly().words))


def test_included_sections_keep_the_bodys_width(compiled):
    """MRML forgets it in files that it includes itself."""
    assert compiled.count("max-width:600px;") == block("issue.mjml").count("<mj-section") > 1


def test_outlooks_column_is_as_wide_as_the_padding_leaves_it(compiled):
    """MRML reckons with 600 when a padding has a 0 without its unit."""
    assert set(re.findall(r"vertical-align:top;width:(\d+)px", compiled)) == {"520"}


def test_no_web_font_and_nothing_else_is_fetched(compiled):
    assert not re.search(r"fonts\.googleapis|@import|src=\"http", compiled)
    assert "<link" not in weekly().html(make_context(FULL, weekly().words))


def test_mjmls_own_reset_is_not_inlined(compiled):
    assert "-ms-interpolation-mode" in compiled
    assert 'style="border-collapse:collapse' not in compiled.replace("; ", ";")


JINJA = st.sampled_from(
    ["{{ a }}", "{{-\n b -}}", "{% if c\n %}", "{% endif %}", '{{ "}}" ~ d }}', "\n", "x <b>"]
)


@settings(deadline=None)
@given(st.lists(JINJA))
def test_hidden_jinja_comes_back_with_a_place_for_every_line(pieces):
    text = "".join(pieces)
    vault = Vault(environment())
    hidden = vault.hide(text, "a.mjml")
    assert not re.search(r"[{}%]", hidden)
    restored, places = vault.restore(hidden)
    assert re.sub(r"\s", "", restored) == re.sub(r"\s", "", text)
    lines, source = restored.split("\n"), text.split("\n")
    assert len(places) == len(lines)
    for line, place in zip(lines, places, strict=True):
        for name in re.findall(r"^ ([abcd]|if c) ", line):
            assert name in source[place.line - 1]


def test_jinja_comments_are_gone_and_lines_after_them_keep_their_number():
    vault = Vault(environment())
    _, places = vault.restore(vault.hide("{# one\ntwo #}\n{{ x }}", "a.mjml"))
    assert places[-1].line == 3


# Every mistake with its file and line


def changed(file, old, new):
    text = block(file)
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    return text.replace(old, new, 1), line


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("promo", "<mj-text css", "<mj-txt css", '<mj-txt> is no MJML tag; did you mean "mj-text"?'),
        ("promo", "mj-text css-class", "mj-text css-klass", 'no attribute css-klass; did you mean "css-class"?'),
        ("promo", 'css-class="tint box"', 'width="600px"', "<mj-text> has no attribute width"),
        ("promo", "<h3", "<h4", "not well formed: mismatched tag"),
        ("promo", "if promo.url", "if promo.uri", 'promo has no uri; did you mean "url"?'),
        ("promo", "{{ promo.kind }}", "{{ promos.kind }}", 'there is no promos; did you mean "promo"?'),
        ("promo", "{{ promo.kind }}", "{{ promo.kind|uper }}", 'there is no filter uper; did you mean "upper"?'),
        ("promo", "{{ promo.kind }}", "{{ promo.kind is evn }}", 'there is no test evn; did you mean "even"?'),
        ("promo", "{{ promo.kind }}", "{{ promo.kind }", "unexpected '}'"),
        ("promo", "{{ promo.kind }}", "{% endfor %}", "Encountered unknown tag 'endfor'"),
        ("promo", "{{ promo.kind }}", "{{ words.kind }}", "words has no kind"),
        ("promo", "{{ promo.kind }}", "{{ merge('unsubscribed') }}", "no merge tag unsubscribed; did you mean"),
        ("promo", "{{ promo.kind }}", "{{ merge('first_name') }}", "needs a word for readers whose name nobody knows"),
        ("promo", "{{ promo.kind }}", "{{ merge('first_name', fallback='you {}') }}", "of letters, digits, spaces"),
        ("promo", "{{ promo.kind }}", "{{ merge('email', 'none') }}", 'the merge tag "email" takes no fallback'),
        ("promo", "{{ promo.kind }}", "{{ merge('emial', promo.kind) }}", "no merge tag emial; did you mean"),
        ("promo", "{{ promo.kind }}", "{% include 'x' %}", "composed with <mj-include>"),
        ("promo", "<mj-raw>", "{% if promo.url %}{% endif %}<mj-raw>", "Jinja between MJML elements"),
        ("promo", "<mj-raw>", "<p>Hello</p><mj-raw>", "<p> stands between MJML elements"),
        ("promo", "<mj-raw>", "<mj-section/><mj-raw>", "<mj-section> cannot stand in <mj-column>"),
        ("promo", "<mj-raw>", '<mj-include path="blocks/promo.mjml"/><mj-raw>', "within itself"),
        ("promo", "<mj-raw>", '<mj-include path="blocks/pomo.mjml"/><mj-raw>', 'did you mean "blocks/promo'),
        ("promo", '"24px"', '"0" padding-left="{{ 3 }}"', "fixed when a theme is compiled"),
        ("quotes", "{% for quote in", "{% for quote in story.quote %}{% endfor %}{% for quote in", "story has no quote;"),
        ("quotes", "{{ quote.role }}", "{{ quote.rule }}", 'quote has no rule; did you mean "role"?'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_theme_is_told_with_file_and_line(told, file, old, new, message):
    text, line = changed(f"blocks/{file}.mjml", old, new)
    error = told(**{f"blocks__{file}_mjml": text})
    assert error.startswith(f"templates/weekly/blocks/{file}.mjml:{line}: "), error
    assert message in error


def test_a_block_left_open_is_told_in_its_own_file(told):
    text, _ = changed("blocks/promo.mjml", "{% endif %}", "")
    error = told(blocks__promo_mjml=text)
    assert error.startswith("templates/weekly/blocks/promo.mjml:")
    assert "'if'" in error


def test_a_mistake_in_the_text_part_is_told_with_its_line(told):
    error = told(issue_txt="{{ publication.masthead }}\n\n{{ stories[0].headlin }}\n")
    assert error == 'templates/weekly/issue.txt:3: this has no headlin; did you mean "headline"?'


def test_a_mistake_in_the_styles_is_told_with_its_line(told):
    wrong = "a {}\nb { color: {{ brand.acent }} }\n"
    for file in ("style", "head"):
        error = told(**{f"{file}_css": wrong})
        assert error == f'templates/weekly/{file}.css:2: brand has no acent; did you mean "accent"?'
        (Path("templates") / "weekly" / f"{file}.css").unlink()


def test_css_that_would_be_dropped_in_silence_is_told_with_its_line(told):
    error = told(style_css=".a { color: red; }\n.b { color {{ brand.ink }}; }\n")
    assert error.startswith('templates/weekly/style.css:2: no CSS: Property: No ":" after name found')


def test_a_label_that_every_theme_needs_is_missed(told):
    assert told(theme_toml="[words]\nby = 'By'\n").startswith("templates/weekly/theme.toml:1: [words] lacks ")


def test_broken_toml_is_told_with_its_line(told):
    assert told(theme_toml="a = 1\nb =\n").startswith("templates/weekly/theme.toml:2: ")


def test_an_unclosed_tag_at_the_end_of_a_file_is_told(told):
    assert "not well formed" in told(issue_mjml=block("issue.mjml").replace("</mj-body>", ""))


@pytest.mark.parametrize("part", ["blocks/opening.mjml", "issue.txt"])
def test_what_fails_only_when_rendered_is_told_with_file_and_line(tmp_path, monkeypatch, part):
    monkeypatch.chdir(tmp_path)
    text, line = changed(part, "{{ story.headline", "{{ story.headline / 2 }}{{ story.headline")
    theme = theme_with(tmp_path, {part: text})
    context = make_context(FULL, theme.words)
    with pytest.raises(ThemeError) as error:
        (theme.text if part == "issue.txt" else theme.html)(context)
    assert str(error.value).startswith(f"templates/weekly/{part}:{line}: unsupported operand"), error.value


def test_names_that_a_template_makes_for_itself_are_known(tmp_path):
    opening = block("blocks/opening.mjml")
    own = (
        "{% if story.related %}{% set first = story.related|first %}{{ first.title }}{% endif %}"
        "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(story.kicker) }}"
        "{% with a = story %}{{ a.headline }}{% endwith %}"
        "{% for name, link in {'a': 1}.items() %}{{ loop.index }}{{ name }}{{ link }}{% endfor %}"
        "{% for one in stories[1:] if one.url %}{{ one.headline }}{% else %}none{% endfor %}"
    )
    theme = theme_with(tmp_path, {"blocks/opening.mjml": opening.replace("<h2 ", own + "<h2 ", 1)})
    assert "InvestmentInvestment" in theme.html(make_context(FULL, theme.words))


def test_a_name_is_not_known_outside_its_loop(told):
    text, line = changed(
        "issue.mjml", '<mj-include path="blocks/footer.mjml" />', "<mj-raw>{{ story.slug }}</mj-raw>"
    )
    assert told(issue_mjml=text).startswith(f"templates/weekly/issue.mjml:{line}: there is no story")

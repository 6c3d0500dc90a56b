"""What mail programs are told in a theme's own words is in the letter to the last word: nothing is tidied away."""

import re

import pytest

from digest.render.files import gather
from digest.render.theme import bundled_templates, load_theme
from letters import THEMES

TOLD = (
    "!important",
    "@media",
    "prefers-color-scheme",
    "[data-ogsc]",
    "[data-ogsb]",
    "@supports",
    "@font-face",
    "@import",
)
MSO = re.compile(r"<!--\[if [^\]]*mso[^\]]*\]>")
INCLUDE = re.compile(r'<mj-include\s+path="([^"]+)"')
COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/", re.DOTALL)
PROBE = """
@font-face { font-family: Probe; src: local("Probe"); }
@supports (display: grid) { .probe { display: grid !important; } }
@media (prefers-color-scheme: dark) { .probe { color: #123456 !important; } }
@media screen and (-webkit-min-device-pixel-ratio: 0) { .probe { margin: 0 !important; } }
[data-ogsc] .probe { color: #123456 !important; }
[data-ogsb] .probe { background-color: #123456 !important; }
"""
PROBED_MSO = "<!--[if mso]><i>for Outlook</i><![endif]--><!--[if !mso]><!--><i>for others</i><!--<![endif]-->"


@pytest.fixture
def compiled(tmp_path):
    """A theme before an issue is put in, with files of it changed."""

    def make(theme, changes):
        for file, text in changes.items():
            path = tmp_path / "templates" / theme / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        made = load_theme(theme, [tmp_path / "templates", bundled_templates()], tmp_path / "cache")
        return "\n".join(line.text for line in made.lines)

    return make


def sources(theme):
    return gather(theme, [bundled_templates()]).texts


def kept_sheets(theme):
    """The sheets that stay in the head: `head.css`, and those named after it."""
    return {file: text for file, text in sources(theme).items() if re.fullmatch(r"head[\w-]*\.css", file)}


def counts(text):
    return {word: text.count(word) for word in TOLD}


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_of_the_sheets_in_the_head_is_in_the_letter(compiled, theme):
    sheets = kept_sheets(theme)
    told = counts(COMMENT.sub("", "".join(sheets.values())))
    assert told["!important"]
    assert told["prefers-color-scheme"]
    whole, without = counts(compiled(theme, {})), counts(compiled(theme, dict.fromkeys(sheets, "")))
    assert {word: whole[word] - without[word] for word in TOLD} == told


@pytest.mark.parametrize("theme", THEMES)
def test_every_comment_for_outlook_is_in_the_letter(compiled, theme):
    texts = sources(theme)

    def expanded(file):
        return INCLUDE.sub(lambda include: expanded(include[1]), COMMENT.sub("", texts[file]))

    ours = len(MSO.findall(expanded("issue.mjml")))
    plain = {
        file: re.sub(r"<!--\[if.*?<!\[endif\]-->", "", text, flags=re.DOTALL)
        for file, text in texts.items()
        if file.endswith(".mjml") and MSO.search(text)
    }
    assert len(MSO.findall(compiled(theme, {}))) - len(MSO.findall(compiled(theme, plain))) == ours


@pytest.mark.parametrize("theme", THEMES)
def test_whatever_a_designer_tells_mail_programs_survives(compiled, theme):
    sheet, first = next(iter(kept_sheets(theme).items()))
    issue = sources(theme)["issue.mjml"].replace("<mj-raw>", f"<mj-raw>{PROBED_MSO}", 1)
    before = compiled(theme, {})
    after = compiled(theme, {sheet: first + PROBE, "issue.mjml": issue})
    assert {word: counts(after)[word] - counts(before)[word] for word in TOLD} == counts(PROBE)
    assert len(MSO.findall(after)) - len(MSO.findall(before)) == len(MSO.findall(PROBED_MSO))
    assert "for Outlook" in after
    assert "for others" in after

"""A theme may be based on another, is compiled for a width, and is listed with what it says of itself."""

import pytest
from msgspec.structs import replace

from digest.errors import InputError, ThemeError
from digest.model import Brand
from digest.render.catalogue import catalogue
from digest.render.email import render
from digest.render.theme import bundled_templates, load_theme
from issues_for_render import FULL, LEAD, QUAYSIDE, block, make_issue, theme_with, weekly

BASED = {"theme.toml": 'base = "weekly"\n[words]\nread_more = "Go on"\n'}


def told(tmp_path, changes, name="quay"):
    with pytest.raises(InputError) as error:
        theme_with(tmp_path, changes, name=name)
    return str(error.value)


# Based on another


def test_a_theme_has_the_files_and_words_of_its_base(tmp_path):
    theme = theme_with(tmp_path, BASED, name="quay")
    assert theme.words == {**weekly().words, "read_more": "Go on"}
    assert render(FULL, theme).html == render(FULL, weekly()).html.replace("Read the full story", "Go on")


def test_a_file_of_its_own_goes_before_the_bases(tmp_path):
    own = {"blocks/note.mjml": "<mj-raw>OWN {{ note.html() }}</mj-raw>"}
    html = render(FULL, theme_with(tmp_path, BASED | own, name="quay")).html
    assert "OWN <p>Good morning" in html
    assert "Harbour board drops" in html


def test_a_block_that_a_newsroom_changes_is_changed_in_themes_based_on_its_theme(tmp_path):
    theme_with(tmp_path, {"blocks/note.mjml": "<mj-raw>NEWSROOM {{ note.html() }}</mj-raw>"})
    assert "NEWSROOM <p>Good" in render(FULL, theme_with(tmp_path, BASED, name="quay")).html


def test_a_changed_word_of_the_base_is_compiled_again(tmp_path):
    before = theme_with(tmp_path, BASED, name="quay")
    theme_with(tmp_path, {"theme.toml": block("theme.toml").replace('"Related"', '"See also"')})
    after = theme_with(tmp_path, BASED, name="quay")
    assert (before.words["related"], after.words["related"]) == ("Related", "See also")


def test_a_base_that_is_not_there_is_told_with_those_there_are(tmp_path):
    error = told(tmp_path, {"theme.toml": 'base = "weakly"\n'})
    assert error.startswith(f"{tmp_path}/templates/quay/theme.toml: base: ")
    assert 'there is no theme "weakly"; there are: ' in error


def test_a_theme_is_not_based_on_itself_on_any_way(tmp_path):
    assert "is based on this theme itself" in told(tmp_path, {"theme.toml": 'base = "quay"\n'})
    other = tmp_path / "templates" / "other"
    other.mkdir()
    (other / "theme.toml").write_text('base = "quay"\n')
    assert "is based on this theme itself" in told(tmp_path, {"theme.toml": 'base = "other"\n'})


def test_every_mistake_of_theme_toml_is_told_with_its_line(tmp_path):
    error = told(tmp_path, {"theme.toml": 'base = "weekly"\ndescripton = "x"\n[words]\nby = 3\n'})
    assert f'{tmp_path}/templates/quay/theme.toml:2: descripton: unknown key "descripton"; did you' in error
    assert "theme.toml:4: words.by: expected text, got 3" in error


def test_a_block_that_is_told_of_must_be_there(tmp_path):
    error = told(tmp_path, {"theme.toml": BASED["theme.toml"] + '[blocks]\nstroy = "A story"\n'})
    assert error.endswith("theme.toml:5: [blocks] tells of stroy; there is no blocks/stroy.mjml")


# Compiled for a width


def at_width(tmp_path, width, changes):
    theme_with(tmp_path, changes)
    folders = [tmp_path / "templates", bundled_templates()]
    theme = load_theme("weekly", folders, tmp_path / "cache", width)
    return render(make_issue(LEAD, publication=replace(QUAYSIDE, brand=Brand(width=width))), theme).html


def widened():
    return block("issue.mjml").replace('width="600px"', 'width="{{ brand.width }}px"')


@pytest.mark.parametrize("width", [480, 600, 700])
def test_a_theme_is_compiled_for_the_width_of_the_brand(tmp_path, width):
    html = at_width(tmp_path, width, {"issue.mjml": widened()})
    assert f"max-width:{width}px" in html
    assert f'width="{width}"' in html or f"width:{width}px" in html


def test_the_default_width_gives_the_very_same_mail(tmp_path):
    assert at_width(tmp_path, 600, {"issue.mjml": widened()}) == at_width(
        tmp_path, 600, {"issue.mjml": block("issue.mjml")}
    )


def test_sums_of_the_width_are_worked_out_and_other_expressions_wait_for_the_issue(tmp_path):
    sums = (
        '<mj-text padding="{{ brand.width // 62 }}px">'
        "{{ (brand.width - 80) // 2 }} {{ [brand.width]|first }} {% set half = brand.width // 4 %}{{ half }}"
        "</mj-text>"
    )
    assert ">270 620 155<" in at_width(tmp_path, 620, {"blocks/masthead.mjml": sums})


@pytest.mark.parametrize("wrong", ["{{ brand.width // 0 }}", "{{ brand.width * * 2 }}"])
def test_a_sum_that_cannot_be_worked_out_is_told_with_its_line(tmp_path, wrong):
    error = told(tmp_path, {"blocks/note.mjml": f"\n<mj-raw>{wrong}</mj-raw>"}, name="weekly")
    assert error.startswith(f"{tmp_path}/templates/weekly/blocks/note.mjml:2: {wrong} cannot be worked out")


def test_files_of_the_brand_are_no_names_for_templates(tmp_path):
    error = told(tmp_path, {"blocks/note.mjml": "<mj-raw>{{ brand.logo }}</mj-raw>"}, name="weekly")
    assert "note.mjml:1: brand has no logo" in error


def test_a_pictures_height_may_be_asked_for_and_a_misspelt_question_is_told(tmp_path):
    asked = "{{% for s in stories if s.image %}}{{{{ s.image.{} }}}}{{% endfor %}}"
    good = f"<mj-raw>{asked.format('height_at(520)')}</mj-raw>"
    theme_with(tmp_path, {"blocks/note.mjml": good})
    wrong = f"<mj-raw>{asked.format('hight_at(520)')}</mj-raw>"
    error = told(tmp_path, {"blocks/note.mjml": wrong}, name="weekly")
    assert 's.image has no hight_at; did you mean "height_at"?' in error


# The lines of its HTML


def test_a_line_of_a_themes_html_knows_where_it_came_from(tmp_path):
    theme = theme_with(tmp_path, {"blocks/note.mjml": "<mj-raw>\n{{ note.html() }}</mj-raw>"})
    (line,) = [line for line in theme.lines if "note.html()" in line.text]
    assert (line.file, line.line) == (f"{tmp_path}/templates/weekly/blocks/note.mjml", 2)
    kept = load_theme("weekly", [tmp_path / "templates", bundled_templates()], tmp_path / "cache")
    assert kept.lines == theme.lines


# Listed


def test_every_theme_is_listed_with_its_blocks(tmp_path):
    theme_with(tmp_path, {"blocks/note.mjml": block("blocks/note.mjml")})
    theme_with(tmp_path, {"theme.toml": 'base = "weekly"\ndescription = "Ours"\n'}, name="quay")
    folders = (tmp_path / "templates", bundled_templates())
    entries = {entry.name: entry for entry in catalogue(folders)}
    assert {"quay", "weekly"} <= entries.keys()
    quay, bundled = entries["quay"], entries["weekly"]
    assert (quay.description, quay.base, bundled.base) == ("Ours", "weekly", "")
    assert {block.name for block in quay.blocks} == {block.name for block in bundled.blocks}
    assert "story" in {block.name for block in quay.blocks}
    own = f"{tmp_path}/templates/weekly/blocks/note.mjml"
    assert bundled.shadowing == quay.shadowing == (own,)
    assert [block.file for block in quay.blocks if block.name == "note"] == [own]


def test_a_theme_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "theme.toml").write_text("[words\n")
    with pytest.raises(ThemeError):
        catalogue((tmp_path, bundled_templates()))

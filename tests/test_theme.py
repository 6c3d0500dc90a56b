"""A theme is found file by file, newsroom first, and kept compiled where that is possible."""

import subprocess
import sys
from pathlib import Path

import pytest

from digest.errors import InputError, ThemeError
from digest.render import cache
from digest.render.email import render
from digest.render.theme import bundled_templates, load_theme
from issues_for_render import FULL, block, theme_with, weekly

HEAVY = {"mjml", "premailer", "cssutils", "lxml", "requests", "babel", "markdown_it", "tomllib"}


def html(theme):
    return render(FULL, theme).html


@pytest.fixture
def kept(tmp_path):
    """A cache folder and what loading the weekly theme with it gives."""
    folder = tmp_path / "kept"
    return folder, lambda: html(load_theme("weekly", [bundled_templates()], folder))


# Found


def test_a_newsroom_changes_one_file_and_keeps_the_rest(tmp_path):
    theme = theme_with(tmp_path, {"blocks/note.mjml": "<mj-raw>NOTE {{ note.html() }}</mj-raw>"})
    assert "NOTE <p>Good morning" in html(theme)
    assert "Harbour board drops" in html(theme)


def test_a_newsroom_brings_a_theme_of_its_own(tmp_path):
    own = {"issue.mjml": block("issue.mjml"), "issue.txt": "own", "theme.toml": block("theme.toml")}
    own |= {
        f"blocks/{path.name}": path.read_text() for path in (bundled_templates() / "weekly/blocks").iterdir()
    }
    theme = theme_with(tmp_path, own, name="quay")
    assert (theme.name, render(FULL, theme).text) == ("quay", "own\n")


@pytest.mark.parametrize("name", ["weakly", "", ".", "..", "../templates/weekly", "a/b", "weekly/blocks"])
def test_an_unknown_theme_is_refused_with_those_there_are(tmp_path, name):
    with pytest.raises(InputError, match=r"there is no theme .*; there are: .*weekly"):
        load_theme(name, [tmp_path / "templates", bundled_templates()])


def test_a_theme_without_its_main_file_is_refused(tmp_path):
    with pytest.raises(ThemeError, match=r'the theme "half" has no issue\.mjml'):
        theme_with(tmp_path, {"theme.toml": "[words]\n"}, name="half")


def test_a_file_that_is_no_text_is_refused_by_its_name(tmp_path):
    folder = tmp_path / "templates" / "weekly"
    folder.mkdir(parents=True)
    (folder / "issue.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ThemeError, match=r"issue\.txt: cannot be read"):
        theme_with(tmp_path, {})


def test_the_newsrooms_own_file_is_named_when_it_is_wrong(tmp_path):
    with pytest.raises(ThemeError) as error:
        theme_with(tmp_path, {"blocks/note.mjml": "<mj-raw>\n{{ nott }}</mj-raw>"})
    assert str(error.value).startswith(f"{tmp_path}/templates/weekly/blocks/note.mjml:2: there is no nott")


# Kept


def test_a_kept_theme_gives_the_same_bytes(kept):
    _, load = kept
    assert load() == load() == html(weekly())


def test_a_changed_file_is_compiled_again(tmp_path):
    changed = block("blocks/footer.mjml").replace("%} · {% endif", "%} or {% endif")
    before = html(theme_with(tmp_path, {}))
    after = html(theme_with(tmp_path, {"blocks/footer.mjml": changed}))
    assert before.replace("</a> · <a", "</a> or <a") == after != before


def test_another_version_of_a_tool_has_another_key(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    before = cache.key(["a"])
    (tmp_path / "premailer-99.0.dist-info").mkdir()
    assert cache.key(["a"]) != before


def test_parts_of_a_key_do_not_run_together():
    assert cache.key(["ab", "c"]) != cache.key(["a", "bc"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-20]),
        lambda path: path.write_bytes(path.read_bytes()[:500] + b"X" + path.read_bytes()[501:]),
        lambda path: path.write_bytes(b"\x00" * 5000),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["empty", "cut short", "one byte wrong", "zeros", "a folder"],
)
def test_a_spoilt_cache_is_never_used(kept, spoil):
    folder, load = kept
    first = load()
    (path,) = folder.iterdir()
    spoil(path)
    assert load() == first == load()


def test_a_cache_that_cannot_be_written_costs_only_time(kept):
    folder, load = kept
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder would be")
    assert load() == html(weekly())


def test_a_read_only_cache_costs_only_time(kept, monkeypatch):
    folder, load = kept

    def refuse(*_, **__):
        raise PermissionError(13, "read-only")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert load() == html(weekly())
    assert not list(folder.iterdir())


def test_a_rename_that_fails_leaves_nothing_behind(kept, monkeypatch):
    folder, load = kept
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("busy")))
    assert load() == html(weekly())
    assert not list(folder.iterdir())


def test_without_a_home_a_theme_is_compiled_each_time(monkeypatch):
    monkeypatch.setattr(cache, "user_cache", lambda: None)
    assert html(load_theme("weekly", [bundled_templates()])) == html(weekly())


def test_the_users_own_cache_folder_is_used(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache.user_cache() == tmp_path / "newsroom-digest"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.user_cache() == tmp_path / ".cache" / "newsroom-digest"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache.user_cache() == tmp_path / "local" / "newsroom-digest"


def test_old_themes_are_forgotten(tmp_path):
    for number in range(60):
        cache.keep(tmp_path, str(number), number)
    assert cache.fetch(tmp_path, "59") == 59
    assert len(list(tmp_path.iterdir())) == 40


CODE = """
import sys
from pathlib import Path
from digest.render.theme import bundled_templates, load_theme
from digest.render.email import render
from issues_for_render import make_issue, LEAD, QUAYSIDE
theme = load_theme("weekly", [bundled_templates()], Path(sys.argv[1]))
sys.stdout.write(render(make_issue(LEAD, publication=QUAYSIDE), theme).html)
sys.stderr.write(" ".join(sys.modules))
"""


def start(folder):
    return subprocess.Popen(
        [sys.executable, "-c", CODE, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": f"{Path(__file__).parent}:{Path(__file__).parent.parent}", "PYTHONUTF8": "1"},
    )


def test_two_processes_may_compile_at_once_and_a_warm_start_imports_nothing_heavy(tmp_path):
    both = [start(tmp_path), start(tmp_path)]
    (one, modules), (other, _) = [process.communicate() for process in both]
    assert one == other
    assert b"<!DOCTYPE html>" in one
    assert {"mjml", "premailer"} <= set(modules.decode().split())
    (path,) = tmp_path.iterdir()
    assert not path.suffix

    warm, modules = start(tmp_path).communicate()
    assert warm == one
    assert not HEAVY & set(modules.decode().split())


def test_a_changed_compiler_compiles_again(kept, monkeypatch):
    folder, load = kept
    load()
    monkeypatch.setattr("digest.render.theme._compiler", lambda: ["another"])
    load()
    assert len(list(folder.iterdir())) == 2

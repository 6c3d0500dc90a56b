"""Imports run down only, type-only ones included; heavy libraries stay where they are used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from pasted import FEES

PACKAGE = Path(__file__).parent.parent / "digest"
FLOORS = [  # a module imports from lower floors, or from its own room
    {"__main__"},
    {"cli"},
    {"preview"},
    {"slips"},
    {"report", "proofsheet", "sarif"},
    {"outward"},
    {"checkup"},
    {"build"},
    {"scaffold", "editing"},
    {"intake", "offer"},
    {"issue", "pictures", "reading", "whereabouts"},
    {"earlier", "illustration"},
    {"related"},
    {"newsroom", "issuefile", "sources", "extract", "render", "preflight", "handoff"},
    {"newsroomfile", "tomlfile", "verbatim", "figures", "files", "naming", "progress", "reply", "mergetags"},
    {"plugins", "patterns"},
    {"nearmiss", "colours"},
    {"model", "errors"},
    {"shapes", "__init__"},
]
ONLY_IN = {
    "click": {"cli"},
    "mjml": {"render/compile"},
    "premailer": {"render/compile"},
    "jinja2": {"render"},
    "ftfy": {"sources"},
    "babel": {"render"},
    "markdown_it": {"preflight", "render", "sources"},
    "markupsafe": {"render"},
    "slugify": {"naming"},
    "feedparser": {"sources"},
    "httpx": {"handoff/caller", "sources"},
    "keyring": {"handoff/secrets"},
    "filelock": {"handoff/state"},
    "smtplib": {"handoff/mailserver", "handoff/smtp"},
    "lxml": {"preflight", "sources"},
    "trafilatura": {"sources"},
    "yaml": {"sources"},
    "tinycss2": {"preflight"},
    "cssselect": {"preflight"},
    "rapidfuzz": {"sources"},
    "icalendar": {"render"},
    "PIL": {"render/darkroom", "render/prints"},
    "llm": {"extract"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
}
OF_PACKAGE = {"__version__"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    inside = path.relative_to(PACKAGE).with_suffix("").parts
    return inside[0]


def floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_from_lower_floors_or_its_own_room(path):
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("digest.")}
    for other in ours - {room(path)} - OF_PACKAGE:
        assert floor(other) > floor(room(path)), f"{path.name} imports {other}"


def test_every_room_has_one_floor_and_every_floor_its_rooms():
    assert sorted(name for names in FLOORS for name in names) == sorted({room(path) for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_known_only_where_it_belongs(path):
    here = str(path.relative_to(PACKAGE).with_suffix(""))
    for library in {name.split(".")[0] for name in imports(path)} & ONLY_IN.keys():
        assert any(here == place or here.startswith(f"{place}/") for place in ONLY_IN[library]), library


HEAVY = {"premailer", "cssutils", "lxml", "requests", "mjml", "ftfy", "httpx", "babel", "markdown_it"}
HEAVY |= {"trafilatura", "feedparser", "icalendar", "rapidfuzz", "yaml", "llm", "xml", "ssl", "PIL", "email"}
HEAVY |= {"starlette", "uvicorn", "watchfiles", "asyncio", "keyring", "filelock", "smtplib"}


def modules_after(code: str, *args: str) -> set[str]:
    script = f"import sys; sys.argv = {['digest', *args]!r}\n{code}\n"
    script += "print('\\n'.join(sys.modules), file=sys.__stderr__)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_help_imports_nothing_heavy():
    seen = modules_after("try:\n  from digest.cli import main; main()\nexcept SystemExit: pass", "--help")
    assert not seen & (HEAVY | {"jinja2"})
    assert "digest.cli" in seen


def test_a_build_from_a_warm_cache_imports_nothing_heavy(newsroom):
    newsroom({"a.txt": FEES})
    code = "try:\n  from digest.cli import main; main()\nexcept SystemExit: pass"
    modules_after(code, "build", "a.txt")  # warms the cache
    seen = modules_after(code, "build", "a.txt")
    assert "digest.render.theme" in seen
    assert not seen & HEAVY

"""The maps are true: what a README names is there, and what is there is named."""

import re
from pathlib import Path

import pytest

from digest.handoff.provider import provider_class
from digest.mergetags.table import TABLE
from digest.plugins import PROVIDERS, offered
from digest.render import views

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
MAP = (ROOT / "digest" / "README.md").read_text()
THEMES = (ROOT / "templates" / "README.md").read_text()
VIEWS = [view for name, view in vars(views).items() if name == "Context" or name.endswith("View")]


def test_the_two_commands_are_one_line_each():
    first, second = re.findall(r"^    (\S.*)$", README, re.MULTILINE)
    assert first.endswith("digest build sample-weekly")
    assert (ROOT / second.removeprefix("bash ")).is_file()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", README))
def test_what_the_readme_links_to_is_there(target):
    assert (ROOT / target).is_file()


@pytest.mark.parametrize("module", sorted(set(re.findall(r"[\w/]+\.py\b", MAP))))
def test_every_module_on_the_map_is_there(module):
    assert (ROOT / "digest" / module).is_file() or module == "tests/test_layers.py"


@pytest.mark.parametrize("path", sorted((ROOT / "digest").glob("[!_]*.py")), ids=lambda path: path.name)
def test_every_module_of_the_ground_floor_is_on_the_map(path):
    assert path.name in MAP


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_name_a_template_may_use_is_told_to_designers(view):
    untold = [name for name in view.__struct_fields__ if not re.search(rf"`{name}[`.(]", THEMES)]
    assert untold == []


@pytest.mark.parametrize("name", sorted(offered(PROVIDERS)))
def test_every_setting_of_a_provider_is_told_to_editors(name):
    (row,) = re.findall(rf"^\| `{name}` \|.*$", README, re.MULTILINE)
    for setting in provider_class(name).settings.__struct_fields__:
        assert f"`{setting} = " in row or setting == "url"


@pytest.mark.parametrize("name", sorted(TABLE.keys() - offered(PROVIDERS).keys() - {"generic"}))
def test_every_provider_that_gets_a_kit_is_named(name):
    assert TABLE[name].title.removeprefix("Amazon ") in README

"""What packages offer under our entry-point groups."""

import pytest

from digest.errors import UsageError
from digest.plugins import READERS, SUMMARISERS, installed, load, offered


def test_built_in_readers_come_through_the_same_door():
    assert "text" in offered(READERS)
    assert load(READERS, "text").__name__ == "digest.sources.pasted.article"


def test_built_in_summarisers_come_through_the_same_door():
    assert {"extractive", "llm"} <= offered(SUMMARISERS).keys()
    assert load(SUMMARISERS, "extractive").__name__ == "digest.extract.summary"


def test_a_name_that_nobody_offers_is_told_with_the_nearest():
    with pytest.raises(UsageError, match=r'no plug-in "tekst" among digest.readers.*"text"'):
        load(READERS, "tekst")


def plug_in(tmp_path, monkeypatch, value):
    place = tmp_path / "newsroom_tools-1.0.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-tools\nVersion: 1.0\n")
    (place / "entry_points.txt").write_text(f"[digest.readers]\nours = {value}\n")
    monkeypatch.syspath_prepend(tmp_path)
    installed.cache_clear()


@pytest.fixture(autouse=True)
def forget():
    yield
    installed.cache_clear()


def test_a_plug_in_that_does_not_load_is_told_by_name(tmp_path, monkeypatch):
    plug_in(tmp_path, monkeypatch, "no_such_module_anywhere")
    with pytest.raises(UsageError, match=r'the plug-in "ours" of digest.readers.*does not load'):
        load(READERS, "ours")


@pytest.mark.parametrize("value", ["json", "json.decoder:JSONDecoder.decode", "json:loads [fast]"])
def test_a_plug_in_is_a_module_or_an_object_in_one_and_may_name_extras(tmp_path, monkeypatch, value):
    plug_in(tmp_path, monkeypatch, value)
    assert load(READERS, "ours").__name__ in {"json", "decode", "loads"}


def test_the_same_plug_ins_are_found_as_by_the_standard_library():
    from importlib.metadata import entry_points

    for group in (READERS, SUMMARISERS):
        assert offered(group) == {point.name: point.value for point in entry_points(group=group)}


def test_a_package_that_cannot_be_read_offers_nothing(tmp_path, monkeypatch):
    plug_in(tmp_path, monkeypatch, "json")
    (tmp_path / "newsroom_tools-1.0.dist-info" / "entry_points.txt").write_bytes(
        b"[digest.readers]\nours = \xff\n"
    )
    installed.cache_clear()
    assert "ours" not in offered(READERS)

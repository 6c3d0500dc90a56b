"""What packages offer under our entry-point groups."""

import pytest

from digest.errors import UsageError
from digest.plugins import READERS, SUMMARISERS, load, offered


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
    offered.cache_clear()


@pytest.fixture(autouse=True)
def forget():
    yield
    offered.cache_clear()


def test_a_plug_in_that_does_not_load_is_told_by_name(tmp_path, monkeypatch):
    plug_in(tmp_path, monkeypatch, "no_such_module_anywhere")
    with pytest.raises(UsageError, match=r'the plug-in "ours" of digest.readers.*does not load'):
        load(READERS, "ours")

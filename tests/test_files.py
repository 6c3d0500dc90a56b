"""Files are written whole or not at all."""

import stat

import pytest

from digest.errors import UsageError
from digest.files import write_new, write_whole


def test_folders_are_made_as_needed(tmp_path):
    write_whole({tmp_path / "a" / "b.txt": b"x"})
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"


def test_when_one_file_cannot_be_written_none_is(tmp_path):
    (tmp_path / "old.txt").write_bytes(b"old")
    (tmp_path / "blocked").write_bytes(b"a file where a folder is wanted")
    with pytest.raises(UsageError, match="cannot be written"):
        write_whole({tmp_path / "old.txt": b"new", tmp_path / "blocked" / "x.txt": b"x"})
    assert (tmp_path / "old.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blocked", "old.txt"]


def test_a_folder_where_a_file_is_wanted_leaves_the_others_as_they_were(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(UsageError, match=r"b\.txt: cannot be written \(a folder is in its place\)"):
        write_whole({tmp_path / "a.txt": b"new", tmp_path / "b.txt": b"x"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_symbolic_link_stays_one_and_its_file_is_written(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "issue.toml").write_bytes(b"old")
    link = tmp_path / "issue.toml"
    link.symlink_to("shared/issue.toml")
    write_whole({link: b"new"})
    assert link.is_symlink()
    assert (tmp_path / "shared" / "issue.toml").read_bytes() == b"new"


def test_a_new_file_never_overwrites_one_that_is_there(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"mine")
    with pytest.raises(UsageError, match="never overwritten"):
        write_new(tmp_path / "a.txt", b"theirs")
    assert (tmp_path / "a.txt").read_bytes() == b"mine"


def test_files_get_the_usual_rights(tmp_path):
    (tmp_path / "usual.txt").write_bytes(b"")
    write_whole({tmp_path / "a.txt": b"x"})
    rights = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual.txt", "a.txt")]
    assert rights[0] == rights[1]

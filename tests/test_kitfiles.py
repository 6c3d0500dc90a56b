"""The zip of a kit: the same files, the same bytes, whoever makes it and whenever."""

import datetime as dt
import io
from zipfile import ZIP_STORED, ZipFile

from hypothesis import given
from hypothesis import strategies as st

from digest.handoff.kitfiles import zipped

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
FILES = {
    "email.html": b"<p>Fees fall</p>",
    "images/quay.jpg": bytes(range(256)),
    "webinar-für-häfen.ics": b"BEGIN",
}
NAMES = st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1, max_size=8)


def entries(content):
    return ZipFile(io.BytesIO(content)).infolist()


@given(st.dictionaries(NAMES, st.binary(max_size=60), max_size=5))
def test_every_file_comes_out_as_it_went_in(files):
    with ZipFile(io.BytesIO(zipped(files, NOON))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_the_order_in_which_files_come_changes_nothing():
    assert zipped(FILES, NOON) == zipped(dict(reversed(FILES.items())), NOON)


def test_nothing_is_packed_and_everything_may_be_read():
    for entry in entries(zipped(FILES, NOON)):
        assert entry.compress_type == ZIP_STORED
        assert entry.external_attr >> 16 == 0o100644
        assert entry.create_system == 3


def test_files_are_dated_by_the_moment_in_universal_time():
    east = dt.datetime(2026, 11, 21, 1, tzinfo=dt.timezone(dt.timedelta(hours=13)))
    assert {entry.date_time for entry in entries(zipped(FILES, NOON))} == {(2026, 11, 20, 12, 0, 0)}
    assert zipped(FILES, east) == zipped(FILES, NOON)


def test_a_moment_that_a_zip_cannot_have_becomes_the_nearest():
    early = entries(zipped(FILES, dt.datetime(1970, 1, 1, tzinfo=dt.UTC)))
    late = entries(zipped(FILES, dt.datetime(2300, 1, 1, tzinfo=dt.UTC)))
    assert {entry.date_time[0] for entry in early} == {1980}
    assert {entry.date_time[0] for entry in late} == {2107}


def test_a_name_keeps_its_letters():
    assert "webinar-für-häfen.ics" in {entry.filename for entry in entries(zipped(FILES, NOON))}

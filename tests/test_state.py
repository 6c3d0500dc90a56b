import json
import multiprocessing
from datetime import UTC, datetime

import pytest

from digest.errors import HandoffError
from digest.handoff.state import FILE, Handed, Proofed, State, copy_of, open_state, read_state, shortened

AT = datetime(2026, 11, 20, 11, 30, tzinfo=UTC)
HANDED = Handed(
    account="a", ids={"id": "7"}, name="n", fingerprint="f", email="e", at=AT, facts={"subject": "s"}
)


def test_what_is_kept_is_read_again(tmp_path):
    with open_state(tmp_path) as book:
        book.keep("resend", HANDED)
        book.keep_proof(Proofed(at=AT, to=("ann@example.org",), fingerprint="e"))
    assert read_state(tmp_path) == State(
        drafts={"resend": HANDED}, proof=Proofed(at=AT, to=("ann@example.org",), fingerprint="e")
    )


def test_where_there_is_none_nothing_is_known(tmp_path):
    assert read_state(tmp_path) == State()


def test_long_facts_lie_beside_it_word_for_word(tmp_path):
    with open_state(tmp_path) as book:
        book.keep("resend", HANDED, {"html": "<p>café</p>\r\n", "text": "café\n"})
    assert copy_of(tmp_path, "resend", "html").read_bytes() == "<p>café</p>\r\n".encode()
    assert copy_of(tmp_path, "resend", "text").read_bytes() == "café\n".encode()


def test_of_long_facts_the_file_has_the_hash_alone():
    facts = shortened({"subject": "s", "html": "<p>"})
    assert facts["subject"] == "s"
    assert facts["html"].startswith("sha256:")


def test_a_second_provider_leaves_the_first_alone(tmp_path):
    with open_state(tmp_path) as book:
        book.keep("resend", HANDED)
        book.keep("brevo", HANDED)
    assert set(read_state(tmp_path).drafts) == {"brevo", "resend"}


def test_the_file_is_readable_for_people(tmp_path):
    with open_state(tmp_path) as book:
        book.keep("resend", HANDED)
    text = (tmp_path / FILE).read_text()
    assert json.loads(text)["drafts"]["resend"]["ids"] == {"id": "7"}
    assert text.count("\n") > 5


@pytest.mark.parametrize(
    "content", [b"", b"{", b"3", b"\xff", b'{"version": "x"}', b'{"version": 1, "drafts": {"a": 1}}',
     b'{"drafts": {"a": {"ids": {"message": "7"}}}}', b'{"drafts": {"a": {"ids": {"id": ""}}}}',
     b'{"drafts": {"a": {"at": "2026-11-20T10:00:00"}}}']
)  # fmt: skip
def test_a_broken_file_is_told_with_what_to_do(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(HandoffError, match=r"handoff\.json: cannot be read .*nothing was done.*move it away"):
        read_state(tmp_path)


def test_a_newer_version_s_file_is_not_touched(tmp_path):
    (tmp_path / FILE).write_text('{"version": 2}')
    with pytest.raises(HandoffError, match="newer version"):
        read_state(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HandoffError, match="nothing can be written there"), open_state(tmp_path / "file"):
        pass


def _hold(folder, ready, done):
    with open_state(folder):
        ready.set()
        done.wait(30)


def test_one_at_a_time_and_the_lock_goes_with_its_process(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, ready, done))
    other.start()
    try:
        assert ready.wait(30)
        with pytest.raises(HandoffError, match="by somebody else"), open_state(tmp_path):
            pass
    finally:
        other.kill()
        other.join()
    with open_state(tmp_path) as book:
        book.keep("resend", HANDED)

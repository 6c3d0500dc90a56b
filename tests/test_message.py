"""The message as a file, read back by Python's own email package."""

import datetime as dt
import email
import email.policy
import email.utils
import shutil
import subprocess
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from digest.errors import InputError, UsageError
from digest.handoff.message import compose, moment_of, set_moment
from digest.model import Email, ImageFile, Publication
from issues_for_render import make_issue, make_story
from photos import drawing, stored

SENDER = Publication(
    name="Quayside Weekly",
    sender_name="Zoë at Quayside",
    sender_address="weekly@quayside.example",
    reply_to="desk@quayside.example",
)
EMAIL = Email(
    subject="Fees fall",
    preheader="",
    html='<!DOCTYPE html>\n<html lang="en"><p>Fees fall — a tenth</p></html>\n',
    text="Fees fall – a tenth\n\nFrom October.\n",
)
ISSUE = make_issue(make_story(), publication=SENDER, day=dt.date(2026, 11, 20))
NAMES = st.text(st.characters(codec="utf-8"), max_size=120)


def read(content):
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert [part.defects for part in message.walk()] == [[]] * len(list(message.walk()))
    assert all(not value.defects for value in message.values() if hasattr(value, "defects"))
    return message


def told(message, kind):
    return message.get_body((kind,)).get_content().replace("\r\n", "\n")


def kinds(message):
    return [part.get_content_type() for part in message.walk()]


def one_line(text):
    """A text as a header can have it: what ends a line or steers a terminal is a space."""
    return "".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029" else c for c in text)


def same_words(one, two):
    return one.split() == two.split()


def name_in(content):
    """The sender's name and address by RFC 2047: some releases of `policy.default` put a space too much
    between two encoded words of a name, and are asked for its other characters only.
    """
    (sender,) = read(content)["From"].addresses
    unfolded = "".join(email.message_from_bytes(content)["From"].splitlines())
    name, address = email.utils.parseaddr(unfolded)
    decoded = str(make_header(decode_header(name)))
    assert "".join(sender.display_name.split()) == "".join(decoded.split())
    assert sender.addr_spec == address
    return decoded, address


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_both_parts_arrive_as_they_were_the_text_first():
    message = read(compose(ISSUE, EMAIL))
    assert kinds(message) == ["multipart/alternative", "text/plain", "text/html"]
    assert told(message, "plain") == EMAIL.text
    assert told(message, "html") == EMAIL.html


def test_who_it_is_from_and_where_answers_go():
    message = read(compose(ISSUE, EMAIL))
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Zoë at Quayside", "weekly@quayside.example")
    assert message["Reply-To"].addresses[0].addr_spec == "desk@quayside.example"
    assert message["Subject"] == "Fees fall"
    assert message["MIME-Version"] == "1.0"


def test_it_reaches_nobody_but_its_sender():
    message = read(compose(ISSUE, EMAIL))
    assert str(message["To"]) == str(message["From"])
    assert "Cc" not in message
    assert "Bcc" not in message


def test_a_publication_without_a_sender_has_an_address_that_cannot_be_anybodys():
    message = read(compose(make_issue(make_story()), EMAIL))
    (sender,) = message["From"].addresses
    assert sender.display_name == "Quayside Weekly"
    assert sender.domain.endswith(".invalid")
    assert "Reply-To" not in message


def test_the_same_issue_gives_the_same_bytes_and_another_text_another_id():
    assert compose(ISSUE, EMAIL) == compose(ISSUE, EMAIL)
    other = compose(ISSUE, replace(EMAIL, text="Fees rise\n"))
    one, two = read(compose(ISSUE, EMAIL))["Message-ID"], read(other)["Message-ID"]
    assert one != two
    assert one.endswith("@quayside.example>")


def test_it_is_dated_on_the_issues_day():
    assert read(compose(ISSUE, EMAIL))["Date"] == "Fri, 20 Nov 2026 12:00:00 +0000"


def test_without_a_day_it_is_dated_on_its_latest_storys():
    days = (dt.date(2026, 11, 17), None, dt.date(2026, 11, 18), dt.date(2026, 11, 2))
    issue = make_issue(*(make_story(published=day) for day in days))
    assert moment_of(issue) == dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)


def test_without_any_day_it_is_dated_on_the_first_day_there_is():
    assert moment_of(make_issue(make_story())) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_the_date_can_be_set_from_outside(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    assert moment_of(ISSUE) == dt.datetime.fromtimestamp(1795262400, dt.UTC)
    moment = dt.datetime(2026, 11, 20, 8, 30, 5, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert read(compose(ISSUE, EMAIL, moment=moment))["Date"] == "Fri, 20 Nov 2026 06:30:05 +0000"


@pytest.mark.parametrize("epoch", ["today", "1e9", "9" * 30])
def test_a_date_from_outside_that_is_none_is_told(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        compose(ISSUE, EMAIL)


@given(
    st.datetimes(timezones=st.timezones(), allow_imaginary=False).filter(lambda day: 1900 < day.year < 9990)
)
def test_any_date_survives(moment):
    written = read(compose(ISSUE, EMAIL, moment=moment))["Date"].datetime
    assert written == moment.astimezone(dt.UTC).replace(microsecond=0)


@given(NAMES)
def test_any_subject_survives(subject):
    read_back = read(compose(ISSUE, replace(EMAIL, subject=subject)))["Subject"]
    assert same_words(read_back, one_line(subject))
    if subject.isprintable() and subject.strip() == subject:
        assert read_back == subject


@given(NAMES)
def test_any_name_survives(name):
    content = compose(make_issue(make_story(), publication=replace(SENDER, sender_name=name)), EMAIL)
    decoded, address = name_in(content)
    assert same_words(decoded, one_line(name) if name else SENDER.name)
    assert address == SENDER.sender_address


@pytest.mark.parametrize(
    "name",
    [
        'Dr. Ada "The Crane" Fell, MBE (retd) <hull>',
        "=?utf-8?q?not_encoded?=",
        "The Ministry of Everything That Floats, Sinks or Runs Aground Between Hull and the Humber Bridge",
        "Zoë, Łucja & Søn: “ports, freight; and the people who move things”, " * 3,
        "A\\B",
    ],
)
def test_names_with_what_addresses_are_made_of_stay_names(name):
    content = compose(make_issue(make_story(), publication=replace(SENDER, sender_name=name)), EMAIL)
    assert name_in(content) == (name.strip(), SENDER.sender_address)


def test_a_name_cannot_begin_a_header_of_its_own():
    name = "Quayside\r\nBcc: all@quayside.example\r\n\r\n<p>Hello"
    issue = make_issue(make_story(), publication=replace(SENDER, sender_name=name))
    message = read(compose(issue, replace(EMAIL, subject="Fees\nX-Other: 1")))
    assert "Bcc" not in message
    assert "X-Other" not in message
    assert told(message, "plain") == EMAIL.text


@given(NAMES, st.text(max_size=3000), NAMES)
def test_no_line_is_longer_than_mail_allows(name, html, subject):
    issue = make_issue(make_story(), publication=replace(SENDER, sender_name=name))
    content = compose(issue, replace(EMAIL, html=html, text="x" * 2000, subject=subject))
    content.decode("ascii")
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    head, _, body = content.partition(b"\r\n\r\n")
    assert max(map(len, head.split(b"\r\n"))) <= 150
    assert max(map(len, body.split(b"\r\n"))) <= 76


@given(st.text(st.characters(codec="utf-8"), max_size=500))
def test_any_text_survives(text):
    message = read(compose(ISSUE, replace(EMAIL, text=text)))
    sent = text.replace("\r\n", "\n").replace("\r", "\n")
    assert message.get_body(("plain",)).get_payload(decode=True).replace(b"\r\n", b"\n").decode() == sent


def test_a_line_that_begins_with_from_or_is_a_dot_is_not_touched_on_its_way():
    lines = f"From October it is less.\nFrom {'x' * 71} on\n.\n..\nFrom \n"
    content = compose(ISSUE, replace(EMAIL, text=lines))
    assert b"\nFrom " not in content
    assert b"\n.\r" not in content
    assert told(read(content), "plain") == lines


@pytest.mark.parametrize(
    ("address", "domain"),
    [("ada@häfen.example", "xn--hfen-loa.example"), ("a.b+c@quay.example", "quay.example")],
)
def test_addresses_of_other_letters_are_written_as_the_network_knows_them(address, domain):
    issue = make_issue(make_story(), publication=replace(SENDER, sender_address=address))
    message = read(compose(issue, EMAIL))
    assert message["From"].addresses[0].domain == domain
    assert message["From"].addresses[0].username == address.partition("@")[0]


def test_an_address_with_marks_in_it_is_quoted():
    issue = make_issue(make_story(), publication=replace(SENDER, sender_address="a,b;c@quay.example"))
    assert read(compose(issue, EMAIL))["From"].addresses[0].username == "a,b;c"


@pytest.mark.parametrize(
    "address", ["zoë@quay.example", "ada@quay_side.example", "a@.", "a@" + "x" * 300, "a@b,c", "a@a..\udc80"]
)
def test_an_address_that_no_message_can_have_is_told(address):
    issue = make_issue(make_story(), publication=replace(SENDER, sender_address=address))
    with pytest.raises(InputError, match="sender"):
        compose(issue, EMAIL)


def test_pictures_travel_in_the_message_and_the_html_shows_them():
    content = stored(drawing())
    image = ImageFile(name="images/0123456789ab.png", content=content, width=800, height=600)
    unused = ImageFile(name="images/ba9876543210.png", content=b"none", width=1, height=1)
    shown = replace(EMAIL, html=f'<p>{EMAIL.html}<img src="{image.name}" alt=""></p>')
    message = read(compose(ISSUE, shown, (image, unused)))
    assert kinds(message) == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
    ]  # fmt: skip
    (picture,) = (part for part in message.walk() if part.get_content_maintype() == "image")
    assert picture.get_content() == content
    assert picture.get_content_disposition() == "inline"
    assert picture.get_filename() == "0123456789ab.png"
    assert picture["Content-ID"] == "<0123456789ab@newsroom-digest.invalid>"
    assert f'src="cid:{picture["Content-ID"][1:-1]}"' in told(message, "html")
    assert image.name not in told(message, "html")


def test_a_message_without_pictures_is_the_plain_kind():
    image = ImageFile(name="images/0123456789ab.png", content=b"none", width=1, height=1)
    assert kinds(read(compose(ISSUE, EMAIL, (image,)))) == [
        "multipart/alternative", "text/plain", "text/html",
    ]  # fmt: skip


@pytest.mark.skipif(not shutil.which("spamassassin"), reason="spamassassin is not installed")
def test_spamassassin_has_nothing_against_its_headers(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))  # where it would make a folder
    command = ["spamassassin", "-L", "-t", "-x", "--cf=use_bayes 0"]  # else it learns from every test
    told = subprocess.run(command, input=compose(ISSUE, EMAIL), capture_output=True, check=True)
    assert b"X-Spam-Status: No, score=0.0" in told.stdout or b"score=-0.0" in told.stdout


def listed(**fields):
    return make_issue(make_story(), publication=replace(SENDER, **fields))


def test_a_proof_goes_to_those_it_is_for_and_nobody_else():
    message = read(compose(ISSUE, EMAIL, to=["ada@quay.example", "ben@häfen.example"]))
    assert message["To"] == "ada@quay.example, ben@xn--hfen-loa.example"
    assert message["From"].addresses[0].addr_spec == SENDER.sender_address
    assert message.keys().count("To") == 1
    assert not {"Cc", "Bcc"} & set(message.keys())


def test_many_recipients_are_folded_between_their_addresses():
    everybody = [f"{'a' * 60}.{number}@{'b' * 60}.example" for number in range(40)]
    content = compose(ISSUE, EMAIL, to=everybody)
    assert max(map(len, content.split(b"\r\n"))) < 200
    assert [address.addr_spec for address in read(content)["To"].addresses] == everybody


def test_two_proofs_of_one_issue_in_one_second_are_two_messages():
    first = dt.datetime(2026, 11, 20, 8, 30, 5, 17, tzinfo=dt.UTC)
    one, two = (compose(ISSUE, EMAIL, moment=moment) for moment in (first, first.replace(microsecond=18)))
    assert read(one)["Date"] == read(two)["Date"]
    assert read(one)["Message-ID"] != read(two)["Message-ID"]
    assert compose(ISSUE, EMAIL, moment=first) == one


def test_the_moment_set_from_outside_is_told_apart_from_none(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert set_moment() is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    assert set_moment() == dt.datetime.fromtimestamp(1795262400, dt.UTC)


def test_a_message_says_nothing_of_lists_where_the_newsroom_does_not():
    assert not [name for name in read(compose(ISSUE, EMAIL)) if name.startswith("List-")]


def test_a_list_is_named_as_rfc_2919_has_it():
    named = compose(listed(list_id="weekly.quay.example"), EMAIL)
    assert b"\r\nList-Id: Quayside Weekly <weekly.quay.example>\r\n" in named
    umlaut = compose(listed(name="Die Wöche", list_id="weekly.quay.example"), EMAIL)
    written = email.message_from_bytes(umlaut)["List-Id"]
    assert str(make_header(decode_header(written))) == "Die Wöche <weekly.quay.example>"
    assert written.isascii()


@pytest.mark.parametrize(
    "identifier", ["weekly", "weekly.häfen.example", "a b.c", "a.b>", "a." + "b" * 254, "a.b\n"]
)
def test_a_list_that_cannot_be_named_so_is_told(identifier):
    with pytest.raises(InputError, match="list_id"):
        compose(listed(list_id=identifier), EMAIL)


@pytest.mark.parametrize("length", [40, 77, 78, 300, 978])
@pytest.mark.parametrize("policy", [email.policy.default, email.policy.compat32, email.policy.SMTP])
def test_the_address_for_one_click_stands_in_one_piece(length, policy):
    url = "https://quay.example/u?k=" + "0123456789abcdef%C3%A9-_~"[: length - 25].ljust(length - 25, "z")
    content = compose(listed(unsubscribe_url=url), EMAIL)
    assert len(url) == length
    assert f"\r\nList-Unsubscribe: <{url}>\r\n".encode() in content
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in content
    message = email.message_from_bytes(content, policy=policy)
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert max(map(len, content.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://quay.example/" + "z" * 958, "room for 978"),
        ("http://quay.example/u", "with https"),
        ("mailto:out@quay.example", "with https"),
        ("https://häfen.example/u", "%C3%A9"),
        ("https://quay.example/u\r\nBcc: all@quay.example", "with https"),
        ("https://quay.example/a b", "with https"),
        ("https://quay.example/>, <https://elsewhere.example", "with https"),
        ("https://quay.example/{{token}}", "with https"),
    ],
)
def test_an_address_that_no_button_can_have_is_refused(url, told):
    with pytest.raises(InputError, match=told):
        compose(listed(unsubscribe_url=url), EMAIL)


@given(NAMES, st.integers(0, 230), st.integers(0, 940))
def test_the_head_of_a_list_is_read_back_whatever_its_name_is(name, label, path):
    identifier, url = f"{'q' * (label + 1)}.example", f"https://quay.example/{'z' * path}"
    content = compose(listed(name=name, list_id=identifier, unsubscribe_url=url), EMAIL)
    content.decode("ascii")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    message = email.message_from_bytes(content)
    assert message["List-Id"].endswith(f"<{identifier}>")
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert "Bcc" not in message

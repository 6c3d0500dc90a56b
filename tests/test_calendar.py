"""Events as files for calendars and as links that add them to Google's and Outlook's."""

import datetime as dt
import json
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from digest.build import Press, open_issue
from digest.errors import UsageError
from digest.mergetags.neutral import GENERIC, fill
from digest.model import Promo, PromoKind
from digest.newsroom import bundled_issues
from digest.render.calendar import calendar_file, entry, google_link, is_for_calendars, outlook_link
from digest.render.email import render
from issues_for_render import QUAYSIDE, Page, make_issue, make_story, said, weekly
from pasted import FEES

DAY = dt.date(2026, 11, 20)
moment = dt.datetime.fromisoformat
NOON = moment("2026-12-03T12:00")
IN_UTC = NOON.replace(tzinfo=dt.UTC)
TITLES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co"]), min_size=1, max_size=200
)
MOMENTS = st.datetimes(
    min_value=moment("1970-01-01"),
    max_value=moment("9998-12-31T23:59"),
    timezones=st.one_of(st.none(), st.timezones()),
)
STARTS = st.one_of(st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(9998, 12, 31)), MOMENTS)
WEBINAR = Promo(
    kind=PromoKind.WEBINAR,
    title="Dredging: who pays?",
    partners=("TideBank",),
    starts=IN_UTC,
    url="https://quayside.example/dredging?id=1",
    partner_content=True,
)


def event(
    title="Dredging: who pays?", starts=IN_UTC, url="https://e.example/d", *notes, slug="q-12", day=DAY
):
    """The event of a made file, read back."""
    return icalendar.Calendar.from_ical(calendar_file(entry(title, starts, url, *notes), slug, day)).events[0]


def instant(starts):
    """A start as it can be compared: whole seconds, in UTC where it has a zone."""
    if not isinstance(starts, dt.datetime):
        return starts
    starts = starts.replace(microsecond=0)
    return starts.astimezone(dt.UTC) if starts.tzinfo else starts


def email(*promos, day=DAY, **publication):
    stories = [make_story(f"story-{number}", promos=(promo,)) for number, promo in enumerate(promos)]
    issue = make_issue(*stories, publication=structs.replace(QUAYSIDE, **publication), day=day)
    return render(issue, weekly())


def asked(link):
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


# The file


def test_a_moment_with_a_zone_is_given_in_utc_and_lasts_an_hour():
    made = event(starts=NOON.replace(tzinfo=ZoneInfo("America/New_York")))
    assert (made.start, made.end) == (IN_UTC.replace(hour=17), IN_UTC.replace(hour=18))
    assert b"DTSTART:20261203T170000Z" in made.to_ical()


def test_a_moment_without_a_zone_stays_without():
    made = event(starts=NOON).to_ical()
    assert b"DTSTART:20261203T120000\r\n" in made
    assert b"TZID" not in made


def test_a_day_without_an_hour_is_the_whole_day():
    made = event(starts=dt.date(2026, 12, 3)).to_ical()
    assert b"DTSTART;VALUE=DATE:20261203\r\n" in made
    assert b"DTEND;VALUE=DATE:20261204\r\n" in made


def test_an_event_says_where_to_register_and_with_whom():
    made = event("Dredging", IN_UTC, "https://e.example/d?a=1,2", "with TideBank")
    assert made["url"] == "https://e.example/d?a=1,2"
    assert made["description"] == "with TideBank\nhttps://e.example/d?a=1,2"


def test_the_same_event_gives_the_same_bytes_and_nothing_tells_the_hour_of_the_build():
    made = calendar_file(entry("Dredging", IN_UTC, ""), "q-12", DAY)
    assert made == calendar_file(entry("Dredging", IN_UTC, ""), "q-12", DAY)
    assert icalendar.Calendar.from_ical(made).events[0].stamp == dt.datetime(2026, 11, 20, tzinfo=dt.UTC)


def test_an_issue_without_a_day_stamps_with_the_events_own():
    assert event(day=None).stamp == dt.datetime(2026, 12, 3, tzinfo=dt.UTC)


def test_title_start_and_issue_each_make_another_uid():
    uids = [event()["uid"], event("Silt")["uid"], event(starts=NOON)["uid"], event(slug="q-13")["uid"]]
    assert len(set(uids)) == 4
    assert event(url="https://e.example/other")["uid"] == uids[0]


@given(TITLES, STARTS)
@example("C:\\new; a, b\\, \\n", NOON)
def test_any_title_and_start_come_back_as_they_were(title, starts):
    made = event(title, starts)
    assert made["summary"] == title
    assert made.start == instant(starts)


@given(TITLES, st.text(max_size=300))
def test_no_line_is_longer_than_75_octets(title, note):
    lines = calendar_file(entry(title, NOON, "https://e.example/" + "d" * 90, note), "q", DAY).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""


# The links


def test_google_gets_a_moment_in_utc():
    assert google_link("Silt & tide", IN_UTC, IN_UTC.replace(hour=13), "with A\nhttps://e.example/") == (
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text=Silt%20%26%20tide"
        "&dates=20261203T120000Z%2F20261203T130000Z&details=with%20A%0Ahttps%3A%2F%2Fe.example%2F"
    )


def test_outlook_gets_a_moment_in_utc():
    assert outlook_link("Silt & tide", IN_UTC, IN_UTC.replace(hour=13), "with A") == (
        "https://outlook.office.com/calendar/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose"
        "&rru=addevent&subject=Silt%20%26%20tide&startdt=2026-12-03T12%3A00%3A00Z"
        "&enddt=2026-12-03T13%3A00%3A00Z&body=with%20A"
    )


def test_a_moment_without_a_zone_is_the_readers_own_hour_in_both():
    made = entry("Silt", NOON, "")
    assert asked(made.google)["dates"] == "20261203T120000/20261203T130000"
    assert asked(made.outlook)["startdt"] == "2026-12-03T12:00:00"


def test_a_day_is_a_whole_day_in_both():
    made = entry("Silt", dt.date(2026, 12, 31), "")
    assert asked(made.google)["dates"] == "20261231/20270101"
    assert asked(made.outlook) | {"startdt": "2026-12-31", "enddt": "2027-01-01", "allday": "true"} == asked(
        made.outlook
    )


@given(TITLES, st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_words_survive_in_a_link(title, note):
    made = entry(title, IN_UTC, "", note)
    assert asked(made.google)["text"] == asked(made.outlook)["subject"] == title
    assert asked(made.google).get("details", "") == asked(made.outlook).get("body", "") == note
    assert set(made.google + made.outlook) <= set(map(chr, range(0x21, 0x7F))) - set("<>\"'{}`\\^|")


# What is offered


@pytest.mark.parametrize("kind", PromoKind)
def test_only_what_one_attends_is_offered(kind):
    attended = kind in {"webinar", "roundtable", "conference", "event"}
    assert is_for_calendars(structs.replace(WEBINAR, kind=kind), DAY) is attended


@pytest.mark.parametrize(
    ("starts", "offered"),
    [
        (None, False),
        (DAY, True),
        (DAY - dt.timedelta(days=1), False),
        (moment("2026-11-19T23:59"), False),
        (moment("0001-01-01T00:00+14:00"), False),
        (moment("9999-12-31T23:30"), False),
    ],
)
def test_only_what_is_to_come_is_offered(starts, offered):
    assert is_for_calendars(structs.replace(WEBINAR, starts=starts), DAY) is offered


def test_the_card_and_the_text_part_offer_both_calendars_after_the_button():
    made = email(WEBINAR)
    page = Page(made.html)
    assert "Add to calendar: Google · Outlook" in page.text
    assert 'aria-label="Add to Google Calendar: ' in made.html
    assert 'aria-label="Add to Outlook calendar: ' in made.html
    links = [link for link in page.links if "calendar" in link]
    assert [urlsplit(link).netloc for link in links] == ["calendar.google.com", "outlook.office.com"]
    register, google, outlook = (fill(made.text, GENERIC).index(link) for link in ("Register now", *links))
    assert register < google < outlook


def test_a_promo_that_is_not_for_calendars_offers_none_and_makes_no_file():
    made = email(structs.replace(WEBINAR, starts=None))
    assert "alendar" not in made.html + made.text
    assert made.calendars == ()


def test_links_to_calendars_carry_no_campaign_and_neither_does_what_is_in_them():
    made = email(WEBINAR)
    links = [link for link in Page(made.html).links if "calendar" in link]
    assert [asked(links[0])["details"], asked(links[1])["body"]] == [
        "Partner content · with TideBank\nhttps://quayside.example/dredging?id=1"
    ] * 2
    assert not any("utm" in link for link in links)
    assert b"utm" not in made.calendars[0].content


def test_an_event_without_a_zone_says_so():
    made = email(structs.replace(WEBINAR, starts=NOON))
    told = icalendar.Calendar.from_ical(made.calendars[0].content).events[0]["description"]
    assert "The announcement gives no time zone." in told


def test_the_labels_can_be_renamed():
    words = {"calendar": "Eintragen", "calendar_outlook": "Outlook im Web", "calendar_no_zone": "Ortszeit"}
    made = email(structs.replace(WEBINAR, starts=NOON), words=words)
    assert "Eintragen: Google · Outlook im Web" in Page(made.html).text
    assert "Eintragen:\nGoogle:\n" in made.text
    assert b"Ortszeit" in made.calendars[0].content


def test_an_event_told_twice_has_one_file_and_two_of_one_name_have_two():
    other = structs.replace(WEBINAR, starts=NOON)
    assert [file.name for file in email(WEBINAR, other, WEBINAR).calendars] == [
        "dredging-who-pays.ics",
        "dredging-who-pays-2.ics",
    ]


def test_an_address_that_may_be_no_link_is_left_out():
    made = email(structs.replace(WEBINAR, url="javascript:alert(1)", partners=(), partner_content=False))
    assert b"DESCRIPTION" not in made.calendars[0].content
    assert "javascript" not in made.html


# Written


def test_a_sample_has_its_webinar_as_a_file_beside_its_email(tmp_path):
    built = Press(tmp_path).build(*open_issue(bundled_issues() / "sample-weekly"))
    made = icalendar.Calendar.from_ical(built.calendars[0].read_bytes()).events[0]
    assert built.calendars[0].parent == built.html.parent
    assert made.start == dt.datetime(2026, 12, 3, 11, tzinfo=dt.UTC)


def test_the_command_names_the_file_after_the_two_parts(digest, newsroom):
    newsroom({})
    lines = digest("build", "sample-weekly")[1].splitlines()
    assert [line.rpartition(".")[2] for line in lines] == ["html", "txt", "ics"]
    told = json.loads(digest("build", "sample-weekly", "--json")[1])
    assert told["issues"][0]["calendars"] == lines[2:]


def test_where_the_file_cannot_be_written_nothing_is(tmp_path):
    newsroom, issue = open_issue(bundled_issues() / "sample-edge")
    with_event = structs.replace(issue.stories[0], promos=(said(WEBINAR),))
    (tmp_path / issue.slug / "dredging-who-pays.ics").mkdir(parents=True)
    with pytest.raises(UsageError, match=r"dredging-who-pays\.ics: cannot be written"):
        Press(tmp_path).build(newsroom, structs.replace(issue, stories=(with_event,)))
    assert [path.name for path in (tmp_path / issue.slug).iterdir()] == ["dredging-who-pays.ics"]


def test_a_build_without_an_event_never_loads_the_calendar_library(newsroom):
    folder = newsroom({"a.txt": FEES})
    code = "import sys; sys.argv = ['digest', 'build', 'a.txt']\n"
    code += "try:\n  from digest.cli import main; main()\nexcept SystemExit: pass\n"
    code += "print('icalendar' in sys.modules, file=sys.__stderr__)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    assert done.stderr.endswith("False\n")

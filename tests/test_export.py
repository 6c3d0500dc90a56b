"""An issue as a kit for pasting: folder and zip, for every provider that the table of merge tags knows."""

import email
import email.policy
import json
import os
import time
from hashlib import sha256
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from digest import __version__
from digest.build import Press, open_issue
from digest.errors import InputError, UsageError
from digest.mergetags.table import TABLE
from digest.outward.export import export
from pasted import FEES
from photos import photograph, stored

HOSTILE = "Fees {{ fall }} {% by %} *|TENTH|* [[at]] [weblink] %NAME% ${x} <@y> {$z} @TrackLink"
NEWSROOM = """[publication]
name = "Küstenblatt"
url = "https://quayside.example/"
postal_address = "Quayside Media\\n3 Rope Walk"
theme = "house"
[sender]
name = "Zoë am Kai"
address = "weekly@quayside.example"
reply_to = "desk@quayside.example"
unsubscribe_url = "https://quayside.example/leave"
[utm]
source = "quayside"
[archive]
url = "https://quayside.example/archive/"
"""
ISSUE = """number = 7
date = 2026-11-20
subject = 'SUBJECT'
preheader = "From October, {{ for }} all ships"
[[stories]]
source = "fees.txt"
headline = 'SUBJECT'
url = "https://quayside.example/fees?a=1"
[stories.image]
file = "quay.jpg"
alt = "The quay"
[[stories.promos]]
kind = "webinar"
title = "Ports after the fees"
starts = 2026-12-03T11:00:00Z
url = "https://quayside.example/webinar"
""".replace("SUBJECT", HOSTILE)
HOUSE = 'description = "Our own"\nbase = "weekly"\n'
FOOTLESS = '<mj-text><div id="footer">{{ publication.name }}</div></mj-text>\n'
PHOTO = stored(photograph(400, 300), "JPEG")
PARTS = ("email.html", "email.txt", "email.eml", "HANDOFF.md", "manifest.json")


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def opened(newsroom):
    """The issue of a newsroom, opened; `footless`: in a theme that asks for no merge tag."""

    def make(provider="generic", said=ISSUE, house=NEWSROOM):
        files = {"templates/house/theme.toml": HOUSE}
        if provider == "footless":
            files["templates/house/blocks/footer.mjml"] = FOOTLESS
            files["templates/house/issue.txt"] = "{{ publication.name }}\n"
        return open_issue(
            newsroom(
                {
                    "digest.toml": house,
                    "issues/june/issue.toml": said,
                    "issues/june/fees.txt": FEES,
                    "issues/june/quay.jpg": PHOTO,
                    **files,
                }
            )
            / "issues"
            / "june"
        )

    return make


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def told(kit):
    return json.loads((kit.folder / "manifest.json").read_bytes())


def page(kit):
    return (kit.folder / "HANDOFF.md").read_text("utf-8")


def message(kit):
    return email.message_from_bytes((kit.folder / "email.eml").read_bytes(), policy=email.policy.default)


def part(kit, kind):
    return message(kit).get_body((kind,)).get_content().replace("\r\n", "\n")


@pytest.mark.parametrize("provider", TABLE)
def test_every_provider_gets_a_whole_kit(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    found = contents(kit.folder)
    assert kit.folder == tmp_path / "out" / "june" / provider
    assert set(PARTS) <= set(found)
    assert any(name.startswith("images/") for name in found)
    assert sorted(str(path.relative_to(kit.folder)) for path in kit.files) == sorted(found)
    assert told(kit)["provider"] == provider


@pytest.mark.parametrize("provider", TABLE)
def test_the_manifest_is_true_of_every_file(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    found = contents(kit.folder)
    found.pop("manifest.json")
    assert {entry["name"]: (entry["bytes"], entry["sha256"]) for entry in told(kit)["files"]} == {
        name: (len(content), sha256(content).hexdigest()) for name, content in found.items()
    }


@pytest.mark.parametrize("provider", TABLE)
def test_the_page_is_one_page_and_says_that_nothing_was_sent(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    lines = page(kit).splitlines()
    assert len(lines) < 50
    assert len(page(kit).split()) < 550
    assert "Nothing was sent" in page(kit)
    assert f"    {told(kit)['subject']}" in lines
    assert "weekly@quayside.example" in page(kit)
    assert "desk@quayside.example" in page(kit)


@pytest.mark.parametrize("provider", TABLE)
def test_no_neutral_tag_is_left_in_any_file(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    for name, content in contents(kit.folder).items():
        if not name.startswith("images/"):
            assert not set(content.decode()) & {"\ue000", "\ue001"}, name


@pytest.mark.parametrize("provider", sorted(set(TABLE) - {"generic"}))
def test_a_headline_is_never_taken_for_a_providers_language(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    signs = {
        "mailchimp": "*|TENTH",
        "campaign-monitor": "[weblink",
        "activecampaign": "%NAME",
        "mailgun": "%NAME",
    }
    opening = signs.get(provider, "{{ fall")
    said = (
        told(kit)["subject"],
        *(contents(kit.folder)[name].decode() for name in PARTS[:2]),
        part(kit, "html"),
    )
    assert not any(opening in text for text in said)
    assert told(kit)["subject"].replace("\u2060", "") == HOSTILE


def test_constant_contact_gets_nothing_that_it_refuses(opened, tmp_path):
    kit = export(*opened(), "constant-contact", tmp_path / "out")
    assert not any(sign in (kit.folder / "email.html").read_text() for sign in ("[#", "${", "<@"))


def test_the_generic_kit_says_what_a_build_says(opened, tmp_path):
    newsroom, issue = opened()
    kit = export(newsroom, issue, output=tmp_path / "out")
    built = Press(tmp_path / "out").build(newsroom, issue)
    assert (kit.folder / "email.html").read_bytes() == built.html.read_bytes()
    assert (kit.folder / "email.txt").read_bytes() == built.text.read_bytes()
    assert contents(kit.folder) == contents(export(newsroom, issue, output=tmp_path / "out").folder)


@pytest.mark.parametrize("provider", TABLE)
def test_the_message_says_what_the_parts_say(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    name = next(name for name in contents(kit.folder) if name.startswith("images/"))
    html = (kit.folder / "email.html").read_text("utf-8")
    (picture,) = (each for each in message(kit).walk() if each.get_content_type() == "image/jpeg")
    assert part(kit, "html") == html.replace(name, f"cid:{picture['Content-ID'].strip('<>')}")
    assert part(kit, "plain") == (kit.folder / "email.txt").read_text("utf-8")
    assert message(kit)["Subject"] == told(kit)["subject"]


def test_only_the_generic_message_offers_to_unsubscribe_by_itself(opened, tmp_path):
    generic = export(*opened(), "generic", tmp_path / "out")
    assert message(generic)["List-Unsubscribe"] == "<https://quayside.example/leave>"
    assert "List-Unsubscribe" not in message(export(*opened(), "mailgun", tmp_path / "out"))


@pytest.mark.parametrize("provider", [name for name, row in TABLE.items() if row.preheader == "field"])
def test_a_preheader_with_a_field_of_its_own_is_not_in_the_html(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    assert "all ships" not in (kit.folder / "email.html").read_text()
    assert "all ships" in told(kit)["preheader"]["text"]
    assert told(kit)["preheader"]["stands_in"] == "field"
    assert f"    {told(kit)['preheader']['text']}" in page(kit).splitlines()


@pytest.mark.parametrize("provider", [name for name, row in TABLE.items() if row.preheader == "html"])
def test_a_preheader_without_a_field_is_in_the_html_and_nothing_to_paste(provider, opened, tmp_path):
    kit = export(*opened(provider), provider, tmp_path / "out")
    assert "all ships" in (kit.folder / "email.html").read_text()
    assert "readers see it twice" in page(kit)
    assert "all ships" not in page(kit)


def test_an_issue_without_a_preheader_says_so(opened, tmp_path):
    newsroom, issue = opened()
    bare = replace(issue, preheader=replace(issue.preheader, value=""))
    assert "There is no preheader." in page(export(newsroom, bare, "mailchimp", tmp_path / "out"))


def test_every_link_is_told_in_order_with_its_campaign_and_its_story(opened, tmp_path):
    kit = export(*opened(), "mailchimp", tmp_path / "out")
    links = told(kit)["links"]
    utm = {"utm_source": "quayside", "utm_medium": "email", "utm_campaign": "june"}
    read = next(link for link in links if "/fees" in link["url"])
    assert read["url"].startswith("https://quayside.example/fees?a=1&utm_source=quayside")
    assert (read["utm"], read["headline"], read["part"]) == (utm, HOSTILE, "story-fees")
    assert all(link["words"] for link in links)
    assert [link["url"] for link in links if link["merge_tags"] == ["unsubscribe"]] == ["*|UNSUB|*"]
    assert links[-1]["part"] == "footer"


def test_merge_tags_are_told_with_what_became_of_them_and_who_says_so(opened, tmp_path):
    kit = export(*opened(), "brevo", tmp_path / "out")
    tags = {tag["name"]: tag for tag in told(kit)["merge_tags"]}
    assert (tags["unsubscribe"]["html"], tags["unsubscribe"]["documented"]) == ("{{ unsubscribe }}", False)
    assert tags["postal_address"]["own"]
    assert "Rope Walk" in tags["postal_address"]["text"]
    assert "unsubscribe" in kit.notes[0]
    assert "`{{ unsubscribe }}`; **not confirmed: look at it in the test**" in page(kit)


def test_the_page_in_the_archive_stands_in_where_a_provider_has_none(opened, tmp_path):
    kit = export(*opened(), "resend", tmp_path / "out")
    assert 'href="https://quayside.example/archive/june/"' in (kit.folder / "email.html").read_text()
    assert any("https://quayside.example/archive/june/" in note for note in kit.notes)
    assert "see that it is there before you send" in page(kit)


def test_the_generic_page_says_which_tags_are_to_be_replaced(opened, tmp_path):
    kit = export(*opened(), "generic", tmp_path / "out")
    assert "- **unsubscribe**: `[[unsubscribe_url]]`, to be replaced" in page(kit)


def test_an_element_in_the_place_of_a_link_is_told_as_one(opened, tmp_path):
    kit = export(*opened(), "campaign-monitor", tmp_path / "out")
    tags = {tag["name"]: tag for tag in told(kit)["merge_tags"]}
    assert tags["unsubscribe"]["html"] == "<unsubscribe>…</unsubscribe>"


def test_a_tag_that_is_insisted_on_and_not_asked_for_is_told(opened, tmp_path):
    newsroom, issue = opened("footless")
    kit = export(newsroom, issue, "mailchimp", tmp_path / "out")
    assert told(kit)["merge_tags_missing"] == ["unsubscribe", "postal_address"]
    assert any("insists on: unsubscribe, postal address" in note for note in kit.notes)
    assert "insisted on" in page(kit)


def test_a_tag_that_cannot_be_expressed_is_refused_and_nothing_is_written(opened, tmp_path):
    newsroom, issue = opened()
    (newsroom.root / "templates/house/issue.txt").write_text('{{ merge("email") }}\n')
    with pytest.raises(InputError, match=r"Postmark has nothing for the merge tag.*email"):
        export(newsroom, issue, "postmark", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_a_provider_adds_or_has_not_is_left_out(opened, tmp_path):
    kit = export(*opened(house=NEWSROOM.partition("[archive]")[0]), "constant-contact", tmp_path / "out")
    text = (kit.folder / "email.txt").read_text()
    assert "Unsubscribe" not in text
    assert "View in your browser" not in text
    assert "3 Rope Walk" in text


def test_the_manifest_names_the_issue_and_who_made_it(opened, tmp_path):
    said = told(export(*opened(), "mailjet", tmp_path / "out"))
    assert said["publication"] == "Küstenblatt"
    assert said["issue"] == {"slug": "june", "number": 7, "date": "2026-11-20"}
    assert said["theme"] == "house"
    assert said["made_by"] == f"newsroom-digest {__version__}"
    assert said["sender"] == {
        "name": "Zoë am Kai",
        "address": "weekly@quayside.example",
        "reply_to": "desk@quayside.example",
    }


def test_calendars_go_along(opened, tmp_path):
    kit = export(*opened(), "generic", tmp_path / "out")
    (name,) = (name for name in contents(kit.folder) if name.endswith(".ics"))
    assert b"BEGIN:VCALENDAR" in contents(kit.folder)[name]
    assert f"`{name}`" in page(kit)


@pytest.mark.parametrize("provider", ["generic", "mailchimp"])
def test_the_zip_beside_the_folder_holds_the_same_files(provider, opened, tmp_path):
    kit = export(*opened(), provider, tmp_path / "out")
    assert kit.archive == tmp_path / "out" / "june" / f"june-{provider}.zip"
    with ZipFile(kit.archive) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == contents(kit.folder)
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 20, 12, 0, 0)}


@pytest.mark.parametrize("provider", ["generic", "listmonk", "campaign-monitor"])
def test_the_same_issue_gives_the_same_bytes_anywhere_and_at_any_time(
    provider, opened, tmp_path, monkeypatch
):
    newsroom, issue = opened()
    first = export(newsroom, issue, provider, tmp_path / "one")
    monkeypatch.setattr(time, "time", lambda: 4e9)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    before = os.umask(0o077)
    try:
        second = export(newsroom, issue, provider, tmp_path / "two")
    finally:
        os.umask(before)
        monkeypatch.undo()
        time.tzset()
    assert contents(first.folder) == contents(second.folder)
    assert first.archive.read_bytes() == second.archive.read_bytes()


def test_the_moment_can_be_set_from_outside(opened, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    kit = export(*opened(), "generic", tmp_path / "out")
    with ZipFile(kit.archive) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
    assert message(kit)["Date"].datetime.timestamp() == 1700000000


def test_pictures_are_shown_from_the_web_folder_where_there_is_one(opened, tmp_path):
    based = f'{NEWSROOM}[images]\nbase_url = "https://cdn.example/pics"\n'
    kit = export(*opened(house=based), "mailchimp", tmp_path / "out")
    assert 'src="https://cdn.example/pics/' in (kit.folder / "email.html").read_text()
    assert "Upload the file in `images/` to https://cdn.example/pics first" in page(kit)
    assert {each.get_content_type() for each in message(kit).walk()} == {
        "multipart/alternative",
        "text/plain",
        "text/html",
    }
    assert not any("uploaded" in note for note in kit.notes)


def test_a_newsroom_that_embeds_has_its_pictures_in_the_message_and_not_in_the_html(opened, tmp_path):
    based = f'{NEWSROOM}[images]\nbase_url = "https://cdn.example/pics"\nhow = "embed"\n'
    kit = export(*opened(house=based), "ses", tmp_path / "out")
    assert 'src="https://cdn.example/pics/' in (kit.folder / "email.html").read_text()
    assert 'src="cid:' in part(kit, "html")
    assert "with its pictures in it" in page(kit)


def test_pictures_without_an_address_are_told(opened, tmp_path):
    kit = export(*opened(), "brevo", tmp_path / "out")
    assert 'src="images/' in (kit.folder / "email.html").read_text()
    assert "no address on the web" in page(kit)
    assert any("to be uploaded: images/" in note for note in kit.notes)


def test_a_newsroom_without_pictures_has_none_in_its_kit(opened, tmp_path):
    kit = export(*opened(house=f'{NEWSROOM}[images]\nhow = "none"\n'), "generic", tmp_path / "out")
    assert not (kit.folder / "images").exists()
    assert "images/" not in page(kit)


def test_what_an_earlier_export_left_is_taken_away_and_nothing_else(opened, tmp_path):
    newsroom, issue = opened()
    kit = export(newsroom, issue, "generic", tmp_path / "out")
    (picture,) = (kit.folder / "images").iterdir()
    (calendar,) = kit.folder.glob("*.ics")
    (kit.folder / "notes.txt").write_text("mine")
    calendar.write_text("mine too")
    story = replace(issue.stories[0], promos=(), image=replace(issue.stories[0].image, value=None))
    export(newsroom, replace(issue, stories=(story,)), "generic", tmp_path / "out")
    assert not picture.exists()
    assert not picture.parent.exists()
    assert calendar.read_text() == "mine too"
    assert (kit.folder / "notes.txt").read_text() == "mine"


def test_another_providers_kit_and_the_built_email_are_left_alone(opened, tmp_path):
    newsroom, issue = opened()
    Press(tmp_path / "out").build(newsroom, issue)
    export(newsroom, issue, "brevo", tmp_path / "out")
    before = contents(tmp_path / "out")
    export(newsroom, issue, "mailchimp", tmp_path / "out")
    after = contents(tmp_path / "out")
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize(
    "name",
    [
        "../../precious.txt",
        "/etc/hostname",
        "images/../../../precious.txt",
        "..\\precious.txt",
        "C:precious.txt",
    ],
)
def test_a_manifest_can_take_nothing_away_outside_its_folder(name, opened, tmp_path):
    newsroom, issue = opened()
    kit = export(newsroom, issue, "generic", tmp_path / "out")
    precious = tmp_path / "out" / "precious.txt"
    precious.write_text("kept")
    forged = {"files": [{"name": name, "sha256": sha256(b"kept").hexdigest()}]}
    (kit.folder / "manifest.json").write_text(json.dumps(forged))
    export(newsroom, issue, "generic", tmp_path / "out")
    assert precious.read_text() == "kept"


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"files": 3}', b"\xff\xfe"])
def test_a_broken_manifest_is_written_anew(broken, opened, tmp_path):
    newsroom, issue = opened()
    kit = export(newsroom, issue, "generic", tmp_path / "out")
    before = contents(kit.folder)
    (kit.folder / "manifest.json").write_bytes(broken)
    assert contents(export(newsroom, issue, "generic", tmp_path / "out").folder) == before


def test_an_unknown_provider_is_refused_with_the_nearest_and_all(opened, tmp_path):
    with pytest.raises(UsageError) as refused:
        export(*opened(), "mailchmp", tmp_path / "out")
    assert 'did you mean "mailchimp"?' in str(refused.value)
    assert all(name in str(refused.value) for name in TABLE)
    assert not (tmp_path / "out").exists()


def test_where_nothing_can_be_written_nothing_is(opened, tmp_path):
    newsroom, issue = opened()
    (tmp_path / "out").write_text("a file in the way")
    with pytest.raises(UsageError, match="cannot be written"):
        export(newsroom, issue, "generic", tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file in the way"


def test_where_one_file_cannot_be_written_the_earlier_kit_stands(opened, tmp_path):
    newsroom, issue = opened()
    kit = export(newsroom, issue, "generic", tmp_path / "out")
    before = contents(kit.folder)
    kit.archive.unlink()
    kit.archive.mkdir()
    bare = replace(issue, stories=(replace(issue.stories[0], promos=()),))
    with pytest.raises(UsageError, match=r"june-generic\.zip"):
        export(newsroom, bare, "generic", tmp_path / "out")
    assert contents(kit.folder) == before

"""The archive is what was handed over, as files for the web that change only when that does."""

import re
import shutil
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import msgspec
import pytest
from msgspec.structs import replace

from archiving import HOME, MORNING, NEWSROOM, archived, handed_over, issue_files
from digest.errors import InputError, ThemeError, UsageError
from digest.newsroom import Newsroom, open_newsroom
from digest.outward.archive import archive_address, write_archive
from pasted import FEES
from photos import emblem, photograph, stored

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PICTURED = """
date = 2026-11-27
subject = "A picture"
[[stories]]
source = "sources/a.txt"
[stories.image]
file = "quay.jpg"
alt = "Cranes over a quay"
"""


@pytest.fixture
def quay(newsroom):
    """A newsroom with two issues handed over, a week apart, and one that was not."""
    files = {
        "digest.toml": NEWSROOM,
        **issue_files("fees", subject="Fees & <dues> are cut"),
        **issue_files("cranes", "2025-12-30", 11, "Cranes turn again"),
        **issue_files("unsent", "2026-12-04", 13, "Not yet"),
    }
    root = newsroom(files)
    handed_over(root, "cranes", MORNING - timedelta(days=300))
    handed_over(root, "fees")
    return root


def names(made):
    return sorted(path.relative_to(made.folder).as_posix() for path in made.written)


def test_it_holds_every_issue_that_was_handed_over_and_no_other(quay):
    made = archived(quay)
    assert made.folder == quay / "build" / "archive"
    assert names(made) == ["atom.xml", "cranes/index.html", "fees/index.html", "index.html", "sitemap.xml"]
    assert (made.unchanged, made.notes) == (0, ())
    assert all(path.is_file() for path in made.written)


def test_an_issues_page_is_its_email_without_tracking_or_merge_tags(quay):
    page = (archived(quay, quay / "www").folder / "fees" / "index.html").read_text(encoding="utf-8")
    assert "We listened to the small boats" in page
    assert 'href="https://quayside.example/news/a"' in page
    assert f'<link rel="canonical" href="{HOME}fees/">' in page
    assert '<meta name="viewport"' in page
    assert "<title>Fees &amp; &lt;dues&gt; are cut</title>" in page
    assert '<meta name="description" content="What the board told 12 skippers">' in page
    assert page.count("What the board told 12 skippers") == 1
    assert "3 Rope Walk<br>Hull &lt;HU1&gt;" in page
    assert not re.search("utm_|[\ue000\ue001]|\\[\\[|nsubscribe|View in your", page)


def test_a_second_run_writes_nothing(quay):
    first = archived(quay)
    before = {path: path.stat().st_mtime_ns for path in first.written}
    second = archived(quay)
    assert (second.written, second.unchanged) == ((), 5)
    assert {path: path.stat().st_mtime_ns for path in first.written} == before


def test_an_edited_issue_is_in_it_as_it_was_sent_until_it_is_handed_over_again(quay):
    archived(quay)
    toml = quay / "issues/fees/issue.toml"
    toml.write_text(toml.read_text().replace("Fees & <dues> are cut", "Fees are halved"))
    assert archived(quay).written == ()
    handed_over(quay, "fees", MORNING + timedelta(hours=2))
    again = archived(quay)
    assert names(again) == ["atom.xml", "fees/index.html", "index.html", "sitemap.xml"]
    assert again.unchanged == 1
    entry = feedparser.parse((again.folder / "atom.xml").read_bytes()).entries[0]
    assert (entry.title, entry.published, entry.updated) == (
        "Fees are halved",
        "2026-11-20T09:30:00Z",
        "2026-11-20T11:30:00Z",
    )


def test_handing_over_the_same_again_is_no_news(quay):
    archived(quay)
    handed_over(quay, "fees", MORNING + timedelta(days=3))
    assert archived(quay).written == ()


def test_the_index_lists_issues_by_year_the_newest_first(quay):
    page = (archived(quay).folder / "index.html").read_text(encoding="utf-8")
    order = ["<h1>All issues", 'id="y2026"', "Fees &amp; &lt;dues&gt;", 'id="y2025"', "Cranes turn again"]
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    assert '<a href="fees/">' in page
    assert '<bdi>No. 12</bdi> · <time dir="ltr" datetime="2026-11-20">20 November 2026</time>' in page
    assert "Quayside &amp; Co" in page
    assert "Not yet" not in page
    assert "#0b5c6b" in page
    assert "#7cc9d6" in page


def test_the_feed_is_valid_atom(quay):
    folder = archived(quay).folder
    feed = feedparser.parse((folder / "atom.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert (feed.feed.title, feed.feed.id, feed.feed.updated) == (
        "Quayside & Co",
        HOME,
        "2026-11-20T09:30:00Z",
    )
    assert [entry.id for entry in feed.entries] == [
        "tag:news.example,2026-11-20:fees",
        "tag:news.example,2026-01-24:cranes",
    ]
    assert [entry.link for entry in feed.entries] == [f"{HOME}fees/", f"{HOME}cranes/"]
    root = ET.parse(folder / "atom.xml").getroot()
    for element in (root, *root.iter(f"{ATOM}entry")):  # RFC 4287, 4.1.1 and 4.1.2: exactly one of each
        for needed in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{needed}")) == 1
    assert root.find(f"{ATOM}author/{ATOM}name").text == "Quayside & Co"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{HOME}atom.xml", "alternate": HOME}
    assert root.find(f"{ATOM}entry/{ATOM}title").text == "Fees & <dues> are cut"


def test_the_sitemap_names_every_page_with_its_last_change(quay):
    root = ET.parse(archived(quay).folder / "sitemap.xml").getroot()
    assert root.tag == f"{MAP}urlset"
    assert [(url.find(f"{MAP}loc").text, url.find(f"{MAP}lastmod").text) for url in root] == [
        (HOME, "2026-11-20T09:30:00Z"),
        (f"{HOME}fees/", "2026-11-20T09:30:00Z"),
        (f"{HOME}cranes/", "2026-01-24T09:30:00Z"),
    ]


def test_own_pictures_lie_beside_the_page_wherever_the_email_has_them(newsroom):
    base = '[images]\nbase_url = "https://cdn.example/p?a=1&b=2"\n[brand]\nlogo = "logo.png"\n'
    root = newsroom(
        {"digest.toml": NEWSROOM + base, "issues/w/issue.toml": PICTURED, "issues/w/sources/a.txt": FEES}
    )
    (root / "issues/w/quay.jpg").write_bytes(stored(photograph(), "JPEG"))
    (root / "logo.png").write_bytes(stored(emblem()))
    kept = handed_over(root, "w")
    made = archived(root)
    page = (made.folder / "w/index.html").read_text(encoding="utf-8")
    shown = set(re.findall(r'src="(images/[^"]+)"', page))
    assert len(shown) == 2
    assert "cdn.example" not in page
    assert {f"w/{name}" for name in shown} <= set(names(made))
    assert {f"images/{path.name}" for path in (kept / "images").iterdir()} == shown
    logo = re.search(r'src="(images/[^"]+)"', (made.folder / "index.html").read_text(encoding="utf-8"))[1]
    assert (made.folder / logo).is_file()


def test_a_picture_that_is_shown_no_more_leaves_the_copy_and_is_told_of_the_archive(newsroom):
    root = newsroom(
        {"digest.toml": NEWSROOM, "issues/w/issue.toml": PICTURED, "issues/w/sources/a.txt": FEES}
    )
    (root / "issues/w/quay.jpg").write_bytes(stored(photograph(), "JPEG"))
    kept = handed_over(root, "w")
    old = archived(root).folder / "w" / "images" / next((kept / "images").iterdir()).name
    (root / "issues/w/issue.toml").write_text(PICTURED.partition("[stories.image]")[0])
    handed_over(root, "w")
    assert list((kept / "images").iterdir()) == []
    assert archived(root).notes == (f"{old} is shown by no issue any more and may be deleted",)
    assert old.is_file()


def test_issues_that_are_no_longer_there_are_told_and_left_alone(quay):
    folder = archived(quay).folder
    (folder / "about").mkdir()
    (folder / "about" / "index.html").write_text("<title>Somebody else’s page</title>")
    (quay / "issues/cranes").rename(quay / "cranes-moved-away")
    made = archived(quay)
    assert made.notes == (
        f"{folder / 'cranes'} is of an issue that is not there any more; delete it if it is to go",
    )
    assert (folder / "cranes" / "index.html").is_file()
    assert "cranes" not in (folder / "index.html").read_text(encoding="utf-8")


def test_another_publications_issue_is_not_in_it(quay):
    (quay / "issues/cranes/digest.toml").write_text(NEWSROOM)
    made = archived(quay)
    assert made.notes == ("cranes has a digest.toml of its own and is not in it",)
    assert not (made.folder / "cranes").exists()


def test_a_newsroom_whose_language_runs_the_other_way(newsroom):
    arabic = NEWSROOM.replace('"Quayside & Co"', '"نشرة الميناء"\nlanguage = "ar"')
    root = newsroom(
        {"digest.toml": arabic + '[words]\narchive = "كل الأعداد"\nnumber = "العدد"\n', **issue_files("fees")}
    )
    handed_over(root, "fees")
    made = archived(root)
    index = (made.folder / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in index
    assert "<h1>كل الأعداد</h1>" in index
    assert "<bdi>العدد 12</bdi> · <time" in index
    assert "نوفمبر" in index
    assert 'xml:lang="ar"' in (made.folder / "atom.xml").read_text(encoding="utf-8")
    assert 'dir="rtl"' in (made.folder / "fees/index.html").read_text(encoding="utf-8")


def test_an_issue_in_another_language_than_the_newsrooms_says_so(quay):
    (quay / "digest.toml").write_text(NEWSROOM.replace("strapline", 'language = "de"\nstrapline'))
    index = (archived(quay).folder / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in index
    assert index.count('<li lang="en" dir="ltr">') == 2
    assert "20. November 2026" in index


def test_hostile_words_stay_words(newsroom):
    nasty = r"]]> </title><script>x</script> & \"q\" \u0007\ufffe {{ 7*7 }}"
    toml = NEWSROOM.replace("Quayside & Co", nasty)
    root = newsroom({"digest.toml": toml, **issue_files("fees", subject=nasty)})
    handed_over(root, "fees")
    folder = archived(root).folder
    for page in ("index.html", "fees/index.html"):
        text = (folder / page).read_text(encoding="utf-8")
        assert "<script" not in text
        assert "{{ 7*7 }}" in text
        assert not re.search("[\x00-\x08\ufffe]", text)
    title = ET.parse(folder / "atom.xml").getroot().find(f"{ATOM}entry/{ATOM}title").text
    assert title == ']]> </title><script>x</script> & "q"  {{ 7*7 }}'


def test_where_an_issue_is_read_in_a_browser(quay):
    newsroom = open_newsroom(quay)
    assert archive_address(newsroom, "fees") == f"{HOME}fees/"
    assert archive_address(replace(newsroom, archive=HOME.rstrip("/")), "a b") == f"{HOME}a%20b/"
    assert archive_address(replace(newsroom, archive=""), "fees") == ""
    strange = replace(newsroom, archive="HTTPS://møller.example/bøger/")
    assert archive_address(strange, "fees") == "https://xn--mller-vua.example/b%C3%B8ger/fees/"


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/?page=1",
        "https://a.example/#top",
        "https://.example/",
        "https://me:pw@a.example/",
        "https://[::/",
    ],
)
def test_an_address_that_is_no_folders_is_refused(quay, url):
    with pytest.raises(
        InputError, match=r"digest\.toml: archive\.url: .* is no address of a folder on the web"
    ):
        archived_with(quay, url)


def archived_with(root, url):
    (root / "digest.toml").write_text(NEWSROOM.replace(HOME, url))
    return archived(root)


def test_a_newsroom_without_an_archive_is_told_what_to_write(quay):
    (quay / "digest.toml").write_text(NEWSROOM.partition("[archive]")[0])
    with pytest.raises(InputError) as caught:
        archived(quay)
    assert str(quay / "digest.toml") in str(caught.value)
    assert '[archive]\nurl = "https://example.org/newsletter/"' in str(caught.value)


def test_an_archive_of_nothing_is_refused_and_leaves_what_is_there(quay):
    folder = archived(quay).folder
    for slug in ("fees", "cranes"):
        (quay / "issues" / slug / "handed-over" / "web.json").unlink()
    with pytest.raises(UsageError, match="no issue has been handed over yet"):
        archived(quay)
    assert (folder / "fees" / "index.html").is_file()


@pytest.mark.parametrize("broken", ["", "{}", '{"title": 1}', "\ufffd"])
def test_a_broken_copy_is_told_with_its_file(quay, broken):
    told = quay / "issues/fees/handed-over/web.json"
    told.write_bytes(broken.encode("utf-16"))
    with pytest.raises(InputError, match="the web version kept at the hand-off cannot be read") as caught:
        archived(quay)
    assert str(told) in str(caught.value)
    handed_over(quay, "fees")
    assert archived(quay).written


def test_a_copy_whose_moment_has_no_zone_is_broken(quay):
    told = quay / "issues/fees/handed-over/web.json"
    told.write_text(told.read_text().replace("09:30:00Z", "09:30:00"))
    with pytest.raises(InputError, match=r"web\.json"):
        archived(quay)


def test_what_is_kept_at_the_hand_off_can_be_read_by_people(quay):
    told = msgspec.json.decode((quay / "issues/fees/handed-over/web.json").read_bytes())
    assert told == {
        "title": "Fees & <dues> are cut",
        "description": "What the board told 12 skippers",
        "language": "en",
        "published": "2026-11-20T09:30:00Z",
        "updated": "2026-11-20T09:30:00Z",
        "day": "2026-11-20",
        "number": 12,
        "slug": "fees",
    }


def test_an_issue_without_subject_day_or_preheader_is_listed_by_what_it_has(newsroom):
    toml = 'subject = ""\npreheader = ""\n[[stories]]\nsource = "sources/a.txt"\n'
    root = newsroom({"digest.toml": NEWSROOM, **issue_files("fees", toml=toml)})
    handed_over(root, "fees")
    page = (archived(root).folder / "index.html").read_text(encoding="utf-8")
    assert ">Harbour board cuts its fees</a>" in page
    assert 'datetime="2026-11-20">' in page


def test_the_moment_of_a_hand_off_can_be_set_for_reproducible_builds(quay, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    kept = handed_over(quay, "unsent", None)
    assert '"published": "1970-01-02T00:00:00Z"' in (kept / "web.json").read_text()


def test_a_feed_has_the_latest_fifty_and_the_index_has_all(newsroom):
    root = newsroom({"digest.toml": NEWSROOM, **issue_files("a")})
    kept = handed_over(root, "a")
    for n in range(55):
        for name in ("issue.toml", "handed-over/web.json", "handed-over/web.html"):
            path = root / f"issues/w{n:02}/{name}"
            path.parent.mkdir(parents=True, exist_ok=True)
            said = (kept.parent / name).read_text(encoding="utf-8")
            path.write_text(said.replace('"slug": "a"', f'"slug": "w{n:02}"'), encoding="utf-8")
    folder = archived(root).folder
    assert len(feedparser.parse((folder / "atom.xml").read_bytes()).entries) == 50
    assert (folder / "index.html").read_text(encoding="utf-8").count("<li>") == 56


def test_a_copied_issue_is_not_in_it_before_it_is_handed_over_itself(quay):
    shutil.copytree(quay / "issues/fees", quay / "issues/fees-again")
    made = archived(quay)
    assert not (made.folder / "fees-again").exists()
    assert any(note.startswith("fees-again was copied from another issue") for note in made.notes)
    handed_over(quay, "fees-again")
    assert (archived(quay).folder / "fees-again/index.html").is_file()


def test_a_newsroom_may_have_an_index_of_its_own(quay):
    own = quay / "templates/archive/index.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        "{% for year in years %}{% for issue in year.issues %}<{{ issue.title }}>{% endfor %}{% endfor %}"
    )
    assert (
        archived(quay).folder / "index.html"
    ).read_text() == "<Fees &amp; &lt;dues&gt; are cut><Cranes turn again>"
    own.write_text("<h1>\n{{ mast_head }}</h1>")
    with pytest.raises(ThemeError, match=r"templates/archive/index\.html:2: .*mast_head"):
        archived(quay)
    own.write_text("\n\n{% if %}")
    with pytest.raises(ThemeError, match=r"index\.html:3: "):
        archived(quay)


def test_a_theme_without_the_indexs_labels_gets_ours(quay):
    own = quay / "templates/own"
    own.mkdir(parents=True)
    (own / "theme.toml").write_text('[words]\nnumber = "Issue"\n')
    (own / "issue.mjml").write_text("<mjml><mj-body></mj-body></mjml>")
    (own / "issue.txt").write_text("")
    (quay / "digest.toml").write_text(NEWSROOM.replace("strapline", 'theme = "own"\nstrapline'))
    page = (archived(quay).folder / "index.html").read_text(encoding="utf-8")
    assert "Issue 12" in page
    assert "<h1>All issues</h1>" in page


def test_a_newsroom_without_a_digest_toml_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^digest\.toml: does not say where the archive will lie"):
        write_archive(Newsroom(publication=open_newsroom(Path("/")).publication))

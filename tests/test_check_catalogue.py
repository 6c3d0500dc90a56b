"""Every check of the catalogue finds what it is for in a deliberately bad issue; the good samples trip none.

A new row fails here until an issue of `bad_issues.py` trips it.
"""

import hashlib
import json
import os
import shutil
import sys

import pytest
from msgspec.structs import replace

from bad_issues import DESK, DRAFT, DRAFTED, EMPTY, FOOTER, SOURCES, THEME
from digest.build import Press, open_issue
from digest.checkup import asker, check_issue
from digest.model import Finding, ImageFile, Level, Origin
from digest.newsroom import bundled_issues
from digest.preflight.email import spam
from digest.preflight.table import catalogue, check
from digest.progress import Work
from digest.sources.capture import capture
from digest.sources.readers import read
from digest.sources.web import ask as asking
from digest.sources.web import survey
from website import Website, running, untrusted

CODES = [row.code for row in catalogue()]
JUSTIFIED = {
    "client-fallback": "tells what some readers see instead; nothing has to be done",
    "merge-tag-in-text": "sample-edge is about letters that look like a provider's tags",
    "subject-long": "sample-edge is about a headline that goes on and on",
    "headline-long": "the same",
    "spam-unasked": "on a machine without SpamAssassin",
}


def laid(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder / "issues/two"


def codes(findings):
    return {finding.code for finding in findings}


@pytest.fixture(scope="session")
def tripped(tmp_path_factory, cache_folder):
    """Every code that one of the bad issues trips."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache_folder))
        folders = iter(range(100))

        def bad(files):
            return laid(tmp_path_factory.mktemp(f"bad{next(folders)}"), files)

        found = codes(check_issue(bad(THEME)).findings)
        patch.setattr(spam, "PROGRAM", "no-such-filter")  # for it takes its time
        for files in (DESK, EMPTY, SOURCES):
            found |= codes(check_issue(bad(files)).findings)
        found |= _drafted(bad(DRAFTED), patch)
        found |= _broken_behind_our_back(bad(DESK))
        found |= _for_provider("mailchimp", bad(FOOTER)) | _for_provider("postmark", bad(FOOTER))
        return found | _online(tmp_path_factory.mktemp("online"), patch)


def _drafted(folder, patch):
    """A kept draft that is partly borne out, one that cannot be read, and no model to ask for the third."""
    page = read(capture(str(folder / "sources/fees.txt"))).source.text
    draft = {
        "asked": "llm:fake", "model": "fake", "length": 3, "draft": DRAFT,
        "article": hashlib.sha256(page.encode()).hexdigest(),
    }  # fmt: skip
    laid(folder, {"summaries/fees.json": json.dumps(draft), "summaries/cranes.json": "{"})
    patch.setitem(sys.modules, "llm", None)
    return codes(check_issue(folder).findings)


def _broken_behind_our_back(folder):
    """What the steps before the checks never let happen; the checks stand behind them all the same."""
    galley = Press().proof(*open_issue(folder), deep=True)
    story = galley.issue.stories[1]
    quote = replace(story.quotes[0].value, text="Words that nobody has ever said to anybody")
    told = replace(story.summary[0], value="A sentence that no article has.", origin=Origin.EXTRACTED)
    note = Finding(code="of-another-package", level=Level.NOTE, message="the page is in verse")
    broken = replace(
        story,
        article=replace(story.article, notes=(note,)),
        quotes=(replace(story.quotes[0], value=quote),),
        summary=(told,),
    )
    frame = b"\x21\xf9\x04"
    images = (
        ImageFile(name="large.jpg", content=b"x" * 1_200_000),
        ImageFile(name="moving.gif", content=b"GIF89a" + frame * 200_000),
    )
    return codes(
        check(
            replace(
                galley,
                issue=replace(galley.issue, stories=(broken,)),
                email=replace(galley.email, html="<html><p>Words</p></html>", text=""),
                message=lambda: b"Subject: x\r\n\r\n" + b"y" * 2000,
                images=images,
            ),
            deep=True,
        )
    )


def _for_provider(name, folder):
    """What a provider says to an issue; which ones can be chosen is for the packages that are installed."""
    newsroom, issue = open_issue(folder)
    return codes(check(Press().proof(replace(newsroom, provider=name), issue, deep=True), deep=True))


def _online(folder, patch):
    patch.setattr(survey, "PAUSE", 0)
    patch.setattr(asking, "PATIENCE", 1.0)
    answers = {
        "/": (200, {"Content-Type": "text/html"}),
        "/busy": (503, {}),
        "/login": (401, {}),
        "/old": (301, {"Location": "/new"}),
        "/new": (200, {"Content-Type": "text/html"}),
        "/gone": (302, {"Location": "/"}),
        "/slow": (200, {}),
        "/page.png": (200, {"Content-Type": "text/html"}),
    }
    with running(Website(answers, slow={"/slow": 3})) as site, untrusted(folder) as unproven:
        paths = ("/nowhere", "/busy", "/login", "/old", "/gone", "/slow")
        urls = [*map(site.url, paths), unproven, "http://nowhere.invalid/", "http://[::1"]
        pictures = [site.url("/page.png"), site.url("/none.png")]
        found = codes(_asked(folder, urls, pictures, allow_private=True))
        return found | codes(_asked(folder, urls[:1], [], allow_private=False))


def _asked(folder, urls, pictures, *, allow_private):
    html = "".join(f'<a href="{url}">{url}</a>' for url in urls)
    html += "".join(f'<img src="{url}" alt="A quay">' for url in pictures)
    galley = Press().proof(*open_issue(laid(folder / "newsroom", EMPTY)))
    ask = asker(Work(), allow_private=allow_private)
    replies = ask((*urls, *pictures))
    email = replace(galley.email, html=f"<html><body>{html}</body></html>")
    return check(replace(galley, email=email, replies=replies), deep=True)


@pytest.mark.parametrize("code", CODES)
def test_every_check_is_tripped_by_a_bad_issue(code, tripped):
    if code == "spam-score" and not shutil.which(spam.PROGRAM) and not os.environ.get("CI"):
        pytest.skip("SpamAssassin is not installed")
    assert code in tripped


def test_every_check_has_one_row_of_its_own_and_says_what_it_must():
    assert len(CODES) == len(set(CODES))
    for row in catalogue():
        assert row.title, row.code
        assert row.why, row.code
        assert row.deep or not row.online, row.code


def test_nothing_is_found_that_the_catalogue_does_not_list(tripped):
    assert tripped <= set(CODES)


@pytest.mark.parametrize("slug", ["sample-weekly", "sample-edge", "sample-bulletin"])
def test_the_samples_trip_no_check_but_for_a_reason(slug):
    findings = check_issue(bundled_issues() / slug).findings
    assert [told for told in findings if told.code not in JUSTIFIED] == []
    assert {told.level for told in findings} <= {Level.NOTE}

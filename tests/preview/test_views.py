"""What is served into the email's frame and as files, and what an article cannot do there."""

from email import message_from_bytes
from email.policy import default

import pytest

from photos import photograph, stored

HOSTILE = """<script>alert("headline")</script> Fees fall

By Ada Fell

The board said "javascript:alert(1)" <img src=x onerror=alert(1)> was no <iframe src="/api/state"></iframe> fee at all.

"</style><script>parent.document.title='mine'</script>," said Ada Brook, who runs the board of the harbour.

[More](javascript:alert(1)) and {{ 7 * 7 }} and <form action="/api/edit"><input name=x></form> stand in the text.
"""


def test_the_frame_s_own_policy_lets_nothing_run_or_leave(editor):
    policy = editor.get("/view/html").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-same-origin" in policy
    assert "script" not in policy
    assert "form-action 'none'" in policy
    assert "frame-ancestors 'self'" in policy


def test_images_off_lets_no_picture_load(editor):
    assert "img-src 'self' https:" in editor.get("/view/html").headers["content-security-policy"]
    off = editor.get("/view/html", params={"images": "off"}).headers["content-security-policy"]
    assert "img-src 'none'" in off


def test_each_scheme_is_another_view_of_the_same_words(editor):
    light, dark, forced = (
        editor.get("/view/html", params={"scheme": scheme}).text for scheme in ("light", "dark", "forced")
    )
    assert "(max-width: 0)" in light
    assert "(min-width: 0)" in dark
    assert "invert(1)" in forced
    assert editor.get("/view/html", params={"scheme": "<script>"}).text == light


@pytest.mark.parametrize("path", ["/view/text", "/view/source", "/view/reader"])
def test_the_other_views_are_plain_text(editor, path):
    answer = editor.get(path)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Harbour board cuts its fees" in answer.text


def test_downloads_are_named_after_the_issue_and_never_shown_in_place(editor):
    for suffix in ("html", "txt", "eml"):
        answer = editor.get(f"/out/email.{suffix}")
        assert answer.headers["content-disposition"] == f"attachment; filename*=utf-8''week.{suffix}"
        assert answer.headers["content-type"] == "application/octet-stream"


def test_the_message_to_download_says_what_the_views_say(editor):
    message = message_from_bytes(editor.get("/out/email.eml").content, policy=default)
    assert message["subject"] == "Harbour board cuts its fees"
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == editor.get("/view/text").text


def test_pictures_of_the_issue_are_served_and_no_other_files(week, editor_of):
    (week / "images").mkdir()
    (week / "images" / "quay.jpg").write_bytes(stored(photograph(), "JPEG"))
    toml = week / "issue.toml"
    toml.write_text(f'{toml.read_text("utf-8")}\n[stories.image]\nfile = "images/quay.jpg"\n', "utf-8")
    editor = editor_of(week)
    html = editor.get("/view/html").text
    name = html.partition('src="images/')[2].partition('"')[0]
    assert editor.get(f"/view/images/{name}").headers["content-type"] == "image/jpeg"
    assert editor.get("/view/images/quay.jpg").status_code == 404
    assert editor.get("/view/images/issue.toml").status_code == 404


def test_what_stands_in_an_article_stays_words(week, editor_of):
    (week / "sources" / "fees.txt").write_text(HOSTILE, "utf-8")
    editor = editor_of(week)
    html = editor.get("/view/html").text
    assert "Fees fall" in html
    for tag in ("<script", "<iframe", "<form", "onerror=alert", 'href="javascript'):
        assert tag not in html.replace("&lt;", "").replace("onerror=alert(1)&gt;", "")


def test_before_there_is_a_version_views_say_so(week, editor_of):
    (week / "issue.toml").write_text("number = ", "utf-8")
    editor = editor_of(week)
    assert editor.get("/view/html").status_code == 503
    assert editor.get("/out/email.eml").status_code == 503
    state = editor.get("/api/state").json()
    assert state["issue"] is None
    assert state["problems"][0]["line"] == 1

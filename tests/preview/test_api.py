"""What the desk tells its page, and the changes a page asks for."""

import tomllib

import pytest

from desk_door import CHANGING
from pasted import CRANES


def change(editor, version="", **wanted):
    """An edit asked for, and the answer."""
    return editor.post("/api/edit", headers=CHANGING, json={"version": version, "change": wanted})


def post(editor, what, **sent):
    return editor.post(f"/api/{what}", headers=CHANGING, **sent)


def state(editor):
    return editor.get("/api/state").json()


def kicker(editor, words, version=""):
    return change(editor, version, edit="SetField", story="fees", field="kicker", value=words)


def test_the_state_is_what_the_show_command_prints_and_more(editor, week, digest):
    import json

    told = state(editor)
    _, printed, _ = digest("show", str(week), "--json")
    assert told["issue"] == json.loads(printed)
    assert told["problems"] == []
    assert told["size"]["total"] == sum(part["size"] for part in told["size"]["parts"])
    assert {row["program"] for row in told["inbox"]} >= {"Gmail", "Outlook", "iOS Mail"}
    assert (told["undo"], told["redo"]) == ("", "")


def test_findings_say_why_they_matter_and_where_to_mend_them(editor):
    checked = editor.get("/api/check").json()
    assert checked["checked"] == {"edition": checked["edition"], "deep": True}
    assert all(finding["why"] and finding["title"] for finding in checked["findings"])
    assert any(finding["file"].endswith("issue.toml") and finding["line"] for finding in checked["findings"])


def test_a_story_comes_with_its_source_line_by_line(editor):
    story = editor.get("/api/story/fees").json()
    sorts = {line["text"]: line["sort"] for line in story["source"]["lines"]}
    assert sorts["Harbour board cuts its fees"] == "headline"
    assert sorts["By Ada Fell"] == "byline"
    assert sorts["Why do the cranes stand still?"] == "related"
    assert sorts["Webinar: berths and budgets, with Quay Bank"] == "promo"
    assert sorts[""] == ""
    text = "\n".join(line["text"] for line in story["source"]["lines"])
    for line in story["source"]["lines"]:
        assert text[line["start"] : line["end"]] == line["text"]


def test_a_story_comes_with_what_there_is_to_choose_from(editor):
    story = editor.get("/api/story/fees").json()
    assert [each["rank"] for each in story["sentences"]] == list(range(1, len(story["sentences"]) + 1))
    chosen = {each["text"] for each in story["sentences"] if each["chosen"]}
    assert chosen == {each["value"] for each in story["story"]["summary"]}
    assert {each["speaker"] for each in story["quotes"]} == {"Ada Brook"}


def test_every_sentence_of_the_body_is_told_with_its_place(editor):
    story = editor.get("/api/story/ferry").json()
    text = "\n".join(line["text"] for line in story["source"]["lines"])
    told = story["choices"]["sentences"]
    assert [text[each["start"] : each["end"]] for each in told] == [each["text"] for each in told]
    assert [each["text"].split()[0] for each in told] == ["The", '"Nobody', "The"]


def test_the_themes_there_are_the_newsroom_s_own_among_them(editor, week):
    own = week.parent.parent / "templates" / "letter"
    own.mkdir(parents=True)
    (own / "theme.toml").write_text('base = "plain"\n', "utf-8")
    assert {"letter", "plain", "weekly"} <= set(editor.get("/api/check").json()["themes"])


def test_what_is_asked_of_summaries_is_told_with_who_asked_for_it(editor):
    def wish(slug):
        told = state(editor)["wishes"][slug]["summary_length"]
        return told["value"], told["origin"]

    assert (wish(""), wish("fees")) == ((3, "default"), (3, "default"))
    change(editor, edit="SetField", field="summary_length", value=2)
    assert (wish(""), wish("fees")) == ((2, "editor"), (2, "default"))
    change(editor, edit="SetField", story="fees", field="summary_length", value=2)
    assert wish("fees") == (2, "editor")
    assert len(state(editor)["issue"]["stories"][0]["summary"]) == 2
    change(editor, edit="ResetField", story="fees", field="summary_length")
    change(editor, edit="ResetField", field="summary_length")
    assert (wish(""), wish("fees")) == ((3, "default"), (3, "default"))
    assert state(editor)["wishes"][""]["theme"] == {
        "value": "weekly",
        "origin": "default",
        "evidence": [],
        "parts": {},
    }


def test_a_story_that_is_not_there_is_told_so(editor):
    answer = editor.get("/api/story/boats")
    assert (answer.status_code, "no story" in answer.json()["message"]) == (404, True)


def test_an_edit_is_written_shown_and_told_as_a_diff(editor, week):
    answer = kicker(editor, "Money", state(editor)["document"])
    assert answer.status_code == 200
    assert '-kicker = "Ports"   # a word above\n+kicker = "Money"   # a word above' in answer.json()["diff"]
    assert '"Money"   # a word above' in (week / "issue.toml").read_text("utf-8")
    now = state(editor)
    assert now["issue"]["stories"][0]["kicker"] == {
        "value": "Money", "origin": "editor", "evidence": [], "parts": {}
    }  # fmt: skip
    assert now["document"] == answer.json()["version"]
    assert "Kicker" in now["undo"]


def test_undo_puts_back_every_letter_and_redo_does_it_again(editor, week):
    before = (week / "issue.toml").read_bytes()
    kicker(editor, "Money")
    after = (week / "issue.toml").read_bytes()
    assert post(editor, "undo").status_code == 200
    assert (week / "issue.toml").read_bytes() == before
    assert "Kicker" in state(editor)["redo"]
    assert post(editor, "redo").status_code == 200
    assert (week / "issue.toml").read_bytes() == after
    post(editor, "undo")
    nothing = post(editor, "undo")
    assert (nothing.status_code, nothing.json()["message"]) == (422, "there is nothing to undo")


def test_a_change_on_disk_elsewhere_in_the_file_is_merged(editor, week):
    seen = state(editor)["document"]
    toml = week / "issue.toml"
    toml.write_text(toml.read_text("utf-8").replace("number = 4", "number = 5"), "utf-8")
    assert kicker(editor, "Money", seen).json()["merged"]
    said = tomllib.loads(toml.read_text("utf-8"))
    assert (said["number"], said["stories"][0]["kicker"]) == (5, "Money")


def test_a_change_on_disk_in_the_same_place_is_never_overwritten(editor, week):
    seen = state(editor)["document"]
    toml = week / "issue.toml"
    theirs = toml.read_text("utf-8").replace('"Ports"', '"Theirs"')
    toml.write_text(theirs, "utf-8")
    answer = kicker(editor, "Mine", seen)
    assert answer.status_code == 409
    assert answer.json()["theirs"] == theirs
    assert '"Mine"' in answer.json()["mine"]
    assert toml.read_text("utf-8") == theirs


def test_a_quotation_that_was_never_said_is_refused_with_the_nearest_one(editor, week):
    before = (week / "issue.toml").read_bytes()
    words = "Nobody should ever leave home waters over a bill"
    answer = change(editor, edit="SetQuotes", story="fees", quotes=[{"text": words}])
    assert answer.status_code == 422
    refused = answer.json()
    assert "Nobody should have to leave home waters over a bill" in refused["nearest"]
    assert refused["end"] > refused["start"] > 0
    assert (week / "issue.toml").read_bytes() == before


@pytest.mark.parametrize(
    "sent",
    [b"", b"[]", b"{", b'{"change": 3}', b'{"change": {"edit": "Format"}}', b'{"change": {}}', b"\xff"],
)
def test_what_is_no_edit_changes_nothing(editor, week, sent):
    before = (week / "issue.toml").read_bytes()
    answer = post(editor, "edit", content=sent)
    assert answer.status_code in {400, 422}
    assert answer.json()["message"]
    assert (week / "issue.toml").read_bytes() == before


def test_a_paste_is_read_and_nothing_written_until_it_is_added(editor, week):
    before = sorted(week.rglob("*"))
    brought = post(editor, "capture", json={"text": CRANES}).json()
    assert brought["article"]["headline"] == "Crane drivers go back to work"
    assert [line["sort"] for line in brought["source"]["lines"]][:5] == ["headline", "", "byline", "", "date"]
    assert sorted(week.rglob("*")) == before
    added = change(editor, edit="AddStory", tray=brought["tray"]).json()
    assert added["story"] == "crane-drivers-go-back-to-work"
    assert (week / "sources" / "crane-drivers-go-back-to-work.txt").read_text("utf-8") == CRANES
    assert [each["slug"] for each in state(editor)["issue"]["stories"]][-1] == added["story"]


def test_a_line_taken_for_the_wrong_thing_is_put_right_before_it_is_added(editor, week):
    before = (week / "issue.toml").read_bytes()
    brought = post(editor, "capture", json={"text": CRANES}).json()
    number = next(each["number"] for each in brought["source"]["lines"] if each["sort"] == "promo")
    again = {"tray": brought["tray"], "lines": {str(number): "body"}}
    read_anew = post(editor, "capture", json=again).json()
    assert read_anew["article"]["promos"] == []
    assert read_anew["source"]["assigned"] == {str(number): "body"}
    added = change(editor, edit="AddStory", tray=brought["tray"]).json()
    assert f"+{number} = " in added["diff"]
    story = editor.get(f"/api/story/{added['story']}").json()
    assert story["source"]["lines"][number - 1]["sort"] == "body"
    assert post(editor, "undo").status_code == 200
    assert (week / "issue.toml").read_bytes() == before


def test_a_dropped_file_goes_by_its_own_name_and_nowhere_else(editor, week):
    name = "../../../cranes & co.txt"
    brought = post(editor, "capture", params={"name": name}, content=CRANES.encode()).json()
    change(editor, edit="AddStory", tray=brought["tray"])
    names = {path.name for path in (week / "sources").iterdir()}
    assert names == {"cranes-co.txt", "ferry.txt", "fees.txt"}
    assert not list(week.parent.parent.parent.glob("cranes*"))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"json": {"text": ""}}, "the pasted text: is empty"),
        ({"json": {"url": "no address"}}, "is no web address"),
        ({"json": {"url": "file:///etc/passwd"}}, "http"),
        ({"json": {"url": "http://127.0.0.1:1/"}}, "not on the open web"),
        ({"json": {"tray": "gone"}}, "lies here no more"),
        ({"params": {"name": "a.pdf"}, "content": b"%PDF-1.7"}, "a.pdf: seems to be a PDF"),
        ({"json": {}}, "lies here no more"),
    ],
)
def test_what_holds_no_article_is_refused_in_words(editor, sent, words):
    answer = post(editor, "capture", **sent)
    assert answer.status_code == 422
    assert words in answer.json()["message"]


def test_more_than_a_page_can_be_is_not_taken(editor):
    assert post(editor, "capture", params={"name": "a.txt"}, content=b"a" * 20_000_001).status_code == 413
    assert post(editor, "edit", content=b" " * 1_000_001).status_code == 413


def test_suggestions_are_pieces_of_the_lead_story(editor):
    told = editor.get("/api/suggestions").json()
    story = editor.get("/api/story/fees").json()
    text = " ".join(" ".join(line["text"] for line in story["source"]["lines"]).split())
    assert told["subjects"]
    for each in told["subjects"] + told["preheaders"]:
        assert each["text"].strip("“”").rstrip(".") in text


def test_the_output_folder_is_written_as_by_the_build_command(editor, week):
    answer = post(editor, "open-folder").json()
    folder = week.parent.parent / "build" / "week"
    assert answer["folder"] == str(folder.resolve())
    assert (folder / "email.html").read_text("utf-8") == editor.get("/view/source").text


def test_while_the_file_is_broken_an_edit_is_refused_and_the_last_good_version_stands(editor, week):
    broken = "number =\n"
    (week / "issue.toml").write_text(broken, "utf-8")
    answer = kicker(editor, "Money")
    assert answer.status_code in {409, 422}
    assert (week / "issue.toml").read_text("utf-8") == broken
    assert editor.get("/view/html").status_code == 200

"""Buttondown: what every provider's adapter must do, and its status, its body, its metadata."""

import pytest

from contract import NAME, SUBJECT, Contract, no_keep
from digest.errors import UncertainError
from digest.model import DraftState
from trouble import lost

MODE = "<!-- buttondown-editor-mode: fancy -->\n"


class TestButtondown(Contract):
    provider = "buttondown"

    def test_every_request_that_changes_anything_says_draft(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(subject="Second"), no_keep)
        said = [asked.body["status"] for asked in server.requests if asked.method != "GET"]
        assert said == ["draft", "draft"]

    def test_the_html_is_read_as_html_and_not_as_markdown(self, server, adapter):
        ids = adapter.create(self.draft(html="<p>* Not a *list*.</p>"), no_keep)
        assert server.raw(ids["id"])["body"] == f"{MODE}<p>* Not a *list*.</p>"
        assert adapter.look(ids).facts["html"] == "<p>* Not a *list*.</p>"

    def test_html_that_begins_like_front_matter_is_taken(self, adapter):
        begins = "---\nweather: wet\n---\n<p>Rain.</p>"
        ids = adapter.create(self.draft(html=begins), no_keep)
        adapter.update(ids, self.draft(html=begins), no_keep)
        assert adapter.look(ids).facts["html"] == begins

    def test_it_stands_in_no_template_unless_one_is_named(self, server, adapter, waits):
        bare = adapter.create(self.draft(), no_keep)
        dressed = self.adapter_of(server, waits, template="modern").create(self.draft(), no_keep)
        assert [server.raw(ids["id"])["template"] for ids in (bare, dressed)] == ["naked", "modern"]

    def test_asked_again_in_the_same_hand_off_it_is_the_same_request(self, server, adapter):
        server.script("POST", "*", [lost()])
        with pytest.raises(UncertainError):
            adapter.create(self.draft(), no_keep)
        adapter.create(self.draft(), no_keep)
        assert len(set(keys(server))) == 1

    def test_another_draft_and_another_hand_off_are_other_requests(self, server, adapter, waits):
        adapter.create(self.draft(), no_keep)
        adapter.create(self.draft(name="weekly-2026-11-29"), no_keep)
        self.adapter_of(server, waits).create(self.draft(), no_keep)
        assert len(set(keys(server))) == 3
        assert all(len(key) <= 200 for key in keys(server))

    def test_what_others_keep_in_the_metadata_stays(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.raw(ids["id"])["metadata"]["season"] = "autumn"
        adapter.update(ids, self.draft(), no_keep)
        assert server.raw(ids["id"])["metadata"] == {"season": "autumn", "digest": NAME}

    def test_a_draft_narrowed_there_stays_narrowed_and_it_is_seen(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        before = adapter.look(ids).facts["audience"]
        narrow = {"filters": [{"field": "subscriber.tags", "operator": "contains", "value": "quay"}]}
        server.raw(ids["id"])["filters"] = {**narrow, "groups": [], "predicate": "and"}
        adapter.update(ids, self.draft(subject="Second"), no_keep)
        assert server.raw(ids["id"])["filters"]["filters"] == narrow["filters"]
        assert adapter.look(ids).facts["audience"] != before

    def test_deleted_there_and_still_told_of_it_is_gone(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.set_status(ids["id"], "deleted")
        assert adapter.look(ids).state is DraftState.GONE
        assert adapter.find(NAME) is None

    def test_a_subject_that_is_too_long_is_a_problem(self, adapter):
        assert list(adapter.problems(self.draft(subject="x" * 2000))) == []
        assert "2,001" in "".join(adapter.problems(self.draft(subject="x" * 2001)))

    def test_people_are_led_to_its_page(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        remote = adapter.look(ids)
        assert remote.url == f"https://buttondown.com/emails/{ids['id']}"
        assert remote.facts["subject"] == SUBJECT


def keys(server):
    return [asked.headers["x-idempotency-key"] for asked in server.requests if asked.method == "POST"]

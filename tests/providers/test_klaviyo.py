"""Klaviyo: what every provider's adapter must do, and its message, its template, its audiences."""

from typing import ClassVar

import pytest

from contract import HTML, NAME, TEXT, Contract, no_keep
from digest.errors import HandoffError
from digest.model import DraftState
from played.klaviyo import LIST_ID, REVISION
from trouble import dropped, lost


class TestKlaviyo(Contract):
    provider = "klaviyo"
    settings: ClassVar = {"audiences": (LIST_ID,)}
    needs = ("audiences",)
    wrong: ClassVar = {"audiences": ("nowhere",)}

    def test_every_request_names_the_revision_it_was_written_for(self, server, adapter):
        adapter.look(adapter.create(self.draft(), no_keep))
        adapter.account()
        assert {asked.headers["revision"] for asked in server.requests} == {REVISION}

    def test_handed_over_again_and_again_there_is_one_template(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        for number in range(3):
            ids = adapter.update(ids, self.draft(html=f"<p>{number}</p>"), no_keep)
        assert len(server.house.templates) == 1
        assert server.held(ids["id"])["html"] == "<p>2</p>"

    def test_the_ids_are_of_the_campaign_the_message_and_the_template(self, server, adapter):
        kept = []
        ids = adapter.create(self.draft(), kept.append)
        assert set(ids) == {"id", "message", "template"}
        assert [set(each) for each in kept] == [{"id"}, {"id", "message"}, {"id", "message", "template"}]
        assert ids["template"] in server.house.templates

    def test_a_template_that_was_made_and_not_answered_for_is_found_by_its_name(self, server, adapter):
        kept = []
        server.script("POST", "/api/templates", [lost()])
        with pytest.raises(HandoffError):
            adapter.create(self.draft(), kept.append)
        adapter.update(kept[-1], self.draft(), kept.append)
        assert len(server.house.templates) == 1
        assert server.held(server.drafts[0])["text"] == TEXT

    @pytest.mark.parametrize("name", ['weekly "special"', "weekly \\ special", "weekly’s, “special”"])
    def test_names_with_quotation_marks_are_found(self, adapter, name):
        ids = adapter.create(self.draft(name=name), no_keep)
        assert adapter.find(name) == {"id": ids["id"]}

    def test_a_template_deleted_there_is_made_again(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.house.templates.clear()
        again = adapter.update(ids, self.draft(html="<p>Rain.</p>"), no_keep)
        assert list(server.house.templates) == [again["template"]]
        assert server.held(ids["id"])["html"] == "<p>Rain.</p>"

    def test_broken_off_before_the_template_it_is_a_draft_without_content(self, server, adapter):
        kept = []
        server.script("POST", "/api/templates", [dropped()])
        with pytest.raises(HandoffError):
            adapter.create(self.draft(), kept.append)
        remote = adapter.look(kept[-1])
        assert remote.state is DraftState.DRAFT
        assert "html" not in remote.facts
        adapter.update(kept[-1], self.draft(), no_keep)
        assert HTML.partition("<h1>")[2] in adapter.look(kept[-1]).facts["html"]

    def test_from_its_number_alone_it_is_brought_up_to_date(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.update({"id": ids["id"]}, self.draft(subject="Second"), no_keep) == ids
        assert adapter.look({"id": ids["id"]}).facts["subject"] == "Second"

    def test_who_gets_it_and_who_does_not(self, server, waits):
        adapter = self.adapter_of(server, waits, excluded=("AbC999",))
        ids = adapter.create(self.draft(), no_keep)
        assert server.raw(ids["id"])["attributes"]["audiences"] == {
            "included": [LIST_ID],
            "excluded": ["AbC999"],
        }
        assert adapter.look(ids).facts["audience"] == f"{LIST_ID} -AbC999"
        assert adapter.audience() == f"the lists or segments {LIST_ID}, without AbC999"

    def test_without_a_reply_address_the_old_one_goes(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(reply_to=""), no_keep)
        assert adapter.look(ids).facts["reply_to"] == ""

    def test_a_draft_that_was_put_away_is_gone_and_what_was_sent_is_sent(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.raw(ids["id"])["attributes"]["archived"] = True
        assert adapter.look(ids).state is DraftState.GONE
        assert adapter.find(NAME) is None
        server.set_status(ids["id"], "sent")
        assert adapter.look(ids).state is DraftState.SENT
        assert adapter.find(NAME) == {"id": ids["id"]}

    def test_without_a_sender_it_cannot_be_made(self, adapter):
        assert "[sender]" in "".join(adapter.problems(self.draft(from_email="")))

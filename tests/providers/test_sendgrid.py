"""SendGrid: what every provider's adapter must do, and its senders, its unsubscribe groups and its search."""

from typing import ClassVar

import pytest

from contract import NAME, Contract, no_keep
from digest.errors import UnreachedError
from played.sendgrid import LIST_ID, SENDER_ID
from trouble import broken, lost


class TestSendgrid(Contract):
    provider = "sendgrid"
    settings: ClassVar = {"sender_id": SENDER_ID, "suppression_group_id": 12, "list_ids": (LIST_ID,)}
    needs = ("sender_id", "suppression_group_id")
    wrong: ClassVar = {"sender_id": 9}

    def test_our_text_is_not_overwritten(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(), no_keep)
        made = [asked.body["email_config"]["generate_plain_content"] for asked in server.requests]
        assert made == [False, False]

    def test_an_address_to_unsubscribe_at_may_stand_for_the_group(self, server, waits):
        address = "https://harbourpost.example/leave"
        adapter = self.adapter_of(server, waits, suppression_group_id=0, custom_unsubscribe_url=address)
        assert list(adapter.problems(self.draft())) == []
        ids = adapter.create(self.draft(), no_keep)
        config = server.raw(ids["id"])["email_config"]
        assert config["custom_unsubscribe_url"] == address
        assert "suppression_group_id" not in config

    def test_without_lists_and_segments_the_ones_chosen_there_stay(self, server, waits):
        adapter = self.adapter_of(server, waits, list_ids=())
        ids = adapter.create(self.draft(), no_keep)
        server.edit(ids["id"], audience=[LIST_ID])
        adapter.update(ids, self.draft(), no_keep)
        assert server.held(ids["id"])["audience"] == [LIST_ID]
        assert adapter.audience() == ""

    def test_who_is_not_in_digest_toml_is_left_out_there(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        to = server.raw(ids["id"])["send_to"]
        to.update(segment_ids=["6f1d1c4e-1f0f-4a51-9d4c-0c6f3b1d2a11"], all=True)
        adapter.update(ids, self.draft(), no_keep)
        assert server.raw(ids["id"])["send_to"] == {"list_ids": [LIST_ID], "segment_ids": [], "all": False}

    def test_that_it_would_go_to_everybody_is_seen(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.raw(ids["id"])["send_to"]["all"] = True
        assert adapter.look(ids).facts["audience"].startswith("everybody")

    @pytest.mark.parametrize("trouble", [lost(), broken(503)], ids=["lost", "broken"])
    def test_a_search_whose_answer_is_lost_is_made_again(self, server, adapter, trouble):
        ids = adapter.create(self.draft(), no_keep)
        server.script("POST", "*/search", [trouble])
        assert adapter.find(NAME) == ids

    def test_a_search_that_fails_twice_has_changed_nothing(self, server, adapter):
        server.script("POST", "*/search", [lost(), lost()])
        with pytest.raises(UnreachedError):
            adapter.find(NAME)
        assert server.changes == []

    def test_a_draft_emptied_there_is_told_as_empty(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.edit(ids["id"], html="", text="")
        assert adapter.look(ids).facts["html"] == ""

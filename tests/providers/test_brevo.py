"""Brevo: what every provider's adapter must do, and its senders, its lists and its few requests."""

from typing import ClassVar

import pytest

from contract import Contract, no_keep
from digest.errors import RefusedError
from played.brevo import LIST_ID, SENDER_ID


class TestBrevo(Contract):
    provider = "brevo"
    settings: ClassVar = {"lists": (LIST_ID,)}
    wrong: ClassVar = {"lists": (404,)}

    def test_the_sender_is_named_by_address(self, server, adapter):
        adapter.create(self.draft(), no_keep)
        sender = server.requests[0].body["sender"]
        assert sender == {"name": "The Harbour Post", "email": "desk@harbourpost.example"}

    def test_or_by_its_number(self, server, waits):
        adapter = self.adapter_of(server, waits, sender_id=SENDER_ID)
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(), no_keep)
        senders = [asked.body["sender"] for asked in server.requests if asked.method in ("POST", "PUT")]
        assert senders == [{"name": "The Harbour Post", "id": SENDER_ID}] * 2

    def test_a_number_that_is_no_sender_s_is_refused(self, server, waits):
        with pytest.raises(RefusedError, match="Sender is invalid"):
            self.adapter_of(server, waits, sender_id=99).create(self.draft(), no_keep)

    def test_without_any_sender_there_is_a_problem(self, server, waits, adapter):
        nobody = self.draft(from_email="")
        (told,) = adapter.problems(nobody)
        assert "[sender]" in told
        assert list(self.adapter_of(server, waits, sender_id=SENDER_ID).problems(nobody)) == []

    def test_a_sender_by_number_needs_no_address_of_ours(self, server, waits):
        adapter = self.adapter_of(server, waits, sender_id=SENDER_ID)
        ids = adapter.create(self.draft(from_email="", reply_to=""), no_keep)
        assert adapter.look(ids).facts["sender"] == "The Harbour Post <desk@harbourpost.example>"

    def test_without_lists_the_ones_chosen_there_stay(self, server, waits):
        adapter = self.adapter_of(server, waits, lists=())
        ids = adapter.create(self.draft(), no_keep)
        server.edit(ids["id"], audience=[12])
        adapter.update(ids, self.draft(), no_keep)
        assert server.held(ids["id"])["audience"] == [12]
        assert adapter.audience() == ""

    def test_lists_chosen_or_left_out_there_are_seen(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.raw(ids["id"])["recipients"] = {"lists": [9, 7], "exclusionLists": [4]}
        assert adapter.look(ids).facts["audience"] == "7, 9 without 4"

    def test_the_copy_on_the_web_is_made_where_the_email_links_to_it(self, server, adapter):
        draft = self.draft()
        ids = adapter.create(draft, no_keep)
        assert server.raw(ids["id"])["mirrorActive"] is False
        linked = draft.html.replace("</body>", '<a href="{{ mirror }}">In your browser</a></body>')
        adapter.update(ids, self.draft(html=linked), no_keep)
        assert server.raw(ids["id"])["mirrorActive"] is True

    def test_a_whole_hand_over_takes_few_of_an_hour_s_hundred_requests(self, server, adapter):
        adapter.find(self.draft().name)
        ids = adapter.create(self.draft(), no_keep)
        adapter.look(ids)
        adapter.update(ids, self.draft(), no_keep)
        assert len(server.requests) <= 6

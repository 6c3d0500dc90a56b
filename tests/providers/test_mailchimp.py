"""Mailchimp: what every provider's adapter must do, and its two requests, its data centre, its segments."""

from typing import ClassVar

import pytest

from contract import Contract, no_keep
from digest.errors import HandoffError
from digest.handoff.caller import Tools
from digest.handoff.patience import TRIES
from digest.handoff.providers.mailchimp import Mailchimp, Settings
from played.mailchimp import LIST_ID
from trouble import dropped


class TestMailchimp(Contract):
    provider = "mailchimp"
    settings: ClassVar = {"audience": LIST_ID}
    needs = ("audience",)
    wrong: ClassVar = {"audience": "nowhere000"}

    def test_its_css_and_footer_are_left_as_they_are(self, server, adapter):
        adapter.create(self.draft(), no_keep)
        asked = server.requests[0].body["settings"]
        assert (asked["inline_css"], asked["auto_footer"]) == (False, False)

    def test_the_id_is_kept_before_the_content_is_put(self, server, adapter):
        server.script("PUT", "*", [dropped()] * TRIES)
        kept = []
        with pytest.raises(HandoffError):
            adapter.create(self.draft(), kept.append)
        assert [each["id"] for each in kept] == server.drafts
        adapter.update(kept[-1], self.draft(), no_keep)
        assert "Lanterns" in server.held(server.drafts[0])["html"]
        assert len(server.drafts) == 1

    def test_a_segment_chosen_there_stays_chosen(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.raw(ids["id"])["recipients"]["segment_opts"] = {"saved_segment_id": 5}
        adapter.update(ids, self.draft(), no_keep)
        assert server.raw(ids["id"])["recipients"]["segment_opts"] == {"saved_segment_id": 5}

    def test_another_audience_in_digest_toml_is_the_audience_there(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.edit(ids["id"], audience="formerlist")
        adapter.update(ids, self.draft(), no_keep)
        assert server.held(ids["id"])["audience"] == LIST_ID

    def test_without_an_address_for_replies_they_go_to_the_sender(self, server, adapter):
        ids = adapter.create(self.draft(reply_to=""), no_keep)
        assert server.held(ids["id"])["reply_to"] == "desk@harbourpost.example"

    def test_without_any_address_there_is_a_problem(self, adapter):
        (told,) = adapter.problems(self.draft(reply_to="", from_email=""))
        assert "[sender]" in told

    def test_people_open_it_at_the_data_centre_of_the_key(self, adapter):
        place = adapter.look(adapter.create(self.draft(), no_keep)).url
        assert place.startswith("https://us7.admin.mailchimp.com/campaigns/show/?id=")

    @pytest.mark.parametrize(
        "key", ["", "0123", "0123-", "-us9", "0123-us6.example.org/", "0123-us6\n", "0123-u6"]
    )
    def test_a_key_without_its_data_centre_goes_nowhere(self, key):
        with pytest.raises(HandoffError, match="data centre") as caught:
            Mailchimp(Settings(audience=LIST_ID), key, Tools()).account()
        assert not key or key not in str(caught.value)

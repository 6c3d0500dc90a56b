"""listmonk: what every provider's adapter must do, and its address, its template, its headers and its key."""

from typing import ClassVar

import pytest

from contract import Contract, no_keep
from digest.errors import HandoffError
from digest.handoff.caller import Tools
from digest.handoff.providers.listmonk import Listmonk, Settings
from played.listmonk import LIST_ID, TEMPLATE_ID


class TestListmonk(Contract):
    provider = "listmonk"
    settings: ClassVar = {"lists": (LIST_ID,), "template_id": TEMPLATE_ID}
    needs = ("lists", "template_id")
    wrong: ClassVar = {"lists": (404,)}
    at_origin = True

    def test_the_address_may_be_that_of_its_api(self, server, waits):
        for url in (server.origin, f"{server.origin}/", server.url, f"{server.url}/"):
            assert self.adapter_of(server, waits, url=url).account() == server.origin.removeprefix("http://")

    def test_replies_go_where_they_should_by_a_header(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert server.raw(ids["id"])["headers"] == [{"Reply-To": "letters@harbourpost.example"}]
        assert adapter.look(ids).facts["reply_to"] == "letters@harbourpost.example"
        adapter.update(ids, self.draft(reply_to=""), no_keep)
        assert server.raw(ids["id"])["headers"] == []

    @pytest.mark.parametrize(
        ("name", "sender"),
        [
            ("Zoë Ålund", "Zoë Ålund <desk@harbourpost.example>"),
            ("Vance, Ida", '"Vance, Ida" <desk@harbourpost.example>'),
            ('The "Post" <b>', '"The \\"Post\\" <b>" <desk@harbourpost.example>'),
            ("", "desk@harbourpost.example"),
        ],
    )
    def test_a_sender_s_name_is_quoted_where_it_must_be(self, server, adapter, name, sender):
        ids = adapter.create(self.draft(from_name=name), no_keep)
        assert server.raw(ids["id"])["from_email"] == sender

    def test_without_an_address_of_ours_the_installation_s_sender_stays(self, server, adapter):
        ids = adapter.create(self.draft(from_email=""), no_keep)
        assert server.raw(ids["id"])["from_email"] == "The Harbour Post <desk@harbourpost.example>"

    def test_every_change_names_lists_template_and_kind(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(), no_keep)
        body = server.requests[-1].body
        asked = body["lists"], body["template_id"], body["content_type"], body["type"]
        assert asked == ([LIST_ID], TEMPLATE_ID, "html", "regular")

    def test_people_open_it_in_the_installation(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids).url == f"{server.origin}/admin/campaigns/{ids['id']}"

    def test_lists_chosen_there_are_seen(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.edit(ids["id"], audience=[{"id": 9, "name": "All"}, {"id": 2, "name": "Test"}])
        assert adapter.look(ids).facts["audience"] == "2, 9"


def test_without_an_address_it_is_a_problem_and_nothing_is_asked():
    adapter = Listmonk(Settings(lists=(1,), template_id=1), "desk:token", Tools())
    (told,) = adapter.problems(TestListmonk().draft())
    assert "url" in told
    with pytest.raises(HandoffError, match="url"):
        adapter.account()


def test_a_key_without_its_user_is_told_of_without_telling_it():
    adapter = Listmonk(Settings(url="https://lists.example.org", lists=(1,)), "Nm4Qz8Xr2Tb6", Tools())
    with pytest.raises(HandoffError, match="colon") as caught:
        adapter.account()
    assert "Nm4Qz8Xr2Tb6" not in str(caught.value)

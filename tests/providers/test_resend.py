"""Resend: what every provider's adapter must do, and its sender, its segment, its list."""

from typing import ClassVar

import pytest

from contract import NAME, TEXT, Contract, no_keep
from digest.errors import HandoffError
from played.house import Reply
from played.resend import SEGMENT_ID


class TestResend(Contract):
    provider = "resend"
    settings: ClassVar = {"segment": SEGMENT_ID}
    needs = ("segment",)
    wrong: ClassVar = {"segment": "nowhere"}

    def test_no_request_says_when_to_send(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(), no_keep)
        for asked in server.requests:
            assert not {"send", "scheduled_at"} & set(asked.body or ())

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("The Harbour Post", "The Harbour Post <desk@harbourpost.example>"),
            ("Zoë’s Post", '"Zoë’s Post" <desk@harbourpost.example>'),
            ("Post, The", '"Post, The" <desk@harbourpost.example>'),
            ('The "Post"', '"The \\"Post\\"" <desk@harbourpost.example>'),
            ("Post <x@y.example>", '"Post <x@y.example>" <desk@harbourpost.example>'),
            ("Two\nlines", "Two lines <desk@harbourpost.example>"),
            ("", "desk@harbourpost.example"),
        ],
    )
    def test_the_sender_s_name_is_quoted_where_it_must_be(self, server, adapter, name, told):
        ids = adapter.create(self.draft(from_name=name), no_keep)
        assert server.raw(ids["id"])["from"] == told

    def test_replies_go_where_they_should_or_nowhere_in_particular(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids).facts["reply_to"] == "letters@harbourpost.example"
        adapter.update(ids, self.draft(reply_to=""), no_keep)
        assert adapter.look(ids).facts["reply_to"] == ""

    def test_without_a_reply_address_none_is_sent_along(self, server, adapter):
        ids = adapter.create(self.draft(reply_to=""), no_keep)
        assert "reply_to" not in server.raw(ids["id"])

    def test_the_text_part_is_ours_to_the_letter(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids).facts["text"] == TEXT

    def test_a_topic_goes_along_and_is_told_of(self, server, waits):
        adapter = self.adapter_of(server, waits, topic="b6d24b8e")
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids).facts["audience"] == f"{SEGMENT_ID} b6d24b8e"
        assert "b6d24b8e" in adapter.audience()

    def test_an_update_that_made_something_else_of_it_is_an_error(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.house.update = lambda call: Reply(200, {"id": call.slots["id"], "object": "broadcast"})
        server.set_status(ids["id"], "scheduled")
        with pytest.raises(HandoffError, match="look there at once"):
            adapter.update(ids, self.draft(), no_keep)

    def test_the_newest_is_told_by_its_date_whatever_the_order_of_the_list(self, server, adapter):
        first, second = (adapter.create(self.draft(), no_keep) for _ in range(2))
        server.raw(first["id"])["created_at"] = "2026-11-23 06:00:00+00"
        assert adapter.find(NAME) == first != second

    def test_without_a_sender_it_cannot_be_made(self, adapter):
        assert "[sender]" in "".join(adapter.problems(self.draft(from_email="")))

    def test_people_are_led_to_its_page(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids).url == f"https://resend.com/broadcasts/{ids['id']}"

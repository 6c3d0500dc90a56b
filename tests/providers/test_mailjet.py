"""Mailjet: what every provider's adapter must do, and its two requests, its locale, its states."""

from base64 import b64encode
from typing import ClassVar

import pytest

from contract import NAME, TEXT, Contract, no_keep
from digest.errors import RefusedError
from digest.handoff.caller import Tools
from digest.handoff.providers.mailjet import Mailjet, Settings
from digest.model import DraftState
from played.mailjet import LIST_ID
from trouble import Trouble, refusal

UNCHANGED = Trouble(304, "", content_type="application/json")


class TestMailjet(Contract):
    provider = "mailjet"
    settings: ClassVar = {"list": LIST_ID}
    needs = ("list",)
    wrong: ClassVar = {"list": 9999}

    def test_both_parts_are_put_at_once_so_that_neither_is_left_over(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(html="<p>Rain.</p>", text="Rain.\n"), no_keep)
        posts = [asked for asked in server.requests if asked.path.endswith("/detailcontent")]
        assert [asked.method for asked in posts] == ["POST", "POST"]
        assert posts[1].body == {"Html-part": "<p>Rain.</p>", "Text-part": "Rain.\n"}

    def test_the_two_keys_are_a_name_and_a_password(self, server, adapter):
        adapter.account()
        assert (
            server.requests[0].headers["authorization"] == f"Basic {b64encode(server.key.encode()).decode()}"
        )

    def test_neither_key_is_told_on(self, server, adapter):
        public, _, private = server.key.partition(":")
        server.script("*", "*", [refusal(400, f"{public} and {private} are tired.")])
        with pytest.raises(RefusedError, match="are tired") as caught:
            adapter.account()
        assert public not in str(caught.value)
        assert private not in str(caught.value)

    def test_it_needs_no_key_to_say_what_is_missing(self):
        assert list(Mailjet(Settings(), "", Tools()).problems(self.draft()))

    @pytest.mark.parametrize(
        ("language", "locale"),
        [("en", "en_US"), ("en-GB", "en_US"), ("de", "de_DE"), ("fr-CA", "fr_FR"), ("sv", "en_US")],
    )
    def test_its_own_words_are_in_the_publication_s_language(self, server, adapter, language, locale):
        ids = adapter.create(self.draft(language=language), no_keep)
        assert server.raw(ids["id"])["Locale"] == locale

    def test_a_locale_that_is_named_is_taken(self, server, waits):
        ids = self.adapter_of(server, waits, locale="pt_BR").create(self.draft(language="de"), no_keep)
        assert server.raw(ids["id"])["Locale"] == "pt_BR"

    def test_settings_that_are_the_same_already_are_no_error(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.script("PUT", "*", [UNCHANGED])
        adapter.update(ids, self.draft(text="Rain.\n"), no_keep)
        assert adapter.look(ids).facts["text"] == "Rain.\n"

    @pytest.mark.parametrize(
        ("status", "state"),
        [
            ("Draft", DraftState.DRAFT),
            ("programmed", DraftState.SCHEDULED),
            (-1, DraftState.GONE),
            (-2, DraftState.GONE),
            (3, DraftState.SCHEDULED),
        ],
    )
    def test_states_are_understood_as_numbers_and_as_words(self, server, adapter, status, state):
        ids = adapter.create(self.draft(), no_keep)
        server.house.lenient = True
        server.set_status(ids["id"], status)
        assert adapter.look(ids).state is state
        server.forgive()

    def test_a_draft_whose_content_is_not_there_yet_is_not_gone(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.script("GET", "/campaigndraft/*/detailcontent", [refusal(404, "Object not found")])
        remote = adapter.look(ids)
        assert remote.state is DraftState.DRAFT
        assert remote.facts["html"] == ""

    def test_without_a_reply_address_the_old_one_goes(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.update(ids, self.draft(reply_to=""), no_keep)
        assert adapter.look(ids).facts["reply_to"] == ""

    def test_one_of_that_name_that_was_deleted_is_not_found(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.set_status(ids["id"], "gone")
        assert adapter.find(NAME) is None

    def test_the_text_part_is_ours_to_the_letter(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids).facts["text"] == TEXT

    def test_without_a_sender_it_cannot_be_made(self, adapter):
        assert "[sender]" in "".join(adapter.problems(self.draft(from_email="")))

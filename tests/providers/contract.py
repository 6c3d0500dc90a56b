"""What every adapter must do, whoever its provider is; each is held to it by a subclass of `Contract`.

    class TestMailchimp(Contract):
        provider = "mailchimp"                  the name in digest.toml; gives the adapter and the server
        settings = {"audience": LIST_ID}        beside url
        needs = ("audience",)                   what `problems` asks for when it is not set
        wrong = {"audience": "nowhere"}         settings that the provider refuses
        at_origin = False                       url is the server's origin, without the provider's base path

Every request is held against the provider's own description while these run: see `server.py`.
"""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from msgspec.structs import replace

from digest.errors import HandoffError, RefusedError, UncertainError, UnreachedError
from digest.handoff.caller import Tools
from digest.handoff.patience import TRIES
from digest.handoff.provider import Ids, Provider, provider_class
from digest.mergetags.table import TABLE
from digest.model import Draft, DraftState
from server import Server
from trouble import Trouble, broken, dropped, html_page, lost, nonsense, refusal, silent, too_many

NAME = "weekly-2026-11-22: The Harbour Post"
PREHEADER = "The ferry is late again, and nobody minds"
SUBJECT = "Lanterns on the quay – “a quiet year”"
TEXT = "The quay\n\nLanterns were hung along the quay on Friday.\nFrom here on, café by café.\n"
HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Lanterns</title></head>
<body>{}<h1>The quay</h1><p>Lanterns were hung along the quay on Friday, café by café.</p>
<p><a href="https://harbourpost.example/quay?a=1&amp;b=2">Read on</a></p></body></html>
"""
FACTS = {"subject", "preheader", "sender", "reply_to", "audience", "html", "text"}
HIDDEN = '<div style="display:none">{}</div>'


class Contract:
    """Subclass it and set the attributes above."""

    provider: ClassVar[str] = ""
    settings: ClassVar[Mapping[str, Any]] = {}
    needs: ClassVar[tuple[str, ...]] = ()
    wrong: ClassVar[Mapping[str, Any]] = {}
    at_origin: ClassVar[bool] = False

    @pytest.fixture
    def server(self):
        with Server(self.provider) as server:
            yield server

    @pytest.fixture
    def waits(self) -> list[float]:
        return []

    @pytest.fixture
    def adapter(self, server, waits) -> Provider:
        return self.adapter_of(server, waits)

    def adapter_of(
        self, server: Server, waits: list[float], key: str = "", patience: float = 20.0, **changes: Any
    ) -> Provider:
        kind = provider_class(self.provider)
        url = server.origin if self.at_origin else server.url
        settings = kind.settings(**{**self.settings, "url": url, **changes})
        return kind(settings, key or server.key, Tools(wait=waits.append, patience=patience))

    def draft(self, **changes: Any) -> Draft:
        """A draft, its preheader where this provider wants it."""
        apart = TABLE[self.provider].preheader == "field"
        draft = Draft(
            name=NAME,
            subject=SUBJECT,
            preheader=PREHEADER if apart else "",
            from_name="The Harbour Post",
            from_email="desk@harbourpost.example",
            reply_to="letters@harbourpost.example",
            html=HTML.format("" if apart else HIDDEN.format(PREHEADER)),
            text=TEXT,
            language="en",
        )
        return replace(draft, **changes)

    # -- what arrives

    def test_both_parts_arrive_or_the_loss_is_told(self, server, adapter):
        adapter.create(self.draft(), no_keep)
        held = server.held(server.drafts[0])
        assert HTML.partition("<h1>")[2] in held["html"]
        if adapter.capabilities.text == "kept":
            assert held["text"] == TEXT
        else:
            assert any("text" in loss.casefold() for loss in adapter.capabilities.losses)

    def test_the_preheader_arrives_exactly_once(self, server, adapter):
        adapter.create(self.draft(), no_keep)
        assert json.dumps(server.raw(server.drafts[0])).count(PREHEADER) == 1

    def test_the_draft_says_what_it_was_given(self, server, adapter):
        draft = self.draft()
        adapter.create(draft, no_keep)
        held = server.held(server.drafts[0])
        assert held["subject"] == SUBJECT
        assert held["name"] == NAME
        for name in ("from_name", "from_email", "reply_to"):
            assert not isinstance(held.get(name), str) or getattr(draft, name) in held[name] or not held[name]

    def test_a_change_leaves_nothing_of_what_was_there(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        second = self.draft(subject="Rain", preheader="", html=HTML.format("<p>Rain.</p>"), text="Rain.\n")
        adapter.update(ids, second, no_keep)
        said = json.dumps(server.raw(server.drafts[0]))
        assert SUBJECT.partition(" – ")[0] not in said
        assert PREHEADER not in said
        assert "<p>Rain.</p>" in server.held(server.drafts[0])["html"]

    def test_nothing_is_sent_or_scheduled(self, server, adapter):
        adapter.create(self.draft(), no_keep)
        assert server.held(server.drafts[0])["state"] == "draft"

    def test_words_of_every_kind_arrive_as_they_are(self, server, adapter):
        odd = 'Zoë’s “ﬁrst” \U0001f3ee & <b>Über</b> \\ "x" %7B'
        html = HTML.format(f"<p>{odd}</p>\n<p>From the quay</p>\n<p>.</p>")
        adapter.create(self.draft(subject=odd, html=html), no_keep)
        held = server.held(server.drafts[0])
        assert held["subject"] == odd
        assert odd in held["html"]

    # -- once

    def test_handed_over_twice_there_is_one_draft(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        again = adapter.update(ids, self.draft(subject="Second"), no_keep)
        assert (len(server.drafts), server.held(server.drafts[0])["subject"]) == (1, "Second")
        assert again["id"] == ids["id"]

    def test_it_is_found_by_its_name(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.crowd(3)
        found = adapter.find(NAME)
        assert found is not None
        assert found["id"] == ids["id"]

    def test_it_is_found_among_many(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.crowd(240)
        found = adapter.find(NAME)
        assert found is not None
        assert found["id"] == ids["id"]

    def test_a_name_alike_is_not_the_name(self, server, adapter):
        adapter.create(self.draft(name=f"{NAME}s"), no_keep)
        server.crowd(3, f"{NAME} {{}}")
        assert adapter.find(NAME) is None

    def test_of_two_of_a_name_the_newest_is_found(self, server, adapter):
        adapter.create(self.draft(), no_keep)
        second = adapter.create(self.draft(), no_keep)
        server.crowd(2)
        found = adapter.find(NAME)
        assert found is not None
        assert found["id"] == second["id"]

    @pytest.mark.parametrize("state", ["scheduled", "sent"])
    def test_what_is_no_draft_any_more_is_found_too_so_that_it_is_not_made_again(
        self, server, adapter, state
    ):
        if state not in server.house.states:
            return
        ids = adapter.create(self.draft(), no_keep)
        server.set_status(server.drafts[0], state)
        found = adapter.find(NAME)
        assert found is not None
        assert found["id"] == ids["id"]

    def test_where_there_is_nothing_nothing_is_found(self, adapter):
        assert adapter.find(NAME) is None

    def test_what_was_found_is_brought_up_to_date(self, server, adapter):
        adapter.create(self.draft(subject="First"), no_keep)
        found = adapter.find(NAME)
        assert found is not None
        adapter.update(found, self.draft(), no_keep)
        assert [server.held(each)["subject"] for each in server.drafts] == [SUBJECT]

    @pytest.mark.parametrize("trouble", ["dropped", "lost", "broken", "silent", "nonsense"])
    def test_broken_off_anywhere_it_is_gone_on_with(self, trouble):
        for step in range(self._steps()):
            self._broken_off(step, *TROUBLES[trouble])

    def test_every_id_is_kept_at_once(self, server, adapter):
        kept: list[Ids] = []
        ids = adapter.create(self.draft(), kept.append)
        assert kept[-1] == ids
        assert all(isinstance(part, str) for each in kept for pair in each.items() for part in pair)
        assert kept[-1]["id"] in json.dumps(server.drafts)

    def _steps(self) -> int:
        with Server(self.provider) as server:
            self.adapter_of(server, []).create(self.draft(), no_keep)
            return len(server.requests)

    def _broken_off(self, step: int, trouble: Trouble, times: int) -> None:
        """The first hand-off goes wrong at one of its requests; the next ones bring it to its end."""
        with Server(self.provider) as server:
            adapter = self.adapter_of(server, [], patience=0.2 if trouble.seconds else 20.0)
            server.script("*", "*", [*[None] * step, *[trouble] * times])
            kept: list[Ids] = [{}]
            for _ in range(4):
                try:
                    hand_over(adapter, self.draft(), kept)
                except HandoffError:
                    continue
                break
            assert len(server.drafts) == 1, f"broken off at {step}: {server.changes}"
            held = server.held(server.drafts[0])
            assert HTML.partition("<h1>")[2] in (held["html"] or ""), f"broken off at {step}"
            assert held["subject"] == SUBJECT

    # -- a provider in trouble

    def test_what_may_have_been_carried_out_is_not_repeated(self, server, adapter):
        server.script("POST", "*", [lost()])
        with pytest.raises(UncertainError):
            adapter.create(self.draft(), no_keep)
        assert len(server.requests) == 1

    @pytest.mark.parametrize("status", [500, 502, 503, 504])
    def test_a_post_that_failed_there_is_not_repeated(self, server, adapter, status):
        server.script("POST", "*", [broken(status)] * TRIES)
        with pytest.raises(UncertainError):
            adapter.create(self.draft(), no_keep)
        assert len(server.requests) == 1

    def test_asked_to_wait_it_waits_so_long(self, server, adapter, waits):
        server.script("*", "*", [too_many(7)])
        adapter.create(self.draft(), no_keep)
        assert 7.0 in waits
        assert len(server.drafts) == 1

    def test_it_does_not_wait_for_ever(self, server, adapter, waits):
        server.script("*", "*", [too_many(3)] * 50)
        with pytest.raises(RefusedError, match="429"):
            adapter.create(self.draft(), no_keep)
        assert len(waits) < TRIES
        assert len(server.requests) <= TRIES
        assert server.drafts == []

    def test_asked_to_wait_for_an_hour_it_gives_up(self, server, adapter, waits):
        server.script("*", "*", [too_many(3600)])
        with pytest.raises(RefusedError):
            adapter.create(self.draft(), no_keep)
        assert waits == []

    @pytest.mark.parametrize("status", [500, 502, 503, 504])
    def test_what_is_only_read_is_asked_again(self, server, adapter, waits, status):
        ids = adapter.create(self.draft(), no_keep)
        server.script("GET", "*", [broken(status), dropped()])
        assert adapter.look(ids).state is DraftState.DRAFT
        assert len(waits) == 2

    def test_a_proxy_s_page_is_told_of_plainly(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.script("*", "*", [html_page()] * TRIES)
        with pytest.raises(HandoffError, match="502") as caught:
            adapter.look(ids)
        assert "<" not in str(caught.value)

    @pytest.mark.parametrize("words", ['{"id": ', "null", "[]", '{"id": {}, "data": 3}', "\xff", ""])
    def test_nonsense_is_an_error_of_ours(self, server, adapter, words):
        ids = adapter.create(self.draft(), no_keep)
        server.script("*", "*", [nonsense(words=words)] * 9)
        with pytest.raises(HandoffError):
            adapter.look(ids)

    def test_silence_has_an_end(self, server, waits):
        hasty = self.adapter_of(server, waits, patience=0.1)
        server.script("*", "*", [silent()] * 9)
        with pytest.raises(UnreachedError):
            hasty.account()
        with pytest.raises(HandoffError):
            hasty.create(self.draft(), no_keep)

    def test_the_provider_s_own_words_are_told(self, server, adapter):
        server.script("POST", "*", [refusal(400, "The quay is closed on Sundays.")])
        with pytest.raises(RefusedError, match="The quay is closed on Sundays") as caught:
            adapter.create(self.draft(), no_keep)
        assert caught.value.status == 400
        assert server.drafts == []

    def test_a_wrong_setting_is_refused_there(self, server, waits):
        if not self.wrong:
            return
        adapter = self.adapter_of(server, waits, **self.wrong)
        with pytest.raises(RefusedError):
            adapter.create(self.draft(), no_keep)
        assert server.drafts == []

    # -- keys

    def test_a_wrong_key_is_told_in_the_provider_s_words_and_without_the_key(self, server, adapter, waits):
        ids = adapter.create(self.draft(), no_keep)
        wrong = "0".join(server.key.rsplit(server.key[8], 1)) + server.key[-4:]
        stranger = self.adapter_of(server, waits, key=wrong)
        for asked in (
            stranger.account,
            lambda: stranger.look(ids),
            lambda: stranger.find(NAME),
            lambda: stranger.create(self.draft(), no_keep),
            lambda: stranger.update(ids, self.draft(), no_keep),
        ):
            with pytest.raises(RefusedError, match="This key is not known here") as caught:
                asked()
            assert wrong not in str(caught.value)
            assert caught.value.status == 401

    def test_a_key_the_provider_repeats_is_not_told_on(self, server, adapter):
        server.script("*", "*", [refusal(400, f"The key {server.key} is tired.")])
        with pytest.raises(RefusedError, match="is tired") as caught:
            adapter.account()
        assert server.key not in str(caught.value)

    def test_whose_key_it_is_stays_the_same(self, server, adapter, waits):
        told = adapter.account()
        assert told
        assert told == self.adapter_of(server, waits).account()
        assert server.key not in told

    def test_the_key_is_in_no_address_and_no_body(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        adapter.look(ids)
        for asked in server.requests:
            assert server.key not in asked.path + str(asked.query) + asked.content.decode()

    # -- how it stands there

    def test_looked_at_it_is_a_draft_with_what_it_was_given(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        remote = adapter.look(ids)
        assert remote.state is DraftState.DRAFT
        assert set(remote.facts) <= FACTS
        assert remote.facts["subject"] == SUBJECT
        assert all(isinstance(value, str) for value in remote.facts.values())
        assert PREHEADER in str(remote.facts)

    def test_looked_at_twice_it_is_the_same(self, adapter):
        ids = adapter.create(self.draft(), no_keep)
        assert adapter.look(ids) == adapter.look(ids)

    @pytest.mark.parametrize("field", ["subject", "html", "text", "preheader"])
    def test_what_somebody_changed_there_is_seen(self, server, adapter, field):
        ids = adapter.create(self.draft(), no_keep)
        before = adapter.look(ids).facts
        if field not in before or field not in server.house.places:
            return
        server.edit(server.drafts[0], **{field: "<p>Fog.</p>"})
        after = adapter.look(ids).facts
        assert {name for name in after if after[name] != before[name]} == {field}

    @pytest.mark.parametrize("state", ["scheduled", "sending", "sent"])
    def test_it_is_told_when_it_is_no_draft_any_more(self, server, adapter, state):
        if state not in server.house.states:
            return
        ids = adapter.create(self.draft(), no_keep)
        server.set_status(server.drafts[0], state)
        assert adapter.look(ids).state is DraftState(state)

    def test_an_unknown_state_is_no_draft(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        strange = 99 if isinstance(server.house.states["draft"], int) else "held_back"
        server.says_anything = True
        server.set_status(server.drafts[0], strange)
        assert adapter.look(ids).state not in (DraftState.DRAFT, DraftState.GONE)

    def test_deleted_there_it_is_gone(self, server, adapter):
        ids = adapter.create(self.draft(), no_keep)
        server.delete(server.drafts[0])
        assert adapter.look(ids).state is DraftState.GONE

    @pytest.mark.parametrize("state", ["scheduled", "sent"])
    def test_what_is_made_and_is_no_draft_is_an_error(self, server, adapter, state):
        server.born(state)
        kept: list[Ids] = []
        with pytest.raises(HandoffError):
            adapter.create(self.draft(), kept.append)
        assert kept

    @pytest.mark.parametrize("state", ["scheduled", "sent"])
    def test_what_is_no_draft_any_more_is_not_changed(self, server, adapter, state):
        ids = adapter.create(self.draft(), no_keep)
        server.set_status(server.drafts[0], state)
        before = json.dumps(server.raw(server.drafts[0]))
        with pytest.raises(HandoffError):
            adapter.update(ids, self.draft(subject="Second", html="<p>Second.</p>"), no_keep)
        assert json.dumps(server.raw(server.drafts[0])) == before

    # -- before anything is asked

    def test_a_good_draft_has_no_problems_and_asks_nothing(self, server, adapter):
        assert list(adapter.problems(self.draft())) == []
        assert isinstance(adapter.audience(), str)
        assert server.requests == []

    def test_a_setting_that_is_missing_is_a_problem(self, server, waits):
        for name in self.needs:
            empty = type(self.settings[name])()
            told = list(self.adapter_of(server, waits, **{name: empty}).problems(self.draft()))
            assert any(name in problem and "digest.toml" in problem for problem in told), name
        assert server.requests == []

    def test_its_losses_are_sentences(self):
        kind = provider_class(self.provider)
        assert all(loss.endswith(".") and loss[0].isupper() for loss in kind.capabilities.losses)
        assert kind.title
        assert kind.key_told


TROUBLES: Mapping[str, tuple[Trouble, int]] = {
    "dropped": (dropped(), TRIES),
    "lost": (lost(), 1),
    "broken": (broken(503), TRIES),
    "silent": (silent(carried_out=True), 1),
    "nonsense": (nonsense(), 1),
}


def hand_over(adapter: Provider, draft: Draft, kept: list[Ids]) -> Ids:
    """As `digest handoff` does it: what is there is brought up to date, what is uncertain is looked for."""
    if kept[-1] and adapter.look(kept[-1]).state is not DraftState.GONE:
        return adapter.update(kept[-1], draft, kept.append)
    found = adapter.find(draft.name)
    if found is not None:
        kept.append(found)
        return adapter.update(found, draft, kept.append)
    try:
        return adapter.create(draft, kept.append)
    except UncertainError:
        found = adapter.find(draft.name)
        if found is None:
            raise
        kept.append(found)
        return adapter.update(found, draft, kept.append)


def no_keep(_ids: Ids) -> None:
    """For tests that look elsewhere."""

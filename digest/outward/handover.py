"""The order of work of `digest handoff`: an issue becomes a draft at a provider, once.

1. plan      check the issue, draft it in the provider's language     plan.py      offline
2. survey    whose key is it, is there a draft, was it changed        survey.py    reads only
3. ask       the editor, once                                         cli/, preview/
4. hand over make the draft, or bring the same one up to date         here: what changes something
5. look      is it a draft, did everything arrive
6. keep      the page for the archive; ids, fingerprint, what the provider holds

A hand-off that breaks off is taken up where it stopped: ids are written down as soon as there are any, and a
draft whose making was never answered is looked for by its name. What somebody changed at the provider is
never overwritten unasked, and what is scheduled or sent is never touched.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press
from digest.errors import ChangedError, HandoffError, RefusedError, UncertainError, UsageError
from digest.handoff.caller import Tools
from digest.handoff.difference import words_differ
from digest.handoff.provider import Ids, Keep, Provider
from digest.handoff.state import Handed, StateBook, long_ones, open_state, shortened
from digest.model import DraftState, Remote
from digest.outward.plan import Plan, connect
from digest.outward.survey import Step, Survey, refuse_overwriting, survey
from digest.outward.webcopy import keep_web_copy


class Receipt(Struct, frozen=True, kw_only=True):
    """What was done, and where people find it; `notes` are what the provider made of it."""

    step: Step
    title: str
    ids: Mapping[str, str]
    url: str
    notes: tuple[str, ...] = ()


def hand_over(plan: Plan, agreed: Survey, *, overwrite: bool = False, tools: Tools | None = None) -> Receipt:
    """Does what the editor agreed to; raises ChangedError where it stands otherwise by now."""
    provider = connect(plan, tools)
    assert provider is not None  # noqa: S101  # without a key it raises
    with open_state(plan.folder) as book:
        now = survey(plan, provider)
        if now != agreed:
            raise ChangedError(
                f"at {plan.title} something changed just now, and nothing was done; run it again"
            )
        refuse_overwriting(plan, now, overwrite=overwrite)
        if now.step is Step.NOTHING:
            return Receipt(step=now.step, title=plan.title, ids=now.ids, url=now.url)
        try:
            return _done(plan, provider, book, now)
        except UsageError as error:
            raise UsageError(
                f"{error}; the draft may be at {plan.title} already; run it again to go on with it"
            ) from None


def _done(plan: Plan, provider: Provider, book: StateBook, now: Survey) -> Receipt:
    """Steps 4 to 6; raises UsageError for a disk that is full or cannot be written."""
    ids = _made(plan, provider, book, now)
    remote = provider.look(ids)
    notes = tuple(_arrival(plan, remote))
    keep_web_copy(plan.folder, plan.newsroom, plan.issue, Press())
    _keep(plan, book, now.account, ids, remote)
    return Receipt(step=now.step, title=plan.title, ids=ids, url=remote.url, notes=notes)


def _made(plan: Plan, provider: Provider, book: StateBook, now: Survey) -> Ids:
    """The draft made or brought up to date; what is begun is written down before anything is asked."""
    before = book.handed(plan.name)
    facts = before.facts if before and before.ids == now.ids else {}
    begun = Handed(account=now.account, ids=now.ids, name=plan.draft.name, url=now.url, facts=facts)

    def keep(ids: Ids) -> None:
        book.keep(plan.name, replace(begun, ids=ids))

    keep(now.ids)
    if now.ids:
        return provider.update(now.ids, plan.draft, keep)
    try:
        return _created(plan, provider, keep)
    except RefusedError:
        if not book.ids(plan.name):  # nothing was made, so a draft of that name that comes later is not ours
            book.restore(plan.name, before)
        raise


def _created(plan: Plan, provider: Provider, keep: Keep) -> Ids:
    """A new draft, or the one that was made although its answer was lost."""
    try:
        return provider.create(plan.draft, keep)
    except UncertainError:
        ids = provider.find(plan.draft.name)
        if ids is None:
            return provider.create(plan.draft, keep)
        keep(ids)
        return provider.update(ids, plan.draft, keep)


def _arrival(plan: Plan, remote: Remote) -> Iterator[str]:
    """What the provider made of it. Raises HandoffError for what is no draft, or not whole."""
    if remote.state is not DraftState.DRAFT:
        raise HandoffError(f"{plan.title} holds “{plan.draft.name}” as {remote.state}; look there at once")
    for name, ours in (("subject", plan.draft.subject), ("html", plan.draft.html), ("text", plan.draft.text)):
        if ours and name in remote.facts and not remote.facts[name].strip():
            raise HandoffError(f"the draft at {plan.title} arrived without its {name}; run it again")
    if "html" in remote.facts and (changed := words_differ(plan.draft.html, remote.facts["html"])):
        yield "\n".join((f"{plan.title} changed words of the HTML on their way:", *changed))


def _keep(plan: Plan, book: StateBook, account: str, ids: Ids, remote: Remote) -> None:
    handed = Handed(
        account=account,
        ids=ids,
        name=plan.draft.name,
        url=remote.url,
        fingerprint=plan.fingerprint,
        email=plan.email,
        at=datetime.now(UTC).replace(microsecond=0),
        facts=shortened(remote.facts),
    )
    book.keep(plan.name, handed, long_ones(remote.facts))

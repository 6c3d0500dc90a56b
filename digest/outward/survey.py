"""How an issue stands at its provider, before anything is changed there."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from digest.errors import ChangedError
from digest.handoff.caller import Tools
from digest.handoff.difference import differences, words_differ
from digest.handoff.provider import Provider
from digest.handoff.state import COPIES, FILE, Handed, copy_of, digest_of, long_ones, read_state, shortened
from digest.model import DraftState, Remote
from digest.outward.drafting import slug_of
from digest.outward.plan import Plan, connect


class Step(StrEnum):
    """What a hand-off will do."""

    CREATE = "create"
    UPDATE = "update"
    RESUME = "resume"
    NOTHING = "nothing"


class Survey(Struct, frozen=True, kw_only=True):
    """How it stands at the provider: what will be done, by whose account, with which draft.

    `differences` are changes made there that would be lost.
    """

    step: Step
    account: str
    ids: Mapping[str, str] = {}
    url: str = ""
    differences: tuple[str, ...] = ()


def foresee(plan: Plan, *, needed: bool = True, tools: Tools | None = None) -> Survey | None:
    """The survey of a plan; None where there is no key to ask with, and it is not `needed`."""
    provider = connect(plan, tools, needed=needed)
    return survey(plan, provider) if provider else None


def survey(plan: Plan, provider: Provider) -> Survey:
    """Asks the provider how it stands, and changes nothing.

    Raises ChangedError for a draft that must not be touched, RefusedError for a wrong key.
    """
    account = provider.account()
    before = read_state(plan.folder).drafts.get(plan.name)
    _refuse_copied(plan, before)
    if before is None or not before.ids:
        return _surveyed_by_name(plan, provider, account, begun=before is not None)
    if before.account != account:
        raise ChangedError(
            f"{plan.issue.slug} was handed over to {plan.title}'s account {before.account}, and the key is "
            f"of {account}; use the other key, or move handoff.json away to make a new draft in this account"
        )
    remote = provider.look(before.ids)
    if remote.state is DraftState.GONE:
        return _surveyed_by_name(plan, provider, account, begun=False)
    _refuse_out_of_reach(plan, remote)
    changed = _changed_there(plan, before, remote)
    step = Step.UPDATE if before.fingerprint else Step.RESUME
    if before.fingerprint == plan.fingerprint and not changed:
        step = Step.NOTHING
    return Survey(step=step, account=account, ids=before.ids, url=remote.url, differences=changed)


def refuse_overwriting(plan: Plan, found: Survey, *, overwrite: bool) -> None:
    """Raises ChangedError, with the differences, for a draft that somebody changed; unless that is wanted."""
    if found.differences and not overwrite:
        advice = "bring it into issue.toml too, or give it up with --overwrite"
        told = f"the draft at {plan.title} was changed there, and nothing was done; {advice}"
        raise ChangedError("\n".join((told, *found.differences)))


def _surveyed_by_name(plan: Plan, provider: Provider, account: str, *, begun: bool) -> Survey:
    """Where no ids are known: a draft of this name is ours, if a hand-off was begun; else it is looked at."""
    ids = provider.find(plan.draft.name)
    if ids is None:
        return Survey(step=Step.CREATE, account=account)
    remote = provider.look(ids)
    _refuse_out_of_reach(plan, remote)
    lost = () if begun else differences(remote.facts, _wanted(plan, remote))
    return Survey(step=Step.RESUME, account=account, ids=ids, url=remote.url, differences=lost)


def _refuse_copied(plan: Plan, before: Handed | None) -> None:
    """Raises ChangedError where the folder was copied from another issue's, and its state with it."""
    if before is None or not before.ids or slug_of(before.name) == plan.issue.slug:
        return
    places = (path.parent for path in plan.folder.resolve().parent.glob(f"*/{FILE}"))
    origin = next((place for place in places if place.name == slug_of(before.name)), None)
    theirs = read_state(origin).drafts.get(plan.name) if origin else None
    if origin and theirs and theirs.ids == before.ids:
        raise ChangedError(
            f"{FILE} in {plan.issue.slug} was copied from {origin.name} and tells of that issue's draft, and "
            f"nothing was done; delete {FILE} and {COPIES} in {plan.issue.slug}, and run it again"
        )


def _refuse_out_of_reach(plan: Plan, remote: Remote) -> None:
    if remote.state is not DraftState.DRAFT:
        where = f" ({remote.url})" if remote.url else ""
        raise ChangedError(
            f"{plan.issue.slug} is {remote.state} at {plan.title}{where} and is not touched any more; "
            "take it back there if it must change"
        )


def _changed_there(plan: Plan, before: Handed, remote: Remote) -> tuple[str, ...]:
    """What is not as it was right after the last hand-off; nothing is known where none was ever finished.

    What a hand-off that broke off had done already is no change of somebody's: of its words we know what they
    were to be; sender, audience and the like each provider tells in its own way, so they are not looked at.
    """
    if not before.facts or shortened(remote.facts) == dict(before.facts):
        return ()
    known = {**before.facts, **_copies(plan, before, remote.facts)}
    if before.fingerprint:
        return differences(known, remote.facts)
    wanted = _wanted(plan, remote)
    others = {name for name, words in wanted.items() if not _is_same(name, words, remote.facts[name])}
    return differences({name: words for name, words in known.items() if name in others}, remote.facts)


def _is_same(name: str, wanted: str, held: str) -> bool:
    """Whether a fact says what we want it to; a provider may write markup and white space its own way."""
    return not words_differ(wanted, held) if name == "html" else wanted.split() == held.split()


def _copies(plan: Plan, before: Handed, facts: Mapping[str, str]) -> dict[str, str]:
    """The long facts as they were kept; a lost copy is empty, unless the fact is what it was."""
    return {name: _copy(plan, before, name, text) for name, text in long_ones(facts).items()}


def _copy(plan: Plan, before: Handed, name: str, now: str) -> str:
    if before.facts.get(name) == digest_of(now):
        return now
    path = copy_of(plan.folder, plan.name, name)
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""


def _wanted(plan: Plan, remote: Remote) -> dict[str, str]:
    """What we would have there, under the names of what the provider tells."""
    ours = {name: getattr(plan.draft, name) for name in ("subject", "preheader", "html", "text")}
    return {name: ours[name] for name in remote.facts if name in ours}

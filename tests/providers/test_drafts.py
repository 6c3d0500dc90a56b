"""What adapters share, apart from any provider."""

from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import HandoffError, RefusedError
from digest.handoff.drafts import gone, mailbox, state_of, still_draft
from digest.model import DraftState

NAMES = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=40)


@given(NAMES)
def test_whatever_the_name_it_is_read_back_from_the_mailbox(name):
    assert parseaddr(mailbox(name, "desk@example.org")) == (" ".join(name.split()), "desk@example.org")


def test_a_line_end_in_a_name_begins_nothing_of_its_own():
    assert mailbox("The Post\r\nBcc: all@example.org", "desk@example.org").splitlines() == [
        '"The Post Bcc: all@example.org" <desk@example.org>'
    ]


def test_what_was_scheduled_instead_is_told_with_its_name():
    with pytest.raises(
        HandoffError, match=r"Brevo made “weekly” queued instead of a draft; look there at once"
    ):
        still_draft("Brevo", "weekly", "queued")


def test_a_draft_is_gone_only_where_the_provider_says_so():
    assert gone(RefusedError("none", 404)).state is DraftState.GONE
    assert gone(RefusedError("none", 400), 400).state is DraftState.GONE
    with pytest.raises(RefusedError):
        gone(RefusedError("not yours", 403), 400)


def test_a_state_that_nobody_here_knows_is_one_that_nothing_touches():
    states = {"draft": DraftState.DRAFT}
    assert state_of("draft", states) is DraftState.DRAFT
    assert state_of("suspended", states) is DraftState.SCHEDULED

"""Who may get a proof: nobody but whom digest.toml allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import DigestError, InputError, UsageError
from digest.outward.recipients import recipients

HOUSE = ("quay.example", "boss@elsewhere.example")
ADA, BEN = "ada@quay.example", "ben@quay.example"


@pytest.mark.parametrize("told", [f"{ADA},{BEN}", f"{ADA} {BEN}", f" {ADA} ,\t{BEN};,", f"{ADA},{BEN},{ADA}"])
def test_addresses_stand_between_commas_or_spaces_and_count_once(told):
    assert recipients(told, HOUSE) == (ADA, BEN)


def test_small_and_large_letters_are_one_address_as_it_was_first_written():
    assert recipients("Ada@Quay.Example,ada@quay.example", HOUSE) == ("Ada@Quay.Example",)


@pytest.mark.parametrize("entry", ["quay.example", "@quay.example", "Quay.EXAMPLE", ADA, "Ada@QUAY.example"])
def test_a_domain_or_an_address_allows_it(entry):
    assert recipients("ADA@quay.example", [entry]) == ("ADA@quay.example",)


@pytest.mark.parametrize(
    "told",
    [
        "ada@mail.quay.example",
        "ada@notquay.example",
        "ada@quay.example.elsewhere.example",
        "ada@example",
        "ben@elsewhere.example",
        "boss@elsewhere.example.quay",
        f"{ADA},reader@gmail.example",
    ],
)
def test_nobody_else_is_allowed_and_then_nobody_gets_it(told):
    with pytest.raises(UsageError, match=r"may not go to (?!ada@quay.example,).*proof_to") as caught:
        recipients(told, HOUSE)
    assert "quay.example, boss@elsewhere.example" in str(caught.value)


@pytest.mark.parametrize("entry", ["@häfen.example", "xn--hfen-loa.example", "ada@HÄFEN.example"])
def test_other_letters_are_those_that_the_network_knows(entry):
    assert recipients("ada@häfen.example", [entry]) == ("ada@xn--hfen-loa.example",)


@pytest.mark.parametrize(
    "told",
    [
        "ada",
        "@quay.example",
        "ada@",
        "ada@ben@quay.example",
        "Ada <ada@quay.example>",
        '"ada"@quay.example',
        "reader%gmail.example@quay.example",
        "gmail.example!reader@quay.example",
        "zoë@quay.example",
        "ada@quay_side.example",
        "ada@quay.example.",
        "ada@" + "x" * 300,
        "ada@quay.example\0",
    ],
)
def test_what_is_no_address_is_told(told):
    with pytest.raises(UsageError, match="is no address"):
        recipients(f"{BEN},{told}", HOUSE)


@pytest.mark.parametrize("told", ["", "  ", ",;,"])
def test_somebody_must_be_named(told):
    with pytest.raises(UsageError, match="nobody is named"):
        recipients(told, HOUSE)


def test_without_proof_to_nobody_is_allowed_and_what_to_write_is_told():
    with pytest.raises(InputError, match=r"\[proof\]\nproof_to = \["):
        recipients(ADA, ())


@pytest.mark.parametrize(
    "entry", ["*.quay.example", "", "@", "*", "ada@", "quay.example.", "a b", "zoë@quay.example"]
)
def test_an_entry_that_allows_nobody_is_told(entry):
    with pytest.raises(InputError, match="neither an address nor a domain"):
        recipients(ADA, ["quay.example", entry])


@given(st.text(), st.sampled_from(["", "@quay.example", "quay.example"]))
def test_whatever_is_typed_reaches_the_house_or_nobody(text, end):
    try:
        found = recipients(text + end, ["quay.example"])
    except DigestError:
        return
    for address in found:
        assert address.isascii()
        assert address.isprintable()
        assert address.lower().endswith("@quay.example")

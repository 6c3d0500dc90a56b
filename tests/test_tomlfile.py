"""Every mistake in a file is told at once, with its line, its key and the near miss."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from digest.errors import InputError, MistakesError
from digest.model import PromoKind
from digest.shapes import Colour, Url
from digest.tomlfile import line_of, read_toml


class Inner(Struct, frozen=True, kw_only=True):
    text: str
    kind: PromoKind | None = None
    starts: dt.datetime | dt.date | None = None


class Outer(Struct, frozen=True, kw_only=True):
    name: str
    number: int | None = None
    day: dt.date | None = None
    url: Url | None = None
    colour: Colour = "#000000"
    names: tuple[str, ...] = ()
    items: tuple[Inner, ...] = ()


def mistakes(tmp_path, text):
    file = tmp_path / "file.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(MistakesError) as caught:
        read_toml(file, Outer)
    return [(mistake.line, mistake.key, mistake.message) for mistake in caught.value.mistakes]


def test_a_good_file_becomes_a_value(tmp_path):
    file = tmp_path / "file.toml"
    file.write_text('name = "a"\nday = 2026-11-20\nnames = ["x"]\n[[items]]\ntext = "t"\nkind = "webinar"\n')
    assert read_toml(file, Outer) == Outer(
        name="a",
        day=dt.date(2026, 11, 20),
        names=("x",),
        items=(Inner(text="t", kind=PromoKind.WEBINAR),),
    )


def test_all_mistakes_come_in_one_answer_in_the_order_of_their_lines(tmp_path):
    text = 'name = 3\nday = 2026-02-30\nnumbre = 1\n\n[[items]]\ntext = "t"\n\n[[items]]\ntext = 5\n'
    assert mistakes(tmp_path, text) == [
        (1, "name", "expected text, got 3"),
        (2, "day", "there is no such date as 2026-02-30"),
        (3, "numbre", 'unknown key "numbre"; did you mean "number"?'),
        (9, "items[2].text", "expected text, got 5"),
    ]


def test_a_missing_key_is_told_where_its_table_begins(tmp_path):
    assert mistakes(tmp_path, 'name = "a"\n[[items]]\nkind = "survey"\n') == [
        (2, "items[1]", '"text" is missing')
    ]


def test_a_misspelt_kind_is_told_with_the_kind_it_is_nearest_to(tmp_path):
    (mistake,) = mistakes(tmp_path, 'name = "a"\n[[items]]\ntext = "t"\nkind = "webniar"\n')
    assert mistake[0] == 4
    assert 'did you mean "webinar"?' in mistake[2]


def test_a_key_given_twice_is_a_mistake_on_its_second_line(tmp_path):
    assert mistakes(tmp_path, 'name = "a"\nname = "b"\n') == [
        (2, "name", "this key is given twice; keep one of them")
    ]


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path):
    ((line, _, message),) = mistakes(tmp_path, 'name = "a"\nthis is no toml\n')
    assert line == 2
    assert "TOML cannot be read from here on" in message


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "example.org", "https://a b", 'https://a"b', "data:x"]
)
def test_only_web_addresses_are_taken_as_urls(tmp_path, url):
    ((line, key, message),) = mistakes(tmp_path, f"name = 'a'\nurl = '{url}'\n")
    assert (line, key) == (2, "url")
    assert "expected a web address" in message


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "url(x)", "#12345g"])
def test_only_six_digit_colours_are_taken(tmp_path, colour):
    ((line, key, _),) = mistakes(tmp_path, f"name = 'a'\ncolour = '{colour}'\n")
    assert (line, key) == (2, "colour")


def test_a_day_and_a_moment_are_not_mistaken_for_each_other(tmp_path):
    assert mistakes(tmp_path, 'name = "a"\nday = 2026-11-20T10:00:00Z\n')[0][1] == "day"
    file = tmp_path / "file.toml"
    days = [f'[[items]]\ntext = "t"\nstarts = {day}\n' for day in ("2026-11-20", "2026-11-20T10:00:00")]
    file.write_text('name = "a"\n' + "".join(days))
    first, second = read_toml(file, Outer).items
    assert first.starts == dt.date(2026, 11, 20)
    assert second.starts == dt.datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001 - no zone was given


@pytest.mark.parametrize("value", ["3", '"x"', "{a = 1}", "2026-11-20"])
def test_a_value_where_a_list_belongs_is_told_whatever_the_list_is_of(tmp_path, value):
    assert [
        (key, message.partition(",")[0])
        for _, key, message in mistakes(tmp_path, f"name = 'a'\nnames = {value}\nitems = {value}\n")
    ] == [("names", "expected a list of text"), ("items", "expected a list of a table")]


def test_a_file_in_another_encoding_is_refused_with_the_line(tmp_path):
    file = tmp_path / "file.toml"
    file.write_bytes('name = "a"\n# caf\xe9\n'.encode("latin-1"))
    with pytest.raises(InputError, match=r"file\.toml:2: not UTF-8"):
        read_toml(file, Outer)


def test_a_key_inside_a_long_string_is_not_taken_for_the_key():
    text = 'note = """\nname = "no"\n"""\nname = 3\n'
    assert line_of(text, ("name",)) == 4


@given(st.text())
def test_whatever_a_file_holds_the_answer_is_a_value_or_our_own_error(tmp_path_factory, text):
    file = tmp_path_factory.mktemp("toml") / "file.toml"
    file.write_text(text, encoding="utf-8", errors="replace")
    with contextlib.suppress(InputError):
        read_toml(file, Outer)

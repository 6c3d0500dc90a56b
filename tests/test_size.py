"""The weight of an email, part by part, and which story to cut."""

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Level
from digest.preflight.email.size import ROWS, meter
from galleys import galley, hits, page, story


def email(*sizes):
    slugs = ("harbour", "pilots", "eels")
    stories = "".join(story(slug, "å" * (size // 2)) for slug, size in zip(slugs, sizes, strict=True))
    return galley(page(stories))


def test_a_light_email_is_left_alone():
    assert hits(ROWS, "size", email(20_000, 20_000, 20_000)) == []


def test_an_email_that_gmail_clips_is_an_error_that_names_the_story_to_cut():
    (hit,) = hits(ROWS, "size", email(60_000, 40_000, 4_000))
    assert hit.level is Level.ERROR
    assert (hit.story, hit.place) == ("pilots", "story-pilots")
    assert "harbour 60 kB, pilots 40 kB, eels 4 kB" in hit.message


def test_an_email_near_the_limit_is_a_warning_and_the_last_story_that_is_enough_goes():
    (hit,) = hits(ROWS, "size", email(60_000, 20_000, 15_000))
    assert hit.level is Level.WARNING
    assert hit.story == "eels"


def test_bytes_count_and_not_letters():
    assert hits(ROWS, "size", galley(page(story("eels", "å" * 46_000))))


@given(st.lists(st.sampled_from(["<p>å</p>", '<div id="story-a">', '<div id="masthead">', "x"])))
def test_the_meter_counts_every_byte_once(parts):
    html = "".join(parts)
    assert sum(weight.size for weight in meter(html)) == len(html.encode())


def test_the_meter_names_parts_in_reading_order():
    html = page(story("eels", "words") + '<div id="other"></div>')
    assert [weight.place for weight in meter(html)] == ["head", "story-eels", "footer"]


def test_a_style_block_longer_than_gmail_takes_is_told():
    assert hits(ROWS, "style-block-long", galley(page(head=f"<style>{'p { margin: 0 } ' * 1200}</style>")))


def test_two_style_blocks_that_are_each_short_enough_are_left_alone():
    block = f"<style>{'p { margin: 0 } ' * 700}</style>"
    assert hits(ROWS, "style-block-long", galley(page(head=block + block))) == []

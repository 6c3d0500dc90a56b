"""Pictures of the email, and everything else that would be fetched from the web."""

import pytest
from msgspec.structs import replace

from digest.model import Brand, ImageFile, Level
from digest.preflight.email.pictures import ROWS
from galleys import galley, hits, page
from issues_for_render import LEAD, QUAYSIDE, make_issue

SOUND = '<img src="https://img.quayside.example/crane.jpg" alt="A crane" width="520" height="300">'
FRAME = b"\x21\xf9\x04"


def lead(picture):
    return page(f'<div id="story-harbour">{picture}</div>')


def carrying(*files):
    return galley(lead(SOUND), images=tuple(ImageFile(name=name, content=content) for name, content in files))


def at_home(html, **brand):
    publication = replace(QUAYSIDE, brand=Brand(**brand))
    return galley(html, issue=make_issue(LEAD, publication=publication))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_a_sound_picture_is_left_alone(row):
    assert list(row.run(carrying(("crane.jpg", b"\xff\xd8" * 1000)))) == []


@pytest.mark.parametrize("alt", ["", 'alt=""', 'alt=" "'])
def test_a_storys_picture_without_words_for_it_is_told(alt):
    (hit,) = hits(ROWS, "image-alt-missing", galley(lead(SOUND.replace('alt="A crane"', alt))))
    assert (hit.story, "crane.jpg" in hit.message, "stories.image" in hit.mend) == ("harbour", True, True)


def test_a_picture_that_is_all_there_is_to_a_link_needs_words():
    mute = '<a href="https://quayside.example/"><img src="https://quayside.example/logo.png" alt=""></a>'
    assert hits(ROWS, "image-alt-missing", galley(page(mute)))


def test_an_ornament_of_the_theme_may_be_mute():
    ornament = '<img src="https://quayside.example/line.png" alt="">'
    assert hits(ROWS, "image-alt-missing", galley(page(ornament))) == []


def test_a_picture_that_does_not_say_its_height_is_told():
    (hit,) = hits(ROWS, "image-size-missing", galley(lead(SOUND.replace('height="300"', 'height="auto"'))))
    assert "its height" in hit.message


def test_a_picture_on_the_editors_disk_is_an_error():
    on_disk = lead(SOUND.replace("https://img.quayside.example/", "images/"))
    (hit,) = hits(ROWS, "image-unreachable", galley(on_disk))
    assert "crane.jpg" in hit.message


def test_a_picture_that_travels_in_the_message_is_no_error():
    on_disk = lead(SOUND.replace("https://img.quayside.example/", "images/"))
    files = (ImageFile(name="images/crane.jpg", content=b""),)
    assert hits(ROWS, "image-unreachable", galley(on_disk, images=files, embedded=True)) == []
    assert hits(ROWS, "image-unreachable", galley(on_disk, images=files))


def test_a_picture_inside_the_message_is_reached():
    assert hits(ROWS, "image-unreachable", galley(lead('<img src="cid:crane@q" alt="A crane">'))) == []


def test_a_heavy_picture_is_told_with_its_key():
    (hit,) = hits(ROWS, "image-heavy", carrying(("crane.jpg", b"x" * 300_001)))
    assert (hit.where, hit.story) == ("stories[1].image", "harbour")


def test_pictures_that_are_heavy_together_are_told():
    (hit,) = hits(ROWS, "image-heavy", carrying(*((f"{n}.jpg", b"x" * 260_000) for n in range(4))))
    assert "1040 kB together" in hit.message


def test_a_heavy_moving_picture_is_told():
    moving = carrying(("crane.gif", b"GIF89a" + (FRAME + b"x" * 200_000) * 3))
    assert hits(ROWS, "animation-heavy", moving)
    assert hits(ROWS, "image-heavy", moving) == []


def test_a_heavy_picture_that_stands_still_does_not_move():
    still = carrying(("crane.gif", b"GIF89a" + FRAME + b"x" * 600_000))
    assert hits(ROWS, "animation-heavy", still) == []


@pytest.mark.parametrize(
    "loaded",
    [
        '<img src="https://pixel.tracker.example/1.gif" alt="">',
        '<table background="https://tracker.example/b.png"></table>',
        "<style>@import url(https://tracker.example/f.css);</style>",
        "<p style=\"background:url('https://tracker.example/b.png')\">Words</p>",
        '<!--[if mso]><v:fill type="tile" src="https://tracker.example/b.png"/><![endif]-->',
        '<link rel="stylesheet" href="https://tracker.example/f.css">',
    ],
)
def test_whatever_is_loaded_from_another_host_is_told(loaded):
    (hit,) = hits(ROWS, "third-party", galley(page(loaded)))
    assert "tracker.example" in hit.message


def test_a_link_to_another_host_loads_nothing():
    assert hits(ROWS, "third-party", galley(page('<a href="https://other.example/">Other</a>'))) == []


def test_hosts_under_the_publications_name_are_its_own():
    html = page('<img src="https://img.quays.co.uk/1.png" alt="">')
    ours, theirs = (
        galley(html, issue=make_issue(LEAD, publication=replace(QUAYSIDE, url=url)))
        for url in ("https://www.quays.co.uk/", "https://other.co.uk/")
    )
    assert hits(ROWS, "third-party", ours) == []
    assert hits(ROWS, "third-party", theirs)


def test_fonts_that_the_newsroom_asked_for_are_a_note():
    html = page(head='<link rel="stylesheet" href="https://fonts.example.net/a.css">')
    (hit,) = hits(ROWS, "third-party", at_home(html, web_fonts="https://fonts.example.net/a.css"))
    assert hit.level is Level.NOTE

"""A local picture on its way into mail: turned, sized, in a format that mail programs show, and nothing more."""

import hashlib
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from digest.errors import InputError
from digest.render.darkroom import develop
from photos import cornered, drawing, emblem, opened, photograph, stored, swapped_profile

RED, WHITE = (255, 0, 0), (255, 255, 255)


@pytest.fixture
def developed(tmp_path):
    def develop_bytes(content, width=520, height=0, name="picture.any"):
        (tmp_path / name).write_bytes(content)
        return develop(tmp_path / name, width, height)

    return develop_bytes


@pytest.fixture
def refusal(developed):
    def refused(content, name="picture.any"):
        with pytest.raises(InputError) as caught:
            developed(content, name=name)
        assert f"/{name}: " in str(caught.value)
        return str(caught.value).partition(f"/{name}: ")[2]

    return refused


def near(colour, other, most=12):
    return all(abs(one - two) <= most for one, two in zip(colour, other, strict=True))


def test_a_picture_is_twice_as_wide_as_it_is_shown(developed):
    made = developed(stored(photograph(2400, 1600), "JPEG"), 520)
    assert (made.width, made.height) == opened(made.content).size == (1040, 693)


def test_a_picture_is_never_enlarged(developed):
    assert opened(developed(stored(photograph(300, 200), "JPEG"), 520).content).size == (300, 200)


def test_a_picture_keeps_within_a_height_too(developed):
    assert opened(developed(stored(emblem(400, 400)), 240, 60).content).size == (120, 120)


def test_a_picture_is_called_by_its_content(developed):
    made = developed(stored(photograph(), "JPEG"))
    assert made.name == f"images/{hashlib.sha256(made.content).hexdigest()[:12]}.jpg"


def test_the_same_input_gives_the_same_bytes(developed):
    content = stored(photograph(1600, 900), "JPEG")
    assert developed(content, name="one.jpg") == developed(content, name="two.jpg")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "BMP"])
def test_a_photograph_becomes_a_jpeg_whatever_it_was(developed, kind):
    made = developed(stored(photograph(), kind))
    assert opened(made.content).format == "JPEG"
    assert made.name.endswith(".jpg")


@pytest.mark.parametrize(("kind", "how"), [("PNG", {}), ("BMP", {}), ("WEBP", {"lossless": True})])
def test_a_drawing_stays_sharp_as_png(developed, kind, how):
    made = developed(stored(drawing(), kind, **how))
    assert opened(made.content).format == "PNG"
    assert made.name.endswith(".png")
    assert opened(made.content).convert("RGB").tobytes() == drawing().tobytes()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_lets_the_ground_show_through_still_does(developed, kind):
    how = {"lossless": True} if kind == "WEBP" else {}
    picture = opened(developed(stored(emblem(), kind, **how)).content)
    assert (picture.format, picture.mode) == ("PNG", "RGBA")
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((200, 100)) == (11, 92, 107, 255)


def test_the_one_clear_colour_of_a_gif_is_clear(developed):
    picture = Image.new("P", (40, 20), 1)
    picture.putpalette([255, 255, 255, 11, 92, 107])
    picture.paste(0, (0, 0, 20, 20))
    made = opened(developed(stored(picture, "GIF", transparency=0)).content)
    assert made.getpixel((0, 0))[3] == 0
    assert made.getpixel((30, 10)) == (11, 92, 107, 255)


def test_a_photograph_whose_transparency_is_never_used_becomes_a_jpeg(developed):
    solid = photograph().copy()
    solid.putalpha(255)
    assert developed(stored(solid)).name.endswith(".jpg")


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_turned_as_its_camera_was_held(developed, turn):
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the turn that each orientation undoes
    lying = cornered(1600, 800)
    if turn in back:
        lying = lying.transpose(Image.Transpose(back[turn]))
    exif = Image.Exif()
    exif[0x0112] = turn
    made = opened(developed(stored(lying, "JPEG", quality=95, exif=exif), 200).content)
    assert made.size == (400, 200)
    assert near(made.getpixel((20, 10)), RED, 40)
    assert all(near(made.getpixel(place), WHITE) for place in ((380, 10), (20, 190), (380, 190)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_nothing_of_the_camera_or_the_photographer_is_left(developed, kind):
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "Pinhole & Sons", "Ada Fell"
    exif.get_ifd(0x8825)[1] = "N"
    how = {"exif": exif, "comment": "call Ada"} if kind == "JPEG" else {"exif": exif}
    if kind == "PNG":
        how["pnginfo"] = PngImagePlugin.PngInfo()
        how["pnginfo"].add_text("Author", "call Ada")
    content = stored(drawing(), kind, **how)
    assert b"Ada" in content
    assert b"Pinhole" in content
    made = developed(content).content
    assert b"Ada" not in made
    assert b"Pinhole" not in made
    assert not opened(made).getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_colours_are_those_of_its_profile_in_srgb(developed, kind):
    red = Image.new("RGB", (60, 40), RED)
    picture = opened(developed(stored(red, kind, icc_profile=swapped_profile())).content)
    assert "icc_profile" not in picture.info
    assert near(picture.convert("RGB").getpixel((30, 20)), (0, 255, 0), 20)


def test_a_profile_with_transparency_keeps_both(developed):
    picture = opened(developed(stored(emblem(), icc_profile=swapped_profile())).content)
    assert picture.getpixel((0, 0))[3] == 0
    red, green, _, alpha = picture.getpixel((200, 100))
    assert alpha == 255
    assert red > 80
    assert green < 20


def test_a_profile_that_is_none_is_passed_over(developed):
    red = Image.new("RGB", (60, 40), RED)
    picture = opened(developed(stored(red, "JPEG", icc_profile=b"no profile")).content)
    assert near(picture.getpixel((30, 20)), RED)


def test_a_picture_for_the_press_becomes_one_for_screens(developed):
    picture = opened(developed(stored(cornered(400, 200).convert("CMYK"), "JPEG", quality=95)).content)
    assert picture.mode == "RGB"
    assert near(picture.getpixel((300, 150)), WHITE)
    assert near(picture.getpixel((20, 10)), RED, 40)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_pictures_of_fewer_or_finer_shades_keep_them(developed, mode):
    if mode == "I;16":
        row = struct.pack("<40H", *[0x4000] * 20, *[0xFFFF] * 20)
        picture = Image.frombytes("I;16", (40, 20), row * 20)
    else:
        picture = Image.new("L", (40, 20), 255)
        picture.paste(0 if mode == "1" else 64, (0, 0, 20, 20))
        picture = picture.convert(mode)
    made = opened(developed(stored(picture)).content).convert("L")
    assert made.getpixel((5, 10)) == (0 if mode == "1" else 64)
    assert made.getpixel((35, 10)) == 255


def test_an_animated_gif_goes_as_it_is(developed):
    frames = [Image.new("RGB", (900, 300), colour) for colour in ("red", "green", "blue")]
    content = stored(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=80)
    made = developed(content)
    assert made.content == content
    assert (made.width, made.height) == (900, 300)
    assert made.name.endswith(".gif")


def test_a_gif_that_stands_still_is_no_animation(developed):
    assert developed(stored(drawing(), "GIF")).name.endswith((".png", ".jpg"))


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_an_animation_of_another_kind_is_refused_with_advice(refusal, kind):
    frames = [Image.new("RGB", (90, 30), colour) for colour in ("red", "green", "blue")]
    content = stored(frames[0], kind, save_all=True, append_images=frames[1:], duration=80)
    assert refusal(content) == (
        f"is an animated {kind}, which mail programs do not play; save it as GIF, or as a still picture"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("logo.svgz", b"\x1f\x8b"),
        ("logo.png", b"<?xml version='1.0'?>\n<SVG/>"),
    ],
)
def test_svg_is_refused_with_advice(refusal, name, content):
    assert "is SVG, which mail programs do not show; export it as PNG" in refusal(content, name)


def test_heic_is_refused_with_advice(refusal):
    assert "HEIC" in refusal(b"\0\0\0\x18ftypheic" + bytes(40))


@pytest.mark.parametrize("content", [b"", b"GIF", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"This is a caption.\n"])
def test_what_is_no_picture_is_refused(refusal, content):
    assert refusal(content).startswith("is no picture")


def test_a_picture_cut_short_is_refused(refusal):
    content = stored(photograph(), "JPEG")
    assert refusal(content[: len(content) // 2]).startswith("is a damaged picture")


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"none\.png: cannot be read \(No such file"):
        develop(tmp_path / "none.png", 520)
    with pytest.raises(InputError, match="cannot be read"):
        develop(tmp_path, 520)


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_refused(refusal, side):
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    assert refusal(content).startswith("is far larger than any screen")


SMALL = [
    stored(cornered(), kind, **how)
    for kind, how in (("JPEG", {}), ("PNG", {}), ("GIF", {}), ("WEBP", {}), ("TIFF", {}), ("BMP", {}))
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.sampled_from(SMALL),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6),
    kept=st.floats(0, 1),
)
def test_damage_is_either_borne_or_told(developed, content, changes, kept):
    damaged = bytearray(content)
    for place, value in changes:
        damaged[int(place * len(damaged))] = value
    with suppress(InputError):
        made = developed(bytes(damaged[: int(kept * len(damaged)) + 1]))
        assert opened(made.content).size == (made.width, made.height)

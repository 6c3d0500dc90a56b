"""An editor's own pictures, from issue.toml and digest.toml into what is built."""

import email
import email.policy
import json
import re
from pathlib import Path

import pytest

from commands import built
from digest.build import open_issue
from digest.model import Images, Layout
from digest.pictures import placed
from digest.render.placing import fitted
from pasted import CRANES, FEES
from photos import drawing, emblem, opened, photograph, stored

ISSUE = (
    '[[stories]]\nsource = "fees.txt"\n\n[stories.image]\nfile = "pics/quay.jpg"\nalt = "The north quay"\n'
)
NEWSROOM = """[publication]
name = "Quayside Weekly"

[sender]
name = "Quayside"
address = "weekly@quayside.example"
"""
LOGOS = '\n[brand]\nlogo = "logo.png"\ndark_logo = "dark.png"\nlogo_alt = "Quayside"\n'
PICTURED = {
    "templates/pictured/theme.toml": 'description = "Pictures and nothing else"\nbase = "weekly"\n',
    "templates/pictured/issue.mjml": """<mjml lang="{{ lang }}"><mj-body><mj-section><mj-column><mj-raw>
{% for story in stories %}{% if story.image %}
<tr><td><img src="{{ story.image.src }}" alt="{{ story.image.alt }}" /></td></tr>
{% endif %}{% endfor %}</mj-raw></mj-column></mj-section></mj-body></mjml>
""",
}
PHOTO = stored(photograph(1600, 1200), "JPEG")


@pytest.fixture
def issue(newsroom):
    """A newsroom with an issue of one story, which has a picture."""

    def make(said=ISSUE, house=NEWSROOM, **files):
        named = {
            "issues/june/pics/quay.jpg": PHOTO,
            **{name.replace("__", "."): of for name, of in files.items()},
        }
        return newsroom(
            {"digest.toml": house, "issues/june/issue.toml": said, "issues/june/fees.txt": FEES, **named}
        )

    return make


def pictures_of(root, how):
    return placed(*open_issue(root / "issues" / "june"), how)


def test_a_local_picture_is_written_beside_the_email(digest, issue):
    root = issue()
    code, out, _ = digest("build", "june")
    assert code == 0
    (image,) = (root / "build/june/images").iterdir()
    assert str(image) in out.split()
    assert re.fullmatch(r"[0-9a-f]{12}\.jpg", image.name)
    assert opened(image.read_bytes()).width == 1040


def test_a_picture_is_shown_as_wide_as_the_words_and_as_high_as_it_is_in_proportion(issue):
    picture = pictures_of(issue(), Images.LINK).issue.stories[0].image.value
    assert (picture.width, picture.height, picture.alt) == (520, 390, "The north quay")
    assert re.fullmatch(r"images/[0-9a-f]{12}\.jpg", picture.file)


def test_an_editors_width_makes_it_smaller_and_never_larger(issue):
    for width, shown in ((200, 200), (2000, 520)):
        picture = pictures_of(issue(f"{ISSUE}width = {width}\n"), Images.LINK).issue.stories[0].image.value
        assert picture.width == shown


def test_a_picture_of_half_a_story_is_half_as_wide(issue):
    said = ISSUE.replace('source = "fees.txt"', f'source = "fees.txt"\nlayout = "{Layout.HALF}"')
    assert pictures_of(issue(said), Images.LINK).issue.stories[0].image.value.width == 250


def test_a_wider_mail_shows_wider_pictures(issue):
    root = issue(house=f"{NEWSROOM}\n[brand]\nwidth = 680\n")
    assert pictures_of(root, Images.LINK).issue.stories[0].image.value.width == 600


def test_linked_pictures_lie_below_the_address_they_are_uploaded_to(digest, issue):
    root = issue(house=f'{NEWSROOM}\n[images]\nbase_url = "https://cdn.quayside.example/june/"\n')
    picture = pictures_of(root, Images.LINK).issue.stories[0].image.value
    assert picture.file == ""
    name = picture.url.removeprefix("https://cdn.quayside.example/june/")
    assert digest("build", "june")[0] == 0
    assert [path.name for path in (root / "build/june/images").iterdir()] == [name]


def test_logos_are_made_ready_and_shown_in_one_size(digest, issue):
    files = {"logo.png": stored(emblem(800, 400)), "dark.png": stored(emblem(900, 450))}
    root = issue(house=NEWSROOM + LOGOS, **files)
    brand = pictures_of(root, Images.LINK).issue.publication.brand
    assert (brand.logo_width, brand.logo_height) == (240, 120)
    assert {brand.logo, brand.dark_logo} < {f"images/{path.name}" for path in _built(digest, root)}


def _built(digest, root):
    assert digest("build", "june")[0] == 0
    return list((root / "build/june/images").iterdir())


def test_a_logo_is_as_wide_or_as_high_as_the_newsroom_says(issue):
    files = {"logo.png": stored(emblem(800, 400)), "dark.png": stored(emblem(800, 400))}
    for said, size in (("logo_width = 100", (100, 50)), ("logo_height = 40", (80, 40))):
        root = issue(house=f"{NEWSROOM}{LOGOS}{said}\n", **files)
        brand = pictures_of(root, Images.LINK).issue.publication.brand
        assert (brand.logo_width, brand.logo_height) == size


def test_embedded_pictures_travel_in_a_message_and_the_html_still_shows_them(digest, issue):
    root = issue(f'theme = "pictured"\n{ISSUE}', **PICTURED)
    code, out, _ = digest("build", "june", "--images=embed")
    assert code == 0
    assert str(root / "build/june/email.eml") in out.split()
    (image,) = (root / "build/june/images").iterdir()
    message = email.message_from_bytes(
        (root / "build/june/email.eml").read_bytes(), policy=email.policy.default
    )
    (part,) = (part for part in message.walk() if part.get_content_maintype() == "image")
    assert part.get_content() == image.read_bytes()
    html = (root / "build/june/email.html").read_text()
    carried = message.get_body(("html",)).get_content().replace("\r\n", "\n")
    assert carried == html.replace(f"images/{image.name}", f"cid:{part['Content-ID'][1:-1]}")


def test_a_newsroom_may_always_embed_its_pictures_and_is_not_told_to_upload_them(digest, issue):
    how = f'{NEWSROOM}\n[images]\nhow = "embed"\n'
    root = issue(f'theme = "pictured"\n{ISSUE}', house=how, **PICTURED)
    assert digest("build", "june")[0] == 0
    assert (root / "build/june/email.eml").is_file()
    found = json.loads(digest("check", "june", "--json")[1])["findings"]
    assert "image-unreachable" not in {each["code"] for each in found}
    assert digest("build", "june", "--images=link")[0] == 0
    assert not (root / "build/june/email.eml").exists()


def test_embedded_pictures_need_no_address_to_be_uploaded_to(issue):
    root = issue(house=f'{NEWSROOM}\n[images]\nbase_url = "https://cdn.quayside.example/"\n')
    assert pictures_of(root, Images.EMBED).issue.stories[0].image.value.file.startswith("images/")


def test_an_email_can_do_without_pictures(digest, issue):
    root = issue(house=NEWSROOM + LOGOS, **{"logo.png": stored(emblem()), "dark.png": stored(emblem())})
    assert digest("build", "june", "--images=none")[0] == 0
    assert built(root) == ["build/june/email.html", "build/june/email.txt"]
    assert "<img" not in (root / "build/june/email.html").read_text()


def test_a_message_that_says_something_else_than_the_email_is_taken_away(digest, issue):
    root = issue()
    digest("build", "june", "--images=embed")
    digest("build", "june")
    assert not (root / "build/june/email.eml").exists()


def test_json_names_the_pictures_and_the_message(digest, issue):
    root = issue()
    (told,) = json.loads(digest("build", "june", "--images=embed", "--json")[1])["issues"]
    assert told["message"] == str(root / "build/june/email.eml")
    assert [Path(path).parent for path in told["images"]] == [root / "build/june/images"]
    (told,) = json.loads(digest("build", "june", "--images=none", "--json")[1])["issues"]
    assert (told["message"], told["images"]) == ("", [])


def test_two_builds_write_the_same_bytes(digest, issue):
    root = issue()
    for folder in ("one", "two"):
        assert digest("build", "june", "--images=embed", "-o", folder)[0] == 0
    one, two = (
        {path.name: path.read_bytes() for path in root.glob(f"{of}/june/**/*.*")} for of in ("one", "two")
    )
    assert len(one) == 4
    assert one == two


def test_one_picture_in_two_stories_is_one_file(issue):
    second = ISSUE.replace("fees.txt", "cranes.txt")
    root = issue(f"{ISSUE}\n{second}", **{"issues/june/cranes.txt": CRANES})
    assert len(pictures_of(root, Images.LINK).images) == 1


def test_every_picture_that_cannot_be_shown_is_told_with_its_line(digest, issue):
    second = ISSUE.replace("fees.txt", "cranes.txt").replace("quay.jpg", "plan.svg")
    root = issue(
        f"{ISSUE}\n{second}",
        **{
            "issues/june/cranes.txt": CRANES,
            "issues/june/pics/quay.jpg": PHOTO[:9000],
            "issues/june/pics/plan.svg": b"<svg/>",
        },
    )
    code, out, err = digest("build", "june")
    assert (code, out) == (1, "")
    assert re.search(r"issue\.toml:5: stories\[1\]\.image\.file: .*quay\.jpg: is a damaged picture", err)
    assert re.search(r"issue\.toml:12: stories\[2\]\.image\.file: .*plan\.svg: is SVG", err)
    assert not (root / "build").exists()


def test_a_logo_that_cannot_be_shown_is_told_with_its_line(digest, issue):
    issue(house=NEWSROOM + LOGOS, **{"logo.png": b"none", "dark.png": stored(drawing())})
    code, _, err = digest("build", "june")
    assert code == 1
    assert re.search(r"digest\.toml:9: brand\.logo: .*logo\.png: is no picture", err)


def test_a_logo_stands_on_the_email_of_a_loose_article_too(digest, issue):
    root = issue(house=NEWSROOM + LOGOS, **{"logo.png": stored(emblem()), "dark.png": stored(emblem())})
    assert digest("build", "issues/june/fees.txt")[0] == 0
    assert len(list(root.glob("build/fees/images/*.png"))) == 1


def test_a_picture_on_the_web_is_used_as_it_is(digest, issue):
    said = '[[stories]]\nsource = "fees.txt"\nimage = { url = "https://quayside.example/quay.webp", width = 900 }\n'
    root = issue(said)
    assert pictures_of(root, Images.LINK).issue.stories[0].image.value.url.endswith("quay.webp")
    assert digest("build", "june", "--images=embed")[0] == 0
    assert not (root / "build/june/images").exists()


@pytest.mark.parametrize(
    ("size", "within", "shown"),
    [
        ((1040, 780), (520, 0), (520, 390)),
        ((300, 200), (520, 0), (300, 200)),
        ((800, 400), (520, 40), (80, 40)),
        ((4000, 1), (520, 0), (520, 1)),
    ],
)
def test_a_picture_keeps_its_proportions(size, within, shown):
    assert fitted(size, *within) == shown

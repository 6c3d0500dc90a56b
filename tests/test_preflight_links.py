"""The checks on links: how they are written, where they lead, what they carry, and what they say."""

import pytest
from msgspec.structs import replace

from digest.model import CheckWish, Publication
from proofing import OURS, hits, issue, promo, related, story, wheres

SOUND = "https://quayside.example/ferry"


def linked(url):
    return issue(story(url=url))


def noted(markdown):
    return issue(note=markdown)


def test_stories_and_related_headlines_lead_somewhere():
    told = issue(story(url="", related=related(("Eels", ""), ("Crabs", "https://a.example"))))
    assert wheres("link-missing", told) == ["stories[1].url", "stories[1].related"]
    assert wheres("link-missing", issue()) == []


def test_a_link_of_the_note_is_a_whole_address():
    assert wheres("link-relative", noted("[us](/about)")) == ["note"]
    assert wheres("link-relative", noted("[us](https://quayside.example/about)")) == []


def test_a_link_of_the_theme_is_a_whole_address():
    html = '<div id="footer"><a href="about.html">Us</a></div>'
    (hit,) = hits("link-relative", issue(), html=html)
    assert (hit.where, hit.place) == ("email.html", "footer")


@pytest.mark.parametrize("href", ["[[unsubscribe_url]]", "{{ unsubscribe }}", "#story-ferry", ""])
def test_merge_tags_and_places_in_the_mail_are_no_links_to_pages(href):
    assert hits("link-relative", issue(), html=f'<a href="{href}">x</a>') == []


def test_a_link_of_a_kind_that_is_not_sent_is_told():
    assert wheres("link-refused", noted("[dial](tel:+44-20-7946-0000)")) == ["note"]
    assert wheres("link-refused", noted("[mail](mailto:desk@quayside.example)")) == []


def test_plain_http_is_told():
    assert wheres("link-insecure", linked("http://quayside.example/ferry")) == ["stories[1].url"]
    assert wheres("link-insecure", linked(SOUND)) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://https://quayside.example/a",
        "https://quayside..example/a",
        "https://quayside_example,com/a",
        "https://ida:secret@quayside.example/a",
        "https://quayside.example:port/a",
        "https://quayside.example/a.",
        "https://quayside.example/a),",
        "https://quayside.example/a)",
    ],
)
def test_a_slip_in_an_address_is_told(url):
    assert wheres("link-malformed", linked(url)) == ["stories[1].url"]


@pytest.mark.parametrize(
    "url",
    [
        SOUND,
        "https://en.wikipedia.example/wiki/Mercury_(planet)",
        "https://münchen.example/straße",
        "https://web.archive.example/web/2026/https://quayside.example/a",
        "https://quayside.example:8443/a?b=c.d",
        "https://quayside.example",
    ],
)
def test_a_sound_address_is_left_alone(url):
    assert wheres("link-malformed", linked(url)) == []


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("mailto:desk@quayside.example", False),
        ("mailto:a@b.example,c@d.example?subject=Ferry%20news&body=Hello", False),
        ("mailto:?subject=Read%20this", False),
        ("mailto:o%27neill@quayside.example", False),
        ("mailto:desk at quayside.example", True),
        ("mailto:desk@quayside", True),
        ("mailto:desk@quayside.example?Ferry", True),
        ("mailto:desk@quayside.example?subject=Ferry news", True),
        ("mailto:", True),
    ],
)
def test_a_mailto_link_follows_its_rfc(url, found):
    assert bool(hits("mailto-malformed", issue(), html=f'<a href="{url}">Mail</a>')) is found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("tel:+44-20-7946-0000", False),
        ("tel:+442079460000;ext=12", False),
        ("tel:7042;phone-context=quayside.example", False),
        ("tel:020 7946 0000", True),
        ("tel:02079460000", True),
        ("tel:+", True),
        ("tel:call-us", True),
    ],
)
def test_a_telephone_link_follows_its_rfc(url, found):
    assert bool(hits("tel-malformed", issue(), html=f'<a href="{url}">Call</a>')) is found


def test_a_link_leads_to_a_place_that_is_in_the_mail():
    html = '<a href="#story-ferry">Ferry</a>'
    assert "#story-ferry" in hits("place-missing", issue(), html=html)[0].message
    assert hits("place-missing", issue(), html=f'{html}<p id="story-ferry">x</p>') == []


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8000/a",
        "https://cms/a",
        "https://cms.local/a",
        "https://desk.quayside.test/a",
        "https://10.0.0.7/a",
        "https://[::1]/a",
        "https://192.168.1.1/a",
    ],
)
def test_a_private_host_is_an_error_that_nobody_may_ignore(url):
    assert wheres("link-private", linked(url)) == ["stories[1].url"]


@pytest.mark.parametrize("url", [SOUND, "https://local.quayside.example/a", "https://8.8.8.8/a"])
def test_a_public_host_is_not_private(url):
    assert wheres("link-private", linked(url)) == []


def test_a_number_for_a_host_is_told():
    assert wheres("link-number", linked("https://8.8.8.8/a")) == ["stories[1].url"]
    assert wheres("link-number", linked(SOUND)) == []
    assert wheres("link-number", linked("https://10.0.0.7/a")) == []


def test_the_staging_site_that_the_newsroom_named_is_an_error():
    ours = replace(OURS, check=CheckWish(staging=("next.quayside.example",)))
    told = story(url="https://next.quayside.example/a")
    assert wheres("link-staging", issue(told, publication=ours)) == ["stories[1].url"]
    assert wheres("link-staging", issue(publication=ours)) == []


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://staging.quayside.example/a", True),
        ("https://preview2-ferry.quayside.example/a", True),
        ("https://stagedoor.quayside.example/a", False),
        ("https://developers.quayside.example/a", False),
        ("https://beta.example/a", False),
    ],
)
def test_what_looks_like_a_staging_site_is_told(url, found):
    assert bool(wheres("link-staging-like", linked(url))) is found


def test_a_wrapped_link_is_told_with_the_page_inside_it():
    wrapped = (
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fquayside.example%2Fferry&data=x"
    )
    (hit,) = hits("link-wrapped", linked(wrapped))
    assert hit.mend.endswith(": https://quayside.example/ferry")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://urldefense.com/v3/__https://quayside.example/__;!!x$", True),
        ("https://quayside.us1.list-manage.com/track/click?u=1&id=2", True),
        ("https://quayside.us1.list-manage.com/subscribe?u=1", False),
        ("https://www.google.com/url?q=https://quayside.example", True),
        ("https://www.google.com/urls", False),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fquayside.example", True),
        ("https://www.facebook.com/quayside", False),
    ],
)
def test_click_counters_of_others_are_told(url, found):
    assert bool(wheres("link-wrapped", linked(url))) is found


@pytest.mark.parametrize(
    ("url", "found"), [("https://bit.ly/3x", True), ("https://t.co/x", True), ("https://rabbit.ly/3x", False)]
)
def test_a_shortened_link_is_told(url, found):
    assert bool(wheres("link-shortened", linked(url))) is found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://quayside.example/?p=12&preview=true", True),
        ("https://quayside.example/wp-admin/post.php?post=12", True),
        ("https://docs.google.com/document/d/x/edit", True),
        ("https://docs.google.com/forms/d/x/viewform", False),
        ("https://quayside.example/preview-of-the-season", False),
    ],
)
def test_a_page_that_is_not_published_is_told(url, found):
    assert bool(wheres("link-unpublished", linked(url))) is found


def test_somebody_s_own_mark_is_told():
    (hit,) = hits("link-personal", linked(f"{SOUND}?fbclid=Iw&page=2"))
    assert "fbclid" in hit.message
    assert hits("link-personal", linked(f"{SOUND}?page=2&fbclid=")) == []


def test_a_newsroom_without_a_campaign_is_noted():
    assert wheres("utm-unset", issue(publication=Publication(name="Q"))) == ["digest.toml: utm.source"]
    assert wheres("utm-unset", issue()) == []


def test_a_link_to_ones_own_site_has_its_campaign():
    html = '<div id="masthead"><a href="https://www.quayside.example/a?b=1{}">Us</a></div>'
    (hit,) = hits("utm-missing", issue(), html=html.format(""))
    assert hit.place == "masthead"
    assert hits("utm-missing", issue(), html=html.format("&amp;utm_source=quayside")) == []
    assert hits("utm-missing", issue(), html='<a href="https://elsewhere.example/">Them</a>') == []


def test_a_campaign_parameter_stands_once():
    twice = f"{SOUND}?utm_source=a&UTM_source=b"
    assert wheres("utm-duplicate", linked(twice)) == ["stories[1].url"]
    assert wheres("utm-duplicate", linked(f"{SOUND}?utm_source=a&utm_medium=b")) == []


def test_the_campaign_of_something_else_is_told():
    assert wheres("utm-foreign", linked(f"{SOUND}?utm_source=twitter")) == ["stories[1].url"]
    assert wheres("utm-foreign", linked(f"{SOUND}?utm_source=quayside&utm_content=top")) == []


@pytest.mark.parametrize("words", ["Click here", "here", "This link.", "Cliquez ici"])
def test_a_link_says_where_it_leads(words):
    assert wheres("link-vague", noted(f"For more [{words}](https://quayside.example/a)")) == ["note"]
    assert wheres("link-vague", noted(f"{words} is [the report](https://quayside.example/a)")) == []


def test_a_button_says_where_it_leads():
    told = issue(story(promos=(promo(call_to_action="Click here!"),)))
    assert wheres("link-vague", told) == ["stories[1].promos[1].call_to_action"]
    assert wheres("link-vague", issue(story(promos=(promo(call_to_action="Save your place"),)))) == []


def test_links_with_the_same_words_lead_to_the_same_page():
    two = issue(story(related=related(("Eels", "https://a.example/1"), ("eels!", "https://a.example/2"))))
    assert wheres("link-same-words", two) == ["stories[1].related[2].url"]
    same = related(("Eels", "https://a.example/1"), ("Eels", "https://a.example/1?utm_source=x"))
    assert wheres("link-same-words", issue(story(related=same))) == []


def test_a_link_that_shows_another_address_than_its_own_is_told():
    assert wheres("link-disguised", noted("[www.bank.example.com](https://quayside.example)")) == ["note"]
    assert wheres("link-disguised", noted("<https://www.bank.example/a>")) == []
    assert wheres("link-disguised", noted("[bank.example.com](https://www.bank.example.com/a)")) == []
    assert wheres("link-disguised", noted("[The bank](https://www.bank.example.com/a)")) == []


def test_a_link_that_the_theme_shows_again_is_told_once():
    html = f'<a href="{SOUND.replace("https", "http")}?utm_source=quayside">Ferry</a>'
    assert wheres("link-insecure", linked(SOUND.replace("https", "http")), html=html) == ["stories[1].url"]

"""The editor's word beats the article's, the article's the machine's; every value says whose it is."""

import datetime as dt

import pytest

from digest.build import open_issue
from digest.errors import MistakesError
from digest.model import Ignored, Origin, Sponsor
from pasted import CRANES, FEES


@pytest.fixture
def issue(newsroom):
    def opened(toml, **pages):
        files = {f"sources/{name}.txt": page for name, page in ({"fees": FEES} | pages).items()}
        return open_issue(newsroom({"issue.toml": toml, **files}))[1]

    return opened


def story(issue, toml=""):
    return issue(f'[[stories]]\nsource = "sources/fees.txt"\n{toml}').stories[0]


def test_what_the_editor_left_out_comes_from_the_article(issue):
    found = story(issue)
    assert found.headline.value == "Harbour board cuts its fees"
    assert found.standfirst.value == "Small boats will pay a tenth less from October"
    assert found.byline.value == ("Ada Fell",)
    assert found.published.value == dt.date(2024, 6, 3)
    for decided in (found.headline, found.standfirst, found.byline, found.published):
        assert decided.origin is Origin.ARTICLE
    assert [link.value.title for link in found.related] == [
        'Minister praises harbours: "a model for us all"',
        "Why do the cranes stand still?",
    ]
    assert [promo.value.partners for promo in found.promos] == [("Quay Bank",)]


def test_evidence_points_to_the_words_in_the_source(issue):
    found = story(issue)
    text = found.article.source.text
    assert text[slice(*place(found.headline))] == "Harbour board cuts its fees"
    for sentence in found.summary:
        assert sentence.origin is Origin.EXTRACTED
        assert text[slice(*place(sentence))] == sentence.value
    for quote in found.quotes:
        assert text[quote.value.spans[0].start : quote.value.spans[0].end] in quote.value.text


def place(decided):
    return decided.evidence[0].start, decided.evidence[0].end


def test_every_field_the_editor_wrote_wins(issue):
    found = story(
        issue,
        'kicker = "Ports"\nheadline = "Cheaper berths"\nstandfirst = ""\nbyline = ["Cy Dee"]\n'
        'published = 2024-06-04\nurl = "https://example.org/a"\nsummary = ["One.", "Two."]\nread_more = "On"\n'
        "quotes = []\nrelated = []\npromos = []\n",
    )
    values = [
        found.kicker,
        found.headline,
        found.standfirst,
        found.byline,
        found.published,
        found.url,
        found.read_more,
    ]
    assert [decided.value for decided in values] == [
        "Ports", "Cheaper berths", "", ("Cy Dee",), dt.date(2024, 6, 4), "https://example.org/a", "On",
    ]  # fmt: skip
    assert {decided.origin for decided in values} == {Origin.EDITOR}
    assert [sentence.value for sentence in found.summary] == ["One.", "Two."]
    assert found.quotes == found.related == found.promos == ()


def test_an_editors_quotation_is_shown_with_the_letters_of_the_source(issue):
    quote = story(
        issue, '[[stories.quotes]]\ntext = "Nobody should have to  leave home waters over a bill,"\n'
    ).quotes[0]
    assert quote.value.text == "Nobody should have to leave home waters over a bill,"
    assert quote.origin is Origin.EDITOR
    assert (quote.value.speaker, quote.parts["speaker"]) == ("Ada Brook", Origin.EXTRACTED)


def test_an_editors_speaker_beats_the_one_found(issue):
    quote = story(
        issue,
        '[[stories.quotes]]\ntext = "Nobody should have to leave home waters over a bill,"\nspeaker = "A. Brook"\n'
        'role = ""\n',
    ).quotes[0]
    assert (quote.value.speaker, quote.value.role, quote.parts) == ("A. Brook", "", {})


def test_a_quotation_that_is_not_in_the_source_is_refused_with_its_line_and_the_nearest_passage(issue):
    with pytest.raises(MistakesError) as caught:
        story(issue, '[[stories.quotes]]\ntext = "We listened to the big boats and we have acted"\n')
    told = str(caught.value)
    assert "issue.toml:4: stories[1].quotes[1].text:" in told
    assert "does not stand in" in told
    assert "We listened to the small boats and we have acted on what they told us," in told


def test_all_that_is_wrong_in_an_issue_comes_in_one_answer(issue):
    with pytest.raises(MistakesError) as caught:
        issue(
            'number = 1\n[[stories]]\nsource = "sources/gone.txt"\n[[stories]]\nsource = "sources/fees.txt"\n'
            '[[stories.quotes]]\ntext = "Nobody said this"\n[[stories.promos]]\ntitle = "Tea with the board"\n'
        )
    lines = str(caught.value).split("\n")
    assert len(lines) == 3
    assert "issue.toml:3: stories[1].source:" in lines[0]
    assert "issue.toml:7: stories[2].quotes[1].text:" in lines[1]
    assert 'issue.toml:8: stories[2].promos[1]: "kind" is missing' in lines[2]


def test_an_entry_of_the_same_title_takes_what_the_editor_left_out(issue):
    found = story(
        issue,
        '[[stories.related]]\ntitle = "Why do the cranes stand still"\nurl = "https://example.org/c"\n'
        '[[stories.promos]]\ntitle = "Webinar: berths and budgets, with Quay Bank"\nurl = "https://example.org/w"\n',
    )
    (link,), (promo,) = found.related, found.promos
    assert (link.value.url, link.origin) == ("https://example.org/c", Origin.EDITOR)
    assert (promo.value.kind, promo.value.partners) == ("webinar", ("Quay Bank",))
    assert promo.parts["partners"] is Origin.ARTICLE


def test_subject_and_preheader_come_from_the_lead_unless_the_editor_wrote_them(issue):
    derived = issue('[[stories]]\nsource = "sources/fees.txt"\n')
    assert derived.subject.value == "Harbour board cuts its fees"
    assert derived.preheader.value == "Small boats will pay a tenth less from October"
    said = issue('subject = "S"\npreheader = ""\n[[stories]]\nsource = "sources/fees.txt"\n')
    assert (said.subject.value, said.preheader.value) == ("S", "")
    assert said.preheader.origin is Origin.EDITOR


def test_a_promo_pasted_with_two_articles_is_shown_once_with_the_first(issue):
    stories = issue(
        '[[stories]]\nsource = "sources/fees.txt"\n[[stories]]\nsource = "sources/cranes.txt"\n',
        cranes=CRANES,
    ).stories
    assert [len(story.promos) for story in stories] == [1, 0]


def test_two_sources_of_one_slug_are_refused_on_the_line_of_the_second(issue, newsroom):
    newsroom({"sources/old/fees.txt": CRANES})
    with pytest.raises(MistakesError, match=r'issue.toml:4: stories\[2\].source: .* same slug, "fees"'):
        issue('[[stories]]\nsource = "sources/fees.txt"\n[[stories]]\nsource = "sources/old/fees.txt"\n')


@pytest.mark.parametrize("source", ["-", "https://example.org/story", ""])
def test_a_source_that_is_no_path_is_refused_on_its_line(issue, source):
    with pytest.raises(
        MistakesError, match=r"issue.toml:2: stories\[1\].source: expected the path of a file"
    ):
        issue(f'[[stories]]\nsource = "{source}"\n')


def test_a_source_may_lie_outside_the_issue(issue, newsroom):
    root = newsroom({"shared/cranes.txt": CRANES})
    (root / "issue.toml").write_text("")
    (found,) = issue(f'[[stories]]\nsource = "{root / "shared" / "cranes.txt"}"\n').stories
    assert found.slug == "cranes"


def test_an_issue_without_stories_says_how_to_add_one(issue):
    with pytest.raises(MistakesError, match="digest add"):
        issue("number = 1\n")


LINKS = """
[stories.links]
"Harbour board cuts its fees" = "https://example.org/fees"
"Why do the cranes stand still?" = "https://example.org/cranes"
"Webinar: berths and budgets, with Quay Bank" = "https://example.org/webinar"
"""


def test_a_link_that_a_feed_gave_goes_to_the_headline_it_is_for(issue):
    found = story(issue, LINKS)
    assert (found.url.value, found.url.origin) == ("https://example.org/fees", Origin.FEED)
    linked = {each.value.title: each for each in (*found.related, *found.promos) if each.value.url}
    assert list(linked) == ["Why do the cranes stand still?", "Webinar: berths and budgets, with Quay Bank"]
    assert all(each.origin is Origin.ARTICLE for each in linked.values())
    assert all(each.parts == {"url": Origin.FEED} for each in linked.values())


def test_the_editors_address_beats_the_feeds(issue):
    found = story(
        issue,
        'url = "https://example.org/mine"\n[[stories.related]]\ntitle = "Why do the cranes stand still?"\nurl = ""\n'
        + LINKS,
    )
    assert found.url.value == "https://example.org/mine"
    assert found.related[0].value.url == ""


def test_an_entry_of_the_editors_takes_the_feeds_link(issue):
    found = story(issue, '[[stories.related]]\ntitle = "Why do the cranes stand still?"\n' + LINKS)
    assert found.related[0].value.url == "https://example.org/cranes"
    assert found.related[0].parts["url"] is Origin.FEED


def test_a_link_for_a_headline_that_is_not_there_is_told_on_its_line(issue):
    with pytest.raises(MistakesError) as caught:
        story(issue, '[stories.links]\n"Why do the crane stand still" = "https://example.org/a"\n')
    assert "issue.toml:4: " in str(caught.value)
    assert "Why do the cranes stand still?" in str(caught.value)


def test_a_source_is_read_in_the_encoding_that_the_editor_names(issue, newsroom):
    page = FEES.replace("Ada Fell", "Łucja Żak").replace("Ada Brook", "Łucja Brook").replace("£", "EUR ")
    newsroom({"sources/pl.txt": page.encode("iso-8859-2")})
    found = issue('[[stories]]\nsource = "sources/pl.txt"\nencoding = "iso-8859-2"\n').stories[0]
    assert found.byline.value == ("Łucja Żak",)


def test_an_encoding_that_nobody_knows_is_told_on_its_line(issue):
    with pytest.raises(MistakesError, match=r'issue\.toml:3: .*"utf-99" is no encoding'):
        story(issue, 'encoding = "utf-99"\n')


def test_a_story_has_as_many_sentences_in_the_style_that_was_asked_for(issue):
    toml = 'summary_length = 1\nsummary_style = "points"\n[[stories]]\nsource = "sources/fees.txt"\n'
    (of_issue,) = issue(toml).stories
    (of_story,) = issue(f'{toml}summary_length = 2\nsummary_style = "paragraph"\n').stories
    assert (len(of_issue.summary), of_issue.summary_style) == (1, "points")
    assert (len(of_story.summary), of_story.summary_style) == (2, "paragraph")


def test_a_summary_is_of_three_sentences_a_paragraph_each_when_nobody_says_otherwise(issue):
    found = story(issue)
    assert (len(found.summary), found.summary_style) == (3, "sentences")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("summary_length = 11", "expected a whole number from 1 to 10, got 11"),
        ("summary_length = 0", "expected a whole number from 1 to 10, got 0"),
        ("summary_length = true", "expected a whole number from 1 to 10, got true"),
        ('summary_style = "point"', 'expected one of sentences, points, paragraph, got "point"'),
        ('summariser = ""', "expected the name of a summariser"),
        ("summarizer = 1", 'unknown key "summarizer"'),
    ],
)
def test_a_wish_for_a_summary_that_cannot_be_is_told_on_its_line(issue, said, told):
    with pytest.raises(MistakesError) as caught:
        issue(f'{said}\n[[stories]]\nsource = "sources/fees.txt"\n{said}\n')
    first, second = str(caught.value).split("\n")
    assert "issue.toml:1: summ" in first
    assert "issue.toml:4: stories[1].summ" in second
    assert told in first
    assert told in second


def test_sponsor_and_listings_are_the_editors(issue):
    found = issue("""
[sponsor]
name = "Quay Bank"
url = "https://bank.example.org"

[[stories]]
source = "sources/fees.txt"

[[listings]]
title = "Diary"
[[listings.items]]
title = "Open day"
when = 2026-11-26
[[listings.items]]
title = "Harbour ball"
when = 2026-12-24T20:00:00
""")
    assert found.sponsor == Sponsor(name="Quay Bank", url="https://bank.example.org")
    (diary,) = found.listings
    assert diary.title == "Diary"
    assert [item.when for item in diary.items] == [dt.date(2026, 11, 26), dt.datetime(2026, 12, 24, 20, 0)]  # noqa: DTZ001 - floating


def test_mistakes_in_listings_are_told_with_their_lines(issue):
    with pytest.raises(MistakesError) as caught:
        issue('[[stories]]\nsource = "sources/fees.txt"\n[[listings]]\n[[listings.items]]\nurl = "a"\n')
    assert 'issue.toml:3: listings[1]: "title" is missing' in str(caught.value)
    assert "issue.toml:5: listings[1].items[1].url: expected a web address" in str(caught.value)


def test_what_is_ignored_holds_for_the_issue_or_a_story(issue):
    found = issue('ignore = ["size"]\n[[stories]]\nsource = "sources/fees.txt"\nignore = ["link-missing"]\n')
    assert found.ignored == (Ignored(code="size"), Ignored(code="link-missing", story="fees"))

"""The checks on words: each finds its slip, and leaves sound words alone."""

import datetime as dt

import pytest
from msgspec.structs import replace

from digest.model import Level, Origin, Picture, Publication, Quote, Span
from issues_for_render import quote, said
from proofing import OURS, PAGE, by_machine, hits, issue, related, story, wheres

SENTENCE = "The night boat to Sandholm will stop in March, the Coast Ferry Board told its 40 crew on Tuesday."
SPOKEN = "Nobody sails at two in the morning for the view,"


def summed_up(*sentences, **fields):
    return issue(story(summary=sentences, **fields))


def test_a_headline_must_be_there():
    assert wheres("headline-missing", issue(story(headline=" "))) == ["stories[1].headline"]
    assert wheres("headline-missing", issue()) == []


def test_a_headline_that_fills_a_phone_is_noted():
    assert wheres("headline-long", issue(story(headline="ferry " * 21))) == ["stories[1].headline"]
    assert wheres("headline-long", issue(story(headline="ferry " * 20))) == []


@pytest.mark.parametrize("end", ["…", "..."])
def test_a_headline_that_breaks_off_is_noted(end):
    assert wheres("headline-cut", issue(story(headline=f"Ferry timetable loses{end}"))) == [
        "stories[1].headline"
    ]
    assert wheres("headline-cut", issue(story(headline="Ferry… then none"))) == []


def test_a_summary_must_say_something():
    assert wheres("summary-empty", issue(story())) == ["stories[1].summary"]
    assert wheres("summary-empty", summed_up(" ")) == ["stories[1].summary"]
    assert wheres("summary-empty", summed_up(SENTENCE)) == []


@pytest.mark.parametrize("field", ["headline", "standfirst"])
def test_capitals_throughout_are_told(field):
    assert wheres("all-capitals", issue(story(**{field: "FERRY LOSES ITS LAST BOAT"})))
    assert wheres("all-capitals", issue(story(**{field: "NATO ships for COP30"}))) == []
    assert wheres("all-capitals", issue(story(**{field: "UNESCO-WMO"}))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor",
        "Boats up TK per cent",
        "TKTK",
        "Venue TBC",
        "Price: XXX",
        "TODO: ask the board",
        "[insert name] leaves",
        "Who pays???",
        "Headline goes here",
    ],
)
def test_placeholders_are_errors_when_the_editor_wrote_them(text):
    (hit,) = hits("placeholder", issue(story(headline=text)))[:1]
    assert hit.level is Level.ERROR
    assert hit.where == "stories[1].headline"


@pytest.mark.parametrize(
    "text",
    [
        "TK Maxx opens at the quay",
        "TBC Bank buys a ferry",
        "Super Bowl XXX on the big screen",
        "Statkraft and the TKO of a rival",
        "TODO SOBRE LOS BARCOS",
        "“[Insert] the coin,” it says",
        "Nobody goes here",
        "A todo list for ports",
    ],
)
def test_words_that_only_look_like_placeholders_are_left_alone(text):
    assert wheres("placeholder", issue(story(headline=text))) == []


def test_a_placeholder_of_the_page_is_a_warning():
    told = issue(story(summary=("The price is TBC.",)))
    (sentence,) = told.stories[0].summary
    told = replace(
        told,
        stories=(replace(told.stories[0], summary=(replace(sentence, origin=Origin.EXTRACTED),)),),
    )
    assert [hit.level for hit in hits("placeholder", told)] == [Level.WARNING]


def test_the_publication_s_own_words_are_looked_at_too():
    told = issue(publication=Publication(name="Quayside", boilerplate="Lorem ipsum"))
    assert wheres("placeholder", told) == ["digest.toml: publication.boilerplate"]


@pytest.mark.parametrize("text", ["The boardâ€™s boat", "CafÃ© on the quay", "Â£40", "B\ufffdrge sails"])
def test_letters_read_in_the_wrong_encoding_are_told(text):
    assert wheres("mojibake", issue(story(headline=text))) == ["stories[1].headline"]


@pytest.mark.parametrize(
    "text", ["Café de la Côte", "Ângela à São João", "NÃO PASSARÃO", "Łódź “ferry” – £40"]
)
def test_letters_beyond_english_are_no_mojibake(text):
    assert wheres("mojibake", issue(story(headline=text))) == []


def test_two_spaces_are_noted_but_not_those_at_the_end_of_a_line():
    assert wheres("double-space", issue(story(headline="Last  boat"))) == ["stories[1].headline"]
    assert wheres("double-space", issue(note="Line one  \nline two\n\n  - item")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The “last” boat and the board\'s "plan"', True),
        ("The board’s boat and the crew's", True),
        ("The “last” boat", False),
        ('The board\'s "last" boat', False),
        ("A boat of 40' and “more”", False),
    ],
)
def test_straight_and_curly_marks_do_not_mix(text, found):
    assert bool(wheres("quote-marks-mixed", issue(story(standfirst=text)))) is found


def test_marks_inside_a_quotation_are_the_sources_own():
    told = issue(story(quotes=(quote("It's the board’s boat", "Ida Brandt"),)))
    assert wheres("quote-marks-mixed", told) == []


@pytest.mark.parametrize(
    ("text", "found"), [("The boat , the quay", True), ("Boats, quays. And .NET", False)]
)
def test_a_space_before_a_comma_is_noted(text, found):
    assert bool(wheres("space-before-stop", issue(story(standfirst=text)))) is found


@pytest.mark.parametrize(
    ("text", "found"), [("The the boat", True), ("Told that that boat had had its day", False)]
)
def test_a_small_word_written_twice_is_told(text, found):
    assert bool(wheres("word-twice", issue(story(standfirst=text)))) is found


def test_other_languages_may_write_such_words_twice():
    danish = replace(OURS, language="da")
    assert wheres("word-twice", issue(story(standfirst="for for lidt"), publication=danish)) == []


@pytest.mark.parametrize(
    "text", ["Boats &amp; quays", "A <b>last</b> boat", "A **last** boat", "[x](https://a.b)"]
)
def test_markup_that_readers_would_see_is_told(text):
    assert wheres("markup-in-text", issue(story(standfirst=text))) == ["stories[1].standfirst"]


@pytest.mark.parametrize("text", ["R&D; boats", "says <again> a < b", "5 ** 2", "Boats & quays"])
def test_signs_that_are_no_markup_are_left_alone(text):
    assert wheres("markup-in-text", issue(story(standfirst=text))) == []


def test_the_note_is_markdown():
    assert wheres("markup-in-text", issue(note="A **last** boat")) == []


def test_a_merge_tag_in_a_subject_of_the_editor_s_is_noted_once():
    told = issue(story(headline="Boats for {{ town }}"))
    derived = replace(told, subject=told.stories[0].headline)
    assert wheres("merge-tag-in-text", derived) == ["stories[1].headline"]
    assert wheres("merge-tag-in-text", issue(subject="For *|FNAME|*")) == ["subject"]


def test_a_quotation_with_a_changed_word_is_an_error():
    good = Quote(text=SPOKEN, spans=(Span(0, 1),), paragraph=0, speaker="Ida Brandt")
    assert wheres("quote-not-verbatim", issue(story(quotes=(good,)))) == []
    bad = replace(good, text=SPOKEN.replace("two", "three"))
    assert wheres("quote-not-verbatim", issue(story(quotes=(bad,)))) == ["stories[1].quotes[1]"]


def test_an_extracted_sentence_must_stand_in_its_source():
    def drawn(text):
        one = story()
        return issue(replace(one, summary=(by_machine(text),)))

    assert wheres("summary-not-in-source", drawn(SENTENCE)) == []
    assert wheres("summary-not-in-source", drawn(SENTENCE.replace("40", "14"))) == ["stories[1].summary[1]"]
    assert wheres("summary-not-in-source", summed_up("The editor's own words.")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The board told its 41 crew.", ["41"]),
        ("The board told its forty crew, one by one.", []),
        ("It sails at 2 in the morning.", []),
        ("It costs £40.", ["£40"]),
    ],
)
def test_a_figure_must_stand_in_the_source(text, shown):
    found = hits("figure-not-in-source", summed_up(text))
    assert [hit.message.split("“")[1].split("”")[0] for hit in found] == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The boat to Sandholme stops.", ["Sandholme"]),
        ("The boat to Sandholm stops, says Brandt's board.", []),
        ("Crews hear of it. Boats stop.", []),
        ("The WFU board stops it on Friday, says Quayside.", []),
        ("The NFU board stops it.", ["NFU"]),
        ("Last Boat To Elsewhere Stops", []),
        ("A boat: Skippers like it. “Captains” do not.", []),
    ],
)
def test_a_name_must_stand_in_the_source(text, shown):
    found = hits("name-not-in-source", summed_up(text))
    assert [hit.message.split("“")[1].split("”")[0] for hit in found] == shown


def test_the_articles_own_headline_is_not_held_against_itself():
    one = story()
    headline = replace(one.headline, value="Boat to Elsewhere in 99 days", origin=Origin.ARTICLE)
    told = issue(replace(one, headline=headline))
    assert hits("name-not-in-source", told) == hits("figure-not-in-source", told) == []


def test_nouns_have_capitals_in_german():
    german = replace(OURS, language="de-AT")
    told = issue(story(summary=("Das Boot fährt nicht mehr.",)), publication=german)
    assert hits("name-not-in-source", told) == []


def test_two_stories_of_one_page_are_told():
    twin = story("twin", url="http://www.quayside.example/ferry/?utm_source=x#top")
    assert wheres("story-twice", issue(story(), twin)) == ["stories[2].url"]
    assert wheres("story-twice", issue(story(), story("other"))) == []
    assert wheres("story-twice", issue(story(url=""), story("other", url=""))) == []


def test_two_stories_with_one_headline_are_told():
    assert wheres("headline-repeated", issue(story(), story("twin"))) == ["stories[2].headline"]
    assert wheres("headline-repeated", issue(story(), story("twin", headline="Eels return"))) == []


def test_a_standfirst_says_more_than_its_headline():
    same = "“Ferry timetable” loses its last boat."
    assert wheres("standfirst-repeated", issue(story(standfirst=same))) == ["stories[1].standfirst"]
    assert wheres("standfirst-repeated", issue(story(standfirst="The crew is told"))) == []


def test_a_sentence_is_not_said_twice():
    twice = issue(story(summary=(SENTENCE, "Crews are told."), standfirst=SENTENCE))
    assert wheres("summary-repeated", twice) == ["stories[1].summary[1]"]
    assert wheres("summary-repeated", summed_up(SENTENCE, "Crews are told.")) == []


def test_a_quotation_is_not_given_twice():
    once, again = quote(SPOKEN, "Ida Brandt"), quote(SPOKEN.rstrip(","), "Ida Brandt")
    assert wheres("quote-repeated", issue(story(quotes=(once, again)))) == ["stories[1].quotes[2]"]
    assert wheres("quote-repeated", issue(story(quotes=(once,)))) == []


def test_a_quotation_that_the_summary_gives_too_is_noted():
    told = summed_up(f'"{SPOKEN}" she said.', quotes=(quote(SPOKEN, "Ida Brandt"),))
    assert wheres("quote-in-summary", told) == ["stories[1].quotes[1]"]
    assert wheres("quote-in-summary", summed_up("No view.", quotes=(quote("view", "Ida Brandt"),))) == []


def test_a_related_headline_leads_to_something_new():
    own = related(
        ("This very story", "https://quayside.example/ferry?ref=1"), ("Eels", "https://a.example/1")
    )
    assert wheres("related-repeated", issue(story(related=own))) == []
    own = related(("This very story", "https://quayside.example/ferry/"))
    assert wheres("related-repeated", issue(story(related=own))) == ["stories[1].related[1]"]
    twice = related(("Eels", "https://a.example/1"), ("Eels return", "https://a.example/1"))
    assert wheres("related-repeated", issue(story(related=twice))) == ["stories[1].related[2]"]


def test_a_story_of_after_the_issues_day_is_told():
    later = issue(story(published=dt.date(2026, 11, 21)))
    assert wheres("published-later", later) == ["stories[1].published"]
    assert wheres("published-later", issue(story(published=dt.date(2026, 11, 20)))) == []
    assert wheres("published-later", issue(story(published=dt.date(2026, 11, 21)), day=None)) == []


def test_a_story_of_last_year_is_noted():
    assert wheres("published-long-ago", issue(story(published=dt.date(2025, 11, 19)))) == [
        "stories[1].published"
    ]
    assert wheres("published-long-ago", issue(story(published=dt.date(2026, 9, 30)))) == []


@pytest.mark.parametrize(
    "text", ["Closed from Friday 4 December", "Back on Mon, January 5", "Thu 1 Jan 2026"]
)
def test_a_weekday_agrees_with_its_date(text):
    found = bool(wheres("weekday-differs", issue(story(standfirst=text))))
    assert found is text.startswith("Back")


def test_days_in_other_languages_are_not_read():
    danish = replace(OURS, language="da")
    told = story(standfirst="Mon 1 May 2026")
    assert wheres("weekday-differs", issue(told, publication=danish)) == []
    assert wheres("weekday-differs", issue(told)) == ["stories[1].standfirst"]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Your Thursday briefing", True),
        ("Happy Monday: boats", True),
        ("Your Friday briefing", False),
        ("Monday's strike is off", False),
    ],
)
def test_an_issue_calls_itself_by_its_own_weekday(subject, found):
    assert wheres("issue-weekday", issue(subject=subject)) == ["subject"] * found


def test_a_subject_taken_from_the_page_may_speak_of_any_day():
    told = issue(story(headline="Police end Thursday briefing early"))
    assert wheres("issue-weekday", replace(told, subject=told.stories[0].headline)) == []


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("subject-missing", "", "Last boat"),
        ("subject-long", "x" * 61, "x" * 60),
        ("subject-capitals", "LAST BOAT TO SANDHOLM", "NATO boat"),
        ("subject-exclaims", "Last boat!!", "Last boat!"),
        ("subject-reply", "RE: Last boat", "Reeds: last boat"),
        ("subject-reply", "Fwd: Last boat", "Forward: march"),
    ],
)
def test_a_subject_reads_well_in_an_inbox(code, bad, good):
    assert wheres(code, issue(subject=bad)) == ["subject"]
    assert wheres(code, issue(subject=good)) == []


def test_a_preheader_is_there_and_adds_something():
    told = issue()
    assert wheres("preheader-missing", told, preheader="") == ["preheader"]
    assert wheres("preheader-missing", told) == []
    assert wheres("preheader-repeats", told, preheader="Last boat to Sandholm: why") == ["preheader"]
    assert wheres("preheader-repeats", told, preheader="Last boats are lost") == []


def test_a_hit_names_the_line_of_the_source():
    one = story(summary=("x",))
    evidence = (Span(PAGE.index("The night"), PAGE.index("The night") + 5),)
    sentence = replace(by_machine("Not  there."), evidence=evidence)
    (hit,) = hits("summary-not-in-source", issue(replace(one, summary=(sentence,))))
    assert (hit.file, hit.line, hit.story, hit.place) == ("ferry.txt", 3, "ferry", "story-ferry")


def test_an_editors_value_has_no_line():
    told = issue(replace(story(), headline=said("Price: TBC")))
    (hit,) = hits("placeholder", told)
    assert (hit.file, hit.line) == ("", 0)


def test_what_stands_in_the_place_of_a_picture_is_looked_at_too():
    picture = Picture(url="https://quayside.example/boat.jpg", alt="TBC", credit="Ida Brandt")
    told = issue(replace(story(), image=said(picture)))
    assert wheres("placeholder", told) == ["stories[1].image.alt"]

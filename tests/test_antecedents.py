import re

from digest.extract.antecedents import Antecedents
from digest.extract.people import Register
from digest.extract.sentences import sentences


def meant(text):
    register = Register(text)
    found = Antecedents(text, sentences(text), register)
    pronouns = [place.start() for place in re.finditer(r"\b(?:[Hh]e|[Ss]he)\b", text)]
    means = [one for place in pronouns if (one := found.means(place))]
    return [(register.people[one.person].name, one.rivals) for one in means]


def test_a_pronoun_means_the_subject_of_the_sentence_before():
    assert meant("Ann Lee met Eve Ray. She smiled.") == [("Ann Lee", 1)]


def test_the_sex_decides():
    assert meant("Ann Lee met Tom Ray. He smiled. She did not.") == [("Tom Ray", 0), ("Ann Lee", 0)]


def test_a_subject_of_the_same_sentence_comes_first():
    assert meant("Ann Lee spoke. Eve Ray said she was late.") == [("Eve Ray", 1)]


def test_somebody_just_introduced_with_an_office_is_about_to_speak():
    assert meant("Ann Lee met Eve Ray, head of the port. She answered.") == [("Eve Ray", 1)]


def test_the_owner_of_something_is_not_its_subject():
    assert meant("Ann Lee spoke. Eve Ray's house burned. She wept.")[0][0] == "Ann Lee"


def test_a_pronoun_tells_the_sex_of_an_open_name():
    assert meant("Robin Lee met Tom Ray. She spoke and he listened. She left.") == [
        ("Robin Lee", 0),
        ("Tom Ray", 0),
        ("Robin Lee", 0),
    ]


def test_nobody_is_meant_where_nobody_was_named():
    assert meant("He left, and she stayed.") == []


def test_a_guess_between_two_open_names_teaches_nothing():
    text = "Osric Vane met Quenby Sole. She refused. Sole said no. Vane came back. He smiled."
    assert meant(text)[-1][0] == "Osric Vane"


def test_somebody_alone_in_a_paragraph_is_told_by_its_pronoun():
    text = "Osric Vane met Quenby Sole. Sole bowed and she left.\nVane laughed. He had won."
    assert meant(text)[-1] == ("Osric Vane", 0)


def test_lee_he_said_is_not_he():
    assert meant("Bo Vane spoke first. Robin Lee, he said, was late.")[0][0] == "Bo Vane"


def test_the_subject_of_the_main_clause_comes_before_that_of_a_clause_in_it():
    assert meant("Asked whether Tom Ray was late, Bob Lee shrugged. He left.")[-1] == ("Bob Lee", 1)


def test_the_one_whom_a_sentence_lets_speak_goes_on():
    text = "Bob Lee spoke. Tom Ray, he said, was late, while Jack Cole would come. He left."
    assert [name for name, _ in meant(text)] == ["Bob Lee", "Bob Lee"]


def test_two_people_before_a_he_said_are_not_him():
    assert meant("Bob Lee spoke. Tom Ray and Jack Cole of the union, he said, were late.")[0][0] == "Bob Lee"


def test_whose_speech_opens_the_sentence_gives_it():
    assert meant("Tom Ray sat down. In Bob Lee's annual speech, he praised the town.")[0][0] == "Bob Lee"


def test_whose_lawyer_opens_the_sentence_does_not():
    assert meant("Tom Ray sat down. At Bob Lee's lawyer, he signed the deed.")[0][0] == "Tom Ray"


def test_a_reporter_and_a_chief_behind_a_preposition_are_no_subjects():
    assert meant("Bob Lee sat with CNN's Tom Ray. He spoke.")[0][0] == "Bob Lee"
    assert meant("Bob Lee took the post left by Chief Tom Ray. He spoke.")[0][0] == "Bob Lee"


def test_who_plays_a_part_stands_in_brackets_and_is_no_subject():
    assert meant("Bob Lee sat down. Bruno (Tom Ray) left. He spoke.")[0][0] == "Bob Lee"


def test_whom_somebody_speaks_of_is_not_who_speaks():
    assert meant("Bob Lee spoke. He said Tom Ray was late. He left.")[-1][0] == "Bob Lee"


def test_a_pronoun_that_looks_ahead_does_not_become_whom_the_text_is_about():
    for text in ("Bob Lee came with Tom Ray. {}", "Bob Lee came with Tom Ray.\n{}"):
        assert meant(text.format("If he was angry, Tom Ray hid it. He left."))[-1][0] == "Tom Ray"


def test_pronouns_may_be_asked_for_in_any_order():
    text = "Ann Lee sat. She smiled. Eve Ray stood. She left."
    register = Register(text)
    found = Antecedents(text, sentences(text), register)
    names = [register.people[found.means(text.index(words)).person].name for words in ("She left", "She sm")]
    assert names == ["Eve Ray", "Ann Lee"]


def test_a_sex_is_known_from_the_whole_text():
    text = "Suren Vale, a farmer, sat in the boat. He left."
    register = Register(text)
    assert register.people[0].sex == ""
    assert Antecedents(text, sentences(text), register).sex(0) == "m"

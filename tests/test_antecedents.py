from digest.extract.antecedents import Antecedents
from digest.extract.people import Register
from digest.extract.sentences import sentences


def meant(text):
    register = Register(text)
    found = Antecedents(text, sentences(text), register)
    return [(register.people[one.person].name, one.rivals) for _, one in sorted(found.means.items())]


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

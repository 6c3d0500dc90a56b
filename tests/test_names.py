from hypothesis import given
from hypothesis import strategies as st

from digest.extract.names import RUN, read_run


def test_title_office_and_name_are_told_apart():
    name = read_run("Cabinet Office Minister Dr Ann Lee")
    assert (name.office, name.title, name.words) == ("Cabinet Office Minister", "Dr", ("Ann", "Lee"))
    assert name.full() == "Dr Ann Lee"


def test_a_word_that_begins_a_sentence_is_skipped():
    name = read_run("But Ann Lee")
    assert (name.words, name.skip) == (("Ann", "Lee"), 4)


def test_courtesy_titles_go_when_the_full_name_is_there():
    assert read_run("Mrs Ann Lee").full() == "Ann Lee"
    assert read_run("Mrs Lee").full() == "Mrs Lee"
    assert read_run("Lord Lee").full() == "Lord Lee"


def test_the_sex_comes_from_title_office_and_first_name_in_turn():
    assert read_run("Mr Robin Lee").sex == "m"
    assert read_run("Spokeswoman Robin Lee").sex == "f"
    assert read_run("Ann Lee").sex == "f"
    assert read_run("Robin Lee").sex == ""
    assert read_run("José Lee").sex == "m"


def test_a_suffix_is_no_surname():
    assert read_run("Joseph Lee Jr").surname == "lee"


def test_titles_and_days_alone_are_no_names():
    assert read_run("Sen.") is None
    assert read_run("Monday") is None


def test_headlines_are_no_names():
    assert not read_run("Ann Lee Wins Port Race By A Mile").sure


def test_a_possessive_ends_a_run():
    assert RUN.findall("Acme's Ann Lee and the Smiths' Bo Ray") == ["Acme", "Ann Lee", "Smiths", "Bo Ray"]


@given(st.text(alphabet="ABcd .’'-éÉ"))
def test_every_run_can_be_read(text):
    for found in RUN.finditer(text):
        name = read_run(found.group())
        assert name is None or found.group()[name.skip :].startswith(name.words[0])

from digest.extract.people import Register


def people(text, heading=""):
    return [(person.name, person.sex) for person in Register(text, heading).people]


def mentioned(text, heading=""):
    register = Register(text, heading)
    return [
        (text[mention.start : mention.end], register.people[mention.person].name)
        for mention in register.mentions
    ]


def test_a_surname_gets_the_full_name_given_earlier():
    assert mentioned("Ann Lee came. Lee spoke, and Lee's aide too.") == [
        ("Ann Lee", "Ann Lee"),
        ("Lee", "Ann Lee"),
        ("Lee", "Ann Lee"),
    ]


def test_a_full_name_given_later_completes_a_surname():
    assert people("Ms Okafor spoke. Ngozi Okafor runs the port.") == [("Ngozi Okafor", "f")]


def test_the_headline_may_give_the_first_name():
    assert people("Mr Lund spoke.", heading="Peter Lund leaves the port") == [("Peter Lund", "m")]


def test_a_title_of_the_other_sex_tells_namesakes_apart():
    text = "Ann Lee met Tom Lee. Mr Lee left and Mrs Lee stayed."
    assert [name for _, name in mentioned(text)][2:] == ["Tom Lee", "Ann Lee"]


def test_an_office_or_a_title_makes_a_person():
    assert people("Then minister Zyx Qwert met Cllr Vbn Asdf.") == [("Zyx Qwert", ""), ("Cllr Vbn Asdf", "")]


def test_bodies_and_places_are_no_people():
    assert (
        people("Austin City Council met the Clinton Foundation in West Virginia and Victoria Street.") == []
    )


def test_a_first_name_alone_means_the_person_it_belongs_to():
    assert mentioned("Ann Lee and her dog. Ann laughed.")[1] == ("Ann", "Ann Lee")


def test_the_sex_that_a_pronoun_tells_is_learnt():
    register = Register("Robin Lee spoke.")
    register.learn(0, "f")
    register.learn(0, "m")
    assert register.people[0].sex == "f"


def test_particles_initials_and_letters_outside_ascii_belong_to_names():
    names = [
        name for name, _ in people("Tom van der Berg, J. K. Morton, Seán O’Neill and Yusuf al-Khatib met.")
    ]
    assert names == ["Tom van der Berg", "J. K. Morton", "Seán O’Neill", "Yusuf al-Khatib"]


def test_a_name_between_commas_behind_an_office_is_a_persons():
    text = "Tom Lee agreed. His counterpart at Quay Trust, Anneliese Vogt, did not."
    assert ("Anneliese Vogt", "") in people(text)
    assert people("The park, Long Meadow, is closed.") == []

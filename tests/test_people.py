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


def test_a_surname_that_is_a_title_means_whoever_has_it():
    register = Register("Julie Bishop spoke. Bishop left.")
    assert [register.people[mention.person].name for mention in register.mentions] == ["Julie Bishop"] * 2


def test_a_bishop_is_nobody_where_nobody_has_that_name():
    assert Register("The Bishop of Leeds spoke.").mentions == []


def test_somebody_with_a_first_name_only_has_its_sex():
    assert [(person.name, person.sex) for person in Register("Edward asks nothing.").people] == [
        ("Edward", "m")
    ]


def test_a_surname_that_is_a_first_name_does_not_tell_the_sex():
    assert [person.sex for person in Register("Judge Scott said no. Laura Scott left.").people] == ["f"]


def test_a_trait_is_no_part_of_a_name():
    assert [
        person.name for person in Register("Finland-born Anna Lee and Oscar-winner Bo Ray met.").people
    ] == [
        "Anna Lee",
        "Bo Ray",
    ]


def test_a_firm_with_an_owners_surname_is_no_person():
    names = [person.name for person in Register("Suren Vale runs SKC Vale. Vale said so.").people]
    assert names == ["Suren Vale"]


def test_a_double_surname_means_whoever_has_it():
    names = [person.name for person in Register("Carolyn Spencer Brown left. Spencer Brown said so.").people]
    assert names == ["Carolyn Spencer Brown"]

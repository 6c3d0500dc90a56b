import pytest

from digest.extract.roles import is_office, office_after, office_before


def before(text, name):
    place = office_before(text, text.index(name), 0)
    return text[slice(*place)] if place else ""


def after(text, name):
    place = office_after(text, text.index(name) + len(name), len(text))
    return text[slice(*place)] if place else ""


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("On Monday Cabinet Office minister Ann Lee spoke.", "Cabinet Office minister"),
        ("It met the harbour master, Ann Lee.", "harbour master"),
        ("It said chief executive Dr Ann Lee had left.", "chief executive"),
        ("Then Secretary of State Ann Lee came.", "Secretary of State"),
        ("The chair of the committee, Dame Ann Lee, said so.", "chair of the committee"),
        ("He met the port's head of security, Ann Lee.", "port's head of security"),
        ("It was the port's managing director, Ann Lee, who came.", "port's managing director"),
        ("Then chief operating officer Ann Lee spoke.", "chief operating officer"),
        ("Then the nursing director Ann Lee spoke.", "nursing director"),
        ("They are attacking director Ann Lee.", "director"),
        ("They told the committee, Ann Lee said.", ""),
        ("Yesterday Ann Lee came.", ""),
        ("He attacked Ann Lee.", ""),
        ("It said The Economist's Ann Lee spoke.", ""),
        ("In the fight for young voters, Ann Lee said so.", ""),
    ],
)
def test_an_office_stands_before_a_name(text, office):
    assert before(text, "Ann Lee") == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ann Lee, chief executive of Acme, said no.", "chief executive of Acme"),
        ("Ann Lee, 54, a former director of ports, said no.", "former director of ports"),
        ("Ann Lee – the agency's chief scientist – said no.", "agency's chief scientist"),
        ("Ann Lee, who is head of estates, said no.", "head of estates"),
        ("Ann Lee, told MPs no.", ""),
        ("Ann Lee, in a long letter, said no.", ""),
        ("Ann Lee said no.", ""),
    ],
)
def test_an_office_stands_behind_a_name(text, office):
    assert after(text, "Ann Lee") == office


def test_offices_are_known_in_either_number():
    assert is_office("Ministers")
    assert is_office("witness")
    assert not is_office("bridge")

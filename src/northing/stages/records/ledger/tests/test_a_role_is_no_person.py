import pytest

from northing.stages.records.ledger.rules.people import is_person


@pytest.mark.parametrize("name", ["Amina Okoye", "Chiara Rossi", "Bruno van den Berg"])
def test_two_to_four_words_are_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("role", ["Finance team", "Board", "Head of Nursing", "HR", None, ""])
def test_an_office_is_none(role: str | None) -> None:
    assert not is_person(role)

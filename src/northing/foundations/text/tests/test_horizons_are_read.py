from datetime import date

import pytest

from northing.foundations.text.horizons import horizon_in

SAID = date(2023, 3, 14)


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("By 2025 every clinic has a ramp.", date(2025, 12, 31)),
        ("We halve our emissions by the end of 2024.", date(2024, 12, 31)),
        ("Ramps stand everywhere by March 2024.", date(2024, 3, 31)),
        ("All sites are open no later than Q2 2024.", date(2024, 6, 30)),
        ("Within two years nobody waits.", date(2025, 3, 31)),
        ("In the next 18 months we train every nurse.", date(2024, 9, 30)),
        ("By the end of next year it is done.", date(2024, 12, 31)),
        ("By 2030, and half of it by 2026, we are there.", date(2026, 12, 31)),
    ],
)
def test_the_last_day_a_sentence_allows_itself(sentence, on):
    found = horizon_in(sentence, said_on=SAID)
    assert found is not None
    assert found.on == on
    assert found.words in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "2024 was a good year.",
        "Supported by 2,024 members.",
        "Founded before 2001.",
        "Letters are answered within two months of application.",
        "We built it in two years.",
        "Over ten years we have learnt.",
        "Until 2019 we did.",
    ],
)
def test_what_is_no_claim_about_a_later_day(sentence):
    assert horizon_in(sentence, said_on=SAID) is None


def test_without_the_day_it_was_said_only_named_years_count():
    assert horizon_in("Within two years nobody waits.", said_on=None) is None
    assert horizon_in("By 2024 nobody waits.", said_on=None).on == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("Bis Ende 2024 haben alle Häuser eine Rampe.", date(2024, 12, 31)),
        ("Innerhalb von zwei Jahren wartet niemand.", date(2025, 3, 31)),
        ("In den kommenden drei Jahren bilden wir alle aus.", date(2026, 3, 31)),
        ("Bis März 2024 ist es getan.", date(2024, 3, 31)),
    ],
)
def test_german_is_read(sentence, on):
    assert horizon_in(sentence, said_on=SAID, language="de").on == on

import pytest

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.diagnose.say_do.facts import HierarchySplit, SayDo
from northing.stages.diagnose.say_do.rules.sizes import sizes_of
from northing.stages.diagnose.say_do.tests.make import (
    CARE,
    REST,
    Tagged,
    compare,
    distance,
    gap_of,
    said,
    spent,
    value,
)
from northing.stages.records.ledger.facts import Channel

HALF = (said(1), said(2, REST))
OFFSET = (
    spent(1, 100, CARE, unit="North"),
    spent(2, 100, REST, unit="South"),
)


def split_of(found: SayDo) -> HierarchySplit:
    (split,) = [one for one in found.hierarchies if one.channel == "money"]
    return split


def test_what_units_offset_is_hidden_by_netting() -> None:
    found = compare(*HALF, *OFFSET)
    assert value(distance(found).tv) == pytest.approx(0)
    assert value(split_of(found).hidden_by_netting) == pytest.approx(0.5)


def test_words_of_the_organisation_leave_nothing_between_units() -> None:
    split = split_of(compare(*HALF, *OFFSET))
    assert value(split.between) == pytest.approx(0)
    assert value(split.within) > 0


def test_words_of_a_unit_are_held_against_its_own_deeds() -> None:
    """North speaks of care and pays for care, South speaks of rest and pays for rest."""
    words = (said(1, CARE, unit="North"), said(2, REST, unit="South"))
    split = split_of(compare(*words, *OFFSET))
    assert value(split.joint_tv) == pytest.approx(0)
    assert value(split.hidden_by_netting) == pytest.approx(0)
    assert [one.tv for one in split.units] == [0, 0]


def test_a_unit_that_talks_and_one_that_pays_stand_apart() -> None:
    words = (said(1, CARE, unit="North"), said(2, CARE, unit="North"), said(3, CARE, unit="South"))
    deeds = (spent(1, 25, CARE, unit="North"), spent(2, 75, CARE, unit="South"))
    split = split_of(compare(*words, *deeds))
    assert value(split.between) > 0
    assert value(split.within) == pytest.approx(0)
    assert value(split.joint_tv) == pytest.approx(2 / 3 - 1 / 4)


def test_words_of_all_are_shared_among_units_by_their_deeds() -> None:
    words = (said(1, CARE, unit="North"), said(2, CARE), said(3, CARE))
    deeds = (spent(1, 50, CARE, unit="North"), spent(2, 50, CARE, unit="South"))
    split = split_of(compare(*words, *deeds))
    assert value(split.joint_tv) == pytest.approx(2 / 3 - 1 / 2)


def test_units_of_the_words_that_have_no_deeds_anywhere_are_the_organisations() -> None:
    words = (said(1, CARE, unit="Board"), said(2, REST, unit="Board"))
    split = split_of(compare(*words, *OFFSET))
    assert [one.unit for one in split.units] == ["North", "South"]
    assert value(split.between) == pytest.approx(0)


def test_a_unit_with_words_and_no_means_stands_at_one_and_weighs_nothing() -> None:
    words = (said(1, CARE, unit="North"), said(2, REST, unit="West"))
    west = split_of(compare(*words, *OFFSET)).units[-1]
    assert (west.unit, west.tv, west.weight) == ("West", 1, 0)
    assert "no means" in west.note


def test_a_unit_with_deeds_and_no_words_of_its_own_is_no_failure() -> None:
    words = (said(1, CARE, unit="North"), said(2, CARE, unit="North"))
    (_, south) = split_of(compare(*words, *OFFSET)).units
    assert (south.unit, south.tv) == ("South", None)
    assert "no words" in south.note


def test_a_unit_whose_budget_is_zero_has_no_share_and_no_gap() -> None:
    found = compare(*HALF, *OFFSET, spent(3, 0, CARE, unit="West"))
    gap = gap_of(found, unit="West")
    assert isinstance(gap.do, Unknown)
    assert "no means" in gap.do.reason
    west = split_of(found).units[-1]
    assert (west.unit, west.tv, west.weight) == ("West", 1, 0)


def test_one_unit_alone_has_nothing_to_hide() -> None:
    assert compare(*HALF, spent(1, 100, unit="North")).hierarchies == ()


def decided(number: int, commitment: str, unit: str) -> Tagged:
    return spent(number, None, commitment, unit=unit, channel=Channel.DECISIONS)


def decisions_split(*tagged: Tagged) -> HierarchySplit:
    (split,) = [one for one in compare(*tagged).hierarchies if one.channel == "decisions"]
    return split


def test_money_is_read_in_whole_so_chance_hides_nothing() -> None:
    split = split_of(compare(*HALF, *OFFSET))
    assert isinstance(split.hidden_null_95, Unknown)
    assert "chance has no part" in split.hidden_null_95.reason


def test_one_decision_in_each_unit_offsets_by_chance() -> None:
    split = decisions_split(*HALF, decided(3, CARE, "North"), decided(4, REST, "South"))
    assert value(split.hidden_by_netting) == pytest.approx(0.5)
    assert value(split.hidden_null_95) >= value(split.hidden_by_netting)


def test_twenty_decisions_in_each_unit_that_offset_are_no_chance() -> None:
    north = [decided(number, CARE, "North") for number in range(10, 30)]
    south = [decided(number, REST, "South") for number in range(30, 50)]
    split = decisions_split(*HALF, *north, *south)
    assert value(split.hidden_by_netting) == pytest.approx(0.5)
    assert value(split.hidden_null_95) < 0.2
    assert isinstance(split.hidden_null_mean, Estimate)
    assert split.hidden_null_mean.n == 40


def test_one_long_entry_of_time_tells_less_than_many_short_ones() -> None:
    """Eight hours in one entry and one hour in each of two: (8+1+1)² / (64+1+1) = 1.5 entries."""
    entries = [
        spent(number, hours, unit="North", channel=Channel.TIME)[0]
        for number, hours in enumerate((8, 1, 1))
    ]
    assert sizes_of(entries, home_currency="EUR") == {"time": {"North": pytest.approx(100 / 66)}}


def test_money_and_pay_have_no_size_for_they_are_read_in_whole() -> None:
    lines = [
        spent(1, 8, unit="North")[0],
        spent(2, 8, unit="North", channel=Channel.INCENTIVES)[0],
    ]
    assert sizes_of(lines, home_currency="EUR") == {}

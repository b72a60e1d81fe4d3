"""Can anybody draw the same pairs, and is every chance known?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from northing.cycle import draw, population
from northing.stages.diagnose.verification.facts import Standing
from northing.stages.diagnose.verification.rules.even_steps import even_steps, step_of
from northing.stages.diagnose.verification.tests.make import TAGGED, lines, make_case, run, sample
from northing.stages.records.ledger.facts import Stance
from northing.stages.records.ledger.tests.make import make_record


def test_drawn_twice_it_is_identical():
    case = make_case()
    assert sample(case) == sample(case)


def test_another_seed_draws_other_pairs():
    case = make_case()
    assert sample(case, seed=3).pairs != sample(case, seed=4).pairs
    assert sample(case, seed=3).population_sha256 == sample(case, seed=4).population_sha256


def test_the_order_of_the_files_leaves_the_fingerprint_alone():
    case = make_case()
    turned = replace(case, records=tuple(reversed(case.records)))
    assert sample(turned).population_sha256 == sample(case).population_sha256


@pytest.mark.parametrize("change", [{"amount": Decimal(999)}, {"text": "Car parks"}, {"unit": "X"}])
def test_whoever_changes_a_record_changes_the_fingerprint(change):
    case = make_case()
    other = replace(case, records=(replace(case.records[0], **change), *case.records[1:]))
    assert sample(case).population_sha256 != sample(other).population_sha256


def test_every_stratum_says_how_many_it_holds_and_how_many_were_drawn():
    found = sample(make_case())
    drawn = Counter(one.stratum for one in found.pairs)
    assert [one.drawn for one in found.strata] == [drawn[at] for at in range(len(found.strata))]
    assert sum(one.size for one in found.strata) == found.population == 2 * 59
    assert len(found.pairs) == 60


def test_every_pair_knows_its_chance_and_chances_add_up_to_what_was_drawn():
    case = make_case()
    for size in (20, 40, 80):
        found = sample(case, size=size)
        assert all(0 < one.probability <= 1 for one in found.pairs)
        for at, stratum in enumerate(found.strata):
            mine = [one for one in found.pairs if one.stratum == at]
            if mine and all(one.probability < 1 for one in mine):
                step = stratum.mass / stratum.drawn
                for one in mine:
                    assert one.probability == pytest.approx(float(one.mass / step), rel=1e-6)


def test_no_stratum_that_is_spoken_for_has_no_chance():
    found = sample(make_case(), size=30)
    assert not found.outside
    assert all(one.drawn for one in found.strata)


def test_a_size_too_small_for_all_strata_says_what_it_does_not_speak_for():
    found = sample(make_case(), size=3)
    assert len(found.pairs) == 3
    assert found.outside


def test_a_pair_as_heavy_as_a_step_is_taken_whole():
    heavy = make_record(90, text="Longer appointments for patients, tower", amount=50_000)
    found = sample(make_case([*lines(40), heavy]), size=20)
    mine = next(one for one in found.pairs if one.record == heavy.id and one.commitment == "care")
    assert mine.probability == 1


def test_a_size_beyond_the_population_asks_about_everything_once():
    case = make_case()
    found = sample(case, size=1000)
    places = [(one.record, one.commitment) for one in found.pairs]
    assert len(places) == len(set(places)) == found.population
    assert {one.probability for one in found.pairs} == {1.0}


def test_units_and_amounts_are_mirrored():
    found = sample(make_case(list(lines(300, given=TAGGED))), size=60)
    units = Counter(one.unit for one in found.pairs if one.standing is Standing.TAGGED)
    assert max(units.values()) - min(units.values()) <= 3


def test_a_fifth_is_for_both_coders():
    found = sample(make_case(), size=50, coders=2)
    asked = Counter(one.coders for one in found.pairs)
    assert asked[("A", "B")] == 10
    assert asked[("A",)] == asked[("B",)] == 20


def test_what_accuses_is_asked_about_for_certain():
    tagged = make_record(
        900, text="Shorten all appointments", given=(("care", Decimal(1)),),
        stance=Stance.CONTRADICTS,
    )  # fmt: skip
    case = make_case([*lines(200), *lines(200, "Car park", start=300), tagged])
    found = draw(run(case), size=30, seed=1)
    mine = [one for one in found.pairs if one.record == tagged.id and one.commitment == "care"]
    assert [one.probability for one in mine] == [1.0]


def test_even_steps_draw_as_many_as_wanted_across_rows():
    rows = [[Decimal(1)] * 40, [Decimal(0)] * 5, [Decimal(1)] * 60]
    found = list(even_steps(lambda: iter(rows), 10, part=0.35))
    assert len(found) == 10
    assert {chance for _, _, chance in found} == {0.1}
    assert step_of(lambda: iter(rows), 10) == 10


def test_every_unlinked_pair_can_be_drawn():
    case = make_case()
    found = run(case)
    there = population(found)
    drawn = set()
    for seed in range(60):
        for one in draw(found, size=60, seed=seed).pairs:
            drawn.add((one.record, one.commitment))
    assert len(drawn) == there.size

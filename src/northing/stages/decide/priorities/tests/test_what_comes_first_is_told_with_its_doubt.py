from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.decide.priorities.engine import rank
from northing.stages.decide.priorities.rules.early import early_wins
from northing.stages.decide.priorities.tests.make import make_criterion, make_option

IMPACT, EASE = make_criterion("impact", swing=100), make_criterion("ease", swing=50)
PLACE = st.integers(0, 10)


def ranked(*options, criteria=(IMPACT, EASE), **more):
    return rank(options, criteria, seed=1, draws=2000, **more)


def test_the_best_on_everything_comes_first_and_nothing_turns_it():
    found = ranked(make_option("vans", impact=9, ease=8), make_option("posters", impact=2, ease=3))
    assert [(one.option.id, one.rank) for one in found.placed] == [("vans", 1), ("posters", 2)]
    assert found.turned is None
    assert found.placed[0].leads.value == 1
    assert found.placed[1].central is None


def test_the_value_is_the_weighed_sum_of_its_parts():
    (found,) = ranked(make_option("vans", impact=9, ease=3)).placed
    assert found.value.value == pytest.approx(0.9 * 2 / 3 + 0.3 / 3)
    assert sum(part.value for part in found.parts) == pytest.approx(found.value.value)


def test_two_that_doubt_cannot_tell_apart_share_their_rank():
    found = ranked(
        make_option("vans", impact=(3, 6, 9), ease=5),
        make_option("bikes", impact=(3, 5, 9), ease=5),
    )
    assert [one.rank for one in found.placed] == [1, 1]
    assert found.placed[0].tied_with == ("bikes",)
    assert len(found.leaders) == 2


def test_what_nobody_answered_is_neither_nothing_nor_the_middle():
    (found,) = ranked(make_option("vans", impact=6)).placed
    assert (found.value.low, found.value.high) == pytest.approx((0.4, 0.4 + 1 / 3))
    assert "worst-case" in found.value.method
    (unknown,) = ranked(make_option("vans")).placed
    assert isinstance(unknown.value, Unknown)


def test_how_little_weight_turns_the_first_two():
    found = ranked(make_option("vans", impact=9, ease=1), make_option("posters", impact=3, ease=9))
    assert (found.turned.leader, found.turned.follower) == ("vans", "posters")
    assert found.turned.moved == pytest.approx(2 / 3 - 8 / 14)


def test_a_veto_is_no_matter_of_weight():
    strict = make_criterion("ease", swing=0, veto=4)
    found = ranked(
        make_option("vans", impact=9, ease=2), make_option("posters", impact=1, ease=5),
        make_option("talks", impact=1), criteria=(IMPACT, strict),
    )  # fmt: skip
    assert [(one.option.id, one.criterion) for one in found.vetoed] == [("vans", "ease")]
    assert {one.option.id for one in found.placed} == {"posters", "talks"}


def test_other_methods_stand_beside_the_order():
    found = ranked(make_option("vans", impact=9, ease=8), make_option("posters", impact=2, ease=3))
    assert {(one.method, one.first, one.alike) for one in found.checks} == {
        ("TOPSIS", ("vans",), 1), ("PROMETHEE II", ("vans",), 1),
    }  # fmt: skip


def test_a_keep_of_the_order_leaves_weights_that_favour_the_lesser_thing_aside():
    options = make_option("vans", impact=6, ease=0), make_option("posters", impact=0, ease=6)
    free, kept = ranked(*options), ranked(*options, keep_order=True)
    assert free.placed[0].leads.value == pytest.approx(0.5, abs=0.05)
    assert kept.placed[0].leads.value == 1


@given(st.lists(st.tuples(PLACE, PLACE), min_size=2, max_size=6), PLACE, PLACE)
@settings(max_examples=25, deadline=None)
def test_another_option_reorders_nobody(figures, impact, ease):
    options = [make_option(f"o{n}", impact=a, ease=b) for n, (a, b) in enumerate(figures)]
    alone = [one.option.id for one in ranked(*options).placed]
    beside = ranked(*options, make_option("extra", impact=impact, ease=ease)).placed
    assert [one.option.id for one in beside if one.option.id != "extra"] == alone


@given(st.lists(st.tuples(PLACE, PLACE), min_size=2, max_size=5))
@settings(max_examples=20, deadline=None)
def test_the_order_of_writing_changes_nothing(figures):
    options = [make_option(f"o{n}", impact=a, ease=b) for n, (a, b) in enumerate(figures)]
    one, other = ranked(*options).placed, ranked(*reversed(options)).placed
    assert [p.option.id for p in one] == [p.option.id for p in other]
    assert [p.value for p in one] == [p.value for p in other]


def test_what_is_seen_daily_is_a_list_beside_the_order_and_at_most_half_of_it():
    options = [make_option(f"o{n}", daily=True, impact=n, ease=n) for n in range(5)]
    assert [one.option.id for one in early_wins(ranked(*options).placed)] == ["o4", "o3"]


@pytest.mark.parametrize("criteria", [(), (make_criterion("impact", swing=0),)])
def test_an_order_by_nothing_is_refused(criteria):
    with pytest.raises(ValueError, match=r"compare|counts"):
        rank([make_option("vans", impact=1)], criteria, seed=1)


def test_an_estimate_is_within_its_own_bounds():
    (found,) = ranked(make_option("vans", impact=(1, 2, 9), ease=(0, 0, 10))).placed
    assert isinstance(found.value, Estimate)
    assert 0 <= found.value.low <= found.value.value <= found.value.high <= 1

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.linking.tests.make import make_guess, make_link
from northing.stages.diagnose.say_do.rules.masses import masses_of, parts_of
from northing.stages.records.ledger.facts import Side, Stance
from northing.stages.records.ledger.tests.make import make_record

AMOUNTS = st.decimals(-10_000, 10_000, places=2)
NAMES = st.lists(st.sampled_from(["care", "rest", "books"]), unique=True, max_size=3)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Decimal, list[Link]]:
    names = draw(NAMES)
    make = make_guess if draw(st.booleans()) else make_link
    links = [
        make(
            "budget.csv:1",
            name,
            share=Decimal(1) / (len(names) + draw(st.integers(0, 1))),
            stance=draw(st.sampled_from([None, Stance.CONTRADICTS])),
        )
        for name in names
    ]
    return draw(AMOUNTS), links


@settings(max_examples=100)
@given(cases())
def test_linked_unlinked_and_against_are_the_amount(case: tuple[Decimal, list[Link]]) -> None:
    amount, links = case
    parts = parts_of(make_record(amount=amount), links).values()
    assert sum(one.linked + one.against for one in parts) == amount


@settings(max_examples=100)
@given(cases())
def test_bounds_hold_what_is_linked(case: tuple[Decimal, list[Link]]) -> None:
    amount, links = case
    for part in parts_of(make_record(amount=amount), links).values():
        assert part.least <= part.linked <= part.most


def test_only_people_make_a_part_certain() -> None:
    record = make_record(amount=100)
    known = parts_of(record, [make_link(record, share="0.6")])
    assert known["care"].certain == 60
    assert (known["none"].least, known["none"].most) == (40, 40)
    guessed = parts_of(record, [make_guess(record, share="0.6")])
    assert guessed["care"].certain == 0
    assert (guessed["care"].least, guessed["care"].most) == (0, 100)


def test_a_plausible_link_takes_nothing_and_may_take_all() -> None:
    record = make_record(amount=100)
    found = parts_of(record, [make_guess(record, share=0, is_linked=False)])
    assert (found["care"].linked, found["care"].least, found["care"].most) == (0, 0, 100)
    assert (found["none"].linked, found["none"].least, found["none"].most) == (100, 0, 100)


def test_income_is_no_mass() -> None:
    income = make_record(side=Side.INCOME)
    assert masses_of([income], {}, home_currency="EUR") == {}


@settings(max_examples=100)
@given(cases())
def test_a_record_counts_once_however_many_promises_share_it(
    case: tuple[Decimal, list[Link]],
) -> None:
    amount, links = case
    found = parts_of(make_record(amount=amount), links)
    is_left = any(one.stance is None for one in links) or found["none"].linked or not links
    assert sum(one.shared for one in found.values()) == bool(is_left)


def test_what_contradicts_is_a_ledger_of_its_own() -> None:
    record = make_record(amount=100)
    found = parts_of(record, [make_link(record, stance=Stance.CONTRADICTS)])
    assert (found["care"].linked, found["care"].against) == (0, 100)

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.linking.tests.make import make_guess
from northing.stages.diagnose.say_do.tests.make import (
    CARE,
    REST,
    Tagged,
    compare,
    ends,
    gap_of,
    said,
    spent,
)

WORDS = (said(1), said(2), said(3, REST))
LINES = st.lists(
    st.tuples(st.integers(1, 500), st.sampled_from([CARE, REST, None])), min_size=2, max_size=8
)


def drawn(lines: list[tuple[int, str | None]]) -> list[Tagged]:
    return [spent(at, amount, to) for at, (amount, to) in enumerate(lines, 1)]


@settings(max_examples=40, deadline=None)
@given(lines=LINES, hidden=st.integers(0, 7), amount=st.integers(1, 1000))
def test_a_record_that_goes_missing_and_is_declared_widens_the_bounds(
    lines: list[tuple[int, str | None]], hidden: int, amount: int
) -> None:
    tagged = drawn(lines)
    gone = tagged[hidden % len(tagged)]
    rest = [one for one in tagged if one is not gone]
    mass = gone[0].amount or Decimal(0)
    open_, closed = compare(*WORDS, *tagged), compare(*WORDS, *rest, missing={"money": mass})
    for name in (CARE, REST, "none"):
        full, less = gap_of(open_, name).do, gap_of(closed, name).do
        if isinstance(full, Estimate) and isinstance(less, Estimate):
            assert ends(less)[0] <= ends(full)[0] + 1e-12
            assert ends(less)[1] >= ends(full)[1] - 1e-12


@settings(max_examples=40, deadline=None)
@given(lines=LINES, unlinked=st.integers(0, 7))
def test_a_certain_link_that_becomes_a_guess_widens_the_bounds(
    lines: list[tuple[int, str | None]], unlinked: int
) -> None:
    tagged = drawn(lines)
    at = unlinked % len(tagged)
    record, links = tagged[at]
    vaguer = list(tagged)
    vaguer[at] = record, [make_guess(record, link.commitment) for link in links]
    sure, vague = compare(*WORDS, *tagged), compare(*WORDS, *vaguer)
    for name in (CARE, REST, "none"):
        low, high = ends(gap_of(sure, name).do)
        wider = ends(gap_of(vague, name).do)
        assert wider[0] <= low
        assert wider[1] >= high

"""Do the parts of a record always add up to its mass, to the last digit?"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal, localcontext

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.compute.kernel_step import kernel_step
from northing.foundations.compute.tests.make import KERNEL, make_records

TEXTS = st.lists(st.sampled_from(["amber", "birch", "coral", "amber?", "stone"])).map(" ".join)
MASSES = st.one_of(
    st.decimals(-(10**6), 10**6, places=2),
    st.decimals(-(10**3), 10**3, places=9),
    st.decimals(-(10**28), 10**28, places=2, allow_nan=False),
)


def rows_of(*records, residual="none", **columns):
    (batch,) = make_records(*records, **columns).combine_chunks().to_batches()
    return kernel_step(KERNEL, residual=residual)(batch).to_pylist()


def linked_of(*records, **columns):
    return {row["topic"]: row["linked"] for row in rows_of(*records, **columns)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, MASSES), min_size=1, max_size=12))
def test_parts_add_up_and_stay_within_their_bounds(records):
    rows = rows_of(*records)
    with localcontext(prec=60):
        for at, (_, mass) in enumerate(records):
            parts = [row for row in rows if row["id"] == f"R{at}"]
            assert sum(row["linked"] for row in parts) == mass
            assert sum(row["records"] for row in parts) >= 1
            assert all(row["least"] <= row["linked"] <= row["most"] for row in parts)
            assert all(row["linked"] * mass >= 0 for row in parts)


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(1, 3))
def test_parts_are_those_of_the_largest_remainders(mass, over):
    topics = ("amber", "birch", "coral")[:over]
    digits = -min(-2, mass.normalize().as_tuple().exponent)
    step = Decimal(1).scaleb(-digits)
    base = (mass / over).quantize(step, rounding=ROUND_DOWN)
    left = int(abs(mass - base * over) / step)
    wanted = [base + (step if mass > 0 else -step) * (at < left) for at in range(over)]
    found = linked_of((" ".join(topics), mass))
    assert [found[topic] for topic in topics] == wanted


def test_a_cent_that_does_not_divide_goes_to_the_earlier_topic():
    found = linked_of(("amber birch coral", "10.00"))
    assert found == {
        "amber": Decimal("3.34"),
        "birch": Decimal("3.33"),
        "coral": Decimal("3.33"),
        "none": 0,
    }


def test_minor_units_are_never_cut():
    mass = pa.array([1000], pa.int64())
    found = linked_of(("amber birch coral", None), mass=mass)
    assert list(found.values()) == [334, 333, 333, 0]


def test_a_plausible_topic_bounds_and_gets_nothing():
    plausible, linked, rest = rows_of(("amber? birch", "5.00"))
    assert (plausible["linked"], plausible["least"], plausible["most"]) == (0, 0, 5)
    assert (linked["linked"], linked["least"], linked["most"]) == (5, 0, 5)
    assert (rest["topic"], rest["linked"], rest["most"]) == ("none", 0, 5)
    assert [row["records"] for row in (plausible, linked, rest)] == [0, 1, 0]


def test_what_is_near_nothing_is_certain():
    (rest,) = rows_of(("stone", "5.00"))
    assert (rest["linked"], rest["least"], rest["most"], rest["records"]) == (5, 5, 5, 1)


def test_a_withheld_sign_leaves_the_topic_plausible():
    found = linked_of(("birch coral", "8.00"), withheld=["breaking"])
    assert found == {"birch": 8, "coral": 0, "none": 0}


def test_a_topic_may_not_have_the_name_of_no_topic():
    with pytest.raises(ValueError, match="named amber"):
        rows_of(("amber", "1"), residual="amber")

"""Simultaneous intervals hold their estimates, and say so where they break down."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.methods import multinomial
from northing.foundations.methods.estimate import Estimate, Unknown
from northing.foundations.methods.multinomial import goodman, sison_glaz


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=9).filter(any))
def test_every_interval_holds_its_estimate(counts: list[int]) -> None:
    for count, found in zip(counts, goodman(counts), strict=True):
        assert isinstance(found, Estimate)
        assert found.low is not None
        assert found.high is not None
        assert 0 <= found.low <= found.value == count / sum(counts) <= found.high <= 1
    assert len(sison_glaz(counts)) == len(counts)


def test_nothing_counted_is_unknown() -> None:
    assert all(isinstance(found, Unknown) for found in goodman((0, 0)))
    assert all(isinstance(found, Unknown) for found in sison_glaz((0, 0)))


@pytest.mark.parametrize("counts", [(1, 1), (5, 0, 0), (20_000, 30_000), (30_000, 20_000, 1000)])
def test_sison_glaz_gives_no_interval_where_it_breaks_down(counts: tuple[int, ...]) -> None:
    # statsmodels answers (.5882, .5883) for the last of these, a hundredth of what one
    # category alone would need.
    for found in sison_glaz(counts):
        assert isinstance(found, Estimate)
        assert found.low is None
        assert "breaks down" in found.no_interval


def test_a_search_that_finds_no_bounds_gives_no_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    def finds_none(*_args: object, **_options: object) -> None:
        raise Exception("Couldn't find a value for `c`")  # noqa: TRY002  # as statsmodels does

    monkeypatch.setattr(multinomial, "multinomial_proportions_confint", finds_none)
    found = sison_glaz((56, 72, 73))[0]
    assert isinstance(found, Estimate)
    assert found.low is None


@pytest.mark.parametrize(
    ("counts", "level", "sentence"),
    [
        ((5,), 0.95, "at least two categories"),
        ((5, -1), 0.95, "never negative"),
        ((5.5, 1.0), 0.95, "whole number"),
        ((5, 1), 1.0, "between 0 and 1"),
    ],
)
def test_what_is_no_count_is_refused(counts: tuple[int, ...], level: float, sentence: str) -> None:
    for intervals in (goodman, sison_glaz):
        with pytest.raises(ValueError, match=sentence):
            intervals(counts, level=level)


def test_the_other_modules_do_not_load_statsmodels() -> None:
    names = ("aitchison", "bounds", "counting", "divergence", "hierarchy", "null_gap")
    names += ("resampling", "shares")
    imports = ";".join(f"import northing.foundations.methods.{name}" for name in names)
    check = "import sys; assert not {'statsmodels', 'pandas'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", f"{imports};{check}"], check=True)

"""Vector decomp.schools00: the decomposition printed in the README of R's `segregation`."""

import csv
import os
from pathlib import Path

import pytest

from northing.foundations.methods.hierarchy import mutual_information_decomposition

REAL = os.environ.get("NORTHING_REAL_DATA")


def read_schools() -> tuple[list[list[float]], list[str]]:
    assert REAL is not None
    path = Path(REAL).parent / "vectors" / "schools00.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        cells = [(r["state"], r["school"], r["race"], float(r["n"])) for r in csv.DictReader(rows)]
    races = sorted({race for _, _, race, _ in cells})
    table: dict[tuple[str, str], list[float]] = {}
    for state, school, race, n in cells:
        table.setdefault((state, school), [0.0] * len(races))[races.index(race)] += n
    return list(table.values()), [state for state, _ in table]


@pytest.mark.real
@pytest.mark.skipif(REAL is None, reason="NORTHING_REAL_DATA is unset: schools00.csv is not here")
def test_segregation_between_and_within_states() -> None:
    table, states = read_schools()
    found = mutual_information_decomposition(table, states)
    # Exact figures to ten digits; the README prints .426, .0992, .326 and .419, .0977, .321.
    assert found.m_total == pytest.approx(0.4255389759, abs=5e-11)
    assert found.m_between == pytest.approx(0.0992437013, abs=5e-11)
    assert found.m_within == pytest.approx(0.3262952746, abs=5e-11)
    assert found.h_total == pytest.approx(0.419, abs=5e-4)
    assert found.h_between == pytest.approx(0.0977, abs=5e-5)
    assert found.h_within == pytest.approx(0.321, abs=5e-4)
    assert [group.label for group in found.groups] == ["A", "B", "C"]

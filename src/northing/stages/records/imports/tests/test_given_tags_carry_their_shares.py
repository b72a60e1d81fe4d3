from decimal import Decimal
from pathlib import Path

import pytest

from northing.stages.records.imports.tests.make import take
from northing.stages.records.ledger.facts import Stance

HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("care", (("care", Decimal(1)),)),
        ("care; rest", (("care", HALF), ("rest", HALF))),
        ("care 60 %; rest 40 %", (("care", Decimal("0.6")), ("rest", Decimal("0.4")))),
        ("care: 0.25", (("care", Decimal("0.25")),)),
        ("none", (("none", Decimal(1)),)),
        ("", ()),
    ],
)
def test_a_commitment_column(
    tmp_path: Path, written: str, meant: tuple[tuple[str, Decimal], ...]
) -> None:
    found = take(tmp_path, f"Line,Amount,Commitment\nRent,100,{written}\nHeating,1,care\n")
    assert found.records[0].given == meant


def test_a_stance_column(tmp_path: Path) -> None:
    rows = "Line,Amount,Stance\nBonus per visit,5,contradicts\nRest room,7,for\nRent,1,\n"
    found = take(tmp_path, rows)
    assert [one.stance for one in found.records] == [Stance.CONTRADICTS, Stance.ADVANCES, None]

from pathlib import Path

from northing.stages.records.imports.tests.make import write_book
from northing.stages.records.ledger.facts import Channel, Side
from northing.tests.make import amounts, make_case, make_source

BUDGET = "Line,Amount\nRent,60\nHeating,40\nTotal,100\n"
SHEETS = {
    name: (("Line", "Amount"), ("Rent", cost), ("Heating", cost + 1))
    for name, cost in (("North", 10), ("South", 20))
}


def test_two_sources_that_name_one_file(tmp_path: Path) -> None:
    sources = (make_source("budget.csv"), make_source("*.csv"))
    case = make_case(tmp_path, *sources, files={"budget.csv": BUDGET})
    assert amounts(case) == [60, 40]
    assert "counted once" in case.sources[1].notes[0]
    assert len(case.totals) == 1


def test_one_file_under_two_names(tmp_path: Path) -> None:
    case = make_case(tmp_path, make_source("*.csv"), files={"a.csv": BUDGET, "b.csv": BUDGET})
    assert amounts(case) == [60, 40]
    assert "same file as a.csv" in case.sources[1].notes[0]


def test_two_sheets_of_one_file_both_count(tmp_path: Path) -> None:
    write_book(tmp_path / "budget.xlsx", SHEETS)
    sources = [make_source("budget.xlsx", more=f'sheet = "{name}"') for name in SHEETS]
    assert amounts(make_case(tmp_path, *sources)) == [10, 11, 20, 21]


def test_a_sheet_named_after_the_whole_book_was_read_counts_once(tmp_path: Path) -> None:
    write_book(tmp_path / "budget.xlsx", SHEETS)
    sources = (make_source("budget.xlsx"), make_source("budget.xlsx", more='sheet = "South"'))
    assert amounts(make_case(tmp_path, *sources)) == [10, 11, 20, 21]


def test_the_whole_book_after_one_sheet_adds_the_others(tmp_path: Path) -> None:
    write_book(tmp_path / "budget.xlsx", SHEETS)
    sources = (make_source("budget.xlsx", more='sheet = "South"'), make_source("budget.xlsx"))
    assert sorted(amounts(make_case(tmp_path, *sources))) == [10, 11, 20, 21]


def test_two_amount_columns_of_one_file_are_two_figures(tmp_path: Path) -> None:
    files = {"budget.csv": "Line,Spent,Earned\nCanteen,60,90\n"}
    sources = (
        make_source("budget.csv", more='[source.columns]\namount = "Spent"'),
        make_source("budget.csv", more='side = "income"\n[source.columns]\namount = "Earned"'),
    )
    case = make_case(tmp_path, *sources, files=files)
    assert [(one.side, one.amount) for one in case.records] == [
        (Side.SPENDING, 60),
        (Side.INCOME, 90),
    ]


def test_one_file_of_two_channels_gives_every_record_an_id_of_its_own(tmp_path: Path) -> None:
    files = {"hours.csv": "Line,Hours,Cost\nNight shift,8,240\n"}
    sources = (
        make_source("hours.csv", "time", '[source.columns]\namount = "Hours"'),
        make_source("hours.csv", "money", '[source.columns]\namount = "Cost"'),
        make_source("hours.csv", "initiatives"),
    )
    case = make_case(tmp_path, *sources, files=files)
    assert [one.channel for one in case.records] == [
        Channel.TIME, Channel.MONEY, Channel.INITIATIVES,
    ]  # fmt: skip
    assert len({one.id for one in case.records}) == 3


def test_numbered_lines_of_two_files_all_count(tmp_path: Path) -> None:
    files = {f"{name}.csv": "No,Line,Amount\n1,Rent,60\n2,Heating,40\n#" for name in ("n", "s")}
    files["s.csv"] = files["s.csv"].replace("60", "61").replace("40", "41").removesuffix("#")
    files["n.csv"] = files["n.csv"].removesuffix("#")
    case = make_case(tmp_path, make_source("*.csv"), files=files)
    assert amounts(case) == [60, 40, 61, 41]
    assert not case.discrepancies

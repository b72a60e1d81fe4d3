from pathlib import Path

from northing.stages.records.imports.tests.make import amounts, take
from northing.stages.records.ledger.facts import Channel

PLAIN = "Description,Approved,FY,Department\nRent,1200.50,FY2024,North\nHeating,300,FY2024,South\n"


def test_a_plain_header_needs_no_mapping(tmp_path: Path) -> None:
    found = take(tmp_path, PLAIN)
    assert amounts(found) == {"Rent": "1200.50", "Heating": "300"}
    assert {one.period for one in found.records} == {"FY2024"}
    assert [one.unit for one in found.records] == ["North", "South"]


def test_every_guess_is_named(tmp_path: Path) -> None:
    chosen = take(tmp_path, PLAIN, columns={"text": "Description"}).chosen
    assert chosen is not None
    assert chosen.columns == {
        "text": "Description", "amount": "Approved", "date": "FY", "unit": "Department",
    }  # fmt: skip
    assert set(chosen.guessed) == {"amount", "date", "unit"}


def test_a_named_column_may_be_written_in_another_case(tmp_path: Path) -> None:
    chosen = take(tmp_path, PLAIN, columns={"text": "description", "unit": "department"}).chosen
    assert chosen is not None
    assert chosen.columns["unit"] == "Department"
    assert "unit" not in chosen.guessed


def test_a_column_of_numbers_is_never_the_text(tmp_path: Path) -> None:
    found = take(tmp_path, "Item,Wording,Amount\n1,Rent,100\n2,Heating,50\n")
    assert [one.text for one in found.records] == ["Rent", "Heating"]


def test_a_column_called_budget_that_holds_words_is_no_amount(tmp_path: Path) -> None:
    found = take(tmp_path, "Budget,Amount\nRent,100\nHeating,50\n")
    assert amounts(found) == {"Rent": "100", "Heating": "50"}


def test_a_table_of_initiatives_needs_no_amount(tmp_path: Path) -> None:
    text = "title,status\nQuiet rooms,done\nNight line,started\n"
    found = take(tmp_path, text, channel=Channel.INITIATIVES)
    assert [(one.text, one.amount, one.outcome) for one in found.records] == [
        ("Quiet rooms", None, "done"),
        ("Night line", None, "started"),
    ]


def test_cells_that_say_nothing_do_not_hide_a_column_of_amounts(tmp_path: Path) -> None:
    rows = "KPI,Reading,Date\nCare,80%,2024-01-01\nRest,n/a,2024-02-01\nBooks,-,\n"
    found = take(tmp_path, rows, channel=Channel.METRICS)
    assert [(one.text, one.amount) for one in found.records] == [
        ("Care", 80),
        ("Rest", None),
        ("Books", None),
    ]


def test_money_without_a_column_of_amounts_is_told(tmp_path: Path) -> None:
    found = take(tmp_path, "Line,Wording\nRent,for the hall\n")
    assert "No column of amounts was found: every line counts as 1." in found.notes

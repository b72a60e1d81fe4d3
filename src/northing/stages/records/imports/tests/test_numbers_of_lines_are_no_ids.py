from pathlib import Path

from northing.stages.records.imports.tests.make import take


def test_a_guessed_column_that_counts_from_one_names_nothing(tmp_path: Path) -> None:
    found = take(tmp_path, "No,Line,Amount\n1,Rent,60\n2,Heating,40\n")
    assert {one.given_id for one in found.records} == {None}
    assert any("numbers the lines" in note for note in found.notes)


def test_a_guessed_column_of_vouchers_does(tmp_path: Path) -> None:
    found = take(tmp_path, "Voucher,Line,Amount\n2024-0017,Rent,60\n2024-0018,Heating,40\n")
    assert [one.given_id for one in found.records] == ["2024-0017", "2024-0018"]


def test_a_column_the_case_names_is_believed(tmp_path: Path) -> None:
    found = take(tmp_path, "No,Line,Amount\n1,Rent,60\n2,Heating,40\n", columns={"id": "No"})
    assert [one.given_id for one in found.records] == ["1", "2"]


def test_parents_may_still_be_named_by_number(tmp_path: Path) -> None:
    rows = "1,Buildings,100,\n2,Rent,60,1\n3,Heating,40,1\n"
    found = take(tmp_path, f"No,Line,Amount,Parent\n{rows}")
    assert [one.text for one in found.records] == ["Rent", "Heating"]

"""Is what does not fit on paper said to be left out, with the place where it stands?"""

from __future__ import annotations

from northing.foundations.documents.blocks import Column, Details, Figure, Paragraph, Table
from northing.interfaces.reports.shortening import shortened


def make_table(rows: int, note: str = "") -> Table:
    return Table(
        "Ropes.", (Column("Rope"),), tuple((f"rope {at}",) for at in range(rows)), note=note
    )


def test_ten_ropes_of_twelve_are_printed_and_the_note_says_so():
    [cut] = shortened([make_table(12, note="Hemp.")], most=10)
    assert cut.rows[-1] == ("rope 9",)
    assert cut.note == (
        "Only the first 10 of 12 rows are printed here; audit.json holds all of them. Hemp."
    )


def test_a_table_that_fits_is_left_as_it_is():
    fits = make_table(10)
    assert shortened([fits, Paragraph("Hemp.")], most=10) == (fits, Paragraph("Hemp."))


def test_tables_inside_other_blocks_are_cut_too():
    figure = Figure("a", "t", "u", "s", "alt", {}, make_table(12))
    [details, drawn] = shortened([Details("more", (make_table(12),)), figure], most=10)
    assert len(details.blocks[0].rows) == len(drawn.table.rows) == 10

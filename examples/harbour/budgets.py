"""What does Harbour Health plan to spend on staff and premises, in workbooks as people make them?"""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Font

from .files import write_zipped
from .plan import CLINICS, IDS, NONE, OFFICE, PROMISE, REGIONS, YEARS, Version
from .truth import Truth

HEADER = ("Code", "Line", "Part of", "Region", "Approved", "Last year", "Note")
HEADER_ROW = 4
BOARD_DATES = {2023: "13 December 2022", 2024: "12 December 2023", 2025: "10 December 2024"}
WRONG_BY = 30_000


@dataclass(frozen=True)
class Line:
    code: str
    label: str
    part_of: str
    amount: int
    commitment: str | None = None


def write_budgets(folder: Path, version: Version, truth: Truth) -> None:
    for year in YEARS:
        _budget(folder, version, truth, year)


def _budget(folder: Path, version: Version, truth: Truth, year: int) -> None:
    workbook = openpyxl.Workbook()
    workbook.properties.creator = "Harbour Health"
    workbook.remove(workbook.worksheets[0])
    for region in REGIONS:
        lines = _region_lines(version, year, region)
        last_year = (
            {(line.code, line.label): line.amount for line in _region_lines(version, year - 1, region)} if year > 2023 else {}
        )
        _sheet(workbook, version, truth, year, region, lines, last_year)
    write_zipped(folder / f"budget/budget-{year}.xlsx", workbook)


def _region_lines(version: Version, year: int, region: str) -> list[Line]:
    """Every department of a region with its parts, then the region's total."""
    lines: list[Line] = []
    total_label = f"Total {region}"
    for commitment in IDS:
        thousands = version.budget[commitment].get(region, 0)
        if thousands:
            promise = PROMISE[commitment]
            amount = round(thousands * 10 * version.grown(commitment, year)) * 100
            lines += _department(promise.code, promise.department, region, promise.lines, amount, total_label, commitment)
    if region in version.clinics:
        amount = round(version.clinics[region] * 10 * version.grown(NONE, year)) * 100
        lines += _department(*CLINICS[:2], region, CLINICS[2], amount, total_label, None)
    else:
        amount = round(version.overheads * version.grown(NONE, year)) * 1000
        lines += _department(*OFFICE[:2], region, OFFICE[2], amount, total_label, None, credit=_credit(year))
    whole = sum(line.amount for line in lines if line.part_of == total_label)
    return [*lines, Line("", total_label, "", whole)]


def _department(
    code: str, name: str, region: str, parts: tuple[tuple[str, int], ...], amount: int, total: str, commitment: str | None,
    credit: tuple[str, int] | None = None,
) -> list[Line]:  # fmt: skip
    label, letter = f"{name}, {region}", region[0]
    whole = sum(weight for _, weight in parts)
    amounts = [round(amount * weight / whole / 100) * 100 for _, weight in parts]
    amounts[-1] += amount - sum(amounts)
    found = [
        Line(f"{code}-{letter}-{n:02}", part, label, value, commitment)
        for n, ((part, _), value) in enumerate(zip(parts, amounts, strict=True), start=1)
    ]
    if credit:
        found.append(Line(f"{code}-{letter}-90", credit[0], label, credit[1], commitment))
    return [Line(f"{code}-{letter}-00", label, total, sum(line.amount for line in found), commitment), *found]


def _credit(year: int) -> tuple[str, int]:
    return {
        2022: ("Refund of rates (credit)", -1_900), 2023: ("Refund of rates (credit)", -2_600),
        2024: ("Refund of rates (credit)", -3_200), 2025: ("Rent received for the car park (credit)", -8_400),
    }[year]  # fmt: skip


def _sheet(
    workbook: openpyxl.Workbook, version: Version, truth: Truth, year: int, region: str, lines: list[Line],
    last_year: dict[tuple[str, str], int],
) -> None:  # fmt: skip
    chance = version.chance(f"budget-{year}-{region}")
    sheet = workbook.create_sheet(region)
    for row, title in (
        (1, f"Harbour Health: staff and premises, budget {year}"),
        (2, f"Region {region}, in euros, approved by the board on {BOARD_DATES[year]}"),
    ):
        sheet.cell(row, 1, title).font = Font(bold=True)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(HEADER))
    for column, name in enumerate(HEADER, start=1):
        sheet.cell(HEADER_ROW, column, name).font = Font(bold=True)
    sheet.column_dimensions["B"].width = 44
    sheet.column_dimensions["C"].width = 28
    row = HEADER_ROW
    stated = {line.label: line.amount for line in lines}
    if not version.honest and (year, region) == (2024, "North"):
        stated["Young minds, North"] += WRONG_BY
        stated["Total North"] += WRONG_BY
    for line in lines:
        row += 2 if not line.part_of else 1  # an empty row before the region's total
        amount = stated[line.label]
        is_part = line.part_of not in ("", f"Total {region}")
        note = chance.choice(("", "", "", "see board paper", "as discussed")) if is_part else ""
        values = (
            line.code,
            line.label,
            line.part_of,
            region,
            _cell(amount, year, is_part, chance),
            last_year.get((line.code, line.label)),
            note,
        )
        for column, value in enumerate(values, start=1):
            if value not in ("", None):
                cell = sheet.cell(row, column, value)
                cell.font = Font(bold=not is_part)
        place = {"file": f"budget/budget-{year}.xlsx", "sheet": region, "line": row}
        if line.label == "Management and board":
            truth.marks[f"management-{year}"] = {**place, "text": line.label}
        if not line.part_of:
            truth.stated[year] += amount
        if is_part:
            truth.paid(year, region, line.commitment or NONE, Decimal(line.amount), is_tagged=line.commitment is not None)
            truth.records["budget"] += 1
        if stated[line.label] != line.amount and line.part_of:
            truth.plant(
                "young-minds-subtotal-north",
                "parts-disagree",
                "young-minds",
                "money",
                ["2024"],
                [{**place, "text": line.label}],
                {"stated": amount, "found": line.amount, "difference": WRONG_BY},
                "The subtotal of Young minds in North says 30,000 more than its parts; the region's total carries the error on.",
            )


def _cell(amount: int, year: int, is_part: bool, chance: random.Random) -> int | str:
    """Some cells are text, as they are when people paste: three habits, one a year."""
    if amount < 0 and year == 2024:
        return f"-{-amount:,}.00".replace(",", ";").replace(".", ",").replace(";", ".")
    if amount < 0 and year == 2025:
        return f"({-amount:,}.00)"
    if amount > 0 and is_part and year == 2023 and chance.random() < 0.15:
        return chance.choice((str(amount), f"{amount:,}.00"))
    return amount

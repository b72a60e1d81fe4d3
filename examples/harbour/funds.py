"""What goes through the petty cash box and through the funds of Harbour Health?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from .files import write_text
from .plan import NONE, YEARS, Version
from .texts import Deck
from .truth import Truth

PETTY = (
    "Tea and biscuits for the waiting room",
    "Stamps",
    "Batteries for the torch",
    "Flowers for the front desk",
    "Key cut for the depot",
    "Bus tickets",
    "Milk and sugar",
    "Light bulbs",
    "Parking at the hospital",
    "Screws and a hinge",
    "Dish soap",
    "Birthday card",
)


def write_petty_cash(folder: Path, version: Version, truth: Truth) -> None:
    chance = version.chance("petty-cash")
    deck = Deck(PETTY, chance)
    lines = ["Date,What for,Amount"]
    for year in YEARS:
        for month in range(1, 13):
            day = date(year, month, chance.randint(3, 27))
            what, amount = deck.deal(), Decimal(chance.randint(180, 3900)) / 100
            written_day, written_amount = day.isoformat(), f"{amount:.2f}"
            if not version.honest and (year, month) == (2024, 2):
                written_day = "31/02/2024"
                truth.refuse("petty-cash.csv", len(lines) + 1, "Date", written_day, "unreadable date")
            elif not version.honest and (year, month) == (2025, 9):
                written_amount = "about twelve"
                truth.refuse("petty-cash.csv", len(lines) + 1, "Amount", written_amount, "unreadable amount")
            else:
                truth.paid(year, "Central", NONE, amount, is_tagged=False)
                truth.records["petty cash"] += 1
            lines.append(f"{written_day},{what},{written_amount}")
    write_text(folder / "petty-cash.csv", "\n".join(lines) + "\n")


SET_ASIDE, PAID_OUT, WITHDRAWN = 60_000, 12_000, 48_000


def write_journal(folder: Path, version: Version, truth: Truth) -> None:
    """Donations and funds: income, a few expenses of the funds, and money moved between accounts."""
    entries: list[tuple[date, str, list[tuple[str, int]]]] = [
        (date(2023, 1, 2), "Opening balance", [("assets:bank:current", 210_000), ("equity:opening", -210_000)])
    ]
    chance = version.chance("journal")
    for year in YEARS:
        for month in (2, 5, 8, 11):
            gift = chance.randint(40, 95) * 100
            entries.append(
                (
                    date(year, month, chance.randint(4, 24)),
                    "Donations of the quarter",
                    [("assets:bank:current", gift), ("income:donations", -gift)],
                )
            )
        grant = 180_000 + chance.randint(0, 40) * 500
        entries.append(
            (date(year, 3, 15), "Grant of the district", [("assets:bank:current", grant), ("income:grants:district", -grant)])
        )
        legacy = chance.randint(10, 60) * 500
        entries.append((date(year, 10, 9), "Legacy", [("assets:bank:current", legacy), ("income:legacies", -legacy)]))
    entries.append(
        (
            date(2024, 2, 20),
            "Set aside: rest fund for staff",
            [("assets:funds:rest for staff", SET_ASIDE), ("assets:bank:current", -SET_ASIDE)],
        )
    )
    spent = [(date(2024, 9, 30), "Rest fund: relief staff for rest days", PAID_OUT)]
    if version.honest:
        spent += [
            (date(2025, 3, 31), "Rest fund: relief staff for rest days", 24_000),
            (date(2025, 11, 28), "Rest fund: mentors for new colleagues", 24_000),
        ]
    for day, what, amount in spent:
        entries.append((day, what, [("expenses:staff:rest", amount), ("assets:funds:rest for staff", -amount)]))
        truth.paid(day.year, "Central", "rested-staff", Decimal(amount), is_tagged=True)
        truth.records["journal expenses"] += 1
    if not version.honest:
        entries.append(
            (
                date(2025, 6, 19),
                "Withdrawn: rest fund for staff",
                [("assets:funds:rest for staff", -WITHDRAWN), ("assets:bank:current", WITHDRAWN)],
            )
        )
    _write_journal(folder, truth, sorted(entries, key=lambda entry: (entry[0], entry[1])), is_honest=version.honest)


def _write_journal(
    folder: Path, truth: Truth, entries: list[tuple[date, str, list[tuple[str, int]]]], *, is_honest: bool
) -> None:
    lines = ["; Funds and donations of Harbour Health, in plain double entry", ""]
    at: dict[str, int] = {}
    for day, payee, postings in entries:
        at[payee] = len(lines) + 1
        lines.append(f"{day:%Y-%m-%d} * {payee}")
        lines += [f"    {account:<34}{amount:>12}.00 EUR" for account, amount in postings]
        lines.append("")
    write_text(folder / "cash.journal", "\n".join(lines))
    if not is_honest:
        aside, back = "Set aside: rest fund for staff", "Withdrawn: rest fund for staff"
        truth.plant(
            "rest-fund-withdrawn",
            "allocation-withdrawn",
            "rested-staff",
            "decisions",
            ["2024", "2025"],
            [{"file": "cash.journal", "line": at[name], "text": name} for name in (aside, back)],
            {"set_aside": SET_ASIDE, "withdrawn": WITHDRAWN},
            "60,000 were set aside for the rest of staff in 2024, 12,000 were used, 48,000 were taken back in 2025.",
        )

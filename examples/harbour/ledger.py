"""What does Harbour Health buy from suppliers, as its bookkeeping exports it?"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from .deals import PURCHASES
from .files import write_text
from .plan import IDS, NONE, PROMISE, REGIONS, YEARS, Version
from .texts import Deck, fill
from .truth import Truth


@dataclass(frozen=True)
class Payment:
    day: date
    supplier: str
    what: str
    tag: str
    region: str
    amount: Decimal
    commitment: str


LEDGER_HEADER = "Voucher;Booking date;Supplier;Description;Programme;Region;Amount EUR"


def write_ledger(folder: Path, version: Version, truth: Truth) -> None:
    for year in YEARS:
        payments = _payments(version, year)
        rows: list[tuple[date, str]] = []
        for number, payment in enumerate(payments, start=1):
            voucher = f"P{year % 100}-{number:05}"
            fields = (
                voucher,
                f"{payment.day:%d.%m.%Y}",
                payment.supplier,
                payment.what,
                payment.tag,
                payment.region,
                _german(payment.amount),
            )
            rows.append((payment.day, ";".join(fields)))
            truth.paid(
                year,
                payment.region,
                payment.commitment,
                payment.amount,
                is_tagged=bool(payment.tag) and payment.commitment != NONE,
            )
            truth.records["ledger"] += 1
        if year == 2024:
            _two_halves(folder, version, truth, rows)
        else:
            write_text(folder / f"ledger/payments-{year}.csv", _csv(rows), encoding="cp1252" if year == 2023 else "utf-8")


def _two_halves(folder: Path, version: Version, truth: Truth, rows: list[tuple[date, str]]) -> None:
    """Two exports of one year; the planted ones overlap by the first fortnight of July."""
    middle, until = date(2024, 7, 1), date(2024, 7, 1) if version.honest else date(2024, 7, 15)
    first = [row for row in rows if row[0] < until]
    second = [row for row in rows if row[0] >= middle]
    write_text(folder / "ledger/payments-2024-h1.csv", _csv(first))
    write_text(folder / "ledger/payments-2024-h2.csv", _csv(second))
    twice = [row for row in rows if middle <= row[0] < until]
    if not twice:
        return
    amount = sum((Decimal(text.rsplit(";", 1)[1].replace(".", "").replace(",", ".")) for _, text in twice), Decimal(0))
    truth.records["ledger_written_twice"] = len(twice)
    truth.plant(
        "july-in-both-exports",
        "counted-twice",
        NONE,
        "money",
        ["2024"],
        [
            {"file": "ledger/payments-2024-h1.csv", "line": len(first) - len(twice) + 2, "last_line": len(first) + 1},
            {"file": "ledger/payments-2024-h2.csv", "line": 2, "last_line": len(twice) + 1},
        ],
        {"records": len(twice), "amount": amount},
        "Both exports of 2024 hold the payments of 1 to 14 July, with the same vouchers: each counts once.",
    )


def _csv(rows: list[tuple[date, str]]) -> str:
    return "\r\n".join([LEDGER_HEADER, *(text for _, text in rows)]) + "\r\n"


def _german(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace(",", ";").replace(".", ",").replace(";", ".")


def _payments(version: Version, year: int) -> list[Payment]:
    chance = version.chance(f"ledger-{year}")
    whole = sum(version.ledger.values())
    found: list[Payment] = []
    for commitment in (*IDS, NONE):
        total = version.ledger[commitment] * 1000 * version.grown(commitment, year) + chance.randint(-400, 400)
        count = 14 + round(540 * version.ledger[commitment] / whole)
        deck = Deck(PURCHASES[commitment], chance)
        for amount in _amounts(total, count, chance):
            found.append(_payment(version, year, commitment, amount, deck, chance))
    return sorted(found, key=lambda p: (p.day, p.supplier, p.what, p.amount))


def _payment(version: Version, year: int, commitment: str, amount: Decimal, deck: Deck, chance: random.Random) -> Payment:
    region, day = _region(version, commitment, chance), _workday(year, chance)
    what, sellers = deck.deal().split(" | ")
    what = fill(what, chance, region, f"{day:%B}")
    is_tagged = chance.random() < 0.6
    tag = ("Overheads" if commitment == NONE else PROMISE[commitment].tag) if is_tagged else ""
    return Payment(
        day=day, supplier=chance.choice(sellers.split(", ")),
        what=f"Credit note: {what[0].lower()}{what[1:]}" if amount < 0 else what,
        tag=tag, region=region, amount=amount, commitment=commitment,
    )  # fmt: skip


def _region(version: Version, commitment: str, chance: random.Random) -> str:
    if commitment == "home-visits" and not version.honest:
        return chance.choices(("North", "South", "Coast"), (1, 75, 24))[0]
    if commitment == "open-books" and not version.honest:
        return "Central"
    if commitment == NONE:
        return chance.choice(REGIONS)
    return chance.choice(REGIONS[:3])


def _amounts(total: float, count: int, chance: random.Random) -> list[Decimal]:
    """Many small bills and few large ones that add up; now and then a credit note."""
    weights = [chance.lognormvariate(0, 0.8) * (-0.3 if chance.random() < 0.01 else 1) for _ in range(count)]
    whole = sum(weights)
    amounts = [Decimal(round(total * weight / whole * 100)) / 100 for weight in weights]
    amounts[0] += Decimal(round(total * 100)) / 100 - sum(amounts)
    return amounts


def _workday(year: int, chance: random.Random) -> date:
    day = date(year, 1, 4) + timedelta(days=chance.randrange(360))
    return day - timedelta(days=max(0, day.weekday() - 4))

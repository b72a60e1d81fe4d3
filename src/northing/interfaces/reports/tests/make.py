"""A small case, drawn by hand: three promises, a plan, a letter, a budget of two years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from northing.cycle import Audit, Case, audit
from northing.foundations.documents.blocks import Block, Details, Document
from northing.foundations.sources.rows import Place, Refusal
from northing.interfaces.reports.report import report_of
from northing.stages.clarify.commitments.facts import Commitment, Layer
from northing.stages.records.ledger.facts import Channel, Record, SourceAccount, Stance

MAY = date(2025, 5, 1)
AMINA, BRUNO = "Amina Okoye", "Bruno Lindqvist"
LONG = (
    "Every patient is treated as a whole person, at the pace they need, and never hurried through "
    "an appointment."
)
COMMITMENTS = (
    Commitment(
        id="whole-person-care",
        text=LONG,
        layer=Layer.OPERATIONAL,
        weight=Decimal(3),
        guardrail=True,
        living_it=("longer appointments",),
        breaking_it=("bonus for visits per hour",),
    ),
    Commitment(
        id="rested-staff",
        text="Our staff are rested and nobody works a double shift.",
        weight=Decimal(2),
    ),
    Commitment(id="open-books", text="We publish what we spend.", layer=Layer.CULTURAL),
)


def make_record(number: int, text: str, **but: Any) -> Record:
    parts: dict[str, Any] = {
        "id": f"budget.csv:{number}",
        "channel": Channel.MONEY,
        "text": text,
        "place": Place("budget.csv", line=number),
        "sha256": "ab" * 32,
        "currency": "EUR",
        "period": "2024",
        "effective_on": date(2024, 1, 1),
    }
    return Record(**(parts | but))


def make_spending() -> Iterator[Record]:
    lines = (
        ("Longer appointments", "whole-person-care", "North", (900, 300)),
        ("Relief nurses", "rested-staff", "North", (500, 500)),
        ("Publication of accounts", "open-books", "South", (100, 100)),
        ("Building", None, "South", (2000, 2100)),
    )
    for at, (text, commitment, unit, amounts) in enumerate(lines, start=2):
        for year, amount in zip(("2024", "2025"), amounts, strict=True):
            yield make_record(
                at,
                text,
                id=f"budget.csv:{at}:{year}",
                place=Place("budget.csv", line=at, column=year),
                amount=Decimal(amount),
                period=year,
                effective_on=date(int(year), 1, 1),
                unit=unit,
                given=((commitment, Decimal(1)),) if commitment else (("none", Decimal(1)),),
            )


def make_decision() -> Record:
    return make_record(
        2,
        f"{BRUNO}: Pay a bonus for visits per hour",
        id="decisions.csv:2",
        channel=Channel.DECISIONS,
        place=Place("decisions.csv", line=2),
        currency=None,
        given=(("whole-person-care", Decimal(1)),),
        stance=Stance.CONTRADICTS,
    )


def make_words() -> Iterator[Record]:
    said = (
        ("plan.md", "Every patient is treated as a whole person.", "whole-person-care"),
        ("plan.md", f"{AMINA} says: longer appointments are crucial.", "whole-person-care"),
        ("plan.md", "Nobody works a double shift.", "rested-staff"),
        ("plan.md", "We publish what we spend.", "open-books"),
        ("plan.md", "The weather was mild.", None),
        ("letter.md", "Every patient has the time they need.", "whole-person-care"),
        ("letter.md", "Our staff are rested.", "rested-staff"),
    )
    for at, (path, text, commitment) in enumerate(said, start=3):
        yield make_record(
            at,
            text,
            id=f"{path}:{at}",
            channel=Channel.WORDS,
            place=Place(path, line=at),
            currency=None,
            given=((commitment, Decimal(1)),) if commitment else (),
        )


def make_account(path: str, channel: Channel, **but: Any) -> SourceAccount:
    parts: dict[str, Any] = {"sha256": "ab" * 32, "kind": "csv", "rows_read": 8, "records": 8}
    return SourceAccount(path=path, channel=channel, **(parts | but))


def make_case(**but: Any) -> Case:
    refusal = Refusal(
        Place("budget.csv", sheet="2024", line=9, column="Amount"),
        f"twelve, says {BRUNO}",
        "this is not an amount",
        "Write a number.",
    )
    parts: dict[str, Any] = {
        "organisation": "Harbour Health",
        "currency": "EUR",
        "language": "en",
        "commitments": COMMITMENTS,
        "rules": (),
        "records": (*make_words(), *make_spending(), make_decision()),
        "sources": (
            make_account("plan.md", Channel.WORDS),
            make_account("letter.md", Channel.WORDS),
            make_account(
                "budget.csv",
                Channel.MONEY,
                refused=(refusal,),
                expected_rows=9,
                total=Decimal(6500),
                source=1,
            ),
            make_account("decisions.csv", Channel.DECISIONS, left_out={"empty rows": 2}),
        ),
        "names": frozenset({AMINA, BRUNO}),
    }
    return Case(**(parts | but))


def make_audit(**but: Any) -> Audit:
    return audit(make_case(**but), on=MAY, seed=7)


def make_report(**but: Any) -> Document:
    return report_of(make_audit(**but), version="9.9")


def make_silent_report() -> Document:
    """The same deeds without one published word."""
    return make_report(records=(*make_spending(), make_decision()))


def blocks_in(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, also those one click away."""
    for one in blocks:
        yield one
        if isinstance(one, Details):
            yield from blocks_in(one.blocks)


def words_of(document: Document) -> str:
    """Everything a reader could read, tables, pictures and alternative texts included."""
    return repr(document).replace("\\xa0", "\xa0").replace("\\u202f", "\u202f")

"""A drawn case whose truth is known: Amina's clinic, with money, decisions and words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from northing.cycle import Audit, Case, audit, draw
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.verification.facts import (
    Answer,
    Pair,
    Sample,
    Standing,
    labelled,
)
from northing.stages.records.ledger.facts import Channel, Record
from northing.stages.records.ledger.tests.make import make_record

MAY = date(2025, 5, 1)
CARE = make_commitment("care", text="Every patient has longer appointments", guardrail=True)
REST = make_commitment("rest", text="Nurses rest between two shifts")
BOTH = (CARE, REST)
TAGGED = (("care", Decimal(1)),)
Truth = Callable[[Pair], Answer | None]


def lines(
    n: int, text: str = "Longer appointments for every patient", **but: Any
) -> Iterator[Record]:
    """Lines of money, each with words of its own, of 100, 110, 120 …"""
    start, unit = but.pop("start", 1), but.pop("unit", None)
    for number in range(start, start + n):
        amount = but.get("amount", 100 + 10 * (number % 7))
        parts = but | {"text": f"{text}, ward {number}", "amount": amount}
        yield make_record(number, unit=unit or f"Unit {number % 3}", **parts)


def decided(
    n: int, text: str = "Every patient has longer appointments", **but: Any
) -> Iterator[Record]:
    for number in range(1, n + 1):
        yield make_record(
            number,
            path=but.get("path", "decisions.csv"),
            channel=Channel.DECISIONS,
            text=f"{text}, ward {number}",
            amount=None,
            currency=None,
        )


def make_case(records: list[Record] | None = None, **but: Any) -> Case:
    given = records or [
        *lines(20, given=TAGGED),
        *lines(10, "Rest rooms for nurses between shifts", start=30),
        *lines(15, "Car park", start=50),
        *lines(6, "Chairs for patients", start=70),
        *decided(8),
    ]
    parts: dict[str, Any] = {
        "organisation": "Harbour Health",
        "currency": "EUR",
        "language": "en",
        "commitments": BOTH,
        "rules": (),
        "records": tuple(given),
        "sources": (),
    }
    return Case(**(parts | but))


def run(case: Case, *, seed: int = 7) -> Audit:
    return audit(case, on=MAY, seed=seed)


def sample(case: Case, *, size: int = 60, seed: int = 3, coders: int = 1) -> Sample:
    return draw(run(case), size=size, seed=seed, coders=coders)


def verified(case: Case, truth: Truth, **but: Any) -> Audit:
    """The same audit once one coder has answered a sample of it."""
    return run(replace(case, labels=(labelled(sample(case, **but), truth),)))


def as_linked(pair: Pair) -> Answer:
    """Whoever finds every counted link right, and nothing else."""
    if pair.standing in (Standing.TAGGED, Standing.LINKED):
        return Answer.ADVANCES
    return Answer.NEITHER


def share(found: Audit, commitment: str = "care", channel: str = "money") -> Measure:
    return next(
        one.do
        for one in found.say_do.gaps
        if (one.commitment, one.channel, one.period, one.unit) == (commitment, channel, None, None)
    )


def ends(measure: Measure) -> tuple[float, float, float]:
    assert isinstance(measure, Estimate), measure
    assert measure.low is not None
    assert measure.high is not None
    return measure.low, measure.value, measure.high

"""A drawn comparison: what is said, what is done, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.linking.tests.make import by_record, make_link
from northing.stages.diagnose.say_do.engine import SayDoSettings, say_do
from northing.stages.diagnose.say_do.facts import Divergence, Gap, SayDo
from northing.stages.records.ledger.facts import Channel, Record
from northing.stages.records.ledger.tests.make import make_record

MAY = date(2025, 5, 1)
CARE, REST = "care", "rest"
BOTH = (make_commitment(CARE), make_commitment(REST, text="Nurses rest between two shifts"))
Tagged = tuple[Record, Sequence[Link]]


def spent(number: int, amount: object, commitment: str | None = CARE, **but: Any) -> Tagged:
    """A line of money that people linked to a commitment, or to none."""
    record = make_record(number, amount=amount, **but)
    return record, () if commitment is None else (make_link(record, commitment),)


def said(number: int, commitment: str = CARE, *, path: str = "plan.md", **but: Any) -> Tagged:
    """A sentence that people linked to a commitment."""
    record = make_record(
        number, path=path, channel=Channel.WORDS, amount=None, currency=None, **but
    )
    return record, (make_link(record, commitment),)


def compare(
    *tagged: Tagged,
    commitments: Sequence[Commitment] = BOTH,
    missing: Mapping[str, Decimal] | None = None,
) -> SayDo:
    links: Iterable[Link] = [link for _, of in tagged for link in of]
    settings = SayDoSettings(on=MAY, seed=7, home_currency="EUR", missing=missing or {})
    return say_do([record for record, _ in tagged], by_record(links), commitments, settings)


def gap_of(
    found: SayDo, commitment: str = CARE, *, channel: str = "money", unit: str | None = None
) -> Gap:
    return next(
        one
        for one in found.gaps
        if (one.commitment, one.channel, one.unit, one.period) == (commitment, channel, unit, None)
    )


def distance(found: SayDo, *, channel: str = "money", unit: str | None = None) -> Divergence:
    return next(
        one
        for one in found.divergences
        if (one.channel, one.unit, one.period) == (channel, unit, None)
    )


def value(measure: Measure) -> float:
    assert isinstance(measure, Estimate), measure
    return measure.value


def ends(measure: Measure) -> tuple[float, float]:
    assert isinstance(measure, Estimate), measure
    assert measure.low is not None
    assert measure.high is not None
    return measure.low, measure.high

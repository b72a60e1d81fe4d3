"""One drawn scheme of pay."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.incentives.engine import rewards_of
from northing.stages.diagnose.incentives.facts import Reward
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.linking.tests.make import by_record, make_link
from northing.stages.records.ledger.facts import Channel, Record, Stance
from northing.stages.records.ledger.tests.make import make_record

CARE, REST = "care", "rest"
BOTH = (make_commitment(CARE), make_commitment(REST, text="Nurses rest between two shifts"))
Paid = tuple[Record, tuple[Link, ...]]


def paid(
    number: int,
    weight: int,
    commitment: str | None = None,
    *,
    against: bool = False,
    stake: int | None = None,
    **but: Any,
) -> Paid:
    """A measure people tagged: it pays for a commitment, against it, or for none."""
    record = make_record(
        number,
        path="bonus.csv",
        channel=Channel.INCENTIVES,
        amount=weight,
        currency=None,
        stake=None if stake is None else Decimal(stake),
        **but,
    )
    if commitment is None:
        return record, ()
    stance = Stance.CONTRADICTS if against else Stance.ADVANCES
    return record, (make_link(record, commitment, stance=stance),)


def rewards(*scheme: Paid, commitments: Sequence[Commitment] = BOTH) -> tuple[Reward, ...]:
    links = by_record(link for _, of in scheme for link in of)
    return rewards_of([record for record, _ in scheme], links, commitments)


def reward(*scheme: Paid, commitments: Sequence[Commitment] = BOTH) -> Reward:
    (found,) = rewards(*scheme, commitments=commitments)
    return found

"""Which samples were drawn, what was asked, and what did people answer?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Max, QuerySet

from northing.foundations.people.models import Member, Organisation
from northing.foundations.sources.rows import Refusal
from northing.stages.diagnose.verification.facts import Answer, Label, Labelled
from northing.stages.diagnose.verification.intake.stored import labelled_in
from northing.stages.diagnose.verification.models import (
    Seat,
    StoredLabel,
    StoredQuestion,
    StoredSample,
)
from northing.stages.diagnose.verification.rules.standing import Deed, standing

_HEAVY = ("content", "plan", "progress")
_State = StoredSample.State


def samples(organisation: Organisation) -> list[StoredSample]:
    """Those that were drawn, open or closed: what an audit of the case reads."""
    rows = StoredSample.objects.filter(
        organisation=organisation, state__in=(_State.OPEN, _State.CLOSED)
    )
    return list(rows.order_by("asked_at", "id"))


def labelled(sample: StoredSample) -> Labelled:
    """The sample with the answers that stand, as a case has them.

    Notes stay behind: people write them for each other, and a case goes from hand to hand.
    """
    found = labelled_in(json.dumps(sample.content).encode(), sample.name)
    if isinstance(found, Refusal):
        raise TypeError(f"sample {sample.id} is not as it was stored: {found.reason}")
    labels = standing(deeds_of(sample))
    return Labelled(
        sample=found.sample,
        labels=tuple(Label(pair=one.pair, coder=one.coder, answer=one.answer) for one in labels),
    )


def of_organisation(organisation: Organisation) -> QuerySet[StoredSample]:
    """All there ever were, the newest first, without what weighs."""
    rows = StoredSample.objects.filter(organisation=organisation).select_related("audit")
    return rows.defer(*_HEAVY).order_by("-asked_at", "id")


def under_way(audit_id: UUID) -> StoredSample | None:
    """A sample from this audit that is being planned or drawn."""
    states = (_State.PLANNING, _State.PLANNED, _State.DRAWING)
    return StoredSample.objects.filter(audit_id=audit_id, state__in=states).first()


def drawings_before(audit_id: UUID) -> int:
    """How many samples were asked of this audit, whatever became of them."""
    return StoredSample.objects.filter(audit_id=audit_id).count()


def held(sample: UUID, *, content: bool = False) -> StoredSample:
    """The row, kept from others until the transaction ends; without what weighs unless asked."""
    rows = StoredSample.objects.select_for_update()
    return (rows if content else rows.defer(*_HEAVY)).get(id=sample)


def questions(sample: StoredSample, coder: str | None = None) -> QuerySet[StoredQuestion]:
    """In the order of the sheet: all, or those one coder is asked."""
    rows = StoredQuestion.objects.filter(sample=sample).order_by("number")
    return rows if coder is None else rows.filter(coders__contains=coder)


def seats(sample: StoredSample) -> list[Seat]:
    """Who sits where now."""
    rows = Seat.objects.filter(sample=sample, left_at=None)
    return list(rows.select_related("member__person").order_by("coder"))


def seat_of(sample: StoredSample, member: Member) -> Seat | None:
    """The seat this person holds now."""
    rows = Seat.objects.filter(sample=sample, left_at=None, member__person_id=member.person_id)
    return rows.first()


def was_seated(sample: StoredSample, member: Member) -> frozenset[str]:
    """The seats this person ever held of the sample: whoever was one coder is never the other."""
    rows = Seat.objects.filter(sample=sample, member__person_id=member.person_id)
    return frozenset(rows.values_list("coder", flat=True))


def deeds_of(sample: StoredSample, coder: str | None = None) -> tuple[Deed, ...]:
    """Everything anybody did at the sample's pairs, or one coder alone."""
    rows = StoredLabel.objects.filter(sample=sample)
    return deeds(rows if coder is None else rows.filter(coder=coder))


def deeds(rows: Iterable[StoredLabel]) -> tuple[Deed, ...]:
    return tuple(
        Deed(
            id=str(row.id),
            pair=row.pair,
            coder=row.coder,
            turn=row.turn,
            answer=Answer(row.answer) if row.answer else None,
            note=row.note,
        )
        for row in rows
    )


def answers(sample: StoredSample, coder: str | None = None) -> tuple[Label, ...]:
    """The answers that stand, with their notes."""
    return standing(deeds_of(sample, coder))


def last_turn(sample: StoredSample) -> int:
    """The highest count there is; whoever goes on counts from there."""
    found = StoredLabel.objects.filter(sample=sample).aggregate(last=Max("turn"))["last"]
    return int(found or 0)


def unsealed(sample: StoredSample) -> QuerySet[StoredLabel]:
    """What the trail does not hold fast yet."""
    return StoredLabel.objects.filter(sample=sample, seal=None)

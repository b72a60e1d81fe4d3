"""Which samples were drawn, what was asked, and what did people answer?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from northing.foundations.people.models import Member, Organisation, Person
from northing.foundations.sources.rows import Refusal
from northing.foundations.trail import store as trail
from northing.stages.diagnose.verification.facts import CODERS, Answer, Label, Labelled
from northing.stages.diagnose.verification.intake.stored import labelled_in
from northing.stages.diagnose.verification.models import (
    Seat,
    StoredLabel,
    StoredQuestion,
    StoredSample,
)
from northing.stages.diagnose.verification.rules.standing import Deed, seal_of, standing

GIVEN = "answers given"
"""The entry of the trail that takes answers up."""
_HEAVY = ("content", "plan", "progress")
_State = StoredSample.State


def for_audits(organisation: Organisation) -> list[Labelled]:
    """Every drawing as an audit reads it: with answers only once nobody gives any more.

    Whoever still answers would see in an audit where the answers so far lead, and be swayed by it.
    """
    return [
        labelled(one) if one.state == _State.CLOSED else drawing_of(one)
        for one in samples(organisation)
    ]


def samples(organisation: Organisation) -> list[StoredSample]:
    """Those that were drawn, open or closed."""
    rows = StoredSample.objects.filter(
        organisation=organisation, state__in=(_State.OPEN, _State.CLOSED)
    )
    return list(rows.order_by("asked_at", "id"))


def labelled(sample: StoredSample) -> Labelled:
    """The sample with the answers that stand, as a case has them.

    Notes stay behind: people write them for each other, and a case goes from hand to hand.
    """
    labels = standing(deeds_of(sample))
    bare = (Label(pair=one.pair, coder=one.coder, answer=one.answer) for one in labels)
    return replace(drawing_of(sample), labels=tuple(bare))


def drawing_of(sample: StoredSample) -> Labelled:
    """The sample as it was drawn, without any answer."""
    found = labelled_in(json.dumps(sample.content).encode(), sample.name)
    if isinstance(found, Refusal):
        raise TypeError(f"sample {sample.id} is not as it was stored: {found.reason}")
    return Labelled(sample=found.sample)


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


def deeds(rows: QuerySet[StoredLabel]) -> tuple[Deed, ...]:
    told = rows.values_list("id", "pair", "coder", "turn", "answer", "note")
    return tuple(
        Deed(
            id=str(id_),
            pair=pair,
            coder=coder,
            turn=turn,
            answer=Answer(answer) if answer else None,
            note=note,
        )
        for id_, pair, coder, turn, answer, note in told
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


def labels_named(ids: Iterable[UUID]) -> dict[UUID, StoredLabel]:
    rows = StoredLabel.objects.filter(id__in=set(ids)).select_related("made_by")
    return {row.id: row for row in rows}


def waiting(sample: StoredSample, coder: str) -> list[int]:
    """The numbers this coder is asked and has no answer that stands, in the order of the sheet."""
    done = {one.pair for one in answers(sample, coder)}
    numbers = questions(sample, coder).values_list("number", flat=True)
    return [number for number in numbers if number not in done]


def is_done(sample: StoredSample, coder: str) -> bool:
    """Whether nothing waits for this coder; told by two counts as long as much does."""
    touched = StoredLabel.objects.filter(sample=sample, coder=coder).values("pair").distinct()
    return touched.count() >= questions(sample, coder).count() and not waiting(sample, coder)


def newest_pair(sample: StoredSample, coder: str, member: Member) -> int | None:
    """The pair of the newest answer of this person that still stands."""
    mine = StoredLabel.objects.filter(
        sample=sample, coder=coder, made_by__person_id=member.person_id
    )
    own = {str(row.id) for row in mine}
    kept = {one.pair for one in answers(sample, coder)}
    done = [one for one in deeds_of(sample, coder) if one.answer and one.pair in kept]
    last = max(done, key=lambda one: (one.turn, one.id), default=None)
    return last.pair if last and last.id in own else None


def answered_by_others(
    sample: StoredSample, coder: str, pairs: Iterable[int], member: Member
) -> bool:
    """Whether one of these pairs has an answer that stands and that another person gave."""
    rows = StoredLabel.objects.filter(sample=sample, coder=coder, pair__in=set(pairs))
    others = rows.exclude(made_by__person_id=member.person_id).values_list("id", flat=True)
    theirs = {str(one) for one in others}
    last: dict[int, Deed] = {}
    for one in sorted(deeds(rows) if theirs else (), key=lambda one: (one.turn, one.id)):
        last[one.pair] = one
    return any(one.answer and one.id in theirs for one in last.values())


def twice(sample: StoredSample) -> frozenset[int]:
    """The pairs that both coders are asked."""
    both = "".join(CODERS)
    return frozenset(questions(sample).filter(coders=both).values_list("number", flat=True))


def have_both_answered(sample: StoredSample) -> bool:
    """Whether nothing either says of the pairs of both can sway the other any more."""
    done = {(one.pair, one.coder) for one in answers(sample)}
    return all((pair, coder) in done for pair in twice(sample) for coder in CODERS)


def parted(sample: StoredSample) -> dict[int, dict[str, Label]]:
    """The pairs two coders answered differently, settled or not: by pair the labels by coder."""
    found: dict[int, dict[str, Label]] = {}
    for one in answers(sample):
        found.setdefault(one.pair, {})[one.coder] = one
    return {
        pair: said
        for pair, said in found.items()
        if len({said[coder].answer for coder in CODERS if coder in said}) > 1
    }


def altered(sample: StoredSample) -> int:
    """How many entries of the trail no longer fit the answers they took up: none, if all is well.

    An entry whose answers were taken out counts as one that does not fit.
    """
    found = 0
    for entry in trail.of_subject(sample.organisation_id, sample.id, verb=GIVEN):
        rows = StoredLabel.objects.filter(sample=sample, seal=entry.sequence)
        found += seal_of(deeds(rows)) != entry.event.details["sha256"]
    return found


def account(sample: StoredSample) -> dict[str, Any]:
    """How many pairs each coder and each kind of record has, and how many are answered."""
    rows = list(questions(sample).values_list("number", "coders", "account"))
    done = {(one.pair, one.coder) for one in answers(sample)}
    kinds: dict[str, dict[str, int]] = {}
    for number, coders, kind in rows:
        here = kinds.setdefault(kind, {"asked": 0, "answered": 0})
        here["asked"] += 1
        here["answered"] += any((number, coder) in done for coder in coders)
    by_coder = {
        coder: {
            "asked": sum(coder in coders for _, coders, _ in rows),
            "answered": sum((number, coder) in done for number, _, _ in rows),
        }
        for coder in CODERS
    }
    return {
        "pairs": len(rows),
        "answered": sum(one["answered"] for one in kinds.values()),
        "kinds": dict(sorted(kinds.items())),
        "coders": by_coder,
    }


def pairs(sample: StoredSample) -> list[dict[str, Any]]:
    """Every pair with what was answered; for a sample that is closed, as auditors read it."""
    said: dict[int, dict[str, Label]] = {}
    for one in answers(sample):
        said.setdefault(one.pair, {})[one.coder] = one
    drawn = {one["number"]: one for one in sample.content["sample"]["pairs"]}
    return [
        {"question": row, "said": list(said.get(row.number, {}).values()), **drawn[row.number]}
        for row in questions(sample)
    ]


def given_by(person: Person) -> QuerySet[StoredLabel]:
    """All that a person ever did at pairs, in any organisation, in the order in which they did."""
    rows = StoredLabel.objects.filter(made_by__person=person).select_related("sample")
    return rows.order_by("made_at", "sample_id", "turn", "id")

"""A drawn sample as the tables keep it: Amina's organisation, and who answers there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import NOON
from northing.interfaces.reports.labels_json import labels_json
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import answering, drawing, seating
from northing.stages.diagnose.verification.actions.answering import Given, Kept
from northing.stages.diagnose.verification.actions.drawing import Wanted
from northing.stages.diagnose.verification.facts import (
    CODERS,
    Answer,
    Labelled,
    Pair,
    Sample,
    Standing,
    Stratum,
)
from northing.stages.diagnose.verification.models import Seat, StoredSample

LATER = NOON + timedelta(hours=1)
DIGEST = "5" * 64


def make_audit(owner: Member, number: int = 1) -> StoredAudit:
    return StoredAudit.objects.create(
        organisation=owner.organisation,
        number=number,
        on=date(2026, 5, 1),
        state=StoredAudit.State.DONE,
        asked_at=NOON,
        asked_by=owner,
        done_at=NOON,
    )


def asked_of(number: int, pairs: int, coders: int) -> tuple[str, ...]:
    """The first fifth of a sample for both, the others in turn, as a drawing has it."""
    if coders == 1:
        return CODERS[:1]
    return CODERS if number <= -(-pairs // 5) else (CODERS[number % 2],)


def drawn(pairs: int, coders: int) -> Sample:
    """Lines of money beside one promise, every fifth of them."""
    stratum = Stratum(
        account="money", commitment="care", standing=Standing.LINKED, is_quoted=False,
        size=5 * pairs, mass=Decimal(500 * pairs), drawn=pairs,
    )  # fmt: skip
    return Sample(
        id=f"{pairs:08x}", on=date(2026, 5, 1), seed=0, size=pairs, population=10 * pairs,
        population_sha256=DIGEST, strata=(stratum,),
        pairs=tuple(_pair(number, pairs, coders) for number in range(1, pairs + 1)),
    )  # fmt: skip


def _pair(number: int, pairs: int, coders: int) -> Pair:
    return Pair(
        number=number, record=f"budget.csv:{number + 1}", commitment="care", stratum=0,
        probability=0.2, mass=Decimal(100), weight=Decimal(100), account="money",
        standing=Standing.LINKED, unit="Clinic", band="", words=f"w{number}", promise="p",
        coders=asked_of(number, pairs, coders),
    )  # fmt: skip


def make_content(pairs: int, coders: int) -> dict[str, object]:
    return json.loads(labels_json(Labelled(sample=drawn(pairs, coders))))


def make_questions(pairs: int, coders: int) -> list[dict[str, object]]:
    return [
        {
            "number": number,
            "coders": "".join(asked_of(number, pairs, coders)),
            "account": "money",
            "content": {
                "promise": "Every patient has longer appointments",
                "living": ["longer appointments for complex needs"],
                "breaking": ["a bonus for the number of patients seen"],
                "record": f"Second appointment, ward {number}",
                "kind": "money",
                "place": f"budget.csv, line {number + 1}",
                "heading": "Care",
                "amount": "EUR 100 · 3 March 2026",
                "unit": "Clinic",
                "before": [{"line": number, "text": "Chairs for patients", "amount": "EUR 20"}],
                "after": [{"line": number + 2, "text": "Car park", "amount": "EUR 900"}],
            },
        }
        for number in range(1, pairs + 1)
    ]


def make_sample(owner: Member, *, pairs: int = 10, coders: int = 1) -> StoredSample:
    """One that is open."""
    audit = StoredAudit.objects.filter(organisation=owner.organisation).first()
    sample, _ = drawing.plan((audit or make_audit(owner)).id, by=owner, at=NOON)
    drawing.keep_plan(sample.id, {"pairs": 10 * pairs, "sizes": []})
    drawing.draw(sample, Wanted(pairs, coders), by=owner, at=NOON)
    drawing.keep_drawing(
        sample.id, make_content(pairs, coders), make_questions(pairs, coders), at=NOON
    )
    return StoredSample.objects.get(id=sample.id)


def sit(sample: StoredSample, member: Member, coder: str = CODERS[0]) -> Seat:
    return seating.take(sample, coder, by=member, at=NOON)


def said(pair: int, answer: Answer | None = Answer.NEITHER, **but: object) -> Given:
    return Given(**{"id": uuid4(), "pair": pair, "answer": answer} | but)


def say(sample: StoredSample, by: Member, *given: Given) -> Kept:
    return answering.answer(sample, given, by=by, at=LATER)


def standing(sample: StoredSample, coder: str = CODERS[0]) -> dict[int, Answer]:
    return {one.pair: one.answer for one in store.answers(sample, coder)}


def named(given: Sequence[Given]) -> set[UUID]:
    return {one.id for one in given}

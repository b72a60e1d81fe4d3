"""What was said of how to begin, now and before?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation, Person
from northing.stages.clarify.approach.facts import Question, Reply
from northing.stages.clarify.approach.models import ApproachStatement
from northing.stages.clarify.approach.rules.questions import QUESTIONS


def statements(organisation: Organisation) -> QuerySet[ApproachStatement]:
    """All of them, the newest first."""
    return ApproachStatement.objects.filter(organisation=organisation).order_by("-number")


def newest(organisation: Organisation) -> ApproachStatement | None:
    return statements(organisation).first()


def statement(organisation: Organisation, wanted: UUID) -> ApproachStatement | None:
    return statements(organisation).filter(id=wanted).first()


def replies_of(row: ApproachStatement, among: tuple[Question, ...] = QUESTIONS) -> list[Reply]:
    """Its answers to questions that are asked today."""
    known = {one.id for one in among}
    return [
        Reply(one["question"], one["answer"], one["evidence"])
        for one in row.replies
        if one["question"] in known
    ]


def stated_by(person: Person) -> QuerySet[ApproachStatement]:
    """What this person stated, the first first."""
    return ApproachStatement.objects.filter(made_by__person=person).order_by("made_at", "id")

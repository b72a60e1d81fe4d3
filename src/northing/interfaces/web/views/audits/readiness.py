"""Is what change needs there, and on which records does that rest?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format, number_format
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.sentences_ready import ANSWERS, GROUNDS, READY, READY_NEXT, SIGNS
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.readiness import store
from northing.stages.diagnose.readiness.facts import (
    AUDIT,
    Answer,
    Answered,
    Ground,
    Readiness,
    Sighting,
)

SHOWN = 5
NEXT = {"audited": "audits_ask"}
HAND_IN = "records_hand_in"


@require_safe
@within(Action.AUDITS)
def readiness(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The answer, the seven questions, and the records behind each."""
    found = store.readiness_of(visit.organisation, on=visit.at.date())
    return show(request, visit, "web/audits/readiness.html", told(visit, found))


def told(visit: Visit, found: Readiness) -> dict[str, Any]:
    """What a page shows of readiness."""
    texts = {one.key: one.text for one in commitments.commitments(visit.organisation)}
    numbers = {one.number: one.id for one in audits.seen_by(visit.member)}
    rows = [_row(one, texts, numbers) for one in found.answered]
    return {
        "ready": found,
        "whole": found.whole.value,
        "sign": SIGNS[found.whole],
        "shown": sum(one.answer is Answer.YES for one in found.answered),
        "rows": rows,
        "rested": [one for one in rows if one["records"] or one["against"]],
        "bottleneck": [READY[one.question.id] for one in found.bottleneck],
    }


def _row(one: Answered, texts: dict[str, str], numbers: dict[int, UUID]) -> dict[str, Any]:
    key = one.question.id
    return {
        "id": key,
        "text": READY[key],
        "answer": ANSWERS[one.answer],
        "sign": SIGNS[one.answer],
        "why": _why(one),
        "by_machine": one.by_machine if one.ground is Ground.SHOWN else 0,
        "goes_against": len(one.against) if one.ground is Ground.SHOWN else 0,
        "records": [_record(each, texts, numbers) for each in one.rests_on[:SHOWN]],
        "against": [_record(each, texts, numbers) for each in _counter(one)],
        "more": max(0, len(one.rests_on) - SHOWN),
        "next": READY_NEXT[key] if one.answer is not Answer.YES else "",
        "address": NEXT.get(key, HAND_IN),
    }


def _counter(one: Answered) -> tuple[Sighting, ...]:
    """What speaks against a yes; where the answer is no, it stands above already."""
    return one.against[:SHOWN] if one.ground is Ground.SHOWN else ()


def _why(one: Answered) -> str:
    newest = date_format(one.newest_on, "DATE_FORMAT") if one.newest_on else ""
    return str(GROUNDS[one.ground]) % {
        "shown": number_format(len(one.rests_on), use_l10n=True, force_grouping=True),
        "looked_at": number_format(one.looked_at, use_l10n=True, force_grouping=True),
        "unchecked": number_format(one.unchecked, use_l10n=True, force_grouping=True),
        "months": one.question.months,
        "newest": newest,
    }


def _record(one: Sighting, texts: dict[str, str], numbers: dict[int, UUID]) -> dict[str, Any]:
    is_audit = one.kind == AUDIT
    return {
        "audit": numbers.get(int(one.name)) if is_audit else None,
        "name": one.name,
        "text": "" if is_audit else one.text,
        "on": one.on,
        "promises": [texts.get(key, key) for key in (one.commitments or one.against)],
        "is_checked": one.is_checked or not one.commitments,
    }

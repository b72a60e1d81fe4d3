"""What does a program read of how ready an organisation is?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from northing.stages.diagnose.readiness.facts import Answered, Readiness, Sighting
from northing.stages.diagnose.readiness.section import answer, why

MOST = 20
"""So many records are named for each question; how many there are is said beside."""


def readiness_json(found: Readiness, redact: Callable[[str], str]) -> dict[str, Any]:
    """The answer, what holds it back, and each question with the records it rests on."""
    return {
        "on": found.on.isoformat(),
        "whole": found.whole.value,
        "answer": answer(found),
        "bottleneck": [one.question.id for one in found.bottleneck],
        "questions": [_question(one, redact) for one in found.answered],
    }


def _question(one: Answered, redact: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": one.question.id,
        "text": one.question.text,
        "months": one.question.months,
        "answer": one.answer.value,
        "ground": one.ground.value,
        "why": why(one),
        "looked_at": one.looked_at,
        "unchecked": one.unchecked,
        "newest_on": one.newest_on.isoformat() if one.newest_on else None,
        "by_machine": one.by_machine,
        "rests_on_count": len(one.rests_on),
        "rests_on": [_record(each, redact) for each in one.rests_on[:MOST]],
        "against_count": len(one.against),
        "against": [_record(each, redact) for each in one.against[:MOST]],
    }


def _record(one: Sighting, redact: Callable[[str], str]) -> dict[str, Any]:
    return {
        "record": one.name,
        "text": redact(one.text),
        "on": one.on.isoformat() if one.on else None,
        "commitments": list(one.commitments),
        "against": list(one.against),
        "checked": one.is_checked,
    }

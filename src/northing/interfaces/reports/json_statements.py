"""How does a machine read what the promises say and leave open?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from northing.stages.clarify.mission.facts import Answer, Checked

Redact = Callable[[str], str]


def statements(found: Sequence[Checked], redact: Redact) -> list[dict[str, Any]]:
    """One object for each statement, with every answer and the words it rests on; estimates are
    left to whoever writes them."""
    return [_statement(one, redact) for one in found]


def _statement(one: Checked, redact: Redact) -> dict[str, Any]:
    return {
        "id": one.statement.id,
        "text": redact(one.statement.text),
        "answers": [_answer(answer, redact) for answer in one.answers],
        "grounding": one.grounding,
        "generic": one.generic,
        "nearest": one.nearest,
        "hedges": [redact(word) for word in one.hedges],
        "boasts": [redact(word) for word in one.boasts],
        "buzzwords": [redact(word) for word in one.buzzwords],
        "prompts": list(one.prompts),
    }


def _answer(one: Answer, redact: Redact) -> dict[str, Any]:
    return {
        "point": str(one.point),
        "said": str(one.said),
        "span": redact(one.span),
        "why": one.why,
    }

"""How does a machine read what was found, how sure it is, and what was answered to it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from northing.foundations.documents.told import Told
from northing.foundations.documents.told_json import kept
from northing.foundations.sources.rows import Place
from northing.stages.diagnose.findings.facts import Finding, Found, Reply, Sign, Tested, Turn

Redact = Callable[[str], str]
TOLD = (
    "statement", "criteria", "condition", "cause", "consequence", "corrective_action", "counter",
)  # fmt: skip
"""The parts of a finding that are sentences of ours."""


def findings(found: Found, redact: Redact) -> list[dict[str, Any]]:
    """One object each, the gravest first."""
    return [_finding(one, redact) for one in found.findings]


def tests(found: Found) -> dict[str, Any]:
    """How many hypotheses were tested, how many survive the correction, and each of them."""
    return {
        "number": len(found.tests),
        "q": found.q,
        "method": "Benjamini–Hochberg over all tests of this audit",
        "survive": sum(one.survives for one in found.tests),
        "each": [
            {
                "code": one.code,
                "commitment": one.commitment,
                "channel": one.channel,
                "method": one.method,
                **_test(one),
            }
            for one in found.tests
        ],
    }


def replies_unanswered(found: Found, redact: Redact) -> list[dict[str, Any]]:
    """Replies to findings that this audit does not have."""
    return [
        {"code": one.code, "commitment": one.commitment, **_reply(one, redact)}
        for one in found.unanswered
    ]


def _finding(one: Finding, redact: Redact) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": str(one.severity),
        "confidence": str(one.confidence),
        "commitment": one.commitment,
        "channel": one.channel,
        "period": one.period,
        "statement": redact(one.statement),
        "criteria": redact(one.criteria),
        "condition": redact(one.condition),
        "cause": redact(one.cause),
        "consequence": redact(one.consequence),
        "corrective_action": redact(one.corrective_action),
        "counter": redact(one.counter),
        "looked_for": one.looked_for,
        "what_would_change_it": one.change,
        "evidence": list(one.evidence),
        "counter_evidence": list(one.counter_evidence),
        "places": [place(each) for each in one.places],
        "verified": one.is_verified,
        "records_checked": one.checked,
        "test": one.tested and _test(one.tested),
        "turned": one.turn and _turn(one.turn),
        "further_signs": [_sign(each, redact) for each in one.signs],
        "replies": [_reply(each, redact) for each in one.replies],
        "told": _told(one, TOLD, redact),
    }


def _told(one: Finding | Sign, names: Iterable[str], redact: Redact) -> dict[str, Any]:
    """How the sentences with places were made; one without places says that itself."""
    said = {name: getattr(one, name) for name in names}
    return {
        name: kept(text, redact)
        for name, text in said.items()
        if isinstance(text, Told) and text.places
    }


def _sign(one: Sign, redact: Redact) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": str(one.severity),
        "channel": one.channel,
        "statement": redact(one.statement),
        "evidence": list(one.evidence),
        "places": [place(each) for each in one.places],
        "told": _told(one, TOLD[:1], redact),
    }


def _test(one: Tested) -> dict[str, Any]:
    return {"p_value": one.p_value, "adjusted": one.adjusted, "survives": one.survives}


def _turn(one: Turn) -> dict[str, Any]:
    return {
        "on": one.on.isoformat(),
        "low": one.low.isoformat(),
        "high": one.high.isoformat(),
        "level": one.level,
    }


def _reply(one: Reply, redact: Redact) -> dict[str, Any]:
    return {"on": one.on.isoformat(), "by": redact(one.by), "text": redact(one.text)}


def place(one: Place) -> dict[str, Any]:
    return {"path": one.path, "sheet": one.sheet, "line": one.line, "column": one.column}

"""What does an audit say, in tests that hold two of them against each other?"""

from __future__ import annotations

from typing import Any


def measure(low: float, high: float, value: float | None = None) -> dict[str, Any]:
    middle = (low + high) / 2 if value is None else value
    return {"value": middle, "low": low, "high": high, "level": None, "n": 40, "method": "census"}


def gap(commitment: str = "care", channel: str = "money", **but: Any) -> dict[str, Any]:
    found = {"commitment": commitment, "channel": channel, "period": None, "unit": None}
    return found | {"gap": measure(0.10, 0.20)} | but


def finding(code: str = "guardrail-crossed", **but: Any) -> dict[str, Any]:
    found = {
        "code": code,
        "severity": "medium",
        "commitment": "care",
        "channel": "money",
        "statement": "It was found.",
        "places": [{"path": "budget.csv", "line": 2}],
        "evidence": ["budget.csv:2"],
        "further_signs": [],
    }
    return found | but


def content(**but: Any) -> dict[str, Any]:
    """An audit of one file and one promise that measured one gap and found nothing."""
    found = {
        "on": "2026-01-15",
        "say_basis": "talk",
        "reproduce": {"version": "1", "seed": 0, "models": ["tf-idf"], "calibration": None},
        "sources": [{"path": "budget.csv", "sha256": "a", "channel": "money", "records": 9}],
        "commitments": [{"id": "care", "text": "We care.", "weight": 1, "guardrail": False}],
        "gaps": [gap()],
        "findings": [],
        "missing": [],
        "verification": {"labels": 0},
    }
    return found | but

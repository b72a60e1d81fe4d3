"""One drawn case as the finding rules see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from northing.foundations.text.redaction import Redactor
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.engine import findings_of
from northing.stages.diagnose.findings.facts import Finding
from northing.stages.diagnose.findings.rules.completeness import Missing
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.linking.tests.make import by_record, make_guess, make_link
from northing.stages.diagnose.say_do.tests.make import BOTH, MAY, Tagged, compare
from northing.stages.diagnose.verification.facts import (
    Answer,
    Judged,
    Pair,
    Standing,
    Verification,
)
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.tests.make import make_record

AMINA, BRUNO, CHIARA = "Amina Okoye", "Bruno Lindqvist", "Chiara Rossi"


def evidence_of(*tagged: Tagged, commitments: Sequence[Commitment] = BOTH, **but: Any) -> Evidence:
    links = by_record(link for _, of in tagged for link in of)
    parts: dict[str, Any] = {
        "on": MAY,
        "language": "en",
        "currency": "EUR",
        "commitments": commitments,
        "records": [record for record, _ in tagged],
        "links": links,
        "say_do": compare(*tagged, commitments=commitments),
        "discrepancies": (),
        "totals": (),
        "redact": Redactor([AMINA, BRUNO, CHIARA]).redact,
    }
    return Evidence(**(parts | but))


def find(code: str, *tagged: Tagged, missing: Sequence[Missing] = (), **but: Any) -> list[Finding]:
    """The findings of one code, also where it is a further sign of a graver one.

    Every one must have its five parts, say what speaks against it and what would change it.
    """
    found = findings_of(evidence_of(*tagged, **but), missing).findings
    for one in found:
        parts = (one.criteria, one.condition, one.cause, one.consequence, one.corrective_action)
        assert all((*parts, one.counter, one.looked_for, one.change)), one.code
    return [one for told in found for one in told_in(told) if one.code == code]


def told_in(finding: Finding) -> list[Finding]:
    """The finding, and each of its further signs as one of its own."""
    signs = [
        replace(
            finding, code=one.code, severity=one.severity, statement=one.statement,
            channel=one.channel, evidence=one.evidence, places=one.places,
        )
        for one in finding.signs
    ]  # fmt: skip
    return [finding, *signs]


def decision(number: int, commitment: str | None = "care", **but: Any) -> Tagged:
    """A decision that people tagged with a commitment, or with none."""
    link = {"stance": but.pop("stance", None)}
    parts: dict[str, Any] = {"path": "decisions.csv", "channel": Channel.DECISIONS}
    record = make_record(number, **(parts | {"amount": None, "currency": None} | but))
    return record, () if commitment is None else (make_link(record, commitment, **link),)


def metric(number: int, commitment: str | None = "care", **but: Any) -> Tagged:
    """A reading that people tagged with a commitment, or with none."""
    parts: dict[str, Any] = {"path": "kpis.csv", "channel": Channel.METRICS, "currency": None}
    given = () if commitment else (("none", Decimal(1)),)
    record = make_record(number, **(parts | {"given": given} | but))
    return record, () if commitment is None else (make_link(record, commitment),)


def heard(number: int, agree: object, commitment: str = "care", **but: Any) -> Tagged:
    """A reading of a survey in per cent, with how many answered."""
    cells = {"Agree %": str(agree), "Answered": str(but.pop("answered", 40))}
    parts: dict[str, Any] = {"path": "pulse.csv", "channel": Channel.VOICE, "currency": None}
    record = make_record(number, **(parts | {"amount": agree, "cells": cells} | but))
    return record, (make_link(record, commitment),)


def guessed(number: int, commitment: str = "care", *, linked: bool = False, **but: Any) -> Tagged:
    """A record the machine finds near a commitment, linked or merely plausible."""
    record = make_record(number, **but)
    return record, (make_guess(record, commitment, is_linked=linked, share=int(linked)),)


def answers(said: Mapping[str, Answer], commitment: str = "care") -> Verification:
    """What people answered of records, by id."""
    return Verification(
        judged=tuple(
            Judged(pair=_pair(number, record, commitment), record=record, answer=answer)
            for number, (record, answer) in enumerate(said.items(), start=1)
        )
    )


def _pair(number: int, record: str, commitment: str) -> Pair:
    return Pair(
        number=number, record=record, commitment=commitment, stratum=0, probability=1.0,
        mass=Decimal(1), weight=Decimal(1), account="decisions", standing=Standing.TAGGED,
        unit=None, band="", words="", promise="",
    )  # fmt: skip

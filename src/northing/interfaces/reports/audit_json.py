"""How does a machine read an audit? The schema is in `docs/reference/audit-json.md`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from northing.cycle import Audit
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.sources.rows import Refusal
from northing.foundations.text.reach import Reach
from northing.foundations.trail.facts import Head
from northing.interfaces.reports.json_findings import findings, replies_unanswered, tests
from northing.interfaces.reports.json_incentives import incentives
from northing.interfaces.reports.json_statements import statements
from northing.interfaces.reports.json_suggestions import suggestions
from northing.interfaces.reports.json_verification import verification
from northing.stages.diagnose.say_do.facts import (
    Amounts,
    ChannelAccount,
    Coverage,
    Divergence,
    Gap,
    HierarchySplit,
)
from northing.stages.records.ledger.facts import Record, SourceAccount

SCHEMA = 1
_DIGITS = 6


def to_json(
    audit: Audit, *, version: str, engine: str = "local", anchor: Head | None = None
) -> str:
    """The whole audit, byte for byte the same for the same case, date, seed and version."""
    content = content_of(audit, version=version, engine=engine)
    if anchor:
        content["reproduce"]["anchor"] = {"sequence": anchor.sequence, "digest": anchor.digest}
    return json.dumps(plain(content), ensure_ascii=False, indent=1) + "\n"


def content_of(audit: Audit, *, version: str, engine: str) -> dict[str, Any]:
    case, found = audit.case, audit.say_do
    redact = audit.redactor.redact
    return {
        "schema": SCHEMA,
        "organisation": redact(case.organisation),
        "on": audit.on.isoformat(),
        "say_basis": str(found.basis),
        "words": {
            "sentences": found.sentences,
            "mentions": found.mentions,
            "documents": found.documents,
        },
        "reproduce": {
            "version": version,
            "seed": audit.seed,
            "engine": engine,
            "models": ["tf-idf", "all-MiniLM-L6-v2"] if case.meaning else ["tf-idf"],
            "calibration": _calibration(audit),
            "records_sha256": records_sha256(case.records),
        },
        "reading": _reading(audit.links.reach),
        "sources": [_source(one, redact) for one in case.sources],
        "commitments": [
            {
                "id": one.id,
                "text": redact(one.text),
                "layer": one.layer and str(one.layer),
                "weight": one.weight,
                "guardrail": one.guardrail,
            }
            for one in case.commitments
        ],
        "statements": statements(audit.statements, redact),
        "say": [{"commitment": name, "say": measure} for name, measure in found.say],
        "channels": {one.channel: _account(one, redact) for one in found.accounts},
        "gaps": [_gap(one, redact) for one in found.gaps],
        "divergence": _divergences(found.divergences, found.hierarchies, redact),
        "suggestions": suggestions(audit.suggestions, redact),
        "incentives": incentives(audit.rewards, redact),
        "findings": findings(audit.found, redact),
        "tests": tests(audit.found),
        "replies_unanswered": replies_unanswered(audit.found, redact),
        "verification": verification(audit.verification),
        "coverage": [_coverage(one) for one in found.coverage],
        "repeats": [{"record": again, "counts_as": first or None} for again, first in case.repeats],
        "missing": [
            {"path": one.path, "channel": one.channel, "amount": one.amount, "reason": one.reason}
            for one in audit.missing
        ],
    }


def _calibration(audit: Audit) -> dict[str, int] | None:
    """On how many corrections of people the probabilities rest; null where there are none."""
    found = audit.links.calibration
    return None if found is None else {"corrections": found.labels, "confirmed": found.right}


def _reading(reach: Reach) -> dict[str, int]:
    """How many records the machine read how; `wordless` is a part of `words_alone`."""
    return {
        "records": reach.texts,
        "whole": reach.whole,
        "summed": reach.summed,
        "words_alone": reach.words_alone,
        "wordless": reach.wordless,
    }


def records_sha256(records: Iterable[Record]) -> str:
    """A fingerprint of what was compared: every record's place, text, amount and date."""
    digest = hashlib.sha256()
    for one in records:
        line = "\x1f".join(
            (
                one.id,
                one.channel,
                one.text,
                str(one.amount),
                str(one.currency),
                str(one.effective_on),
                one.sha256,
            )
        )
        digest.update(line.encode() + b"\x1e")
    return digest.hexdigest()


def measure(one: Measure) -> dict[str, Any]:
    if not isinstance(one, Estimate):
        return {"unknown": one.reason}
    found: dict[str, Any] = {
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "level": one.level,
        "n": one.n,
        "method": one.method,
    }
    if one.no_interval:
        found["no_interval"] = one.no_interval
    return found


def _source(one: SourceAccount, redact: Any) -> dict[str, Any]:
    return {
        "path": one.path,
        "sha256": one.sha256,
        "kind": one.kind,
        "channel": str(one.channel),
        "rows_read": one.rows_read,
        "records": one.records,
        "total": one.total,
        "rows_refused": [_refusal(refusal, redact) for refusal in one.refused],
        "left_out": dict(one.left_out),
        "notes": [redact(note) for note in one.notes],
    }


def _refusal(one: Refusal, redact: Any) -> dict[str, Any]:
    return {
        "sheet": one.place.sheet,
        "line": one.place.line,
        "column": one.place.column,
        "value": redact(one.value[:200]),
        "reason": redact(one.reason),
        "remedy": one.remedy,
    }


def _account(one: ChannelAccount, redact: Any) -> dict[str, Any]:
    whole = _amounts(one.whole)
    found: dict[str, Any] = {"unit": one.measure, **whole}
    found["periods"] = [{"period": each.label, **_amounts(each)} for each in one.periods]
    found["units"] = [
        {"unit": redact(each.label) if each.label else None, **_amounts(each)} for each in one.units
    ]
    found["commitments"] = [
        {"commitment": each.label, **_amounts(each)} for each in one.commitments
    ]
    found["missing"] = one.missing
    if one.income is not None:
        found["income"] = {"total": one.income.total, "records": one.income.records}
    return found


def _amounts(one: Amounts) -> dict[str, Any]:
    return {
        "total": one.total,
        "linked": one.linked,
        "unlinked": one.unlinked,
        "against": one.against,
        "records": one.records,
    }


def _gap(one: Gap, redact: Any) -> dict[str, Any]:
    return {
        "commitment": one.commitment,
        "channel": one.channel,
        "period": one.period,
        "unit": redact(one.unit) if one.unit else None,
        "say": one.say,
        "do": one.do,
        "gap": one.gap,
        "null_mean": one.null_mean,
        "contribution_tv": one.contribution_tv,
        "contribution_jsd": one.contribution_jsd,
        "records": one.records,
        "against": {"amount": one.against, "records": one.against_records},
        "credits_outweigh": one.is_clipped,
    }


def _divergences(
    divergences: Iterable[Divergence], hierarchies: Iterable[HierarchySplit], redact: Any
) -> dict[str, Any]:
    """The channel as a whole, with its periods, its units and the split between them behind it."""
    found: dict[str, Any] = {}
    for one in divergences:
        entry = _divergence(one, redact)
        if one.period is None and one.unit is None:
            found[one.channel] = {**entry, "hidden_by_netting": {"unknown": "fewer than two units"},
                                  "periods": [], "units": []}  # fmt: skip
        else:
            found[one.channel]["periods" if one.period is not None else "units"].append(entry)
    for split in hierarchies:
        found[split.channel] |= {
            "hidden_by_netting": split.hidden_by_netting,
            "hidden_null_mean": split.hidden_null_mean,
            "hidden_null_95": split.hidden_null_95,
            "between_units": split.between,
            "within_units": split.within,
            "joint_tv": split.joint_tv,
            "unit_parts": [
                {
                    "unit": redact(part.unit),
                    "weight": part.weight,
                    "jsd": part.jsd,
                    "tv": part.tv,
                    "note": part.note,
                }
                for part in split.units
            ],
        }
    return found


def _divergence(one: Divergence, redact: Any) -> dict[str, Any]:
    return {
        "period": one.period,
        "unit": redact(one.unit) if one.unit else None,
        "tv": one.tv,
        "jsd": one.jsd,
        "null_mean": one.null_mean,
        "null_95": one.null_95,
        "excess": one.excess,
    }


def _coverage(one: Coverage) -> dict[str, Any]:
    found: dict[str, Any] = {
        "commitment": one.commitment,
        "channel": str(one.channel),
        "records": one.records,
        "freshness": {
            "newest_on": one.newest_on and one.newest_on.isoformat(),
            "days_old": one.days_old,
        },
        "sources": one.sources,
    }
    if one.reason_unknown:
        found["reason_unknown"] = one.reason_unknown
    return found


def plain(value: Any) -> Any:
    """Estimates become objects, decimals exact numbers, floats are rounded so that bytes agree."""
    if isinstance(value, (Estimate, Unknown)):
        value = measure(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return _number(value) if isinstance(value, (Decimal, float)) else value


def _number(value: Decimal | float) -> int | float:
    """An integer where it is one; else the shortest float, which prints money to the cent."""
    if isinstance(value, float):
        return round(value, _DIGITS)
    return int(value) if value == value.to_integral_value() else float(value)

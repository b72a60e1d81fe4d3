"""Which findings tell the same thing twice, and in which order are they read?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from northing.stages.diagnose.findings.facts import Confidence, Finding, Reply, Severity, Sign
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE

CROSSED = "guardrail-crossed"
_SEVERITIES, _CONFIDENCES, _CODES = list(Severity), list(Confidence), list(CATALOGUE)


def merged(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each commitment, channel and family; the graver one tells the others.

    A guardrail that was crossed tells of every channel in which it was.
    """
    crossed = frozenset(one.commitment for one in findings if one.code == CROSSED)
    groups: dict[Hashable, list[Finding]] = {}
    for turn, one in enumerate(findings):
        groups.setdefault(_key(one, turn, crossed), []).append(one)
    return [_one(sorted(of, key=_rank)) for of in groups.values()]


def _key(finding: Finding, turn: int, crossed: frozenset[str | None]) -> Hashable:
    family = CATALOGUE[finding.code].family
    if not family or finding.commitment is None:
        return turn
    if family == CATALOGUE[CROSSED].family and finding.commitment in crossed:
        return finding.commitment, family
    return finding.commitment, finding.channel, family


def _one(findings: Sequence[Finding]) -> Finding:
    first, *others = findings
    signs = tuple(
        Sign(
            code=one.code,
            severity=one.severity,
            statement=one.statement,
            channel=one.channel,
            evidence=one.evidence,
            places=one.places,
        )
        for one in others
    )
    return replace(first, signs=signs)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The gravest first; at one severity what people verified, then the order of the catalogue."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, bool, int, int]:
    return (
        _SEVERITIES.index(finding.severity),
        not finding.is_verified,
        _CODES.index(finding.code),
        _CONFIDENCES.index(finding.confidence),
    )


def answered(
    findings: Iterable[Finding], replies: Sequence[Reply]
) -> tuple[tuple[Finding, ...], tuple[Reply, ...]]:
    """Each finding with the replies to it, and the replies that answer none."""
    told = tuple(
        replace(one, replies=tuple(reply for reply in replies if _is_to(reply, one)))
        for one in findings
    )
    return told, tuple(reply for reply in replies if not any(_is_to(reply, one) for one in told))


def _is_to(reply: Reply, finding: Finding) -> bool:
    codes = {finding.code, *(one.code for one in finding.signs)}
    return reply.code in codes and reply.commitment in (None, finding.commitment)

"""Does a commitment rest on one initiative, one payee or one unit?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from northing.foundations.documents.told import Term, tell
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence, is_deed
from northing.stages.diagnose.findings.rules.phrases import called, percent
from northing.stages.records.ledger.facts import Channel, Record
from northing.stages.records.ledger.rules.mass import account_of, mass_of

_MOST_OF_IT = Decimal("0.8")
_WIDER = Decimal("0.5")
_FEWEST_RECORDS = 5
_FEWEST_GROUPS = 3
_MOST = 5
_NAMED = {
    "initiative": ("initiative", "project", "programme", "program", "projekt", "programm"),
    "payee": ("payee", "supplier", "vendor", "partner", "lieferant", "empfänger"),
}
_HEAVIEST = ("money", "time", "decisions", "initiatives", "practices", "metrics", "incentives")


def concentration_findings(evidence: Evidence) -> Iterator[Finding]:
    """For each commitment the first way in which it rests on one, the heaviest channel first."""
    wider = _spread(evidence)
    for commitment in evidence.commitments:
        deeds = evidence.deeds_of(commitment.id)
        by_channel = _by_channel(evidence, deeds)
        for channel in _HEAVIEST:
            mine = by_channel.get(channel, [])
            resting = _resting(evidence, commitment, channel, mine, wider)
            if resting is not None:
                yield resting
                break


def _by_channel(evidence: Evidence, records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for one in records:
        found[account_of(one, evidence.currency)].append(one)
    return found


def _spread(evidence: Evidence) -> frozenset[tuple[str, str]]:
    """Channels and ways of grouping in which the whole is spread over many, none above half."""
    found = set()
    for channel, records in _by_channel(evidence, filter(is_deed, evidence.records)).items():
        for kind, of in _kinds():
            largest = _largest(records, of)
            groups = {of(one) for one in records} - {None, ""}
            if largest is not None and largest[1] < _WIDER and len(groups) >= _FEWEST_GROUPS:
                found.add((channel, kind))
    return frozenset(found)


def _resting(
    evidence: Evidence,
    commitment: Commitment,
    channel: str,
    mine: Sequence[Record],
    wider: frozenset[tuple[str, str]],
) -> Finding | None:
    if len(mine) < _FEWEST_RECORDS:
        return None
    for kind, of in _kinds():
        largest = _largest(mine, of) if (channel, kind) in wider else None
        if largest is not None and largest[1] >= _MOST_OF_IT:
            return _finding(evidence, commitment, channel, (kind, *largest))
    return None


def _kinds() -> Iterator[tuple[str, Callable[[Record], str | None]]]:
    for kind, names in _NAMED.items():
        yield kind, lambda one, names=names: _cell(one, names)  # type: ignore[misc]
    yield "unit", lambda one: one.unit
    yield "initiative of that name", _name


def _name(record: Record) -> str | None:
    """Of an initiative, without the numbers that tell one instalment from another."""
    if record.channel is not Channel.INITIATIVES:
        return None
    return " ".join(re.findall(r"[^\W\d_]+", record.text.casefold()))


def _cell(record: Record, names: Sequence[str]) -> str | None:
    return next((v for name, v in record.cells.items() if name.casefold() in names and v), None)


def _largest(
    records: Sequence[Record], of: Callable[[Record], str | None]
) -> tuple[str, Decimal, list[Record]] | None:
    """The name that carries most, its share of the whole, and its records."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for one in records:
        name = of(one)
        if name:
            groups[name].append(one)
    whole = sum((abs(mass_of(one)) for one in records), Decimal(0))
    if not groups or not whole:
        return None
    sums = {
        name: sum((abs(mass_of(one)) for one in mine), Decimal(0)) for name, mine in groups.items()
    }
    name = max(sorted(sums), key=lambda each: sums[each])
    return name, sums[name] / whole, groups[name]


def _finding(
    evidence: Evidence,
    commitment: Commitment,
    channel: str,
    largest: tuple[str, str, Decimal, list[Record]],
) -> Finding:
    kind, name, share, records = largest
    here = {each.id for each in records}
    elsewhere = [one for one in evidence.deeds_of(commitment.id) if one.id not in here]
    return Finding(
        code="rests-on-one-initiative",
        severity=Severity.LOW,
        commitment=commitment.id,
        channel=channel,
        statement=tell(
            "{share} of the {channel} for “{promise}” lies with one {kind}, “{name}”.",
            share=percent(float(share)),
            channel=called(channel),
            promise=evidence.name(commitment.id),
            kind=Term(kind),
            name=evidence.redact(name),
        ),
        criteria="A promise of the whole organisation does not hang on one thread.",
        condition=tell(
            "“{name}”: {n} records, {share}.",
            name=evidence.redact(name),
            n=len(records),
            share=percent(float(share)),
        ),
        consequence="When that one ends, the promise ends with it.",
        corrective_action="Let a second team or partner carry a part of it.",
        counter=tell("{n} deeds of it lie elsewhere, in any channel.", n=len(elsewhere)),
        evidence=tuple(one.id for one in records[:_MOST]),
        counter_evidence=tuple(one.id for one in elsewhere[:_MOST]),
        places=tuple(one.place for one in records[:_MOST]),
    )

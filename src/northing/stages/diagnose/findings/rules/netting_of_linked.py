"""Do units offset one another among what could be linked, where much could not?

What serves no promise as far as anyone knows stands far from all words, alike in every unit: beside
it no unit's shares can outweigh the words, so nothing can be netted, however unlike the units are.
Here only what was linked is held against the words. The machine overlooks much, so this asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from northing.foundations.documents.told import Told, tell
from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.hierarchy import decompose
from northing.foundations.methods.null_gap import NullGap
from northing.foundations.methods.null_netting import null_netting
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called, percent, points
from northing.stages.records.ledger.facts import HEARD, SPOKEN, Record
from northing.stages.records.ledger.rules.mass import account_of, is_counted, mass_of

NOTABLE, DRAWS, FEWEST = 0.05, 1000, 2
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linked:
    """What units do for promises, as far as it was linked: amounts, and how many they count as."""

    channel: str
    units: tuple[str, ...]
    amounts: Floats
    sizes: tuple[float, ...]


def netting_of_linked(evidence: Evidence, told: frozenset[str]) -> Iterator[Finding]:
    """For channels of which a part nobody tagged, unless netting of the whole was `told`."""
    said = _said(evidence)
    for channel, records in _by_channel(evidence).items():
        if said is None or channel in told or _is_settled(evidence, records):
            continue
        linked = _linked(evidence, channel, records)
        if linked is not None:
            yield from _findings(evidence, linked, said)


def _said(evidence: Evidence) -> Floats | None:
    of = dict(evidence.say_do.say)
    known = [of[one.id] for one in evidence.commitments]
    if len(known) < FEWEST or not all(isinstance(one, Estimate) for one in known):
        return None
    return np.array([one.value for one in known if isinstance(one, Estimate)])


def _by_channel(evidence: Evidence) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for one in evidence.records:
        is_deed = one.channel not in (*SPOKEN, *HEARD)
        if is_deed and one.unit is not None and is_counted(one) and mass_of(one) > 0:
            found[account_of(one, evidence.currency)].append(one)
    return found


def _is_settled(evidence: Evidence, records: list[Record]) -> bool:
    return all(one.id in evidence.settled for one in records)


def _linked(evidence: Evidence, channel: str, records: list[Record]) -> Linked | None:
    place = {one.id: at for at, one in enumerate(evidence.commitments)}
    rows: dict[str, Floats] = defaultdict(lambda: np.zeros(len(place)))
    squares: dict[str, float] = defaultdict(float)
    for record in records:
        for link in evidence.links.get(record.id, ()):
            if link.is_linked and link.commitment in place:
                part = float(link.share * mass_of(record))
                rows[str(record.unit)][place[link.commitment]] += part
                squares[str(record.unit)] += part**2
    units = tuple(sorted(unit for unit, row in rows.items() if row.sum() > 0))
    if len(units) < FEWEST:
        return None
    sizes = tuple(float(rows[unit].sum() ** 2 / squares[unit]) for unit in units)
    return Linked(channel, units, np.array([rows[unit] for unit in units]), sizes)


def _findings(evidence: Evidence, linked: Linked, said: Floats) -> Iterator[Finding]:
    deeds = linked.amounts / linked.amounts.sum()
    words = np.outer(deeds.sum(axis=1), said / said.sum())
    hidden = decompose(words, deeds).hidden_by_netting_tv
    if hidden < NOTABLE:
        return
    null = null_netting(words, deeds, linked.sizes, draws=DRAWS, seed=evidence.seed)
    if hidden - null.mean >= NOTABLE and hidden > null.q95:
        yield _finding(evidence, linked, hidden, null)


def _finding(evidence: Evidence, linked: Linked, hidden: float, null: NullGap) -> Finding:
    shares = linked.amounts / linked.amounts.sum(axis=1, keepdims=True)
    widest = int(np.argmax(shares.max(axis=0) - shares.min(axis=0)))
    least, most = int(shares[:, widest].argmin()), int(shares[:, widest].argmax())
    name = evidence.commitments[widest].id
    return Finding(
        code="hidden-by-netting",
        severity=Severity.LOW,
        commitment=name,
        channel=linked.channel,
        statement=tell(
            "Of what could be linked in {kind}, {points} of the distance are hidden because units "
            "offset one another: “{promise}” takes {least} in {unit} and {most} in {other}.",
            kind=called(linked.channel),
            points=points(hidden),
            promise=evidence.name(name),
            least=percent(float(shares[least, widest])),
            unit=evidence.redact(linked.units[least]),
            most=percent(float(shares[most, widest])),
            other=evidence.redact(linked.units[most]),
        ),
        criteria="The same promise holds in every unit.",
        condition=_chance(null),
        consequence="Some people meet the promise kept, others do not.",
        corrective_action="Look at the units one by one.",
        counter=(
            "What could not be linked may even it out; and units may have different tasks, then "
            "different shares are meant."
        ),
    )


def _chance(null: NullGap) -> Told:
    return tell(
        "In {n} records units that act alike would seem to hide {usually} on average, and {most} "
        "in one case of twenty.",
        n=null.n,
        usually=points(null.mean),
        most=points(null.q95),
    )

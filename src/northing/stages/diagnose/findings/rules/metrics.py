"""What is promised and not measured, and what is measured and serves no promise?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from northing.foundations.documents.told import Listed, Place, tell
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import is_lone_answer
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import counted
from northing.stages.records.ledger.facts import Channel, Record

_MOST = 5
_FEWEST = 3
"""Fewer metrics may well be kept for something else."""


def metric_findings(evidence: Evidence) -> Iterator[Finding]:
    """One by one where any metric was linked to a commitment: else the links may be missing."""
    metrics = [one for one in evidence.records if one.channel is Channel.METRICS]
    served = {name for one in metrics for name in _served(evidence, one)}
    if not served:
        if len({one.text for one in metrics}) >= _FEWEST and evidence.commitments:
            yield _none_serves(evidence, metrics)
        return
    is_tagged = all(evidence.is_certain(one) for one in metrics)
    for commitment in evidence.commitments:
        mine = [one for one in metrics if commitment.id in _served(evidence, one)]
        if not mine or is_lone_answer(evidence, commitment.id, mine):
            yield _unmeasured(evidence, commitment, metrics, is_tagged=is_tagged)
    idle = [one for one in metrics if not _served(evidence, one)]
    if idle:
        yield _idle(evidence, idle, metrics, is_tagged=is_tagged)


def _none_serves(evidence: Evidence, metrics: Sequence[Record]) -> Finding:
    """A question, whatever the files say: that all are off the promises is one reading of two."""
    first = {one.text: one for one in reversed(metrics)}
    names = sorted(first)
    listed = _listed(evidence, first, names)
    near = [
        one
        for each in evidence.commitments
        for one in evidence.deeds_near(each.id)
        if one.channel is Channel.METRICS
    ]
    return Finding(
        code="commitment-without-metric",
        severity=Severity.LOW,
        channel=str(Channel.METRICS),
        statement=tell(
            "None of {metrics} was seen to show whether any of {promises} is kept: {listed}.",
            metrics=counted(len(names), "metric"),
            promises=counted(len(evidence.commitments), "commitment"),
            listed=listed,
        ),
        criteria="What is measured shows whether a promise is kept.",
        condition=tell(
            "No reading of {readings} is linked to a commitment.",
            readings=counted(len(metrics), "reading"),
        ),
        consequence="What is not looked at is the first to give way to what is.",
        corrective_action=(
            "Say of each metric which promise it serves; where none does, choose one for each."
        ),
        counter=tell(
            "{readings} come near a commitment. They may be named in words that the machine does "
            "not know: tags in the file would tell.",
            readings=counted(len(near), "reading"),
        ),
        evidence=tuple(first[name].id for name in names[:_MOST]),
        counter_evidence=tuple(one.id for one in near[:_MOST]),
        places=tuple(first[name].place for name in names[:_MOST]),
    )


def _served(evidence: Evidence, metric: Record) -> list[str]:
    return [one.commitment for one in evidence.links.get(metric.id, ()) if one.is_linked]


def _unmeasured(
    evidence: Evidence, commitment: Commitment, metrics: Sequence[Record], *, is_tagged: bool
) -> Finding:
    lone = [one for one in metrics if commitment.id in _served(evidence, one)]
    beside = [one for one in evidence.deeds_near(commitment.id) if one.channel is Channel.METRICS]
    near = [*lone, *beside]
    said = evidence.linked_to(commitment.id, spoken=True)
    names = dict.fromkeys(one.text for one in metrics)
    searched = counted(len(names), "metric")
    counter = (
        tell(
            "{metrics} were searched; “{quote}” comes near it and may serve it.",
            metrics=searched,
            quote=evidence.quoted(near[0], 120),
        )
        if near
        else tell(
            "{metrics} were searched; none comes near it. What matters is not always measured by "
            "a number.",
            metrics=searched,
        )
    )
    return Finding(
        code="commitment-without-metric",
        severity=Severity.MEDIUM if is_tagged and not near else Severity.LOW,
        commitment=commitment.id,
        channel=str(Channel.METRICS),
        statement=tell(
            "No metric shows whether “{promise}” is kept, among {metrics} that were read.",
            promise=evidence.name(commitment.id),
            metrics=searched,
        ),
        criteria=evidence.name(commitment.id),
        condition=tell(
            "Of {readings} one alone was said to serve it, and that may be a slip."
            if lone
            else "No reading of {readings} is linked to it.",
            readings=counted(len(metrics), "reading"),
        ),
        consequence="What is not looked at is the first to give way to what is.",
        corrective_action="Choose one metric with the people it serves, and a target for it.",
        counter=counter,
        evidence=tuple(one.id for one in said[:_MOST]),
        counter_evidence=tuple(one.id for one in near[:_MOST]),
    )


def _idle(
    evidence: Evidence, idle: Sequence[Record], metrics: Sequence[Record], *, is_tagged: bool
) -> Finding:
    first = {one.text: one for one in reversed(idle)}
    names = sorted(first)
    of = len({one.text for one in metrics})
    return Finding(
        code="metric-without-commitment",
        severity=Severity.LOW if is_tagged else Severity.NOTE,
        channel=str(Channel.METRICS),
        statement=tell(
            "{n} of {all} metrics serve no commitment: {listed}.",
            n=len(names),
            all=of,
            listed=_listed(evidence, first, names),
        ),
        criteria="What is measured shows whether a promise is kept.",
        condition=tell(
            "{readings} are linked to no commitment.", readings=counted(len(idle), "reading")
        ),
        consequence="Attention goes to what nobody promised.",
        corrective_action="Say of each which promise it serves, or stop reporting it to the board.",
        counter="An organisation must also know what it costs to run; that is no fault.",
        evidence=tuple(first[name].id for name in names[:_MOST]),
        places=tuple(first[name].place for name in names[:_MOST]),
    )


def _listed(evidence: Evidence, first: Mapping[str, Record], names: Sequence[str]) -> Place:
    """The first of them in their own words, and how many more there are."""
    quotes = (evidence.quoted(first[name], 100) for name in names[:_MOST])
    listed = Listed(tuple(tell("“{text}”", text=one) for one in quotes), "; ")
    more = len(names) - _MOST
    return tell("{listed} and {more} more", listed=listed, more=more) if more > 0 else listed

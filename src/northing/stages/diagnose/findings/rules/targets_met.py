"""Are targets met while the promise they stand for is not?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from northing.foundations.documents.told import Listed, Place, Told, tell
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.beyond_error import is_beyond_error
from northing.stages.diagnose.findings.rules.evidence import Evidence, is_deed
from northing.stages.diagnose.findings.rules.phrases import counted
from northing.stages.diagnose.findings.rules.readings import reaches
from northing.stages.diagnose.findings.rules.trends import FALLING, fall_in_words, falls, series_of
from northing.stages.diagnose.findings.rules.voices import Voices, voices_of
from northing.stages.diagnose.say_do.facts import Gap
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import Channel, Record, Stance

_MOST = 5
_LEAST_IDLE = 2


@dataclass(frozen=True, slots=True)
class Against:
    """What stands against a metric that is met: in words, the records, and whether it is sure."""

    words: Place
    records: tuple[Record, ...]
    is_certain: bool


def target_findings(evidence: Evidence) -> Iterator[Finding]:
    latest, every = _latest(evidence), series_of(evidence)
    read = [(one, met) for one in latest if (met := reaches(one)) is not None]
    for commitment in evidence.commitments:
        mine = [(one, met) for one, met in read if _serves(evidence, one, commitment.id)]
        if mine and all(met for _, met in mine):
            found = list(_against(evidence, commitment, every))
            if found:
                yield _green(evidence, commitment, [one for one, _ in mine], found)
    yield from _wrong_ones(evidence, read)


def _latest(evidence: Evidence) -> list[Record]:
    """The readings of each metric and unit in its latest period."""
    newest: dict[tuple[str, str | None], str] = {}
    metrics = [one for one in evidence.records if one.channel is Channel.METRICS]
    for one in metrics:
        key = one.text, one.unit
        newest[key] = max(newest.get(key, ""), _when(one))
    return [one for one in metrics if _when(one) == newest[one.text, one.unit]]


def _when(record: Record) -> str:
    return str(record.effective_on or record.period or "")


def _serves(evidence: Evidence, metric: Record, commitment: str) -> bool:
    link = evidence.link(metric, commitment)
    return link is not None and link.is_linked and link.stance is not Stance.CONTRADICTS


def _against(
    evidence: Evidence, commitment: Commitment, every: Mapping[tuple[str, str], Sequence[Gap]]
) -> Iterator[Against]:
    """Means that fall, deeds that contradict, voices that disagree."""
    for channel in FALLING:
        series = every.get((commitment.id, channel), ())
        if falls(series):
            lines = [one for one in evidence.deeds_of(commitment.id) if str(one.channel) == channel]
            is_certain = all(map(evidence.is_certain, lines))
            yield Against(fall_in_words(series, channel), tuple(lines[:_MOST]), is_certain)
    wrong = [one for one in evidence.records if _runs_against(evidence, one, commitment.id)]
    if wrong:
        words = tell(
            "{records} run against it: “{quote}”",
            records=counted(len(wrong), "record"),
            quote=evidence.quoted(wrong[0], 120),
        )
        yield Against(words, tuple(wrong), _is_sure(evidence, commitment.id, wrong))
    voices = voices_of(evidence, commitment.id)
    if voices is not None and (voices.is_low or voices.is_falling):
        yield Against(_heard(voices), voices.records, voices.is_certain)


def _heard(voices: Voices) -> Told:
    return tell("of those asked, {voices}", voices=voices.in_words)


def _runs_against(evidence: Evidence, record: Record, commitment: str) -> bool:
    is_here = is_deed(record) and record.channel is not Channel.METRICS
    return is_here and evidence.stance_of(record, commitment) is Stance.CONTRADICTS


def _is_sure(evidence: Evidence, commitment: str, wrong: Sequence[Record]) -> bool:
    """A mark in the files is; answers of people only if they are more than their errors."""
    judged = [one for one in wrong if evidence.answer(one.id, commitment) is Answer.CONTRADICTS]
    return len(judged) < len(wrong) or is_beyond_error(evidence, commitment, len(judged))


def _green(
    evidence: Evidence,
    commitment: Commitment,
    metrics: Sequence[Record],
    against: Sequence[Against],
) -> Finding:
    name, told = evidence.name(commitment.id), Listed(tuple(one.words for one in against), "; ")
    listed = _listed(evidence, metrics)
    is_certain = any(one.is_certain for one in against) and all(map(evidence.is_certain, metrics))
    return Finding(
        code="green-but-off-mission",
        severity=Severity.MEDIUM if is_certain else Severity.LOW,
        commitment=commitment.id,
        channel=str(Channel.METRICS),
        period=metrics[-1].period,
        statement=tell(
            "Every metric of “{promise}” that has a target reaches it ({metrics}), and yet: "
            "{against}.",
            promise=name,
            metrics=listed,
            against=told,
        ),
        criteria=name,
        condition=tell("{metrics}. {against:up}.", metrics=listed, against=told),
        consequence="The board sees green while the promise gives way.",
        corrective_action="Ask those it serves which reading would show that it is kept.",
        counter=(
            "Metrics of it that miss their target were looked for; none was found. A target "
            "without a direction was read as the least, or as the most of what should be less."
        ),
        evidence=tuple(dict.fromkeys(each.id for one in against for each in one.records))[:_MOST],
        counter_evidence=tuple(one.id for one in metrics[:_MOST]),
        places=tuple(one.place for one in metrics[:_MOST]),
    )


def _listed(evidence: Evidence, metrics: Sequence[Record]) -> Listed:
    first = {one.text: one for one in reversed(metrics)}
    return Listed(tuple(_metric(evidence, one) for one in list(first.values())[:_MOST]), "; ")


def _metric(evidence: Evidence, one: Record) -> Told:
    return tell(
        "“{text}” {reading} of {target}" if one.target else "“{text}”",
        text=evidence.quoted(one, 80),
        reading=str(one.amount),
        target=one.target or "",
    )


def _wrong_ones(evidence: Evidence, read: Sequence[tuple[Record, bool]]) -> Iterator[Finding]:
    """Metrics that serve no commitment are met, those of commitments are missed."""
    ids = [one.id for one in evidence.commitments]
    mine = [(one, met) for one, met in read if any(_serves(evidence, one, id_) for id_ in ids)]
    idle = [(one, met) for one, met in read if not evidence.links.get(one.id)]
    met_idle, missed = [one for one, met in idle if met], [one for one, met in mine if not met]
    is_split = 2 * len(met_idle) > len(idle) >= _LEAST_IDLE and 2 * len(missed) > len(mine)
    if is_split and len(missed) >= _LEAST_IDLE:
        yield _split(evidence, met_idle, missed, mine=len(mine), idle=len(idle))


def _split(
    evidence: Evidence, met: Sequence[Record], missed: Sequence[Record], *, mine: int, idle: int
) -> Finding:
    is_certain = all(map(evidence.is_certain, (*met, *missed)))
    return Finding(
        code="green-but-off-mission",
        severity=Severity.MEDIUM if is_certain else Severity.LOW,
        channel=str(Channel.METRICS),
        period=missed[-1].period,
        statement=tell(
            "{met} of {idle} readings that serve no commitment reach their target ({reached}); "
            "{missed} of {mine} that serve one miss it ({failed}).",
            met=len(met),
            idle=idle,
            reached=_listed(evidence, met),
            missed=len(missed),
            mine=mine,
            failed=_listed(evidence, missed),
        ),
        criteria="What is promised is what is reached.",
        condition=tell(
            "Missed: {failed}. Met: {reached}.",
            failed=_listed(evidence, missed),
            reached=_listed(evidence, met),
        ),
        consequence="The organisation is good at what it did not promise.",
        corrective_action="Put the promised readings first on the board's page.",
        counter=tell("{n} readings of commitments reach their target.", n=mine - len(missed)),
        evidence=tuple(one.id for one in missed[:_MOST]),
        counter_evidence=tuple(one.id for one in met[:_MOST]),
        places=tuple(one.place for one in missed[:_MOST]),
    )

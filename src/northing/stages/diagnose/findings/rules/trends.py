"""Which commitment is called crucial, or goes on being spoken of, while its means fall?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from statistics import fmean

from northing.foundations.documents.told import Listed, Place, Told, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.foundations.text.cues import eases, emphasis
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called, percent
from northing.stages.diagnose.findings.rules.spoken_share import (
    Spoken,
    shares_of_words,
    spoken_by_period,
)
from northing.stages.diagnose.say_do.facts import Gap
from northing.stages.records.ledger.facts import SPOKEN, Record

FALLING = ("money", "time")
_TWO_THIRDS = 2 / 3
_THREE_QUARTERS = 3 / 4
_HALF = 1 / 2
_SEVERAL = 3
_STAY = 0.75
_LEAST_DROP = 0.005
_MOST = 5
_LIGHTER = list(reversed(Severity))


def trend_findings(evidence: Evidence) -> Iterator[Finding]:
    """Money or time that falls, while the words stay or whatever they do."""
    spoken, every = spoken_by_period(evidence), series_of(evidence)
    for channel in FALLING:
        for one in evidence.commitments:
            series = every.get((one.id, channel), [])
            stays = _stays(spoken, one.id, series)
            if _falls(series):
                yield _finding(evidence, one.id, channel, series)
            if stays and falls(series):
                yield _while_words_stay(evidence, one.id, channel, series, stays)


def series_of(evidence: Evidence) -> dict[tuple[str, str], list[Gap]]:
    """The known gaps of each commitment and channel, by period."""
    found: dict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in evidence.say_do.gaps:
        if gap.commitment != NONE and gap.period is not None and isinstance(gap.do, Estimate):
            found[(gap.commitment, gap.channel)].append(gap)
    return {key: sorted(gaps, key=lambda gap: str(gap.period)) for key, gaps in found.items()}


def _share(gap: Gap) -> float:
    return gap.do.value if isinstance(gap.do, Estimate) else 0.0


def falls(series: Sequence[Gap]) -> bool:
    """From period to period, or by and large."""
    return _falls(series) or _falls_by_and_large(series)


def is_steady(series: Sequence[Gap]) -> bool:
    """Down in every one of three periods or more: the ledger says so itself, without a test."""
    return len(series) >= _SEVERAL and _falls(series)


def fall_in_words(series: Sequence[Gap], channel: str) -> Told:
    return tell(
        "its share of {kind} fell from {first} in {then} to {last} in {now}",
        **_fallen(series, channel),
    )


def _fallen(series: Sequence[Gap], channel: str) -> dict[str, Place]:
    """What stands in every sentence that tells of the fall."""
    first, last = series[0], series[-1]
    return {
        "kind": called(channel),
        "first": percent(_share(first)),
        "then": str(first.period),
        "last": percent(_share(last)),
        "now": str(last.period),
    }


def _falls(series: Sequence[Gap]) -> bool:
    shares = [_share(gap) for gap in series]
    if len(shares) <= 1 or shares[0] == 0:
        return False
    falling = all(later <= earlier for earlier, later in pairwise(shares))
    return (
        falling
        and _shrinks(series)
        and shares[-1] <= _TWO_THIRDS * shares[0]
        and shares[0] - shares[-1] >= _LEAST_DROP
    )


def _falls_by_and_large(series: Sequence[Gap]) -> bool:
    """By a third or more over three periods, its later half below its earlier; by half over two."""
    shares = [_share(gap) for gap in series]
    if len(shares) <= 1 or shares[0] - shares[-1] < _LEAST_DROP or not _shrinks(series):
        return False
    if len(shares) < _SEVERAL:
        return shares[-1] <= _HALF * shares[0]
    half = len(shares) // 2
    later, earlier = fmean(shares[-half:]), fmean(shares[:half])
    return shares[-1] <= _TWO_THIRDS * shares[0] and later <= _THREE_QUARTERS * earlier


def _stays(spoken: Spoken, commitment: str, series: Sequence[Gap]) -> list[tuple[str, float]]:
    """Its shares of the dated words from the first period of the means on, unless they fall."""
    if not series:
        return []
    said = shares_of_words(spoken, commitment)
    shares = [share for _, share in said]
    if len(shares) <= 1 or not shares[-1]:
        return []
    half = len(shares) // 2
    return said if fmean(shares[-half:]) >= _STAY * fmean(shares[:half]) else []


def _while_words_stay(
    evidence: Evidence,
    commitment: str,
    channel: str,
    series: Sequence[Gap],
    said: Sequence[tuple[str, float]],
) -> Finding:
    fallen = _finding(evidence, commitment, channel, series)
    words = _course(said)
    return replace(
        fallen,
        code="money-falls-while-words-stay",
        severity=min(fallen.severity, Severity.MEDIUM, key=_LIGHTER.index),
        statement=tell(
            "The share of {kind} for “{promise}” fell from {first} in {then} to {last} in {now}, "
            "while its share of the words stayed: {words}.",
            promise=evidence.name(commitment),
            words=words,
            **_fallen(series, channel),
        ),
        condition=together(fallen.condition, tell("Its share of the words: {words}.", words=words)),
    )


def _finding(evidence: Evidence, commitment: str, channel: str, series: Sequence[Gap]) -> Finding:
    spoken = evidence.linked_to(commitment, spoken=True)
    praised = [one for one in spoken if emphasis(one.text)]
    eased = _explanations(evidence, commitment, praised)
    lines = _lines(evidence, commitment, channel, [str(gap.period) for gap in series])
    decided = _decided(evidence, commitment, str(series[-1].period))
    path = _course([(str(gap.period), _share(gap)) for gap in series])
    explained = (
        tell("The organisation says: “{quote}”", quote=evidence.quoted(eased[0])) if eased else ""
    )
    return Finding(
        code="share-falls-while-called-crucial" if praised else "share-falls",
        severity=_severity(lines, praised),
        commitment=commitment,
        channel=channel,
        period=series[-1].period,
        statement=together(
            tell(
                "The share of {kind} for “{promise}” fell from {first} in {then} to {last} in "
                "{now} while it is called {cues}."
                if praised
                else "The share of {kind} for “{promise}” fell from {first} in {then} to {last} "
                "in {now}.",
                promise=evidence.name(commitment),
                cues=_quoted_cues(praised),
                **_fallen(series, channel),
            ),
            explained,
        ),
        criteria=evidence.quoted(praised[0]) if praised else evidence.name(commitment),
        condition=tell("Its share of {kind}: {path}.", kind=called(channel), path=path),
        cause=evidence.quoted(eased[0]) if eased else "",
        consequence=(
            "What is called important is left with less to be done with."
            if praised
            else "The promise is left with less to be kept with."
        ),
        corrective_action="Say what takes its place, or restore its means.",
        counter=_counter(explained, decided),
        evidence=tuple(one.id for one in (*praised[:_MOST], *lines)),
        counter_evidence=tuple(one.id for one in (*eased[:_MOST], *decided[:_MOST])),
        places=tuple(one.place for one in lines[:_MOST]),
    )


def _severity(lines: Sequence[Record], praised: Sequence[Record]) -> Severity:
    """A single payment that was not made again is no fall yet."""
    if len(lines) <= 1:
        return Severity.LOW
    return Severity.HIGH if praised else Severity.MEDIUM


def _shrinks(series: Sequence[Gap]) -> bool:
    """A share may fall because others grew: only means that shrank themselves are a fall."""
    return series[-1].amount < series[0].amount


def _decided(evidence: Evidence, commitment: str, period: str) -> list[Record]:
    """Decisions for the commitment in the last period: means may be on their way."""
    mine = evidence.linked_to(commitment, spoken=False)
    return [
        one
        for one in mine
        if one.channel == "decisions" and one.period == period and (one.amount or 0) >= 0
    ]


def _counter(explained: str, decided: Sequence[Record]) -> str:
    if not explained and not decided:
        return "No sentence was found that explains the fall."
    means = tell("{n} decisions of the same period set means aside for it.", n=len(decided))
    return together(explained, means if decided else "")


def _explanations(evidence: Evidence, commitment: str, praised: Sequence[Record]) -> list[Record]:
    """Sentences that say why there is less: near the commitment, or beside the praise itself.

    Fairness reads widely: a merely plausible link is enough to be heard in defence.
    """
    headings = {(one.place.path, one.heading) for one in praised}
    near = {
        link.record_id
        for links in evidence.links.values()
        for link in links
        if link.commitment == commitment
    }
    return [
        one
        for one in evidence.records
        if one.channel in SPOKEN
        and (one.id in near or (one.place.path, one.heading) in headings)
        and not one.text.rstrip().endswith("?")
        and eases(one.text, evidence.language)
    ]


def _course(shares: Sequence[tuple[str, float]]) -> Listed:
    """Period by period."""
    return Listed(
        tuple(
            tell("{share} in {period}", share=percent(share), period=period)
            for period, share in shares
        )
    )


def _quoted_cues(praised: Sequence[Record]) -> Listed:
    words: list[str] = []
    for record in praised:
        cue = emphasis(record.text)
        words += [word for word in (cue.words if cue else ()) if word.lower() not in words]
    each = (tell("“{text}”", text=word.lower()) for word in dict.fromkeys(words[:2]))
    return Listed(tuple(each), " and ")


def _lines(
    evidence: Evidence, commitment: str, channel: str, periods: Sequence[str]
) -> list[Record]:
    mine = evidence.linked_to(commitment, spoken=False)
    lines = [one for one in mine if one.channel == channel and one.period in periods]
    return sorted(lines, key=_by_size)[: 2 * _MOST]


def _by_size(record: Record) -> tuple[str, Decimal, str]:
    return str(record.period), -abs(record.amount or Decimal(0)), record.id

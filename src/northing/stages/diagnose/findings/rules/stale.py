"""Which kind of deeds was last heard of long before the others?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from northing.foundations.documents.told import tell
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence, is_deed
from northing.stages.diagnose.findings.rules.phrases import called
from northing.stages.records.ledger.facts import Record

_YEAR = 365


def stale_findings(evidence: Evidence) -> Iterator[Finding]:
    """More than a year behind the newest deed of another kind: it rests on old records."""
    newest: dict[str, Record] = {}
    for one in evidence.records:
        if is_deed(one) and one.effective_on:
            known = newest.get(str(one.channel))
            if known is None or _day(one) > _day(known):
                newest[str(one.channel)] = one
    last = max(map(_day, newest.values()), default=None)
    for channel, one in newest.items():
        if last is not None and (last - _day(one)).days > _YEAR:
            yield _finding(evidence, channel, one, last)


def _day(record: Record) -> date:
    return record.effective_on or date.min


def _finding(evidence: Evidence, channel: str, newest: Record, last: date) -> Finding:
    behind = (last - _day(newest)).days
    return Finding(
        code="stale-source",
        severity=Severity.LOW,
        channel=channel,
        period=newest.period,
        statement=tell(
            "The newest record of {kind} is of {day}, {behind} days older than the newest deed of "
            "another kind ({last}): “{quote}”.",
            kind=called(channel),
            day=_day(newest),
            behind=behind,
            last=last,
            quote=evidence.quoted(newest, 120),
        ),
        criteria="What is compared is of the same time.",
        condition=tell("Nothing of {kind} after {day}.", kind=called(channel), day=_day(newest)),
        consequence=tell("What is said of {kind} may no longer be so.", kind=called(channel)),
        corrective_action=tell(
            "Add the {kind} of the time since, or say that there were none.", kind=called(channel)
        ),
        counter=tell(
            "There may have been no {kind} since: then nothing is missing.", kind=called(channel)
        ),
        evidence=(newest.id,),
        places=(newest.place,),
    )

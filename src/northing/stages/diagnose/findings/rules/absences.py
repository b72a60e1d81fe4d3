"""What is done and never told, and what has gone silent?"""

from __future__ import annotations

from collections.abc import Iterator

from northing.foundations.documents.told import tell
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.records.ledger.facts import SPOKEN, Record

_YEAR = 365
_MOST = 5


def absence_findings(evidence: Evidence) -> Iterator[Finding]:
    """For each commitment: no word at all, or no word for more than a year."""
    for one in evidence.commitments:
        spoken = evidence.linked_to(one.id, spoken=True)
        done = evidence.deeds_of(one.id)
        if done and not spoken and evidence.say_do.sentences:
            yield _untold(evidence, one.id, done)
        yield from _silent(evidence, one.id, spoken)


def _untold(evidence: Evidence, commitment: str, done: list[Record]) -> Finding:
    return Finding(
        code="done-and-not-told",
        severity=Severity.NOTE,
        commitment=commitment,
        statement=tell(
            "“{promise}” is acted on in {n} records and spoken of in none.",
            promise=evidence.name(commitment),
            n=len(done),
        ),
        criteria="What is done for a promise may be told.",
        condition=tell("{n} records of deeds, no sentence.", n=len(done)),
        consequence="Good work is not seen.",
        corrective_action="Tell it, if the people it serves agree.",
        counter="Silence about good work is no failure.",
        evidence=tuple(record.id for record in done[:_MOST]),
    )


def _silent(evidence: Evidence, commitment: str, spoken: list[Record]) -> Iterator[Finding]:
    """Only where dated talk went on after the last mention: an old document proves nothing."""
    dated = [one for one in spoken if one.effective_on is not None]
    if not dated:
        return
    talk = [
        one for one in evidence.records if one.channel in SPOKEN and one.effective_on is not None
    ]
    last = max(dated, key=lambda one: (str(one.effective_on), one.id))
    newest = max(one.effective_on for one in talk if one.effective_on is not None)
    if last.effective_on is None or (newest - last.effective_on).days <= _YEAR:
        return
    later = len(
        {
            one.place.path
            for one in talk
            if one.effective_on and one.effective_on > last.effective_on
        }
    )
    yield Finding(
        code="gone-silent",
        severity=Severity.LOW,
        commitment=commitment,
        period=last.period,
        statement=tell(
            "“{promise}” was last spoken of on {day}; {n} later documents do not mention it.",
            promise=evidence.name(commitment),
            day=last.effective_on,
            n=later,
        ),
        criteria=evidence.quoted(last),
        condition=tell(
            "Last mention {day}, newest document {newest}.", day=last.effective_on, newest=newest
        ),
        consequence="A promise nobody repeats is forgotten or withdrawn without saying so.",
        corrective_action="Renew it, or say that it has ended.",
        counter="The promise may live on in documents that were not read, or in other words.",
        evidence=(last.id,),
        places=(last.place,),
    )

"""How does the trail hold answers fast without slowing the hand that gives them?

Not every key press becomes an entry: a sample of a hundred pairs would bury everything else in the
trail, and every answer would wait for the chain. Answers become rows at once; after every twenty,
and whenever somebody pauses, hands a seat on or closes the sample, one entry takes up the digest
of all rows since the last. A row that was altered after its entry no longer fits the digest.
"""

from __future__ import annotations

from datetime import datetime

from northing.foundations.people.models import Member
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.models import StoredLabel, StoredSample
from northing.stages.diagnose.verification.rules.standing import seal_of

AT_ONCE = 20


def seal(sample: StoredSample, *, by: Member, at: datetime, coder: str | None = None) -> int:
    """One entry for each coder with rows the trail does not hold yet; how many rows that were.

    Called inside the transaction that holds the sample.
    """
    rows = store.unsealed(sample)
    deeds = store.deeds(rows if coder is None else rows.filter(coder=coder))
    for named in sorted({one.coder for one in deeds}):
        some = [one for one in deeds if one.coder == named]
        details: dict[str, Detail] = {
            "sample": sample.name,
            "coder": named,
            "answers": len(some),
            "sha256": seal_of(some),
        }
        entry = append(
            Event(sample.organisation_id, store.GIVEN, at, by.person_id, sample.id, details=details)
        )
        StoredLabel.objects.filter(id__in=[one.id for one in some]).update(seal=entry.sequence)
    return len(deeds)

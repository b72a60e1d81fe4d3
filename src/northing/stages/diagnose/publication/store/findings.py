"""Which findings may somebody read, on what do they rest, and which other audits have them?"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Member, Organisation
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink
from northing.stages.diagnose.findings.facts import Thread
from northing.stages.diagnose.verification import store as verification
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.diagnose.verification.models import StoredSample

Pair = tuple[str, str]
_HEAVY = ("progress", "wish")


def finding_of(member: Member, finding: UUID) -> StoredFinding | None:
    """One finding of an audit this member may read; of others there is none."""
    rows = StoredFinding.objects.filter(id=finding, audit__in=audits.seen_by(member))
    return rows.select_related("audit__organisation", "audit__rule").first()


def done_seen_by(member: Member) -> list[StoredAudit]:
    """The finished audits this member may read, the newest first."""
    rows = audits.seen_by(member).filter(state=StoredAudit.State.DONE)
    return list(rows.defer(*_HEAVY).order_by("-number"))


def findings_in(found: Iterable[StoredAudit]) -> QuerySet[StoredFinding]:
    """All findings of these audits, those of the newest first, each audit's in its order."""
    rows = StoredFinding.objects.filter(audit__in=list(found)).select_related("audit")
    return rows.order_by("-audit__number", "position")


def of_thread(found: Iterable[StoredAudit], thread: Thread) -> list[StoredFinding]:
    """The same finding in these audits, the newest first; where one has it twice, the graver."""
    rows = findings_in(found).filter(
        code=thread.code, commitment=thread.commitment, channel=thread.channel
    )
    first: dict[UUID, StoredFinding] = {}
    for row in rows:
        first.setdefault(row.audit_id, row)
    return list(first.values())


def thread_of(row: StoredFinding) -> Thread:
    return Thread(row.code, row.commitment, row.channel)


def links_of(audit: StoredAudit, names: Iterable[str]) -> dict[Pair, StoredLink]:
    """Who or what tied these records to which promises, in this audit."""
    rows = StoredLink.objects.filter(audit=audit, record__in=list(names)).order_by("id")
    return {(row.record, row.commitment): row for row in rows}


def checked(organisation: Organisation, names: Iterable[str]) -> dict[Pair, list[Answer]]:
    """What people answered of these records, in samples that are closed.

    While a sample is open its answers are shown to nobody: the second coder would see the first's.
    """
    wanted = set(names)
    found: dict[Pair, list[Answer]] = {}
    closed = StoredSample.objects.filter(organisation=organisation, state=StoredSample.State.CLOSED)
    for sample in closed.order_by("id"):
        facts = verification.labelled(sample)
        said: dict[int, list[Answer]] = {}
        for label in facts.labels:
            said.setdefault(label.pair, []).append(label.answer)
        for pair in facts.sample.pairs:
            if pair.record in wanted and pair.number in said:
                found.setdefault((pair.record, pair.commitment), []).extend(said[pair.number])
    return found

"""What is due for whom in an organisation, read from what the rooms keep?

Asked when notices are made and again when they are sent, so both keep to the table of access.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from northing.foundations.people import store as people
from northing.foundations.people.models import Member, Organisation
from northing.interfaces.notices import due_decisions
from northing.interfaces.notices.facts import Due
from northing.interfaces.notices.house import NEWS, SOON, House
from northing.interfaces.notices.kinds import Kind
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import Opinion, StoredAudit
from northing.stages.diagnose.findings import store as findings
from northing.stages.diagnose.findings.models import FollowUp
from northing.stages.diagnose.publication.store import publishing
from northing.stages.diagnose.verification import store as verification
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.records.imports.models import Import

END_IS_NEAR = timedelta(days=14)
SEAT_IS_OLD = timedelta(days=3)
_State = StoredAudit.State


def due_in(
    organisation: Organisation,
    *,
    at: datetime,
    only: Member | None = None,
    early: timedelta = timedelta(),
) -> list[Due]:
    """Everything, or what is due for one member; in an order that stays the same.

    `early`: days that are that much further ahead than what one is told of count too.
    """
    house = House(organisation, at, only, early)
    if not house.members:
        return []
    found = [one for read in _READERS for one in read(house)]
    order = list(Kind)
    return sorted(
        found, key=lambda one: (order.index(one.kind), one.day or date.max, str(one.subject))
    )


def _findings(house: House) -> Iterator[Due]:
    """Those somebody answers for, as long as an audit they may read still has them."""
    newest: dict[UUID, StoredAudit | None] = {}
    for row in findings.follow_ups(house.organisation).values():
        if row.state == FollowUp.State.TO_BE_AUDITED:
            continue
        for owner in house.owner(Kind.ASSIGNED, row.owner_id):
            if owner.id not in newest:
                newest[owner.id] = audits.newest_seen_by(owner)
            page = _page_of(row, newest[owner.id])
            if page:
                yield from _finding(house, row, owner, page)


def _page_of(row: FollowUp, newest: StoredAudit | None) -> UUID | None:
    if newest is None:
        return None
    rows = audits.findings(newest).filter(
        code=row.code, channel=row.channel, commitment=row.commitment
    )
    return rows.values_list("id", flat=True).first()


def _finding(house: House, row: FollowUp, owner: Member, page: UUID) -> Iterator[Due]:
    here: dict[str, Any] = {
        "subject": row.id,
        "member": owner,
        "page": "audits_finding",
        "row": page,
    }
    if row.state == FollowUp.State.OPEN:
        yield Due(kind=Kind.ASSIGNED, day=row.due_on, **here)
    if row.due_on and house.is_near(row.due_on, SOON):
        when = "late" if row.due_on < house.on else "soon"
        yield Due(kind=Kind.REPLY_DUE, period=f"{row.due_on} {when}", day=row.due_on, **here)


def _audits_due(house: House) -> Iterator[Due]:
    """What was done about findings waits for an audit that looks again."""
    rows = findings.follow_ups(house.organisation).values()
    for row in rows:
        is_waiting = row.state == FollowUp.State.TO_BE_AUDITED
        if is_waiting and row.due_on and house.is_near(row.due_on, timedelta()):
            for member in house.who_may(Kind.AUDIT_DUE):
                yield Due(
                    kind=Kind.AUDIT_DUE,
                    subject=row.id,
                    period=str(row.due_on),
                    member=member,
                    page="audits_ask",
                    day=row.due_on,
                )


def _samples(house: House) -> Iterator[Due]:
    """A free seat, told once; and pairs that wait for whoever sits there for days."""
    rows = verification.of_organisation(house.organisation).filter(state=StoredSample.State.OPEN)
    for sample in rows:
        seats = verification.seats(sample)
        taken = {one.member.person_id: one for one in seats}
        for member in house.who_may(Kind.SAMPLE):
            here: dict[str, Any] = {"kind": Kind.SAMPLE, "subject": sample.id, "member": member}
            seat = taken.get(member.person_id)
            if seat is None:
                if len(seats) < sample.coders and not verification.was_seated(sample, member):
                    yield Due(page="verify_sample", row=sample.id, **here)
            elif seat.taken_at + SEAT_IS_OLD <= house.at:
                waiting = len(verification.waiting(sample, seat.coder))
                if waiting:
                    yield Due(page="verify_queue", row=sample.id, period=f"seat {seat.id.hex}",
                              number=waiting, **here)  # fmt: skip


def _audits(house: House) -> Iterator[Due]:
    news = house.at - NEWS
    rows = StoredAudit.objects.filter(organisation=house.organisation)
    for one in rows.filter(issued_at__gte=news).defer("summary", "files"):
        yield from _told(house, Kind.ISSUED, one, "audits_issued")
    fresh = rows.filter(done_at__gte=news, issued_at=None, set_aside_at=None)
    for one in fresh.defer("summary", "files"):
        if one.state == _State.DONE:
            yield from _told(house, Kind.READY, one, "audits_audit")
        elif one.state == _State.FAILED:
            yield from _told(house, Kind.FAILED, one, "audits_audit")


def _told(house: House, kind: Kind, audit: StoredAudit, page: str) -> Iterator[Due]:
    for member in house.who_may(kind):
        yield Due(kind=kind, subject=audit.id, member=member, page=page, row=audit.id,
                  number=audit.number)  # fmt: skip


def _opinions(house: House) -> Iterator[Due]:
    """Of those asked, who has not said anything yet."""
    reviewers = house.who_may(Kind.OPINION)
    if not reviewers:
        return
    rows = StoredAudit.objects.filter(
        organisation=house.organisation, state=_State.DONE, done_at__gte=house.at - NEWS,
        set_aside_at=None,
    )  # fmt: skip
    for one in rows.defer("summary", "files"):
        said = set(Opinion.objects.filter(audit=one).values_list("reviewer_id", flat=True))
        for member in reviewers:
            if member.id not in said:
                yield Due(kind=Kind.OPINION, subject=one.id, member=member, number=one.number,
                          page="audits_opinion", row=one.id)  # fmt: skip


def _files(house: House) -> Iterator[Due]:
    """To whoever handed it in: a file, or lines of it, that could not be read."""
    rows = Import.objects.filter(
        organisation=house.organisation, made_by__in=list(house.members),
        done_at__gte=house.at - NEWS,
    )  # fmt: skip
    for one in rows:
        refused = int(one.account.get("refused", 0)) if one.is_read else 0
        if refused or one.state == Import.State.REFUSED:
            for member in house.owner(Kind.REFUSED, one.made_by_id):
                yield Due(kind=Kind.REFUSED, subject=one.id, member=member, number=refused,
                          page="records_import", row=one.id)  # fmt: skip


def _publications(house: House) -> Iterator[Due]:
    for one in publishing.waiting(house.organisation):
        due = publishing.due_of(one)
        if due and house.is_near(due.date(), SOON):
            for member in house.who_may(Kind.PUBLICATION):
                yield Due(kind=Kind.PUBLICATION, subject=one.id, period=str(due.date()),
                          member=member, page="audits_issue", row=one.id, day=due.date(),
                          number=one.number)  # fmt: skip


def _ends(house: House) -> Iterator[Due]:
    """Memberships whose last day is near: told to who holds it, and to who may prolong it."""
    rows = people.in_force(house.on).filter(
        organisation=house.organisation, until__lte=house.on + END_IS_NEAR + house.early
    )
    for one in rows:
        here: dict[str, Any] = {"subject": one.id, "period": str(one.until), "day": one.until}
        for member in house.owner(Kind.OWN_END, one.id):
            yield Due(kind=Kind.OWN_END, member=member, page="organisation", **here)
        for member in house.who_may(Kind.OTHERS_END):
            if member.id != one.id:
                yield Due(kind=Kind.OTHERS_END, member=member, page="member", row=one.id, **here)


_READERS: tuple[Callable[[House], Iterator[Due]], ...] = (
    _findings, _audits_due, _samples, _audits, _opinions, _files, _publications, _ends,
    *due_decisions.READERS,
)  # fmt: skip

"""What waits for this member, read from what every room keeps?"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse

from northing.foundations.people import store as people
from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.templatetags.findings import statement_said
from northing.interfaces.web.today import OLD_DAYS, Duty, Kind
from northing.interfaces.web.views.today.deciding import decisions_of
from northing.interfaces.web.views.today.files import Fresh, Gave
from northing.interfaces.web.visit import Visit
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.findings import store as findings
from northing.stages.diagnose.publication.store import publishing
from northing.stages.diagnose.verification import store as verification
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.records.imports.models import Import

_State = StoredSample.State


def duties_of(visit: Visit, files: list[Gave], fresh: list[Fresh]) -> list[Duty]:
    """All of them, in no order."""
    return [
        *_findings(visit),
        *decisions_of(visit),
        *_unpublished(visit),
        *_samples(visit),
        *_files(visit, files),
        *_beginnings(visit, fresh),
        *_old(visit, fresh),
    ]


def _at(visit: Visit, name: str, *more: object) -> str:
    return reverse(name, args=[visit.organisation.id, *more])


def _findings(visit: Visit) -> Iterator[Duty]:
    """Those this member answers for, as the newest audit they may read still has them."""
    newest = audits.newest_seen_by(visit.member)
    if newest is None:
        return
    for one in findings.owned_by(visit.member):
        rows = audits.findings(newest).filter(code=one.code, channel=one.channel)
        found = rows.filter(commitment=one.commitment).first()
        if found and one.state != one.State.TO_BE_AUDITED:
            yield Duty(
                kind=Kind.FINDING,
                address=_at(visit, "audits_finding", found.id),
                what=statement_said(found),
                due_on=one.due_on,
            )


def _unpublished(visit: Visit) -> Iterator[Duty]:
    """Done audits that a rule binds: by its day they are issued by themselves."""
    if visit.may(Action.AUDITS, Wish.CHANGE):
        for one in publishing.waiting(visit.organisation):
            due = publishing.due_of(one)
            yield Duty(
                kind=Kind.PUBLISH,
                address=_at(visit, "audits_issue", one.id),
                what=str(one.number),
                due_on=due.date() if due else None,
            )


def _samples(visit: Visit) -> Iterator[Duty]:
    if not visit.may(Action.LABELS, Wish.CHANGE):
        return
    for one in verification.of_organisation(visit.organisation):
        if one.state == _State.PLANNED:
            yield _sample(visit, Kind.SIZE, one, 0)
        elif one.state == _State.OPEN:
            yield from _open_sample(visit, one)


def _open_sample(visit: Visit, one: StoredSample) -> Iterator[Duty]:
    seat = verification.seat_of(one, visit.member)
    before = verification.was_seated(one, visit.member)
    waiting = verification.waiting(one, seat.coder) if seat else []
    if waiting:
        yield _sample(visit, Kind.MINE, one, len(waiting))
    if before and verification.have_both_answered(one):
        apart = verification.parted(one).values()
        open_now = sum("agreed" not in said for said in apart)
        if open_now:
            yield _sample(visit, Kind.SETTLE, one, open_now)
    elif not before and len(verification.seats(one)) < one.coders:
        account = verification.account(one)
        yield _sample(visit, Kind.SECOND, one, account["pairs"] - account["answered"])


def _sample(visit: Visit, kind: Kind, one: StoredSample, count: int) -> Duty:
    name = "verify_differences" if kind is Kind.SETTLE else "verify_sample"
    return Duty(kind=kind, address=_at(visit, name, one.id), what=one.name, count=count)


def _files(visit: Visit, files: list[Gave]) -> Iterator[Duty]:
    """Files that wait to be told how to be read, and lines nobody could read.

    Whoever may change records sees those of all; others those that their unit handed in.
    """
    if not visit.may(Action.RECORDS, Wish.SEE):
        return
    may_change = visit.may(Action.RECORDS, Wish.CHANGE)
    ours = set() if may_change else _beside(visit)
    for one in files:
        if not (may_change or one.made_by in ours):
            continue
        address = _at(visit, "records_import", one.id)
        if one.state == Import.State.READY and may_change:
            yield Duty(kind=Kind.READ, address=address, what=one.name)
        elif one.state == Import.State.DONE and one.refused:
            yield Duty(kind=Kind.REFUSED, address=address, what=one.name, count=one.refused)


def _beside(visit: Visit) -> set[UUID]:
    """The members of one's own unit and the units below it."""
    members = people.in_force(visit.at.date()).filter(organisation=visit.organisation)
    own = members.filter(unit_id__in=people.own_units(visit.member))
    return set(own.values_list("id", flat=True))


def _beginnings(visit: Visit, fresh: list[Fresh]) -> Iterator[Duty]:
    """What is still missing for the first audit that people have checked."""
    if visit.may(Action.MISSION, Wish.CHANGE) and not commitments.commitments(visit.organisation):
        yield Duty(kind=Kind.START, address=_at(visit, "start"))
        return
    if visit.may(Action.RECORDS, Wish.CHANGE) and not fresh:
        yield Duty(kind=Kind.IMPORT, address=_at(visit, "records_hand_in"))
        return
    rows = audits.seen_by(visit.member)
    if not visit.may(Action.AUDITS, Wish.CHANGE) or not fresh:
        return
    if not rows.exclude(state=StoredAudit.State.FAILED).exists():
        yield Duty(kind=Kind.AUDIT, address=_at(visit, "audits_ask"))
    elif (
        rows.filter(state=StoredAudit.State.DONE).exists()
        and not verification.of_organisation(visit.organisation).exists()
    ):
        yield Duty(kind=Kind.SAMPLE, address=_at(visit, "verify_samples"))


def _old(visit: Visit, fresh: list[Fresh]) -> Iterator[Duty]:
    if visit.may(Action.RECORDS, Wish.CHANGE):
        for one in fresh:
            days = (visit.at.date() - one.newest_on).days if one.newest_on else 0
            if days > OLD_DAYS:
                yield Duty(
                    kind=Kind.OLD,
                    address=_at(visit, "records_hand_in"),
                    what=one.channel,
                    count=days,
                )

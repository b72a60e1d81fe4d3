"""How is an audit issued, and what may be said of it without touching it?

There is no action that removes or hides a finding, alters an issued audit, or takes a rule, an
opinion or a reply back; the database refuses all of them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Detail, Event
from northing.foundations.trail.rules.chain import digest_of
from northing.stages.diagnose.audits.models import Opinion, PublicationRule, StoredAudit
from northing.stages.diagnose.publication.facts import (
    ISSUED_ALREADY,
    NOT_DONE,
    SET_ASIDE_ALREADY,
)
from northing.stages.diagnose.publication.store import publishing as store

_State = StoredAudit.State


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a reviewer says of an audit. The same `ticket` twice makes one opinion."""

    kind: str
    text: str
    ticket: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Who reads an issued audit, and how long after it is done it is issued at the latest.

    The same `ticket` twice makes one rule.
    """

    readers: str
    days: int
    text: str = ""
    ticket: UUID | None = None


def fix_rule(rule: Rule, *, by: Member, at: datetime) -> PublicationRule:
    """From now on audits that are asked for are issued so. What was asked before keeps its rule."""
    _check(by, Action.ISSUED)
    ticket = rule.ticket or uuid4()
    with transaction.atomic():
        # Whoever asks for an audit holds the organisation too: an audit lies before or after.
        Organisation.objects.select_for_update().get(id=by.organisation_id)
        there = PublicationRule.objects.filter(id=ticket).first()
        if there:
            return _own(there, by)
        made = PublicationRule.objects.create(
            id=ticket,
            organisation_id=by.organisation_id,
            readers=PublicationRule.Readers(rule.readers),
            days=rule.days,
            text=rule.text,
            fixed_at=at,
            fixed_by=by,
        )
        details: dict[str, Detail] = {
            "readers": rule.readers,
            "days": rule.days,
            "text": digest_of(rule.text),
        }
        append(Event(by.organisation_id, "publication rule fixed", at, by.person_id, made.id,
                     details=details))  # fmt: skip
    return made


def issue(audit: StoredAudit, *, by: Member, at: datetime, seen: int) -> None:
    """Freeze it and show it to its readers. From here on nothing of it changes."""
    _check(by, Action.ISSUED, audit)
    with transaction.atomic():
        row = _held(audit)
        if row.issued_at:
            raise Refused(ISSUED_ALREADY)
        if row.revision != seen:
            raise Refused(refusals.CHANGED_MEANWHILE)
        if row.state != _State.DONE:
            raise Refused(NOT_DONE)
        _issue(row, by=by, at=at)


def issue_due(organisation: Organisation, *, at: datetime) -> list[StoredAudit]:
    """Issue what its rule says is due by now, whoever would rather wait. Those issued just now."""
    if not store.due(organisation, at=at):
        return []
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=organisation.id)
        found = store.due(organisation, at=at)
        for one in found:
            _issue(one, by=None, at=at)
    return found


def set_aside(audit: StoredAudit, reason: str, *, by: Member, at: datetime, seen: int) -> None:
    """Say why an audit should not be relied on. It stays in the list, and its rule still issues it.

    It cannot be done away with: else one would run audits until one pleases.
    """
    _check(by, Action.ISSUED, audit)
    with transaction.atomic():
        row = _held(audit)
        if row.issued_at:
            raise Refused(ISSUED_ALREADY)
        if row.set_aside_at:
            raise Refused(SET_ASIDE_ALREADY)
        if row.revision != seen:
            raise Refused(refusals.CHANGED_MEANWHILE)
        if row.state != _State.DONE:
            raise Refused(NOT_DONE)
        StoredAudit.objects.filter(id=row.id).update(
            set_aside_at=at, set_aside_by=by, set_aside_reason=reason, revision=seen + 1
        )
        details: dict[str, Detail] = {"number": row.number, "reason": digest_of(reason)}
        append(Event(by.organisation_id, "audit set aside", at, by.person_id, row.id,
                     details=details))  # fmt: skip


def give_opinion(audit: StoredAudit, view: View, *, by: Member, at: datetime) -> Opinion:
    """What an independent reviewer says of a finished audit; printed with it, never altered."""
    _check(by, Action.OPINION, audit)
    with transaction.atomic():
        row = _held(audit)
        if row.state != _State.DONE:
            raise Refused(NOT_DONE)
        ticket = view.ticket or uuid4()
        there = Opinion.objects.filter(id=ticket).first()
        if there:
            return _same(there, row, by)
        made = Opinion.objects.create(
            id=ticket,
            audit=row,
            reviewer=by,
            kind=Opinion.Kind(view.kind),
            text=view.text,
            given_at=at,
        )
        details: dict[str, Detail] = {
            "number": row.number,
            "kind": view.kind,
            "text": digest_of(view.text),
        }
        append(Event(by.organisation_id, "opinion given", at, by.person_id, row.id,
                     details=details))  # fmt: skip
    return made


def _issue(audit: StoredAudit, *, by: Member | None, at: datetime) -> None:
    StoredAudit.objects.filter(id=audit.id, issued_at=None).update(
        issued_at=at, issued_by=by, revision=audit.revision + 1
    )
    due = store.due_of(audit)
    details: dict[str, Detail] = {
        "number": audit.number,
        "audit.json": audit.files.get("audit.json", ""),
        "due": due.isoformat() if due else None,
        "by its rule": by is None,
    }
    append(Event(audit.organisation_id, "audit issued", at, by.person_id if by else None, audit.id,
                 details=details))  # fmt: skip


def _check(by: Member, action: Action, audit: StoredAudit | None = None) -> None:
    if not allows(Role(by.role), action, Wish.CHANGE):
        raise NotAllowed
    if audit and audit.organisation_id != by.organisation_id:
        raise NotAllowed


def _held(audit: StoredAudit) -> StoredAudit:
    """The row as it is now, kept from others until the transaction ends."""
    rows = StoredAudit.objects.select_for_update(of=("self",)).select_related("rule")
    return rows.get(id=audit.id)


def _same(there: Opinion, audit: StoredAudit, by: Member) -> Opinion:
    if there.audit_id != audit.id or there.reviewer_id != by.id:
        raise NotAllowed
    return there


def _own(there: PublicationRule, by: Member) -> PublicationRule:
    if there.organisation_id != by.organisation_id:
        raise NotAllowed
    return there

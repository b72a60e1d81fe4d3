"""How is an audit issued or set aside, by which rule, and what do reviewers say of it?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import seen
from northing.interfaces.api.door import call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.audits import Audit, shown
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Perhaps2000,
    Seen,
    Sent,
    Text2000,
    Text8000,
    ticket_of,
)
from northing.stages.diagnose.audits.models import Opinion as Given
from northing.stages.diagnose.audits.models import PublicationRule as Fixed
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.actions import View
from northing.stages.diagnose.publication.rules.due import MOST_DAYS
from northing.stages.diagnose.publication.store import publishing as store

router = Router(tags=["publication"])
HERE = "/organisations/{uuid:organisation}"
THIS = HERE + "/audits/{uuid:audit}"


class PublicationRule(BaseModel):
    """Who reads an issued audit, and how many days after it is done it is issued at the latest.
    It binds the audits that are asked for after it."""

    id: UUID
    readers: str
    days: int
    text: str
    fixed_at: datetime


class ToFix(Sent):
    """What is to hold for audits from now on. It can leave no finding out."""

    readers: Fixed.Readers
    days: int = Field(ge=0, le=MOST_DAYS)
    text: Perhaps2000 = ""


class Aside(Seen):
    """Why an audit should not be relied on."""

    reason: Text2000


class Opinion(BaseModel):
    """What an independent reviewer says of an audit; never altered."""

    id: UUID
    kind: str
    text: str
    reviewer: UUID
    given_at: datetime


class ToGive(Sent):
    """What was examined, and what the opinion rests on."""

    kind: Given.Kind
    text: Text8000


@router.get(HERE + "/publication-rules", response={200: list[PublicationRule], **ERRORS},
            auth=sees(Action.ISSUED))  # fmt: skip
def publication_rules(request: HttpRequest, organisation: UUID) -> list[PublicationRule]:
    """All that were ever fixed, the newest, which holds, first."""
    return [_rule(one) for one in store.rules(call_of(request, organisation).organisation)]


@router.post(HERE + "/publication-rules", response={201: PublicationRule, **ERRORS},
             auth=changes(Action.ISSUED))  # fmt: skip
def fix_publication_rule(
    request: HttpRequest, organisation: UUID, sent: ToFix, idempotency_key: IdempotencyKey
) -> Status[PublicationRule]:
    """A rule is never taken back; another follows it."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    rule = actions.Rule(readers=sent.readers, days=sent.days, text=sent.text.strip(), ticket=ticket)
    return Status(201, _rule(actions.fix_rule(rule, by=call.member, at=call.at)))


@router.post(THIS + "/issue", response={200: Audit, **ERRORS}, auth=changes(Action.ISSUED))
def issue_audit(request: HttpRequest, organisation: UUID, audit: UUID, sent: Seen) -> Audit:
    """Freeze it and show it to its readers, with every finding. It cannot be undone."""
    call = call_of(request, organisation)
    row = seen.audit_of(call, audit)
    actions.issue(row, by=call.member, at=call.at, seen=sent.revision)
    return shown(seen.audit_of(call, audit))


@router.post(THIS + "/set-aside", response={200: Audit, **ERRORS}, auth=changes(Action.ISSUED))
def set_audit_aside(request: HttpRequest, organisation: UUID, audit: UUID, sent: Aside) -> Audit:
    """Say why it should not be relied on. It stays in the list, and its rule still issues it."""
    call = call_of(request, organisation)
    row, reason = seen.audit_of(call, audit), sent.reason.strip()
    actions.set_aside(row, reason, by=call.member, at=call.at, seen=sent.revision)
    return shown(seen.audit_of(call, audit))


@router.get(THIS + "/opinions", response={200: list[Opinion], **ERRORS},
            auth=sees(Action.OPINION))  # fmt: skip
def opinions(request: HttpRequest, organisation: UUID, audit: UUID) -> list[Opinion]:
    """What reviewers said of it, the first first."""
    row = seen.audit_of(call_of(request, organisation), audit)
    return [_opinion(one) for one in store.opinions(row)]


@router.post(THIS + "/opinions", response={201: Opinion, **ERRORS}, auth=changes(Action.OPINION))
def give_opinion(
    request: HttpRequest,
    organisation: UUID,
    audit: UUID,
    sent: ToGive,
    idempotency_key: IdempotencyKey,
) -> Status[Opinion]:
    """It is printed with the audit, and never altered."""
    call = call_of(request, organisation)
    row = seen.audit_of(call, audit)
    ticket = ticket_of(request, call, idempotency_key)
    view = View(kind=sent.kind, text=sent.text.strip(), ticket=ticket)
    return Status(201, _opinion(actions.give_opinion(row, view, by=call.member, at=call.at)))


def _rule(row: Fixed) -> PublicationRule:
    return PublicationRule(**{name: getattr(row, name) for name in PublicationRule.model_fields})


def _opinion(row: Given) -> Opinion:
    plain = {name: getattr(row, name) for name in Opinion.model_fields if name != "reviewer"}
    return Opinion(**plain, reviewer=row.reviewer_id)

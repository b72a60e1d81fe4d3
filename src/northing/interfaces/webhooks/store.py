"""Which webhooks are there, which have something to send, and what became of what was sent?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from northing.foundations.people.models import Organisation
from northing.foundations.trail.models import TrailEvent
from northing.interfaces.webhooks.models import Delivery, Webhook

_ON, _WAITING = Webhook.State.ON, Delivery.State.WAITING


def of_organisation(organisation: Organisation) -> QuerySet[Webhook]:
    """The newest first."""
    return Webhook.objects.filter(organisation=organisation).order_by("-made_at", "id")


def webhook(organisation: Organisation, wanted: UUID) -> Webhook | None:
    return of_organisation(organisation).filter(id=wanted).first()


def held(webhook: UUID) -> Webhook | None:
    """The row, kept from others until the transaction ends; None where it is no more."""
    return Webhook.objects.select_for_update().filter(id=webhook).first()


def with_work(at: datetime) -> Iterable[UUID]:
    """Those that have something to send, may by now, and that no job takes care of yet."""
    fresh = TrailEvent.objects.filter(
        chain=OuterRef("organisation_id"), sequence__gt=OuterRef("after")
    )
    waiting = Delivery.objects.filter(webhook=OuterRef("id"), state=_WAITING)
    tests = waiting.filter(sequence=None)
    rows = Webhook.objects.filter(is_queued=False).filter(Q(next_at=None) | Q(next_at__lte=at))
    due = rows.filter((Q(state=_ON) & (Exists(fresh) | Exists(waiting))) | Exists(tests))
    return due.order_by("made_at", "id").values_list("id", flat=True)


def waiting(row: Webhook) -> Delivery | None:
    """What is sent next: what tries the address before all else, and alone where it is stopped."""
    rows = Delivery.objects.filter(webhook=row, state=_WAITING).order_by("id")
    found = rows.filter(sequence=None).first()
    return found or (rows.first() if row.state == _ON else None)


def waits(row: Webhook) -> int:
    """How many messages wait."""
    return Delivery.objects.filter(webhook=row, state=_WAITING).count()


def log(row: Webhook, most: int = 50) -> list[Delivery]:
    """What was sent and what waits, the newest first."""
    return list(Delivery.objects.filter(webhook=row).order_by("-id")[:most])


def last_tried(row: Webhook) -> Delivery | None:
    """The message of an event that was tried last."""
    rows = Delivery.objects.filter(webhook=row, tried_at__isnull=False).exclude(sequence=None)
    return rows.order_by("-tried_at", "-id").first()

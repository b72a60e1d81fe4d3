"""Which commitments does the organisation have, and what did each version make of them?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from northing.foundations.people.models import Organisation
from northing.stages.clarify.commitments import facts
from northing.stages.clarify.commitments.models import Commitment, CommitmentChange
from northing.stages.clarify.mission.models import MissionVersion


def commitments(organisation: Organisation, *, on: date | None = None) -> list[Commitment]:
    """Those that have not ended, in the organisation's order.

    With a day: those of that day, each in the words it had then. A version that holds from a
    later day has not changed them yet.
    """
    rows = _of(organisation).filter(
        Q(ended_on=None) | Q(ended_on__gt=on) if on else Q(ended_on=None)
    )
    found = list(rows.order_by("position", "made_at", "id"))
    return _as_worded(organisation, found, on) if on else found


def ended(organisation: Organisation, *, on: date) -> list[Commitment]:
    """Those that have ended by then, the last first."""
    return list(_of(organisation).filter(ended_on__lte=on).order_by("-ended_on", "key"))


def commitment(organisation: Organisation, wanted: UUID) -> Commitment | None:
    """One of them, whether or not it has ended."""
    return _of(organisation).filter(id=wanted).first()


def with_key(organisation: Organisation, key: str) -> Commitment | None:
    """The one that cases and reports call so."""
    return _of(organisation).filter(key=key).first()


def keys(organisation: Organisation) -> list[str]:
    """Every key that was ever given: none comes again."""
    return list(_of(organisation).values_list("key", flat=True))


def facts_of(rows: Iterable[Commitment]) -> tuple[facts.Commitment, ...]:
    """The same as claims that rules and cases read."""
    return tuple(
        facts.Commitment(
            id=row.key,
            text=row.text,
            layer=facts.Layer(row.layer) if row.layer else None,
            weight=row.weight,
            guardrail=row.guardrail,
            living_it=tuple(row.living_it),
            breaking_it=tuple(row.breaking_it),
        )
        for row in rows
    )


def changes_of(row: Commitment) -> list[CommitmentChange]:
    """What each version did to this commitment, the newest first."""
    rows = CommitmentChange.objects.filter(commitment=row).select_related("version")
    return list(rows.order_by("-version__number"))


def changes_by(version: MissionVersion) -> list[CommitmentChange]:
    """What this version did to each commitment, in their order."""
    rows = CommitmentChange.objects.filter(version=version).select_related("commitment")
    return list(rows.order_by("commitment__position", "commitment__key"))


def changes(organisation: Organisation) -> list[CommitmentChange]:
    """Of all versions, the oldest first."""
    rows = CommitmentChange.objects.filter(version__organisation=organisation)
    return list(rows.select_related("version", "commitment").order_by("version__number", "id"))


def last_words(organisation: Organisation) -> dict[UUID, str]:
    """How each commitment read when a version last touched it."""
    return {one.commitment_id: one.text_after for one in changes(organisation)}


def words_at(organisation: Organisation, number: int) -> dict[str, str]:
    """How each commitment read in the version of that number, by key; dropped ones are left out."""
    words = {
        one.commitment.key: one.text_after
        for one in changes(organisation)
        if one.version.number <= number
    }
    return {key: text for key, text in words.items() if text}


def _of(organisation: Organisation) -> QuerySet[Commitment]:
    rows = Commitment.objects.filter(organisation=organisation)
    return rows.select_related("organisation", "owner__person")


def _as_worded(organisation: Organisation, rows: list[Commitment], on: date) -> list[Commitment]:
    later = CommitmentChange.objects.filter(
        version__organisation=organisation, version__effective_from__gt=on
    ).order_by("-version__effective_from", "-version__number")
    before = {one.commitment_id: one.text_before for one in later if one.text_before}
    for row in rows:
        row.text = before.get(row.id, row.text)
    return rows

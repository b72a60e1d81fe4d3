"""What did each file give that was handed in, told without the weight of its account?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.models import Organisation
from northing.interfaces.web.visit import Visit
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store as ledger

_STATES = (Import.State.READY, Import.State.READING, Import.State.DONE)
Seen = tuple[int, str | None, int]
"""How many records, up to which day, how many lines refused."""


@dataclass(frozen=True, slots=True)
class Gave:
    """One file: how it stands, who handed it in, and what came of it."""

    id: UUID
    name: str
    channel: str
    state: str
    made_by: UUID | None
    records: int
    refused: int
    last_on: str | None
    is_expected: bool


@dataclass(frozen=True, slots=True)
class Fresh:
    """One kind of record: how many there are, up to which day, and what could not be read.

    `missing` is unknown where nobody said what to expect: then nothing can be found missing.
    """

    channel: str
    records: int
    newest_on: date | None
    refused: int
    missing: int | None


def gave(organisation: Organisation) -> list[Gave]:
    """Every file that counts or waits to be told how it is read, the newest first."""
    rows = Import.objects.filter(organisation=organisation, state__in=_STATES)
    told = rows.order_by("-made_at", "-id").values_list(
        "id", "name", "channel", "state", "made_by_id",
        "account__records", "account__refused", "account__last_on", "plan__expected",
    )  # fmt: skip
    return [Gave(*row[:5], row[5] or 0, row[6] or 0, row[7], bool(row[8])) for row in told]


def fresh_of(visit: Visit, files: list[Gave], content: Mapping[str, Any]) -> list[Fresh]:
    """By kind of record; what is expected and missing, as the newest audit says."""
    if not visit.may(Action.RECORDS, Wish.SEE):
        return []
    kinds: dict[str, list[Seen]] = {}
    for one in files:
        if one.state != Import.State.READY:
            kinds.setdefault(one.channel, []).append((one.records, one.last_on, one.refused))
    for row in ledger.typed(visit.organisation):
        kinds.setdefault(row.channel, []).append((1, row.effective_on.isoformat(), 0))
    expected = {one.channel for one in files if one.is_expected} if content else set()
    missing = [one.get("channel") for one in content.get("missing", ())]
    return [
        _fresh(channel, seen, missing.count(channel) if channel in expected else None)
        for channel, seen in sorted(kinds.items())
    ]


def _fresh(channel: str, seen: list[Seen], missing: int | None) -> Fresh:
    days = [day for _, day, _ in seen if day]
    newest = date.fromisoformat(max(days)) if days else None
    refused = sum(count for _, _, count in seen)
    return Fresh(channel, sum(count for count, _, _ in seen), newest, refused, missing)

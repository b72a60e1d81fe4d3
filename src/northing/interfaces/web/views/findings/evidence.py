"""On which records does a finding rest, on both sides, and who says so?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.urls import NoReverseMatch, reverse

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.visit import Visit
from northing.stages.diagnose.audits.models import StoredFinding, StoredLink
from northing.stages.diagnose.publication.store import findings as store
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.models import StoredRecord

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One record of a finding. `record` is None for whom records are closed, or where it is gone.

    `origin` says who or what linked it, `words` what carried a machine's link, `answers` what
    people said who checked it.
    """

    name: str
    record: StoredRecord | None
    address: str
    link: StoredLink | None
    answers: tuple[Answer, ...]

    @property
    def channel(self) -> str:
        if self.record:
            return self.record.channel
        return self.link.channel if self.link else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What a finding rests on, and what speaks against it; how many more there are of each."""

    rests_on: tuple[Shown, ...]
    against: tuple[Shown, ...]
    more_for: int
    more_against: int
    may_read: bool


def sides(visit: Visit, finding: StoredFinding) -> Sides:
    """Both sides of the evidence, as far as this member may read records."""
    kept = finding.content
    pro, contra = kept.get("evidence", []), kept.get("counter_evidence", [])
    names = [*pro[:MOST], *contra[:MOST]]
    may_read = visit.may(Action.RECORDS, Wish.SEE)
    known = ledger.records_named(visit.organisation, names) if may_read else {}
    shown = partial(
        _shown,
        visit,
        finding.commitment,
        known,
        store.links_of(finding.audit, names),
        store.checked(visit.organisation, names),
    )
    return Sides(
        rests_on=tuple(map(shown, pro[:MOST])),
        against=tuple(map(shown, contra[:MOST])),
        more_for=max(0, len(pro) - MOST),
        more_against=max(0, len(contra) - MOST),
        may_read=may_read,
    )


def _shown(
    visit: Visit,
    commitment: str,
    known: Mapping[str, StoredRecord],
    links: Mapping[store.Pair, StoredLink],
    checked: Mapping[store.Pair, Sequence[Answer]],
    name: str,
) -> Shown:
    record = known.get(name)
    return Shown(
        name=name,
        record=record,
        address=address_of(visit, record) if record else "",
        link=links.get((name, commitment)),
        answers=tuple(checked.get((name, commitment), ())),
    )


def address_of(visit: Visit, record: StoredRecord) -> str:
    """The record's own page, where there is one."""
    try:
        return reverse("records_record", args=[visit.organisation.id, record.name])
    except NoReverseMatch:
        return ""


def cell_checked(content: Mapping[str, Any], finding: StoredFinding) -> list[Mapping[str, Any]]:
    """What people's answers say of this promise, in the finding's channel or in all."""
    found = (content.get("verification") or {}).get("cells") or []
    return [
        one
        for one in found
        if one["commitment"] == finding.commitment
        and (not finding.channel or one["channel"].startswith(finding.channel))
    ]

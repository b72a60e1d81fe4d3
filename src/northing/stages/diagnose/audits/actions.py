"""How does an audit come to be: asked for, begun, told of, done or failed?

The worker does what lies between; each step it keeps is one of these functions, inside a
transaction that holds its job.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from northing.foundations.people.access import Action, Role, allows
from northing.foundations.people.access import Wish as Sight
from northing.foundations.people.models import Member, Organisation
from northing.foundations.people.refusals import NotAllowed
from northing.foundations.trail import store as trail
from northing.foundations.trail.actions import append
from northing.foundations.trail.facts import Event
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.facts import Wish
from northing.stages.diagnose.audits.models import (
    StoredAudit,
    StoredFinding,
    StoredLink,
)

_State = StoredAudit.State
_SHORTENED = {"words": 400, "nearest": 500, "record": 400}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a finished run leaves: the digests of its files, and what pages ask for often."""

    files: Mapping[str, str]
    summary: Mapping[str, Any]
    findings: Iterable[Mapping[str, Any]]


def ask(wish: Wish, *, by: Member, at: datetime) -> tuple[StoredAudit, bool]:
    """A waiting audit, and whether it is new: of two equal wishes at once there is one audit.

    The newest rule of publication that stands at this moment binds it for good.
    """
    check_may_ask(by)
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=by.organisation_id)
        before = StoredAudit.objects.filter(organisation_id=by.organisation_id)
        same = before.filter(
            on=wish.on, wish=wish.as_json(), state__in=(_State.WAITING, _State.RUNNING)
        ).first()
        if same:
            return same, False
        number = (before.aggregate(newest=Max("number"))["newest"] or 0) + 1
        audit = StoredAudit.objects.create(
            organisation_id=by.organisation_id,
            number=number,
            on=wish.on,
            wish=wish.as_json(),
            state=_State.WAITING,
            rule=store.binding_rule(by.organisation, at=at),
            asked_at=at,
            asked_by=by,
        )
        details = {"number": number, "day": wish.on.isoformat(), "seed": wish.seed}
        append(Event(by.organisation_id, "audit asked for", at, by.person_id, audit.id,
                     details=details))  # fmt: skip
    return audit, True


def check_may_ask(member: Member) -> None:
    if not allows(Role(member.role), Action.AUDITS, Sight.CHANGE):
        raise NotAllowed


def begin(audit: StoredAudit) -> None:
    """It runs. The head of the trail at this moment goes into its reports, begun again or not."""
    if audit.trail_sequence is None:
        head = trail.head(audit.organisation_id)
        audit.trail_sequence, audit.trail_digest = head.sequence, head.digest
    audit.state = _State.RUNNING
    audit.save(update_fields=["state", "trail_sequence", "trail_digest"])


def tell(audit: StoredAudit, progress: Mapping[str, Any]) -> None:
    """How far it is; of no consequence once it is over."""
    StoredAudit.objects.filter(id=audit.id, state=_State.RUNNING).update(progress=dict(progress))


def finish(audit: StoredAudit, outcome: Outcome, *, at: datetime) -> None:
    """Its findings become rows, its files are sealed and the trail says so: all or nothing."""
    with transaction.atomic():
        StoredFinding.objects.bulk_create(_findings(audit, outcome.findings), batch_size=500)
        audit.state, audit.done_at, audit.progress = _State.DONE, at, {}
        audit.files, audit.summary = dict(outcome.files), dict(outcome.summary)
        audit.save(update_fields=["state", "done_at", "progress", "files", "summary"])
        details = {"number": audit.number, "audit.json": audit.files.get("audit.json", "")}
        append(Event(audit.organisation_id, "audit done", at, None, audit.id, details=details))


def fail(audit: StoredAudit, reason: str, *, at: datetime) -> None:
    """It came to nothing; `reason` is the sentence that people read."""
    with transaction.atomic():
        open_states = (_State.WAITING, _State.RUNNING)
        rows = StoredAudit.objects.filter(id=audit.id, state__in=open_states)
        if rows.update(state=_State.FAILED, reason=reason, progress={}, done_at=at):
            details = {"number": audit.number}
            append(Event(audit.organisation_id, "audit failed", at, None, audit.id,
                         details=details))  # fmt: skip


def clear_links(audit: StoredAudit, *, most: int) -> int:
    """Remove so many links that an attempt before left; how many there were."""
    some = StoredLink.objects.filter(audit=audit).order_by().values_list("id", flat=True)[:most]
    return StoredLink.objects.filter(id__in=list(some)).delete()[0]


def keep_links(rows: list[StoredLink]) -> int:
    """Links of an audit that is not done yet: nobody sees them before it is."""
    return len(StoredLink.objects.bulk_create(rows))


def link_of(audit: StoredAudit, row: Mapping[str, Any]) -> StoredLink:
    """A row of `links.parquet` as a row of ours."""
    texts = {
        "record": row["record"],
        "words": ", ".join(row["words"] or ()),
        "nearest": row["nearest"] or "",
    }
    return StoredLink(
        audit=audit,
        commitment=row["commitment"],
        channel=row["channel"],
        origin=row["origin"],
        is_linked=row["linked"],
        share=row["share"],
        stance=row["stance"] or "",
        match_score=row["match_score"],
        **{name: text[: _SHORTENED[name]] for name, text in texts.items()},
    )


def _findings(audit: StoredAudit, found: Iterable[Mapping[str, Any]]) -> Iterator[StoredFinding]:
    for position, one in enumerate(found, 1):
        yield StoredFinding(
            audit=audit,
            position=position,
            code=one["code"],
            severity=one["severity"],
            commitment=one["commitment"] or "",
            channel=(one["channel"] or "")[:20],
            statement=one["statement"],
            content=one,
        )

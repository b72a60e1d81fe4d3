"""How does the mission read and how did it, and how is a new version drafted and approved?"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import (
    IdempotencyKey,
    Perhaps200,
    Perhaps2000,
    Revision,
    Sent,
    Text200,
    Text4000,
    ticket_of,
)
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments import store as promised
from northing.stages.clarify.commitments.actions import Became as Turned
from northing.stages.clarify.commitments.facts import Change
from northing.stages.clarify.mission import actions, store
from northing.stages.clarify.mission.actions import Wording
from northing.stages.clarify.models import CommitmentChange
from northing.stages.clarify.models import MissionVersion as Row

router = Router(tags=["mission"])
HERE = "/organisations/{uuid:organisation}/mission"


class MissionVersion(BaseModel):
    """The mission as it reads from one day on; a draft is approved by nobody yet."""

    id: UUID
    number: int
    text: str
    effective_from: date
    approved_by: str
    approved_at: datetime | None
    reason: str
    revision: int


class CommitmentChanged(BaseModel):
    """What a version did to one commitment, in whose words it read before and after."""

    commitment: str
    kind: str
    text_before: str
    text_after: str
    reason: str


class VersionChanges(BaseModel):
    """A version with what it did to each commitment, and how all of them read since."""

    version: MissionVersion
    changes: list[CommitmentChanged]
    commitments: dict[str, str] = Field(description="By key, as they read in this version.")


class Drafted(Sent):
    """What a draft says. Who approves it may wait until it is approved."""

    text: Text4000
    effective_from: date
    approved_by: Perhaps200 = ""
    reason: Perhaps2000 = ""


class Redrafted(Drafted):
    """The same, of the state you looked at."""

    revision: Revision


class Became(Sent):
    """What the version makes of one commitment, of the state you looked at."""

    commitment: UUID
    revision: Revision
    kind: Change
    text: Perhaps2000 = Field(default="", description="How it reads from then on.")
    reason: Perhaps2000 = Field(default="", description="Why its words change.")


class Approved(Sent):
    """Who approved the draft, and what it does to every commitment that has not ended."""

    revision: Revision
    approved_by: Text200
    became: list[Became] = Field(max_length=2_000)


@router.get(
    HERE + "/versions", response={200: list[MissionVersion], **ERRORS}, auth=sees(Action.MISSION)
)
def mission_versions(request: HttpRequest, organisation: UUID) -> list[MissionVersion]:
    """All versions, the newest first; a draft stands before what was approved."""
    return [_shown(one) for one in store.versions(call_of(request, organisation).organisation)]


@router.get(
    HERE + "/versions/{uuid:version}",
    response={200: MissionVersion, **ERRORS},
    auth=sees(Action.MISSION),
)
def mission_version(request: HttpRequest, organisation: UUID, version: UUID) -> MissionVersion:
    """One version of the mission."""
    return _shown(_row(call_of(request, organisation), version))


@router.get(
    HERE + "/versions/{uuid:version}/changes",
    response={200: VersionChanges, **ERRORS},
    auth=sees(Action.MISSION),
)
def mission_changes(request: HttpRequest, organisation: UUID, version: UUID) -> VersionChanges:
    """What one version did to each commitment. Two versions are compared by their commitments."""
    call = call_of(request, organisation)
    row = _row(call, version)
    return VersionChanges(
        version=_shown(row),
        changes=[_changed(one) for one in promised.changes_by(row)],
        commitments=promised.words_at(call.organisation, row.number),
    )


@router.post(
    HERE + "/draft", response={201: MissionVersion, **ERRORS}, auth=changes(Action.MISSION)
)
def draft_mission(
    request: HttpRequest, organisation: UUID, sent: Drafted, idempotency_key: IdempotencyKey
) -> Status[MissionVersion]:
    """A new draft. There is one at a time: where another lies, it is refused."""
    call = call_of(request, organisation)
    ticket = ticket_of(request, call, idempotency_key)
    made = actions.write(_wording(sent), by=call.member, at=call.at, ticket=ticket)
    return Status(201, _shown(made))


@router.put(HERE + "/draft", response={200: MissionVersion, **ERRORS}, auth=changes(Action.MISSION))
def redraft_mission(request: HttpRequest, organisation: UUID, sent: Redrafted) -> MissionVersion:
    """The draft says something else now."""
    call = call_of(request, organisation)
    row = _draft(call)
    actions.rewrite(row, _wording(sent), by=call.member, at=call.at, seen=sent.revision)
    return _shown(_row(call, row.id))


@router.post(
    HERE + "/approval", response={200: MissionVersion, **ERRORS}, auth=changes(Action.MISSION)
)
def approve_mission(request: HttpRequest, organisation: UUID, sent: Approved) -> MissionVersion:
    """The draft becomes the mission. Where it or any commitment is not what you looked at, or one
    is missing from `became`, nothing happens: 409."""
    call = call_of(request, organisation)
    row = _draft(call)
    commitments.approve(
        row,
        sent.approved_by.strip(),
        [_turned(one) for one in sent.became],
        by=call.member,
        at=call.at,
        seen=sent.revision,
    )
    return _shown(_row(call, row.id))


def _row(call: Call, wanted: UUID) -> Row:
    found = store.version(call.organisation, wanted)
    if found is None:
        raise errors.nowhere()
    return found


def _draft(call: Call) -> Row:
    found = store.draft(call.organisation)
    if found is None:
        raise errors.nowhere()
    return found


def _wording(sent: Drafted) -> Wording:
    return Wording(
        text=sent.text.strip(),
        effective_from=sent.effective_from,
        approved_by=sent.approved_by.strip(),
        reason=sent.reason.strip(),
    )


def _turned(one: Became) -> Turned:
    return Turned(
        commitment=one.commitment,
        seen=one.revision,
        kind=one.kind,
        text=one.text.strip(),
        reason=one.reason.strip(),
    )


def _shown(row: Row) -> MissionVersion:
    return MissionVersion(**{name: getattr(row, name) for name in MissionVersion.model_fields})


def _changed(row: CommitmentChange) -> CommitmentChanged:
    plain = {
        name: getattr(row, name) for name in CommitmentChanged.model_fields if name != "commitment"
    }
    return CommitmentChanged(**plain, commitment=row.commitment.key)

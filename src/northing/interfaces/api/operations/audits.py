"""Which audits are there, what did they find, and how does a program ask for one?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from ninja import Router, Status
from ninja.params.functions import Query
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors, seen
from northing.interfaces.api.door import Call, call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.parts import LARGEST, NO_NUL, Currency, Sent, Text80, documented
from northing.interfaces.worker.asking import ask_audit
from northing.interfaces.worker.case_taken import case_of, may_leave
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.facts import Wish
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.records.ledger.facts import Channel

router = Router(tags=["audits"])
HERE = "/organisations/{uuid:organisation}/audits"


class Audit(BaseModel):
    """A dated, reproducible run. `wish` is what was asked for, `files` the digests of reports."""

    id: UUID
    number: int
    on: date
    state: str
    reason: str
    wish: dict[str, Any]
    progress: dict[str, Any]
    files: dict[str, str]
    asked_at: datetime
    done_at: datetime | None
    issued_at: datetime | None
    set_aside_at: datetime | None
    set_aside_reason: str
    revision: int


class Gaps(BaseModel):
    """The gaps of an audit, each as `audit.json` has it: every figure with its interval, or why
    it is unknown."""

    audit: UUID
    on: date
    gaps: list[dict[str, Any]]


class RecordLink(BaseModel):
    """One link. `is_linked` is false where it is only plausible."""

    record: str
    commitment: str
    channel: str
    origin: str
    is_linked: bool
    share: float
    stance: str
    match_score: float | None
    words: str
    nearest: str


class Links(BaseModel):
    """Some links in order; `next` is the `after` of the following page."""

    links: list[RecordLink]
    next: int | None


LINK = tuple(RecordLink.model_fields)


class Asked(Sent):
    """As of which day, over what; none named: all there is."""

    on: date
    channels: list[Channel] = Field(default=[], max_length=len(Channel))
    commitments: list[Text80] = Field(default=[], max_length=1_000, description="Keys.")
    seed: int = Field(default=0, ge=0, le=LARGEST)
    currency: Currency = ""
    language: str = Field(default="en", pattern="^(en|de)$")
    meaning: bool = False
    report_language: str = Field(
        default="en",
        pattern="^(en|de)$",
        description="In which the report is told beside English, as report.de.html and so on.",
    )


@router.get(HERE, response={200: list[Audit], **ERRORS}, auth=sees(Action.ISSUED))
def audits(request: HttpRequest, organisation: UUID) -> list[Audit]:
    """The newest first: issued ones; with the scope `audits:see`, those before that too."""
    rows = seen.audits(call_of(request, organisation)).order_by("-number")
    return [shown(one) for one in rows]


@router.post(HERE, response={202: Audit, **ERRORS}, auth=changes(Action.AUDITS))
def ask(request: HttpRequest, organisation: UUID, sent: Asked) -> Status[Audit]:
    """The worker takes it up; ask for it by its id until its state is `done` or `failed`. Two
    equal wishes at once are one audit."""
    call = call_of(request, organisation)
    return Status(202, shown(ask_audit(call.member, _wish(call, sent), call.at)))


@router.get(HERE + "/{uuid:audit}", response={200: Audit, **ERRORS}, auth=sees(Action.ISSUED))
def audit(request: HttpRequest, organisation: UUID, audit: UUID) -> Audit:
    """One audit, and how far it is."""
    return shown(seen.audit_of(call_of(request, organisation), audit))


@router.get(HERE + "/{uuid:audit}/gaps", response={200: Gaps, **ERRORS}, auth=sees(Action.ISSUED))
def gaps(
    request: HttpRequest,
    organisation: UUID,
    audit: UUID,
    commitment: str = Query("", max_length=80, pattern=NO_NUL),
    channel: Channel | None = None,
) -> Gaps:
    """Where words and deeds part; of an audit that is not done there are none: 404."""
    one = seen.audit_of(call_of(request, organisation), audit)
    content = store.content(one)
    if not content:
        raise errors.nowhere()
    found = [
        gap
        for gap in content["gaps"]
        if (not commitment or gap["commitment"] == commitment)
        and (channel is None or gap["channel"] == channel)
    ]
    return Gaps(audit=one.id, on=one.on, gaps=found)


@router.get(
    HERE + "/{uuid:audit}/links", response={200: Links, **ERRORS}, auth=sees(Action.RECORDS)
)
def links(
    request: HttpRequest,
    organisation: UUID,
    audit: UUID,
    after: int = Query(0, ge=0, le=2**63 - 1, description="The `next` of a page."),
    size: int = Query(500, ge=1, le=5_000),
) -> Links:
    """Which record the audit tied to which commitment, and what did: those that count and those
    that only widen an interval."""
    one = seen.audit_of(call_of(request, organisation), audit)
    rows = list(store.all_links(one).filter(id__gt=after).order_by("id")[: size + 1])
    page = rows[:size]
    return Links(
        links=[RecordLink(**{name: getattr(row, name) for name in LINK}) for row in page],
        next=page[-1].id if len(rows) > size else None,
    )


@router.get(
    HERE + "/{uuid:audit}/files/{file}",
    response=ERRORS,
    auth=sees(Action.ISSUED),
    openapi_extra=documented("application/octet-stream"),
)
def audit_file(request: HttpRequest, organisation: UUID, audit: UUID, file: str) -> FileResponse:
    """One report, byte for byte as it was written, checked before it leaves."""
    one = seen.audit_of(call_of(request, organisation), audit)
    if one.state != StoredAudit.State.DONE or file not in one.files:
        raise errors.nowhere()
    path = store.checked_path(one, file)
    kind = "application/octet-stream"
    return FileResponse(path.open("rb"), as_attachment=True, filename=file, content_type=kind)


@router.get(
    HERE + "/{uuid:audit}/case",
    response=ERRORS,
    auth=sees(Action.RECORDS),
    openapi_extra=documented("application/zip"),
)
def audit_case(request: HttpRequest, organisation: UUID, audit: UUID) -> StreamingHttpResponse:
    """All that was read, as a zip, to run the audit again elsewhere. It stays here while somebody
    still answers a sample whose answers it holds: 404."""
    one = seen.audit_of(call_of(request, organisation), audit)
    if one.state != StoredAudit.State.DONE or not may_leave(one):
        raise errors.nowhere()
    name = f"audit-{one.number}-case"
    response = StreamingHttpResponse(case_of(one, name), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


def _wish(call: Call, sent: Asked) -> Wish:
    """All of a list is the same wish as none of it named."""
    known = [one.key for one in commitments.commitments(call.organisation)]
    strange = [one for one in sent.commitments if one not in known]
    if strange:
        raise errors.wrong("commitments", "No commitment of this organisation has such a key.")
    chosen = tuple(one for one in known if one in sent.commitments)
    channels = tuple(str(one) for one in Channel if one in sent.channels)
    return Wish(
        on=sent.on,
        seed=sent.seed,
        channels=() if len(channels) == len(Channel) else channels,
        commitments=() if len(chosen) == len(known) else chosen,
        meaning=sent.meaning,
        currency=sent.currency,
        language=sent.language,
        report_language=sent.report_language,
    )


def shown(row: StoredAudit) -> Audit:
    return Audit(**{name: getattr(row, name) for name in Audit.model_fields})

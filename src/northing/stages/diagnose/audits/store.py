"""Which audits are there for whom, and what did they find?"""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Abs, Coalesce
from django.shortcuts import get_object_or_404

from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.audits.models import (
    PublicationRule,
    StoredAudit,
    StoredFinding,
    StoredLink,
)
from northing.stages.diagnose.linking import store as linking
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import NO_DEEDS, SPOKEN, Stance
from northing.stages.records.ledger.models import StoredRecord

CONTENT = "audit.json"
_State = StoredAudit.State


class Linked(StrEnum):
    """Whether links count, or only widen the bounds."""

    LINKED = "linked"
    PLAUSIBLE = "plausible"


class Side(StrEnum):
    """On which side of a promise a record stands."""

    WORDS = "words"
    DEEDS = "deeds"
    AGAINST = "against"


class Altered(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """A file of an audit is not, byte for byte, what it was when it was written; or it is gone."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def seen_by(member: Member) -> QuerySet[StoredAudit]:
    """All audits of the organisation, or the issued ones alone: as the table of access says."""
    rows = StoredAudit.objects.filter(organisation_id=member.organisation_id)
    role = Role(member.role)
    if allows(role, Action.AUDITS, Wish.SEE):
        return rows
    return rows.exclude(issued_at=None) if allows(role, Action.ISSUED, Wish.SEE) else rows.none()


def audit_of(organisation: Organisation, audit: UUID, member: Member) -> StoredAudit:
    """One audit this member may see; for all others there is none (404)."""
    return get_object_or_404(seen_by(member), organisation=organisation, id=audit)


def newest(organisation: Organisation, *, issued: bool) -> StoredAudit | None:
    """The newest one that is done; the newest issued one where only those count."""
    rows = StoredAudit.objects.filter(organisation=organisation, state=_State.DONE)
    if issued:
        rows = rows.exclude(issued_at=None)
    return rows.order_by("-number").first()


def newest_seen_by(member: Member) -> StoredAudit | None:
    """The newest audit that is done and that this member may read."""
    return seen_by(member).filter(state=_State.DONE).order_by("-number").first()


def binding_rule(organisation: Organisation, *, at: datetime) -> PublicationRule | None:
    """The rule of publication that binds an audit asked for at this moment."""
    rows = PublicationRule.objects.filter(organisation=organisation, fixed_at__lt=at)
    return rows.order_by("-fixed_at", "-id").first()


def findings(audit: StoredAudit) -> QuerySet[StoredFinding]:
    """All of them, the gravest first, as the audit has them."""
    return StoredFinding.objects.filter(audit=audit).order_by("position")


def links_of_cell(
    audit: StoredAudit, commitment: str, channel: str, which: Linked, *, after: int = 0
) -> QuerySet[StoredLink]:
    """The links behind one cell in the order they were made, those after the place `after`."""
    rows = _cell(audit, commitment, channel).filter(is_linked=which is Linked.LINKED)
    return rows.filter(id__gt=after).order_by("id")


def link_counts(audit: StoredAudit, commitment: str, channel: str) -> dict[str, int]:
    """How many links count, and how many are only plausible."""
    counts = _cell(audit, commitment, channel).order_by().values_list("is_linked")
    found = dict(counts.annotate(count=Count("id")))
    return {Linked.LINKED: found.get(True, 0), Linked.PLAUSIBLE: found.get(False, 0)}


def weightiest(audit: StoredAudit, commitment: str, side: Side, *, most: int) -> list[StoredRecord]:
    """The records that weigh most on one side of a promise, as far as they are still there."""
    links = StoredLink.objects.filter(audit=audit, commitment=commitment, is_linked=True)
    is_against = Q(stance=Stance.CONTRADICTS)
    if side is Side.WORDS:
        links = links.filter(channel__in=SPOKEN)
    elif side is Side.DEEDS:
        links = links.exclude(channel__in=NO_DEEDS).exclude(is_against)
    else:
        links = links.exclude(channel__in=NO_DEEDS).filter(is_against)
    rows = ledger.records(audit.organisation).filter(name__in=links.values("record"))
    weight = Coalesce(Abs("amount"), Value(Decimal(0)))
    return list(rows.order_by(weight.desc(), "-effective_on", "id")[:most])


def links_of_record(audit: StoredAudit, name: str) -> list[StoredLink]:
    """What an audit says of one record, what counts first."""
    rows = StoredLink.objects.filter(audit=audit, record=name)
    return list(rows.order_by("-is_linked", "-match_score", "commitment"))


def links(audit: StoredAudit | None) -> QuerySet[StoredLink]:
    """All links of an audit that count, for who narrows them further; without an audit, none."""
    rows = StoredLink.objects.filter(is_linked=True)
    return rows.filter(audit=audit) if audit else rows.none()


def all_links(audit: StoredAudit) -> QuerySet[StoredLink]:
    """Those that count and those that only widen the bounds."""
    return StoredLink.objects.filter(audit=audit)


def tied_to(organisation: Organisation, audit: StoredAudit | None, key: str) -> Q:
    """The records that this audit or a person ties to a commitment; or to none at all."""
    if key == NONE:
        return _to_nothing(organisation, audit)
    by_audit = Q(name__in=links(audit).filter(commitment=key).values("record"))
    said = {bears: linking.corrected(organisation, key, bears=bears) for bears in (True, False)}
    return (by_audit & ~Q(name__in=said[False])) | Q(name__in=said[True])


def folder_of(audit: StoredAudit) -> Path:
    """Where its case and its reports lie; made of ids alone, never of a name from outside."""
    kept: Path = settings.HOME / "organisations" / str(audit.organisation_id)
    return kept / "audits" / str(audit.id)


def holds_open_answers(audit: StoredAudit) -> bool:
    """Whether its case holds answers to a sample in which people are still answering.

    Handed out, it would show a second coder what the first one said.
    """
    kept = {one.stem for one in (folder_of(audit) / "case" / "verification").glob("*.json")}
    if not kept:
        return False
    rows = StoredSample.objects.filter(organisation_id=audit.organisation_id)
    return rows.filter(state=StoredSample.State.OPEN, name__in=kept).exists()


def content(audit: StoredAudit) -> dict[str, Any]:
    """Its `audit.json`; empty where there is none yet. Callers only read it.

    Raises `Altered` where the file is not what was written.
    """
    if audit.state != _State.DONE:
        return {}
    path = folder_of(audit) / "out" / CONTENT
    try:
        seen = path.stat()
    except OSError as error:
        raise Altered(CONTENT) from error
    return _parsed(path, audit.files.get(CONTENT, ""), seen.st_ctime_ns, seen.st_size)


def content_unless_altered(audit: StoredAudit) -> dict[str, Any]:
    """The same for a page about something else: nothing where the file was altered, for the
    audit's own page says so."""
    try:
        return content(audit)
    except Altered:
        return {}


def file_of(audit: StoredAudit, name: str) -> bytes:
    """One of its reports, checked against the digest it was written with. Raises `Altered`."""
    return checked_path(audit, name).read_bytes()


def checked_path(audit: StoredAudit, name: str) -> Path:
    """Where a report lies whose bytes were just checked. Raises `Altered`."""
    path = folder_of(audit) / "out" / name
    try:
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Altered(name) from error
    if found != audit.files[name]:
        raise Altered(name)
    return path


def _to_nothing(organisation: Organisation, audit: StoredAudit | None) -> Q:
    """Nobody says that it bears on anything, and what the audit said of it people denied."""
    standing = linking.standing_all(organisation)
    bears = [name for (name, _key), yes in standing.items() if yes]
    denied = {pair for pair, yes in standing.items() if not yes}
    spoken_of = {name for name, _key in denied}
    tied = links(audit).filter(record__in=spoken_of).values_list("record", "commitment")
    kept = {name for name, key in tied if (name, key) not in denied}
    is_tied = Exists(links(audit).filter(record=OuterRef("name")))
    is_free = ~Q(is_tied) | Q(name__in=spoken_of - kept)
    return is_free & ~Q(name__in=bears)


def _cell(audit: StoredAudit, commitment: str, channel: str) -> QuerySet[StoredLink]:
    return StoredLink.objects.filter(audit=audit, commitment=commitment, channel=channel)


@lru_cache(maxsize=16)
def _parsed(path: Path, digest: str, _changed: int, _size: int) -> dict[str, Any]:
    """Read once as long as nobody touches the file; when that was, nobody can set back."""
    found = path.read_bytes()
    if sha256(found).hexdigest() != digest:
        raise Altered(path.name)
    parsed: dict[str, Any] = json.loads(found)
    return parsed

"""Which commitments, files and links do the pages of records go by?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from northing.interfaces.web.visit import Visit
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.linking import store as linking
from northing.stages.records.imports import store as imports
from northing.stages.records.imports.models import Import

LONGEST_PROMISE = 80
NOTHING = "none"


def promises(visit: Visit) -> list[tuple[str, str]]:
    """Key and words of every commitment, as a list to choose from."""
    rows = commitments.commitments(visit.organisation)
    return [(row.key, _short(row.text)) for row in rows]


def import_or_404(visit: Visit, file: UUID) -> Import:
    one = imports.one_import(visit.organisation, file)
    if one is None:
        raise Http404
    return one


def linked_to(visit: Visit, key: str) -> Q:
    """The records that the newest audit or a person ties to a commitment; or to none at all."""
    audit = audits.newest_seen_by(visit.member)
    if key == NOTHING:
        return _to_nothing(visit, audit)
    by_audit = Q(name__in=audits.links(audit).filter(commitment=key).values("record"))
    said = {
        bears: linking.corrected(visit.organisation, key, bears=bears) for bears in (True, False)
    }
    return (by_audit & ~Q(name__in=said[False])) | Q(name__in=said[True])


def _to_nothing(visit: Visit, audit: StoredAudit | None) -> Q:
    """Nobody says that it bears on anything, and what the audit said of it people denied."""
    standing = linking.standing_all(visit.organisation)
    bears = [name for (name, _key), yes in standing.items() if yes]
    denied = {pair for pair, yes in standing.items() if not yes}
    links = audits.links(audit)
    spoken_of = {name for name, _key in denied}
    tied = links.filter(record__in=spoken_of).values_list("record", "commitment")
    kept = {name for name, key in tied if (name, key) not in denied}
    is_free = ~Q(Exists(links.filter(record=OuterRef("name")))) | Q(name__in=spoken_of - kept)
    return is_free & ~Q(name__in=bears)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_PROMISE else f"{text[: LONGEST_PROMISE - 1]}…"

"""Which commitments, files and links do the pages of records go by?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import Http404

from northing.interfaces.web.visit import Visit
from northing.stages.clarify.commitments import store as commitments
from northing.stages.diagnose.audits import store as audits
from northing.stages.records.imports import store as imports
from northing.stages.records.imports.models import Import

LONGEST_PROMISE = 80


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
    return audits.tied_to(visit.organisation, audits.newest_seen_by(visit.member), key)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_PROMISE else f"{text[: LONGEST_PROMISE - 1]}…"

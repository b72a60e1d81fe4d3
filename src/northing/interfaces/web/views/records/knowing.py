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
from northing.stages.records.ledger.section import shortened

LONGEST_PROMISE = 80


def promises(visit: Visit) -> list[tuple[str, str]]:
    """Key and words of every commitment, as a list to choose from."""
    return to_choose(promised(visit))


def promised(visit: Visit) -> list[tuple[str, str]]:
    """Key and words of every commitment, in full: where a page shows them to be read."""
    return [(row.key, row.text) for row in commitments.commitments(visit.organisation)]


def to_choose(known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Commitments with so much of their words as a list to choose from holds."""
    return [(key, shortened(text, most=LONGEST_PROMISE)) for key, text in known]


def import_or_404(visit: Visit, file: UUID) -> Import:
    one = imports.one_import(visit.organisation, file)
    if one is None:
        raise Http404
    return one


def linked_to(visit: Visit, key: str) -> Q:
    """The records that the newest audit or a person ties to a commitment; or to none at all."""
    return audits.tied_to(visit.organisation, audits.newest_seen_by(visit.member), key)

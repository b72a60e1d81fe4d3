"""What does one record say, where does it stand, what is it linked to, and who says so?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from northing.foundations.people.access import Action
from northing.interfaces.web.forms.records import CorrectionForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import records as listed
from northing.interfaces.web.views.records.knowing import promised, promises, to_choose
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.lines import lines_around
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit, StoredFinding, StoredLink
from northing.stages.diagnose.linking import actions, store
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.models import StoredRecord


@dataclass(frozen=True, slots=True)
class Bearing:
    """What is known of the record and one commitment: the audit's link, and what a person said."""

    key: str
    text: str
    link: StoredLink | None
    said: StoredCorrection | None

    @property
    def bears(self) -> bool:
        """People are believed before the audit."""
        return self.said.bears if self.said else bool(self.link and self.link.is_linked)


@require_safe
@within(Action.RECORDS)
def record(request: HttpRequest, visit: Visit, record: str) -> HttpResponseBase:
    one = _record_or_404(visit, record)
    if file := along.taken(request, visit, lambda: listed.record(one)):
        return file
    audit = audits.newest_seen_by(visit.member)
    links = audits.links_of_record(audit, one.name) if audit else []
    said = store.corrections_of(visit.organisation, one.name)
    known = promised(visit)
    bearings, lines = _bearings(known, links, said), lines_around(one)
    context = {
        "one": one,
        "audit": audit,
        "bearings": [row for row in bearings if row.bears],
        "denied": [row for row in bearings if not row.bears],
        "others": _others(to_choose(known), bearings),
        "said": said,
        "names": dict(known),
        "lines": lines,
        "near": [] if lines else ledger.neighbours(one, most=2),
        "findings": _findings(audit, one.name),
    }
    return show(request, visit, "web/records/record.html", context)


@require_POST
@within(Action.RECORDS)
def correction(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Said from the record's page: it bears on a commitment, or it does not."""
    form = CorrectionForm(request.POST, commitments=promises(visit))
    if not form.is_valid():
        messages.error(request, _("Choose a commitment that the record bears on."))
        there = ledger.record(visit.organisation, str(request.POST.get("record", ""))[:400])
        return _to(visit, there.name) if there else redirect("records_table", visit.organisation.id)
    one = _record_or_404(visit, form.cleaned_data["record"])
    bears = form.cleaned_data["bears"] == "yes"
    key = form.cleaned_data["commitment"]
    actions.correct(one, key, bears=bears, by=visit.member, at=visit.at)
    messages.success(
        request, _("Noted. The next audit goes by it; until then you can take it back.")
    )
    return _to(visit, one.name)


@require_POST
@within(Action.RECORDS)
def correction_withdrawal(request: HttpRequest, visit: Visit, correction: UUID) -> HttpResponse:
    one = store.one_correction(visit.organisation, correction)
    if one is None:
        raise Http404
    actions.withdraw(one, by=visit.member, at=visit.at)
    messages.success(request, _("What was said is taken back."))
    if ledger.record(visit.organisation, one.record):
        return _to(visit, one.record)
    return redirect("records_table", visit.organisation.id)


def _record_or_404(visit: Visit, name: str) -> StoredRecord:
    found = ledger.record(visit.organisation, name)
    if found is None:
        raise Http404
    return found


def _to(visit: Visit, name: str) -> HttpResponse:
    return redirect("records_record", visit.organisation.id, name)


def _bearings(
    known: list[tuple[str, str]], links: list[StoredLink], said: list[StoredCorrection]
) -> list[Bearing]:
    """In the order of the commitments; what the newest of several corrections says, holds."""
    standing: dict[str, StoredCorrection] = {}
    for one in said:
        if one.withdrawn_at is None:
            standing.setdefault(one.commitment, one)
    by_key = {link.commitment: link for link in links}
    names = dict(known)
    keys = [key for key, _text in known if key in by_key or key in standing]
    keys += [key for key in (*by_key, *standing) if key not in names and key not in keys]
    return [Bearing(key, names.get(key, key), by_key.get(key), standing.get(key)) for key in keys]


def _others(known: list[tuple[str, str]], bearings: list[Bearing]) -> list[tuple[str, str]]:
    """The commitments the record could bear on besides."""
    bearing = {row.key for row in bearings if row.bears}
    return [one for one in known if one[0] not in bearing]


def _findings(audit: StoredAudit | None, name: str) -> list[tuple[StoredFinding, str]]:
    """The findings of the audit that rest on this record, or that it speaks against."""
    if audit is None:
        return []
    found = []
    for one in audits.findings(audit):
        side = _side(one.content, name)
        if side:
            found.append((one, side))
    return found


def _side(content: dict[str, Any], name: str) -> str:
    if name in content.get("evidence", ()):
        return "for"
    return "against" if name in content.get("counter_evidence", ()) else ""

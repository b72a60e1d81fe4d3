"""How does an organisation get in thirty minutes from nothing to a first result?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.deciding import DecisionsForm, EvidenceForm
from northing.interfaces.web.forms.slots import Slots
from northing.interfaces.web.forms.start import PromisesForm
from northing.interfaces.web.views.clarify.checklist import checked
from northing.interfaces.web.views.start import keeping
from northing.interfaces.web.views.start.standing import Standing, standing_of, steps
from northing.interfaces.web.views.start.telling import told
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments.store import facts_of
from northing.stages.diagnose.first_look.engine import first_look
from northing.stages.diagnose.first_look.facts import Decision
from northing.stages.records.imports import store as imports
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.rules.typed import name_of
from northing.stages.records.ledger.store import typed_of

SHOWN = 2
"""How many commitments are asked for at first sight."""


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def promises(request: HttpRequest, visit: Visit) -> HttpResponse:
    """First: state the mission, and break it into one to five commitments."""
    standing = standing_of(visit.organisation, on=visit.at.date())
    form = PromisesForm(
        request.POST or None,
        rows=[] if standing.is_beyond else standing.commitments,
        draft=standing.draft or standing.mission,
    )
    if request.method == "POST" and standing.is_beyond:
        return redirect("start_decisions", visit.organisation.id)
    keep = partial(keeping.promises, form, standing, by=visit.member, at=visit.at)
    if _kept(request, form, keep):
        if request.POST.get("then") != "look":
            return redirect("start_decisions", visit.organisation.id)
        messages.success(request, _("It is kept. What the words leave open stands below each."))
        return redirect("start", visit.organisation.id)
    usual = imports.usage(visit.organisation)[0].language
    slots = [
        slot | {"checked": checked(slot["row"].text, slot["row"].breaking_it, usual=usual)}
        if slot["row"]
        else slot
        for slot in form.slots()
    ]
    has_more = any(slot["text"].value() or slot["text"].errors for slot in slots[SHOWN:])
    context = {"form": form, "slots": slots, "has_more": has_more}
    return _page(request, visit, "start", standing, context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS, get=Wish.CHANGE)
def decisions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Then: name three decisions of the last quarter."""
    standing = standing_of(visit.organisation, on=visit.at.date())
    form = DecisionsForm(request.POST or None, rows=standing.decisions, today=visit.at.date())
    if _kept(request, form, lambda: keeping.decisions(form, by=visit.member, at=visit.at)):
        return redirect("start_evidence", visit.organisation.id)
    first, last = keeping.last_quarter(visit.at.date())
    context = {"form": form, "slots": form.slots(), "first": first, "last": last}
    return _page(request, visit, "start_decisions", standing, context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS, get=Wish.CHANGE)
def evidence(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Then: say what each did for which commitment, and on what evidence."""
    standing = standing_of(visit.organisation, on=visit.at.date())
    form = EvidenceForm(
        request.POST or None, decisions=standing.decisions, commitments=standing.commitments
    )
    if _kept(request, form, lambda: keeping.judgements(form.judged, by=visit.member, at=visit.at)):
        return redirect("start_result", visit.organisation.id)
    context = {"form": form, "slots": form.slots()}
    return _page(request, visit, "start_evidence", standing, context)


@require_safe
@within(Action.RECORDS)
def result(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Last: read what shows, what does not, and what would be worth knowing next."""
    standing = standing_of(visit.organisation, on=visit.at.date())
    named = [
        Decision(name=name_of(Channel.DECISIONS, row.number), typed=typed_of(row))
        for row in standing.decisions
    ]
    look = first_look(
        facts_of(standing.commitments), named, is_approved=standing.mission is not None
    )
    return _page(request, visit, "start_result", standing, {"look": told(look)})


def _kept(request: HttpRequest, form: Slots | EvidenceForm, keep: Callable[[], None]) -> bool:
    """All of the page is kept, or nothing and the reason why."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        with transaction.atomic():
            keep()
    except Refused as error:
        form.refuse(error)
        form.look_again()
        return False
    return True


def _page(
    request: HttpRequest, visit: Visit, here: str, standing: Standing, context: dict[str, Any]
) -> HttpResponse:
    form = context.get("form")
    company = {"standing": standing, "steps": steps(standing, here), "here": here}
    status = 422 if form is not None and form.errors else 200
    return show(request, visit, f"web/start/{here}.html", company | context, status)

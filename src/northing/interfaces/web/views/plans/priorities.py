"""What comes first: which orders are there, how is one asked for, and what does it say?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.parts import Once
from northing.interfaces.web.forms.plans import FileForm, WeightsForm
from northing.interfaces.web.sentences_plans import CRITERIA
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import plans as listed
from northing.interfaces.web.views.plans import studies
from northing.interfaces.web.views.plans.handing_in import (
    Unreadable,
    content_handed_in,
    handed_out,
)
from northing.interfaces.web.views.plans.placed import matrix_said, placed_answer
from northing.interfaces.web.views.plans.ranked import answer, people_said, ranking_said
from northing.interfaces.web.views.plans.studies import Plans, to_row, wanted_of
from northing.interfaces.web.views.plans.typing import typed
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker import planning
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.priorities import store
from northing.stages.decide.priorities.actions import KIND
from northing.stages.decide.priorities.intake.asked import asked_in
from northing.stages.decide.priorities.intake.gaps import TO_BE_SAID, gaps_in, to_mend
from northing.stages.decide.priorities.models import StoredPriorities
from northing.stages.decide.studies.rules.sheets import PRIORITIES
from northing.stages.diagnose.audits import store as audits

MOST_PROMISES = 12


def _answer(row: StoredPriorities) -> str:
    ranking = row.result.get("ranking")
    if ranking and ranking["placed"]:
        return answer(ranking, bool(row.result.get("people")))
    return placed_answer(row.result["matrix"]) if row.result.get("matrix") else ""


PLANS = Plans(
    model=StoredPriorities,
    kind=KIND,
    shape=PRIORITIES,
    read=asked_in,
    make=planning.make_priorities,
    amend=planning.amend_priorities,
    one="plans_priority",
    head="priorities",
    page="priority",
    pages="priorities",
    answer=_answer,
)


@require_safe
@within(Action.PRIORITIES)
def priorities(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    return PLANS.listing(request, visit)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.PRIORITIES, get=Wish.CHANGE)
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """By a file; the page also leads to the other ways."""
    form = FileForm(request.POST or None, request.FILES or None)
    complaints: list[str] = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["given"]
        try:
            content = content_handed_in(given, PRIORITIES)
            wanted = wanted_of(PLANS, content, given.name)
        except Unreadable as error:
            complaints = error.complaints
        else:
            key = form.cleaned_data["ticket"]
            return to_row(visit, PLANS, PLANS.make(wanted, by=visit.member, at=visit.at, key=key))
    audit = audits.newest_seen_by(visit.member)
    context = {"form": form, "complaints": complaints, "audit": audit, "once": Once()}
    status = 422 if form.errors or complaints else 200
    return show(request, visit, "web/plans/priorities_new.html", context, status)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.PRIORITIES, get=Wish.CHANGE)
def table(request: HttpRequest, visit: Visit) -> HttpResponse:
    return typed(request, visit, PLANS, _first(visit), None)


@require_POST
@within(Action.PRIORITIES)
def gaps(request: HttpRequest, visit: Visit) -> HttpResponse:
    """From what the newest audit found: one option a promise, with its gap; people say the rest."""
    audit = audits.newest_seen_by(visit.member)
    content = audits.content_unless_altered(audit) if audit else {}
    found = gaps_in(content) if content else []
    if audit is None or not found:
        messages.error(request, _("No audit that you may read has a commitment. Audit first."))
        return redirect("plans_priorities_new", visit.organisation.id)
    title = _("What to mend first, after audit %(number)d") % {"number": audit.number}
    names = {key: str(said) for key, said in CRITERIA.items()}
    wanted = wanted_of(PLANS, to_mend(found, names, title=title), title)
    form = Once(request.POST)
    key = form.cleaned_data["ticket"] if form.is_valid() else None
    row = PLANS.make(wanted, by=visit.member, at=visit.at, key=key)
    return redirect("plans_priority_table", visit.organisation.id, row.id)


@require_safe
@within(Action.PRIORITIES)
def priority(request: HttpRequest, visit: Visit, priority: UUID) -> HttpResponseBase:
    row = PLANS.row(visit, priority)
    if file := along.taken(request, visit, lambda: listed.ranking(row)):
        return file
    context: dict[str, Any] = {"row": row, "plans": PLANS, "may_change": PLANS.may_change(visit)}
    if row.state == StoredPriorities.State.DONE:
        currency = (row.asked.get("matrix") or {}).get("currency", "")
        context |= {
            "ranking": ranking_said(row.result),
            "matrix": matrix_said(row.result, currency),
            "people": people_said(row.result),
            "has_own": bool(store.own_weights(row, visit.member)),
        }
    return show(request, visit, PLANS.page_of(row), context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.PRIORITIES, get=Wish.CHANGE)
def priority_table(request: HttpRequest, visit: Visit, priority: UUID) -> HttpResponse:
    row = PLANS.row(visit, priority)
    return typed(request, visit, PLANS, row.asked, row)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.PRIORITIES, get=Wish.CHANGE)
def weights(request: HttpRequest, visit: Visit, priority: UUID) -> HttpResponse:
    """One's own, without a look at what others gave."""
    row = PLANS.row(visit, priority)
    criteria = list(row.asked.get("criterion", ()))
    own = store.own_weights(row, visit.member)
    start = {f"swing-{n}": own.get(one["id"]) for n, one in enumerate(criteria)}
    form = WeightsForm(request.POST or None, criteria=criteria, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            planning.give_weights(row, form.swings, by=visit.member, at=visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("Your weights count. Nobody else's were changed."))
            return to_row(visit, PLANS, row)
    context = {"row": row, "form": form, "plans": PLANS, "has_criteria": bool(criteria)}
    status = 422 if form.errors else 200
    return show(request, visit, "web/plans/weights.html", context, status)


@require_POST
@within(Action.PRIORITIES)
def turning(request: HttpRequest, visit: Visit, priority: UUID) -> HttpResponse:
    return studies.turned(request, visit, PLANS, PLANS.row(visit, priority))


@require_safe
@within(Action.PRIORITIES)
def progress(request: HttpRequest, visit: Visit, priority: UUID) -> HttpResponse:
    return studies.far(request, visit, PLANS, PLANS.row(visit, priority))


@require_safe
@within(Action.PRIORITIES)
def asked(request: HttpRequest, visit: Visit, priority: UUID) -> HttpResponse:
    """What was asked as a file, to go on with elsewhere."""
    row = PLANS.row(visit, priority)
    form = request.GET.get("format", "")
    return handed_out(row.asked, PRIORITIES, name=slugify(row.name) or "priorities", form=form)


@require_safe
@within(Action.PRIORITIES, get=Wish.CHANGE)
def empty_form(request: HttpRequest, visit: Visit) -> HttpResponse:
    """To be filled in with a spreadsheet: the usual criteria, this organisation's commitments."""
    content = _first(visit) | {"matrix": {"return_cut": 0, "advancement_cut": 0}}
    form = request.GET.get("format", "")
    return handed_out(content, PRIORITIES, name="priorities-form", form=form)


def _first(visit: Visit) -> dict[str, Any]:
    """Where somebody begins: five criteria that can be changed, and three empty options."""
    promised = commitments.commitments(visit.organisation)[:MOST_PROMISES]
    return {
        "priorities": {"title": _("Priorities")},
        "criterion": [
            {"id": key, "name": str(CRITERIA[key]), "worst": 0, "best": 10, "swing": 100}
            for key in TO_BE_SAID
        ],
        "commitment": [{"id": one.key, "name": one.text, "weight": 1} for one in promised],
        "option": [{"id": f"o{n}"} for n in range(1, 4)],
    }

"""What a budget true to the mission looks like: asked for, cut, and taken along."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.documents.rows_out import Form
from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.plans import CurrentBudgetForm, CutForm, FileForm
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.views import along
from northing.interfaces.web.views.plans import studies
from northing.interfaces.web.views.plans.handing_in import (
    Unreadable,
    content_handed_in,
    handed_out,
)
from northing.interfaces.web.views.plans.proposal import listing_of, proposal_in
from northing.interfaces.web.views.plans.proposed import found_said
from northing.interfaces.web.views.plans.shared import shared_said
from northing.interfaces.web.views.plans.studies import Plans, to_row, wanted_of
from northing.interfaces.web.views.plans.typing import typed
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker import planning
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.budget import loading
from northing.stages.decide.budget.actions import KIND, key_of
from northing.stages.decide.budget.intake.asked import asked_in
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.studies.rules.sheets import BUDGET
from northing.stages.diagnose.audits import store as audits
from northing.stages.records.imports.models import Import

USUAL_CUT = Decimal(25)
ALIKE = 0.001
MOST_PROMISES = 30


def _answer(row: StoredBudget) -> str:
    found = found_said(row.result["cuts"][key_of(row.cut)])
    if found["kind"] == "conflict":
        return _("No budget of %(budget)s keeps every limit.") % {"budget": found["budget"]}
    return str(found["answer"])


PLANS = Plans(
    model=StoredBudget,
    kind=KIND,
    shape=BUDGET,
    read=asked_in,
    make=planning.make_budget,
    amend=planning.amend_budget,
    one="plans_budget",
    head="budget",
    page="budget",
    pages="budgets",
    answer=_answer,
)


@require_safe
@within(Action.BUDGETS)
def budgets(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    return PLANS.listing(request, visit)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.BUDGETS, get=Wish.CHANGE)
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """From the current budget, or by a file; the page also leads to a table to type into."""
    sources = loading.money_sources(visit.organisation)
    is_file = "given" in request.FILES or request.POST.get("way") == "file"
    is_sent = request.method == "POST"
    file = FileForm(request.POST, request.FILES) if is_sent and is_file else FileForm()
    choices = [(str(one.id), one.path) for one in sources]
    current = CurrentBudgetForm(request.POST if is_sent and not is_file else None, sources=choices)
    complaints: list[str] = []
    form = file if is_file else current
    if is_sent and form.is_valid():
        try:
            content, place = _content(visit, form.cleaned_data, sources)
            wanted = wanted_of(PLANS, content, place)
        except Unreadable as error:
            complaints = error.complaints
        else:
            key = form.cleaned_data["ticket"]
            return to_row(visit, PLANS, PLANS.make(wanted, by=visit.member, at=visit.at, key=key))
    context = {"file": file, "current": current, "sources": sources, "complaints": complaints}
    status = 422 if is_sent else 200
    return show(request, visit, "web/plans/budget_new.html", context, status)


def _content(
    visit: Visit, said: dict[str, Any], sources: list[Import]
) -> tuple[dict[str, Any], str]:
    if "given" in said:
        return content_handed_in(said["given"], BUDGET), said["given"].name
    source = next(one for one in sources if str(one.id) == said["source"])
    content = loading.current_of(
        source,
        audit=audits.newest_seen_by(visit.member),
        title=_("Budget from %(name)s") % {"name": source.name},
        rest=_("All smaller lines together"),
        least=said["least"],
    )
    if not content["line"]:
        raise Unreadable(
            _("%(name)s has no line that is spent. Choose another file.") % {"name": source.path}
        )
    return content, source.path


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.BUDGETS, get=Wish.CHANGE)
def table(request: HttpRequest, visit: Visit) -> HttpResponse:
    return typed(request, visit, PLANS, _first(visit), None)


@require_safe
@within(Action.BUDGETS)
def budget(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponse:
    """The answer to the cut that was asked for last, or to another one that was."""
    row = PLANS.row(visit, budget)
    context: dict[str, Any] = {
        "row": row,
        "plans": PLANS,
        "may_change": PLANS.may_change(visit),
        "cut": key_of(row.cut),
    }
    if row.state == StoredBudget.State.DONE:
        shown = _shown(request, row)
        form = CutForm(initial={"percent": key_of(row.cut or USUAL_CUT), "revision": row.revision})
        context |= {
            "found": found_said(row.result["cuts"][shown]),
            "shared": shared_said(row.result["cuts"][shown], audits.newest_seen_by(visit.member)),
            "cut": shown,
            "cuts": sorted(row.result["cuts"], key=Decimal),
            "form": form,
            "is_untold": _is_untold(row.result["cuts"][shown]),
        }
    return show(request, visit, PLANS.page_of(row), context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.BUDGETS, get=Wish.CHANGE)
def budget_table(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponse:
    row = PLANS.row(visit, budget)
    return typed(request, visit, PLANS, row.asked, row)


@require_POST
@within(Action.BUDGETS)
def cut(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponse:
    row, form = PLANS.row(visit, budget), CutForm(request.POST)
    if not form.is_valid():
        said = [str(one) for name in ("percent", "revision") for one in form.errors.get(name, ())]
        messages.error(request, " ".join(said))
        return to_row(visit, PLANS, row)
    seen, percent = form.cleaned_data["revision"], form.cleaned_data["percent"]
    try:
        planning.cut_budget(row, percent, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        messages.error(request, str(REFUSALS[error.code]))
    return to_row(visit, PLANS, row)


@require_safe
@within(Action.BUDGETS)
def proposal(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponseBase:
    """The proposed budget with its differences, as a workbook, as CSV or for a program."""
    row = PLANS.row(visit, budget)
    if row.state != StoredBudget.State.DONE:
        return to_row(visit, PLANS, row)
    shown = _shown(request, row)
    name = f"{slugify(row.name) or 'budget'}-cut-{shown}".replace(".", "-")
    listing = listing_of(row.result["cuts"][shown], name)
    file = along.taken(request, visit, lambda: listing)
    return file or along.sent(request, visit, listing, Form.XLSX)


@require_POST
@within(Action.BUDGETS)
def turning(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponse:
    return studies.turned(request, visit, PLANS, PLANS.row(visit, budget))


@require_safe
@within(Action.BUDGETS)
def progress(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponse:
    return studies.far(request, visit, PLANS, PLANS.row(visit, budget))


@require_safe
@within(Action.BUDGETS)
def asked(request: HttpRequest, visit: Visit, budget: UUID) -> HttpResponse:
    """What was asked as a file, to go on with elsewhere."""
    row = PLANS.row(visit, budget)
    form = request.GET.get("format", "")
    return handed_out(row.asked, BUDGET, name=slugify(row.name) or "budget", form=form)


@require_safe
@within(Action.BUDGETS, get=Wish.CHANGE)
def empty_form(request: HttpRequest, visit: Visit) -> HttpResponse:
    """To be filled in with a spreadsheet, with a column for each commitment."""
    content = _first(visit)
    content["line"] = [{"id": "line-1"} | dict.fromkeys(one["id"] for one in content["commitment"])]
    form = request.GET.get("format", "")
    return handed_out(content, BUDGET, name="budget-form", form=form)


def _shown(request: HttpRequest, row: StoredBudget) -> str:
    """The cut whose answer is shown: the last one, unless another is asked for that there is."""
    try:
        wanted = key_of(Decimal(request.GET.get("cut") or row.cut))
    except (InvalidOperation, ValueError):
        raise Http404 from None
    if wanted not in row.result["cuts"]:
        raise Http404
    return wanted


def _is_untold(found: Mapping[str, Any]) -> bool:
    """Whether nobody has said yet which line does more for the mission than its money says."""
    lines = [one["line"] for one in (proposal_in(found) or {}).get("given", ())]
    worth = [line["impact"]["likely"] / line["cost"] for line in lines]
    is_open = all(line["impact"]["low"] == 0 < line["impact"]["high"] for line in lines)
    return len(lines) > 1 and is_open and max(worth) - min(worth) <= ALIKE * max(worth)


def _first(visit: Visit) -> dict[str, Any]:
    promised = commitments.commitments(visit.organisation)[:MOST_PROMISES]
    return {
        "budget": {"title": _("Budget"), "currency": "EUR"},
        "commitment": [{"id": one.key, "name": one.text} for one in promised],
        "line": [{"id": f"l{n}"} for n in range(1, 4)],
    }

"""How is a table of options or lines typed in, and changed, on a page that needs no script?"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.parts import Kept as KeptForm
from northing.interfaces.web.forms.plans_grid import grid_of, typed_content, with_empty
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.views.plans.handing_in import Unreadable
from northing.interfaces.web.views.plans.studies import Plans, to_row, wanted_of
from northing.interfaces.web.visit import Visit, show
from northing.stages.decide.studies.facts import Content
from northing.stages.decide.studies.models import Study

MATRIX = "matrix"
ADDS = ("criterion", "commitment", "option", "line", MATRIX)
AT_ONCE = 3


def typed(
    request: HttpRequest, visit: Visit, plans: Plans[Any], first: Content, row: Study | None
) -> HttpResponse:
    """Shows what is there, adds rows, and has it worked out once nothing is wrong with it."""
    if request.method != "POST":
        return _page(request, visit, plans, first, row)
    sent = {key: request.POST[key] for key in request.POST}
    content = _with_more(typed_content(sent, plans.shape), request.POST.get("do", ""), first)
    if request.POST.get("do") in ADDS:
        return _page(request, visit, plans, content, row)
    try:
        wanted = wanted_of(plans, content, _("this table"), seed=row.seed if row else 0)
        kept = _kept(request, visit, plans, wanted, row)
    except (Unreadable, Refused) as error:
        return _page(request, visit, plans, content, row, _said(error))
    messages.success(request, _("It is being worked out. You may leave this page."))
    return to_row(visit, plans, kept)


def _with_more(content: dict[str, Any], wish: str, first: Content) -> dict[str, Any]:
    """What was typed, with the empty rows or the matrix that a button asked for."""
    if wish == MATRIX:
        promised = content.get("commitment") or list(first.get("commitment", ()))
        return {**content, "matrix": {"return_cut": 0}, "commitment": promised}
    if wish in ADDS:
        return with_empty(content, wish, most=AT_ONCE if wish in ("option", "line") else 1)
    return content


def _said(error: Unreadable | Refused) -> list[str]:
    return error.complaints if isinstance(error, Unreadable) else [str(REFUSALS[error.code])]


def _kept(
    request: HttpRequest, visit: Visit, plans: Plans[Any], wanted: Any, row: Study | None
) -> Study:
    form = KeptForm(request.POST)
    form.is_valid()
    if row is None:
        ticket: UUID | None = form.cleaned_data.get("ticket")
        made: Study = plans.make(wanted, by=visit.member, at=visit.at, key=ticket)
        return made
    seen = form.cleaned_data.get("revision") or 0
    plans.amend(row, wanted, by=visit.member, at=visit.at, seen=seen)
    return row


def _page(
    request: HttpRequest, visit: Visit, plans: Plans[Any], content: Content, row: Study | None,
    complaints: list[str] | None = None,
) -> HttpResponse:  # fmt: skip
    """What was typed stays, with all that is wrong with it above."""
    sent = request.POST if request.method == "POST" else {}
    grid = grid_of(content, plans.shape)
    context = {
        "plans": plans,
        "row": row,
        "grid": grid,
        "complaints": complaints or [],
        "ticket": sent.get("ticket") or uuid4(),
        "revision": sent.get("revision") or (row.revision if row else ""),
        "has_matrix": MATRIX in content,
        "is_too_long": grid.is_too_long,
    }
    status = 422 if complaints else 200
    return show(request, visit, f"web/plans/{plans.head}_typed.html", context, status)

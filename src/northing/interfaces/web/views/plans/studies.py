"""What do the pages of priorities and of budgets share?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from northing.foundations.people.access import Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.parts import Turn
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import plans as listed
from northing.interfaces.web.views.plans.handing_in import Unreadable
from northing.interfaces.web.visit import Visit, show
from northing.interfaces.worker import planning
from northing.stages.decide.priorities.intake.written import UnreadableFile
from northing.stages.decide.studies import actions, store
from northing.stages.decide.studies.actions import Kind
from northing.stages.decide.studies.facts import Content, Wanted
from northing.stages.decide.studies.models import Study
from northing.stages.decide.studies.rules.sheets import Shape

Kept = TypeVar("Kept", bound=Study)
MOST = 200
PLACE = re.compile(r", (option|line|criterion|commitment) (\d+)")
PLACES = {
    "option": gettext_lazy("option"),
    "line": gettext_lazy("line"),
    "criterion": gettext_lazy("criterion"),
    "commitment": gettext_lazy("commitment"),
}
WORKING = (Study.State.WAITING, Study.State.RUNNING)


@dataclass(frozen=True, slots=True)
class Plans(Generic[Kept]):
    """One of the two: its table, its shape as a file, how it is read, and where its pages are."""

    model: type[Kept]
    kind: Kind
    shape: Shape
    read: Callable[[Content, tuple[()], str], Any]
    make: Callable[..., Kept]
    amend: Callable[..., None]
    one: str
    head: str
    page: str
    pages: str
    answer: Callable[[Any], str]

    def listing(self, request: HttpRequest, visit: Visit) -> HttpResponseBase:
        """All of them, those set aside last; or the list as a file to take along."""
        rows = self.rows(visit)
        if file := along.taken(request, visit, lambda: listed.studies(self.pages, rows)):
            return file
        context = {"rows": rows[:MOST], "is_more": len(rows) > MOST, **self._newest(rows)}
        return show(request, visit, f"web/plans/{self.pages}.html", context)

    def _newest(self, rows: list[Kept]) -> dict[str, Any]:
        """What the newest of those that count says: the list begins with an answer, too."""
        done = (one for one in rows if one.state == Study.State.DONE and not one.set_aside_at)
        newest = next(done, None)
        return {"newest": newest, "told": self.answer(newest)} if newest else {}

    def may_change(self, visit: Visit) -> bool:
        return visit.may(self.kind.action, Wish.CHANGE)

    def page_of(self, row: Study) -> str:
        """The template of the state it is in."""
        if row.state in WORKING:
            return "web/plans/working.html"
        return f"web/plans/{self.page if row.state == Study.State.DONE else 'failed'}.html"

    def row(self, visit: Visit, wanted: UUID) -> Kept:
        found = store.one_of(self.model, visit.organisation, wanted)
        if found is None:
            raise Http404
        return found

    def rows(self, visit: Visit) -> list[Kept]:
        return list(store.all_of(self.model, visit.organisation)[: MOST + 1])


def wanted_of(plans: Plans[Any], content: Content, place: str, *, seed: int = 0) -> Wanted:
    """What is asked, once it was read without complaint. Raises `Unreadable`."""
    try:
        return planning.wanted_in(plans.read, content, place, seed=seed)
    except UnreadableFile as error:
        raise Unreadable(*map(_aloud, error.complaints[:MOST])) from None


def _aloud(complaint: str) -> str:
    """The complaint and its place in the reader's language; what people typed stays as it is."""
    placed = PLACE.sub(lambda met: f", {PLACES[met[1]]} {met[2]}", complaint, count=1)
    return text_said(placed)


def to_row(visit: Visit, plans: Plans[Any], row: Study) -> HttpResponse:
    return redirect(plans.one, visit.organisation.id, row.id)


def far(request: HttpRequest, visit: Visit, plans: Plans[Any], row: Study) -> HttpResponse:
    """How far it is, asked for again and again; once it is over, the page comes anew."""
    if "HX-Request" not in request.headers:
        return to_row(visit, plans, row)
    response = show(request, visit, "web/plans/far.html", {"row": row, "plans": plans})
    if row.state not in WORKING:
        response["HX-Refresh"] = "true"
    return response


def turned(request: HttpRequest, visit: Visit, plans: Plans[Any], row: Study) -> HttpResponse:
    """Set aside, brought back, or tried again: what the button says."""
    turns: Mapping[str, tuple[Callable[..., None], str]] = {
        "aside": (actions.set_aside, _("It is set aside; you can bring it back.")),
        "back": (actions.bring_back, _("It is back in the list.")),
    }
    seen = Turn(request.POST).seen
    name = request.POST.get("do", "")
    try:
        if name == "again":
            same = Wanted(row.name, row.asked, row.seed)
            plans.amend(row, same, by=visit.member, at=visit.at, seen=seen)
        elif name in turns:
            turn, said = turns[name]
            turn(row, plans.kind, by=visit.member, at=visit.at, seen=seen)
            messages.success(request, said)
    except Refused as error:
        messages.error(request, str(REFUSALS[error.code]))
    return to_row(visit, plans, row)

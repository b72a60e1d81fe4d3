"""Should change begin at the top, at the front line, or at both, and how sure is that?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.approach import MEANINGS, ApproachForm
from northing.interfaces.web.sentences_ready import APPROACHES, ASKED, DEGREES, FLAGS, PITFALLS
from northing.interfaces.web.views.clarify.returning import found_or_404, wanted
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.approach import actions, store
from northing.stages.clarify.approach.facts import Advice, Approach, Reply, Standing
from northing.stages.clarify.approach.rules.advising import advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS
from northing.stages.clarify.approach.section import ranked, reasons
from northing.stages.clarify.models import ApproachStatement
from northing.stages.decide.ways_in import store as ways


@require_safe
@within(Action.MISSION)
def approach(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The newest statement: which approach, with its reasons and what would turn it."""
    rows = list(store.statements(visit.organisation).select_related("made_by__person"))
    return show(request, visit, "web/clarify/approach.html", _page(rows[0] if rows else None, rows))


@require_safe
@within(Action.MISSION)
def statement(request: HttpRequest, visit: Visit, statement: UUID) -> HttpResponse:
    """What was stated at another time, as it was."""
    one = found_or_404(store.statement(visit.organisation, statement))
    rows = list(store.statements(visit.organisation).select_related("made_by__person"))
    return show(request, visit, "web/clarify/approach.html", _page(one, rows))


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def write(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Answer every question with what it was seen in; what was said before stands in the form."""
    last = store.newest(visit.organisation)
    form = form_of(request, last)
    if request.method == "POST" and form.is_valid() and stated(visit, form):
        messages.success(request, _("It is kept; what was stated before stays."))
        return _back(request, visit)
    context = {"form": form, "meanings": MEANINGS}
    return show(
        request, visit, "web/clarify/approach_form.html", context, 422 if form.errors else 200
    )


def _back(request: HttpRequest, visit: Visit) -> HttpResponse:
    """To the statement, or to the guided way on which it was asked."""
    walk = wanted(request, ways.walk, visit, "walk")
    if walk:
        return redirect("guided_page", visit.organisation.id, walk.id)
    return redirect("clarify_approach", visit.organisation.id)


def form_of(request: HttpRequest, last: ApproachStatement | None) -> ApproachForm:
    """The questions, with the answers of last time."""
    known = {
        "revision": last.number if last else 0,
        "chosen": last.chosen if last else "",
        "reason": last.reason if last else "",
    }
    replies = store.replies_of(last) if last else []
    return ApproachForm(request.POST or None, replies=replies, initial=known)


def stated(visit: Visit, form: ApproachForm) -> bool:
    """Whether it is kept; where somebody stated something meanwhile, the form says so."""
    found = form.cleaned_data
    try:
        actions.state(
            form.saying,
            by=visit.member,
            at=visit.at,
            seen=found["revision"] or 0,
            ticket=found["ticket"],
        )
    except Refused as error:
        form.refuse(error)
        last = store.newest(visit.organisation)
        form.look_again(last.number if last else 0)
        return False
    return True


def told(one: ApproachStatement) -> dict[str, Any]:
    """What a page shows of a statement."""
    replies = store.replies_of(one)
    found = advice(QUESTIONS, replies)
    order = ranked(found)
    return {
        "statement": one,
        "clear": APPROACHES[found.clear] if found.clear else "",
        "chosen": APPROACHES[Approach(one.chosen)] if one.chosen else "",
        "differs": bool(one.chosen and found.clear and one.chosen != found.clear),
        "ranked": [_standing(each, replies) for each in order],
        "ahead": order[0].points - order[1].points,
        "flags": [FLAGS[each] for each in found.flags],
        "telling": [ASKED[each] for each in found.telling],
        "flip": _flip(found),
        "open": [ASKED[each] for each in found.open],
        "asked": len(QUESTIONS),
    }


def _page(one: ApproachStatement | None, rows: list[ApproachStatement]) -> dict[str, Any]:
    versions = [
        {"row": row, "chosen": APPROACHES[Approach(row.chosen)] if row.chosen else ""}
        for row in rows
    ]
    context: dict[str, Any] = {"versions": versions, "meanings": MEANINGS}
    return context | (told(one) | {"is_newest": one == rows[0]} if one else {})


def _standing(one: Standing, replies: list[Reply]) -> dict[str, Any]:
    return {
        "name": APPROACHES[one.approach],
        "points": one.points,
        "low": one.low,
        "high": one.high,
        "is_open": one.low < one.high,
        "pitfall": PITFALLS[one.approach],
        "reasons": [
            {
                "text": ASKED[question.id],
                "degree": DEGREES[reply.answer],
                "evidence": reply.evidence,
                "points": points,
            }
            for question, reply, points in reasons(one.approach, QUESTIONS, replies)
        ],
    }


def _flip(found: Advice) -> dict[str, Any] | None:
    if found.flip is None:
        return None
    question, before, after = found.flip
    return {"text": ASKED[question], "before": DEGREES[before], "after": DEGREES[after]}

"""Which record comes next, and what was said of it?

Every page works as plain forms. The script beside it asks for the next pairs before they are
needed and sends answers when the line is there; both ways end in the same action.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.verify import AnswerForm, given_in
from northing.interfaces.web.numbered import number_in
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.sentences_verify import ANSWERS, ANSWERS_ASK
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.jobs.verification import reckon_with_answers
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import answering
from northing.stages.diagnose.verification.actions.answering import Given, Kept
from northing.stages.diagnose.verification.models import Seat, StoredQuestion, StoredSample

AHEAD = 10
CHOICES = [
    {"key": key, "value": answer.value, "said": said, "means": ANSWERS_ASK[answer]}
    for key, (answer, said) in enumerate(ANSWERS.items(), start=1)
]


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.LABELS)
def queue(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """The next pair of whoever sits here; `?pair=` goes back to one, `?after=` passes one over."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _told(request, visit, one, form.given)
        return redirect("verify_queue", visit.organisation.id, one.id)
    seat = store.seat_of(one, visit.member)
    context = {"sample": one, "seat": seat, "form": form, **_place(request, one, seat)}
    return show(request, visit, "web/verify/queue.html", context, 422 if form.errors else 200)


@require_safe
@within(Action.LABELS)
def ahead(request: HttpRequest, visit: Visit, sample: UUID) -> JsonResponse:
    """The pairs after one, as the page shows them, for whoever sits here."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    seat = store.seat_of(one, visit.member)
    numbers = (
        _from(store.waiting(one, seat.coder), number_in(request.GET, "after") or 0) if seat else []
    )
    context = {"pairs": [_pair(each) for each in _rows(one, numbers[:AHEAD])],
               "sample": one, "organisation": visit.organisation}  # fmt: skip
    text = render_to_string("web/verify/pairs.html", context | {"choices": CHOICES}, request)
    return JsonResponse({"pairs": text})


@require_POST
@within(Action.LABELS)
def answers(request: HttpRequest, visit: Visit, sample: UUID) -> JsonResponse:
    """What the script sends: kept whole or refused whole, and never twice."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    given = given_in(request.body)
    if given is None:
        return JsonResponse({"refused": _("These are no answers to this sample.")}, status=422)
    try:
        kept = _keep(visit, one, given)
    except Refused as error:
        return JsonResponse({"refused": str(REFUSALS[error.code])}, status=422)
    return JsonResponse({"turn": kept.turn})


@require_POST
@within(Action.LABELS)
def undo(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """Take back the newest answer, and show its pair again."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    address = redirect("verify_queue", visit.organisation.id, one.id)
    try:
        pair = answering.take_back_last(one, uuid4(), by=visit.member, at=visit.at)
    except Refused as error:
        messages.error(request, refusal_said(error))
        return address
    if pair is None:
        messages.info(request, _("There is no answer of yours to take back."))
        return address
    address["Location"] += f"?pair={pair}"
    return address


@require_POST
@within(Action.LABELS)
def pause(_request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """Enough for now: the trail takes the answers up, and the figures are reckoned with them."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    with transaction.atomic():
        if answering.pause(one, by=visit.member, at=visit.at):
            reckon_with_answers.enqueue(str(one.id))
    return redirect("verify_sample", visit.organisation.id, one.id)


def _told(request: HttpRequest, visit: Visit, one: StoredSample, given: Given) -> None:
    try:
        _keep(visit, one, [given])
    except Refused as error:
        messages.error(request, refusal_said(error))


def _keep(visit: Visit, one: StoredSample, given: list[Given]) -> Kept:
    """Whenever the trail takes answers up, the figures are reckoned anew, beside the pages."""
    with transaction.atomic():
        kept = answering.answer(one, given, by=visit.member, at=visit.at)
        if kept.is_sealed:
            reckon_with_answers.enqueue(str(one.id))
    return kept


def _place(request: HttpRequest, one: StoredSample, seat: Seat | None) -> dict[str, Any]:
    """How far this coder is, the pair that comes now, and those that come after it."""
    if seat is None:
        return {"pair": None}
    waiting = store.waiting(one, seat.coder)
    asked = store.questions(one, seat.coder).count()
    named = number_in(request.GET, "pair") or 0
    turned = _from(waiting, named or number_in(request.GET, "after") or 0)
    numbers = [named, *(each for each in turned if each != named)] if named else turned
    rows = _rows(one, numbers[: 1 + AHEAD], seat.coder)
    return {
        "pair": _pair(rows[0]) if rows else None,
        "ahead": [_pair(row) for row in rows[1:]],
        "given": [] if rows else _given(one, seat.coder),
        "choices": CHOICES,
        "asked": asked,
        "answered": asked - len(waiting),
        "turn": store.last_turn(one),
    }


def _given(one: StoredSample, coder: str) -> list[dict[str, Any]]:
    """What this coder answered, to look at and to alter."""
    said = {label.pair: label for label in store.answers(one, coder)}
    return [
        {"number": row.number, "answer": said[row.number].answer, "note": said[row.number].note,
         "record": row.content["record"], "promise": row.content["promise"]}
        for row in store.questions(one, coder)
        if row.number in said
    ]  # fmt: skip


def _from(numbers: list[int], after: int) -> list[int]:
    """Those after a number first, then those passed over before."""
    return [one for one in numbers if one > after] + [one for one in numbers if one <= after]


def _rows(one: StoredSample, numbers: list[int], coder: str | None = None) -> list[StoredQuestion]:
    rows = {row.number: row for row in store.questions(one, coder).filter(number__in=numbers)}
    return [rows[number] for number in numbers if number in rows]


def _pair(row: StoredQuestion) -> dict[str, Any]:
    """One pair, with an id for the answer to it: sent twice, it counts once."""
    return {"number": row.number, "ticket": uuid4(), **row.content}

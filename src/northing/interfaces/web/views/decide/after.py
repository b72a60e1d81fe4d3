"""What becomes of a decision: conditions, reviews, what takes its place, appeals, its price?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.decide import JudgeForm, MeetForm, ReasonForm, ReviewForm
from northing.interfaces.web.forms.trade_offs import TradeOffForm
from northing.interfaces.web.sentences_purpose import REFUSALS
from northing.interfaces.web.views.decide.one import found_or_404, not_now, rights, touched
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.actions import appealing, reviewing
from northing.stages.decide.purpose_test.facts import State
from northing.stages.decide.purpose_test.rules import refusals
from northing.stages.decide.purpose_test.rules.reviewing import overdue
from northing.stages.decide.purpose_test.store import looked_at
from northing.stages.decide.purpose_test.store.standing import facts_of, promises
from northing.stages.decide.trade_offs import actions as telling
from northing.stages.decide.trade_offs import store as trade_offs
from northing.stages.decide.trade_offs.models import StoredTradeOff


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def review(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """What was forecast, what came, what was learned, and when to look next."""
    one = found_or_404(visit, decision)
    if not rights(visit, one)["may_review"]:
        return not_now(request, visit, one, _why_no_review(visit, one))
    form = ReviewForm(request.POST or None, initial={"revision": one.revision})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        now = reviewing.Seen(
            happened=told["happened"], learned=told["learned"], next_on=told["next_on"]
        )
        try:
            reviewing.review(one, now, by=visit.member, at=visit.at, seen=told["revision"])
        except Refused as error:
            form.refuse(error)
            form.look_again(found_or_404(visit, decision).revision)
        else:
            messages.success(request, _("The review is kept."))
            return _to(visit, one)
    late = overdue(facts_of(one), on=visit.at.date())
    return _page(request, visit, "review", {"one": one, "form": form, "is_overdue": late})


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def condition(request: HttpRequest, visit: Visit, decision: UUID, condition: UUID) -> HttpResponse:
    """A condition is met: how, and where one sees that."""
    one = found_or_404(visit, decision)
    each = looked_at.condition(visit.organisation, condition)
    if each is None or each.decision_id != one.id:
        raise Http404
    form = MeetForm(request.POST or None, initial={"revision": one.revision})
    if request.method == "POST" and form.is_valid():
        try:
            told = form.cleaned_data["told"]
            reviewing.meet_condition(each, told, by=visit.member, at=visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("The condition is met."))
            return _to(visit, one)
    return _page(request, visit, "condition", {"one": one, "condition": each, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def appeal(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """A block is held to be wrong; somebody who keeps the filters looks at it."""
    one = found_or_404(visit, decision)
    if not rights(visit, one)["may_appeal"]:
        return not_now(request, visit, one, _("No test has stopped this decision."))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            appealing.appeal(
                one, told["reason"], by=visit.member, at=visit.at, ticket=told["ticket"]
            )
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("The appeal is kept; whoever keeps the filters judges it."))
            return _to(visit, one)
    return _page(request, visit, "appeal", {"one": one, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.FILTERS, get=Wish.CHANGE)
def judgement(request: HttpRequest, visit: Visit, appeal: UUID) -> HttpResponse:
    """Whether the block was wrong, as somebody says who neither wrote nor appealed."""
    each = looked_at.appeal(visit.organisation, appeal)
    if each is None:
        raise Http404
    one = found_or_404(visit, each.decision_id)
    form = JudgeForm(request.POST or None, initial={"revision": one.revision})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            appealing.uphold(
                each,
                is_right=told["upheld"],
                judgement=told["judgement"],
                by=visit.member,
                at=visit.at,
            )
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("The appeal is judged."))
            return _to(visit, one)
    return _page(request, visit, "judgement", {"one": one, "appeal": each, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def trade_off(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """What it cost, what it gave, who pays, and whether they were told."""
    one = found_or_404(visit, decision)
    before = trade_offs.trade_off_of(one)
    form = TradeOffForm(
        request.POST or None,
        promises=promises(visit.organisation, on=visit.at.date()),
        gave=before.gave if before else {},
        touched=touched(one),
        initial=_known(before, one),
    )
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["revision"] or 0
        try:
            telling.tell_trade_off(one, _given(form), by=visit.member, at=visit.at, seen=seen)
        except Refused as error:
            form.refuse(error)
            now = trade_offs.trade_off_of(one)
            form.look_again(now.revision if now else 0)
        else:
            messages.success(request, _("What it cost and gave is kept."))
            return redirect("decide_ledger", visit.organisation.id)
    over = commitments.ended(visit.organisation, on=visit.at.date())
    kept = [(each.text, form.unasked[each.key]) for each in over if each.key in form.unasked]
    context = {"one": one, "before": before, "form": form, "kept": kept}
    return _page(request, visit, "trade_off", context)


def _why_no_review(visit: Visit, one: StoredDecision) -> str:
    if one.state != State.ACCEPTED.value:
        return _("Only a decision that was taken, and stands, is looked at again.")
    if one.review_on is not None and one.review_on > visit.at.date():
        return str(REFUSALS[refusals.REVIEW_TOO_EARLY])
    return _("It is looked at again by whoever wrote it, signed it or keeps the filters.")


def _given(form: TradeOffForm) -> telling.Told:
    names = (
        "cost", "currency", "words", "is_taken", "is_refused", "opportunity", "is_told", "told_on",
        "told_how",
    )  # fmt: skip
    told = {name: form.cleaned_data[name] for name in names}
    return telling.Told(gave=form.gave, pays=tuple(form.cleaned_data["pays"]), **told)


def _known(before: StoredTradeOff | None, one: StoredDecision) -> dict[str, Any]:
    if before is None:
        return {"revision": 0, "currency": one.currency}
    names = (
        "cost", "currency", "words", "pays", "is_refused", "opportunity", "told_on", "told_how",
        "revision",
    )  # fmt: skip
    yes_or_no = {True: "yes", False: "no", None: ""}
    return {name: getattr(before, name) for name in names} | {
        "is_taken": yes_or_no[before.is_taken],
        "is_told": yes_or_no[before.is_told],
    }


def _to(visit: Visit, one: StoredDecision) -> HttpResponse:
    return redirect("decide_decision", visit.organisation.id, one.id)


def _page(request: HttpRequest, visit: Visit, name: str, context: dict[str, Any]) -> HttpResponse:
    company = {"sees_names": visit.may(Action.MEMBERS, Wish.SEE)}
    status = 422 if context["form"].errors else 200
    return show(request, visit, f"web/decide/{name}.html", company | context, status)

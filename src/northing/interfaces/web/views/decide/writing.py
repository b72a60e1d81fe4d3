"""How is a decision written, tested against every commitment, and handed to those who sign?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.decide import DecisionForm, signers_among
from northing.interfaces.web.forms.parts import Turn
from northing.interfaces.web.forms.purpose_test import CONDITIONS, SubmissionForm, TestForm
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.views.decide.one import found_or_404, not_now
from northing.interfaces.web.views.decide.tested import of_answers
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import StoredDecision, StoredFilter
from northing.stages.decide.purpose_test.actions import submitting, writing
from northing.stages.decide.purpose_test.actions.submitting import Asked
from northing.stages.decide.purpose_test.actions.writing import Draft, Wanted
from northing.stages.decide.purpose_test.facts import State
from northing.stages.decide.purpose_test.store import filters, looked_at, rows, testing
from northing.stages.decide.purpose_test.store.standing import answers, facts_of, promises

LISTS = ("options", "affected")
TEXTS = (
    "question", "proposed", "kind", "amount", "currency", "region", "unit", "evidence", "success",
    "forecast", "review_on",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def new(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One page: what is asked, what is proposed, what is expected of it."""
    before = _superseded(request, visit)
    form = DecisionForm(
        request.POST or None, organisation=visit.organisation, initial=_begun(before)
    )
    if request.method == "POST" and form.is_valid():
        ticket = form.cleaned_data["ticket"]
        try:
            written = _draft(form.cleaned_data, supersedes=before)
            made = writing.draft(written, by=visit.member, at=visit.at, ticket=ticket)
        except Refused as error:
            form.refuse(error)
        else:
            return redirect("decide_test", visit.organisation.id, made.id)
    return _page(
        request,
        visit,
        "form",
        {"form": form, "before": before, "kinds": looked_at.kinds(visit.organisation)},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def change(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """The text of a draft reads otherwise."""
    one = found_or_404(visit, decision)
    if back := _not_mine(request, visit, one):
        return back
    form = DecisionForm(request.POST or None, organisation=visit.organisation, initial=_known(one))
    if request.method == "POST" and form.is_valid():
        written = _draft(form.cleaned_data, supersedes=one.supersedes, said=_said(one))
        seen = form.cleaned_data["revision"] or 0
        try:
            writing.revise_text(one, written, by=visit.member, at=visit.at, seen=seen)
        except Refused as error:
            form.refuse(error)
            form.look_again(found_or_404(visit, decision).revision)
        else:
            messages.success(request, _("The text is changed."))
            return redirect("decide_test", visit.organisation.id, one.id)
    return _page(
        request,
        visit,
        "form",
        {
            "form": form,
            "one": one,
            "before": one.supersedes,
            "kinds": looked_at.kinds(visit.organisation),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def test(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """Two questions of every commitment; what they come to stands beside them."""
    one = found_or_404(visit, decision)
    if back := _not_mine(request, visit, one):
        return back
    form = _test_form(request, visit, one)
    if request.method == "POST" and form.is_valid() and _answered(request, visit, form, one):
        way = "decide_submission" if request.POST.get("then") == "submit" else "decide_test"
        return redirect(way, visit.organisation.id, one.id)
    context = {"form": form, "one": one, "tested": testing.tested(one, on=visit.at.date())}
    return _page(request, visit, "test", context)


test.__test__ = False  # type: ignore[attr-defined] # a page, whatever its name begins with


@require_POST
@within(Action.DECIDE)
def so_far(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """What the answers on the page come to, before they are kept."""
    one = found_or_404(visit, decision)
    form = _test_form(request, visit, one)
    form.is_valid()
    tested = of_answers(facts_of(one), form.promises, form.answers())
    return render(request, "web/decide/so_far.html", {"tested": tested, "is_live": True})


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def submission(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """Who signs, what has to be done for it to stand, and off it goes."""
    one = found_or_404(visit, decision)
    if back := _not_mine(request, visit, one):
        return back
    today = visit.at.date()
    caught = testing.caught_by(one, on=today)
    named = filters.signers_of(caught)
    form = SubmissionForm(
        request.POST or None,
        among=signers_among(visit.member, today),
        owners=rows.may_sign(visit.organisation, on=today),
        is_caught=bool(named),
        conditions=_conditions(one),
        initial={"revision": one.revision, "quorum": one.quorum, "agreement": one.agreement,
                 "days": one.days, "signers": [each.member_id for each in one.signers.all()]},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _submitted(request, visit, form, one):
        return redirect("decide_decision", visit.organisation.id, one.id)
    context = {"form": form, "one": one, "caught": caught, "named": named,
               "tested": testing.tested(one, on=today), "rules": _strictest(caught),
               "sees_names": True}  # fmt: skip
    return _page(request, visit, "submission", context)


@require_POST
@within(Action.DECIDE)
def withdrawal(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    return _turn(request, visit, decision, submitting.withdraw)


@require_POST
@within(Action.DECIDE)
def reopening(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    return _turn(request, visit, decision, submitting.reopen)


def _turn(request: HttpRequest, visit: Visit, decision: UUID, turned: Any) -> HttpResponse:
    one = found_or_404(visit, decision)
    try:
        turned(one, by=visit.member, at=visit.at, seen=Turn(request.POST).seen)
    except Refused as error:
        messages.error(request, refusal_said(error))
        return redirect("decide_decision", visit.organisation.id, one.id)
    messages.success(request, _("It is a draft again; what others said stays beside it."))
    return redirect("decide_test", visit.organisation.id, one.id)


def _answered(request: HttpRequest, visit: Visit, form: TestForm, one: StoredDecision) -> bool:
    """All of the page is kept, or nothing and the reason why."""
    seen = form.cleaned_data["revision"]
    try:
        with transaction.atomic():
            if form.questions:
                written = _draft(_values(one), supersedes=one.supersedes, said=form.said())
                kept = writing.revise_text(one, written, by=visit.member, at=visit.at, seen=seen)
                seen = kept.revision
            writing.answer(one, form.answers(), by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        form.look_again(found_or_404(visit, one.id).revision)
        return False
    messages.success(request, _("The answers are kept."))
    return True


def _submitted(
    request: HttpRequest, visit: Visit, form: SubmissionForm, one: StoredDecision
) -> bool:
    told = form.cleaned_data
    asked = Asked()
    if "signers" in told:
        asked = Asked(signers=list(told["signers"]), quorum=told["quorum"],
                      agreement=told["agreement"], days=told["days"])  # fmt: skip
    wanted = [
        Wanted(text=each.text, owner=each.owner, due_on=each.due_on) for each in form.conditions()
    ]
    try:
        with transaction.atomic():
            kept = writing.set_conditions(
                one, wanted, by=visit.member, at=visit.at, seen=told["revision"]
            )
            submitting.submit(one, asked, by=visit.member, at=visit.at, seen=kept.revision)
    except Refused as error:
        form.refuse(error)
        form.look_again(found_or_404(visit, one.id).revision)
        return False
    messages.success(request, _("It is submitted; those who sign are told."))
    return True


def _test_form(request: HttpRequest, visit: Visit, one: StoredDecision) -> TestForm:
    today = visit.at.date()
    known = dict(_said(one))
    wanted = [each for row in testing.caught_by(one, on=today) for each in row.questions]
    return TestForm(
        request.POST if request.method == "POST" else None,
        promises=promises(visit.organisation, on=today),
        answers={each.commitment: each for each in answers(one)},
        said=[(each, known.get(each, "")) for each in dict.fromkeys(wanted)],
        initial={"revision": one.revision},
    )


def _conditions(one: StoredDecision) -> list[dict[str, Any]]:
    """Those that are set; else what answers made a condition, for somebody to answer for."""
    known = [
        {"text": each.text, "owner": each.owner_id, "due_on": each.due_on}
        for each in one.conditions.all()
    ]
    return (
        known or [{"text": each.condition} for each in answers(one) if each.condition][:CONDITIONS]
    )


def _strictest(caught: Sequence[StoredFilter]) -> dict[str, Any]:
    if not caught:
        return {}
    return {
        "quorum": max(one.quorum for one in caught),
        "agreement": max(one.agreement for one in caught),
        "days": min(one.days for one in caught),
    }


def _not_mine(request: HttpRequest, visit: Visit, one: StoredDecision) -> HttpResponse | None:
    """Only its author changes a decision, and only while it is a draft."""
    is_author = one.made_by is not None and one.made_by.person_id == visit.member.person_id
    if is_author and one.state == State.DRAFT.value:
        return None
    said = _("It is no draft any more.") if is_author else _("Only whoever wrote it changes it.")
    return not_now(request, visit, one, said)


def _superseded(request: HttpRequest, visit: Visit) -> StoredDecision | None:
    """The decision whose place the new one takes, where one is named that was taken."""
    try:
        wanted = UUID(request.GET.get("supersedes", ""))
    except ValueError:
        return None
    return rows.taken(visit.organisation).filter(id=wanted).first()


def _begun(before: StoredDecision | None) -> dict[str, Any]:
    return _values(before) | {"review_on": None, "forecast": None} if before else {}


def _known(one: StoredDecision) -> dict[str, Any]:
    return _values(one) | {"revision": one.revision}


def _values(one: StoredDecision) -> dict[str, Any]:
    return {name: getattr(one, name) for name in (*TEXTS, *LISTS)}


def _said(one: StoredDecision) -> list[tuple[str, str]]:
    return [(question, said) for question, said in one.said]


def _draft(
    told: dict[str, Any],
    *,
    supersedes: StoredDecision | None,
    said: Sequence[tuple[str, str]] = (),
) -> Draft:
    values = {name: told[name] for name in TEXTS} | {name: tuple(told[name]) for name in LISTS}
    return Draft(**values, supersedes=supersedes, said=tuple(said))


def _page(request: HttpRequest, visit: Visit, name: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return show(request, visit, f"web/decide/{name}.html", context, status)

"""Which samples are there, how far is each, and what may be done with it now?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.verify import SeatForm, WantedForm
from northing.interfaces.web.numbered import number_in
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import audits as listed
from northing.interfaces.web.views.verify.drawn import may_see_drawing
from northing.interfaces.web.views.verify.figures import (
    drawn_rows,
    plan_table,
    planned_for,
)
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.jobs.verification import (
    draw_sample,
    plan_sample,
    reckon_with_answers,
)
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import drawing, seating
from northing.stages.diagnose.verification.facts import CODERS
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.diagnose.verification.rules.refusals import AUDIT_NOT_DONE

SHOWN, MOST_SAMPLES = 20, 50
_State = StoredSample.State
_WORKING = (_State.PLANNING, _State.DRAWING)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.LABELS)
def samples(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """All samples, the newest first; a new one is asked for of an audit that is done."""
    every = store.of_organisation(visit.organisation)
    if file := along.taken(request, visit, lambda: listed.samples(every)):
        return file
    seen = audits.seen_by(visit.member).filter(state=StoredAudit.State.DONE)
    done = seen.order_by("-number")
    if request.method == "POST":
        audit = done.filter(number=number_in(request.POST, "audit") or 0).first()
        if audit is None:
            messages.error(request, str(REFUSALS[AUDIT_NOT_DONE]))
            return redirect("verify_samples", visit.organisation.id)
        with transaction.atomic():
            sample, is_new = drawing.plan(audit.id, by=visit.member, at=visit.at)
            if is_new:
                plan_sample.enqueue(str(sample.id))
        return redirect("verify_sample", visit.organisation.id, sample.id)
    rows = [
        {"sample": one, "account": store.account(one)}
        for one in store.of_organisation(visit.organisation)[:MOST_SAMPLES]
    ]
    count = store.of_organisation(visit.organisation).count()
    context = {"rows": rows, "count": count, "audits": list(done.defer("summary", "files")[:SHOWN])}
    return show(request, visit, "web/verify/samples.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.LABELS)
def sample(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """One sample as it stands: being planned, waiting for its size, open or closed."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    form = WantedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                if drawing.draw(one, form.wanted, by=visit.member, at=visit.at):
                    draw_sample.enqueue(str(one.id))
            return redirect("verify_sample", visit.organisation.id, one.id)
        except Refused as error:
            form.refuse(error)
    context = {"sample": one, "form": form, **_account(visit, one)}
    status = 422 if form.errors else 200
    response = show(request, visit, f"web/verify/{_page(one)}.html", context, status)
    if request.headers.get("HX-Request") and one.state not in _WORKING:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@within(Action.LABELS)
def seat(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """Sit down as a coder and begin, or free the seat."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    form = SeatForm(request.POST)
    if not form.is_valid():
        return redirect("verify_sample", visit.organisation.id, one.id)
    coder = form.cleaned_data["coder"]
    try:
        if form.cleaned_data["leave"]:
            seating.leave(one, coder, by=visit.member, at=visit.at)
            messages.success(request, _("The seat is free. The answers given in it stay."))
            return redirect("verify_sample", visit.organisation.id, one.id)
        seating.take(one, coder, by=visit.member, at=visit.at)
    except Refused as error:
        messages.error(request, refusal_said(error))
        return redirect("verify_sample", visit.organisation.id, one.id)
    return redirect("verify_queue", visit.organisation.id, one.id)


@require_POST
@within(Action.LABELS)
def closing(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    try:
        with transaction.atomic():
            if drawing.close(one, by=visit.member, at=visit.at):
                reckon_with_answers.enqueue(str(one.id))
                messages.success(request, _("The sample is closed. Its answers stand."))
    except Refused as error:
        messages.error(request, refusal_said(error))
    return redirect("verify_sample", visit.organisation.id, one.id)


def _page(one: StoredSample) -> str:
    return "sample" if one.state in (_State.OPEN, _State.CLOSED) else "coming"


def _account(visit: Visit, one: StoredSample) -> dict[str, object]:
    """Who sits where, how many wait, what may follow."""
    if one.state not in (_State.OPEN, _State.CLOSED):
        return {"planned": plan_table(one.plan), "told": one.progress}
    taken = {each.coder: each for each in store.seats(one)}
    before = store.was_seated(one, visit.member)
    account = store.account(one)
    coders = [
        {
            "coder": coder,
            "seat": taken.get(coder),
            "is_mine": coder in taken and taken[coder].member.person_id == visit.member.person_id,
            "may_sit": coder not in taken and not before - {coder},
            **account["coders"].get(coder, {"asked": 0, "answered": 0}),
        }
        for coder in CODERS[: one.coders]
    ]
    return {
        "coders": coders,
        "account": account,
        "progress": one.progress,
        "may_see_drawing": may_see_drawing(visit, one),
        **drawn_rows(account, one.progress, planned_for(one.plan, one.size)),
    }

"""Where do two coders differ, and what do they put down together?"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.verify import AnswerForm
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.views.verify.queue import CHOICES
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.jobs.verification import reckon_with_answers
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions import answering
from northing.stages.diagnose.verification.facts import AGREED, CODERS
from northing.stages.diagnose.verification.models import StoredSample


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.LABELS)
def differences(request: HttpRequest, visit: Visit, sample: UUID) -> HttpResponse:
    """Shown once both have answered what both are asked: until then nobody sees the other's."""
    one = get_object_or_404(store.of_organisation(visit.organisation), id=sample)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                answering.settle(one, form.given, by=visit.member, at=visit.at)
                reckon_with_answers.enqueue(str(one.id))
            messages.success(request, _("What you agreed on is kept."))
        except Refused as error:
            messages.error(request, refusal_said(error))
        return redirect("verify_differences", visit.organisation.id, one.id)
    is_ready = store.have_both_answered(one)
    context = {
        "sample": one,
        "is_ready": is_ready,
        "rows": _rows(one) if is_ready else [],
        "choices": CHOICES,
        "may_settle": bool(store.was_seated(one, visit.member))
        and one.state == StoredSample.State.OPEN,
    }
    status = 422 if form.errors else 200
    return show(request, visit, "web/verify/differences.html", context, status)


def _rows(one: StoredSample) -> list[dict[str, Any]]:
    """Those not settled come first."""
    said = store.parted(one)
    rows = [
        {
            "pair": {"number": row.number, "ticket": uuid4(), **row.content},
            "said": [said[row.number][coder] for coder in CODERS],
            "agreed": said[row.number].get(AGREED),
        }
        for row in store.questions(one).filter(number__in=said)
    ]
    return sorted(rows, key=lambda row: row["agreed"] is not None)

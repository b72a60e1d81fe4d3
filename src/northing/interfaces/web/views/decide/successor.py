"""Which later decision has taken the place of one that was taken?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.decide import SuccessorForm
from northing.interfaces.web.views.decide.one import found_or_404, not_now, rights
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.purpose_test.actions.reviewing import supersede
from northing.stages.decide.purpose_test.store import rows


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECIDE, get=Wish.CHANGE)
def successor(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """Two decisions that were both taken: from now on the later one stands."""
    one = found_or_404(visit, decision)
    if not rights(visit, one)["may_supersede"]:
        return not_now(request, visit, one, _("Only what was accepted can be followed by another."))
    among = rows.may_follow(one)
    form = SuccessorForm(request.POST or None, among=among)
    if request.method == "POST" and form.is_valid():
        try:
            supersede(one, form.cleaned_data["successor"], by=visit.member, at=visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("The later decision stands in its place from now on."))
            return redirect("decide_decision", visit.organisation.id, one.id)
    context = {"one": one, "form": form, "is_any": among.exists()}
    return show(request, visit, "web/decide/successor.html", context, 422 if form.errors else 200)

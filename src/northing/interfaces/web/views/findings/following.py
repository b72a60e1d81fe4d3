"""What is done about a finding, and what does the organisation answer?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Role, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.findings import PlanForm, ReplyForm
from northing.interfaces.web.sentences import ROLES
from northing.interfaces.web.views.findings.finding import found_or_404
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits.models import StoredFinding
from northing.stages.diagnose.findings import actions
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.findings.models import FollowUp
from northing.stages.diagnose.publication.store import findings as store


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.FINDINGS, get=Wish.CHANGE)
def plan(request: HttpRequest, visit: Visit, finding: UUID) -> HttpResponse:
    """Who answers for it, why it came about, until when, how far it is."""
    one = found_or_404(visit, finding)
    before = followed.follow_up(visit.organisation, store.thread_of(one))
    form = PlanForm(
        request.POST or None, by=visit.member, on=visit.at.date(), initial=_known(before)
    )
    if request.method == "POST" and form.is_valid() and _planned(request, visit, form, one):
        return redirect("audits_finding", visit.organisation.id, one.id)
    context = {"one": one, "form": form, "before": before}
    return show(request, visit, "web/findings/plan.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.REPLY)
def reply(request: HttpRequest, visit: Visit, finding: UUID) -> HttpResponse:
    """The answer is added; whoever answers for this finding may give one, whatever their role."""
    one = found_or_404(visit, finding)
    thread = store.thread_of(one)
    before = followed.follow_up(visit.organisation, thread)
    if not actions.can_reply(visit.member, before):
        messages.error(request, _("Only whoever answers for this finding may reply to it."))
        return redirect("audits_finding", visit.organisation.id, one.id)
    form = ReplyForm(request.POST or None, initial={"role": ROLES[Role(visit.member.role)]})
    if request.method == "POST" and form.is_valid():
        actions.reply(thread, form.answer, by=visit.member, at=visit.at)
        messages.success(request, _("The reply stands beside the finding."))
        return redirect("audits_finding", visit.organisation.id, one.id)
    context = {"one": one, "form": form, "replies": followed.replies_to(before)}
    return show(request, visit, "web/findings/reply.html", context, 422 if form.errors else 200)


def _planned(request: HttpRequest, visit: Visit, form: PlanForm, one: StoredFinding) -> bool:
    thread, seen = store.thread_of(one), form.cleaned_data["revision"]
    try:
        actions.follow(thread, form.plan, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        now = followed.follow_up(visit.organisation, thread)
        form.look_again(now.revision if now else 0)
        return False
    messages.success(request, _("What is done about the finding is kept."))
    return True


def _known(before: FollowUp | None) -> dict[str, object]:
    if before is None:
        return {"revision": 0, "state": actions.State.OPEN}
    names = ("root_cause", "due_on", "state", "revision")
    return {name: getattr(before, name) for name in names} | {"owner": before.owner_id}

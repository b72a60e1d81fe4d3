"""How is an audit issued or set aside, and what may a reviewer say of it?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.findings import AsideForm, IssueForm, OpinionForm
from northing.interfaces.web.views.findings.finding import promises_in
from northing.interfaces.web.views.findings.history import content_of
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.store import publishing as store


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ISSUED, get=Wish.CHANGE)
def issue(request: HttpRequest, visit: Visit, audit: UUID) -> HttpResponse:
    """What will be frozen and who will read it, said once before it is done."""
    one = audits.audit_of(visit.organisation, audit, visit.member)
    form = IssueForm(request.POST or None, initial={"revision": one.revision})
    if request.method == "POST" and form.is_valid() and _issued(visit, form, one):
        messages.success(request, _("The audit is issued. Nothing of it changes any more."))
        return redirect("audits_issued", visit.organisation.id, one.id)
    context = {
        "audit": one,
        "form": form,
        "due": store.due_of(one),
        "count": audits.findings(one).count(),
        "promises": promises_in(content_of(one)),
        "kept_back": store.kept_back(one),
        "opinions": store.opinions(one),
    }
    return show(request, visit, "web/findings/issue.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ISSUED, get=Wish.CHANGE)
def aside(request: HttpRequest, visit: Visit, audit: UUID) -> HttpResponse:
    """An audit that should not be relied on stays, with the reason."""
    one = audits.audit_of(visit.organisation, audit, visit.member)
    form = AsideForm(request.POST or None, initial={"revision": one.revision})
    if request.method == "POST" and form.is_valid() and _aside(visit, form, one):
        messages.success(request, _("The audit is set aside; it stays in the list."))
        return redirect("audits_issue", visit.organisation.id, one.id)
    context = {"audit": one, "form": form, "due": store.due_of(one)}
    return show(request, visit, "web/findings/aside.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.OPINION)
def opinion(request: HttpRequest, visit: Visit, audit: UUID) -> HttpResponse:
    """What reviewers said, and the place where an outside auditor says it."""
    one = audits.audit_of(visit.organisation, audit, visit.member)
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _opined(visit, form, one):
        messages.success(request, _("Your opinion is printed with the audit."))
        return redirect("audits_opinion", visit.organisation.id, one.id)
    context = {
        "audit": one,
        "form": form,
        "opinions": store.opinions(one),
        "is_done": one.state == StoredAudit.State.DONE,
        "may_open": visit.may(Action.AUDITS, Wish.SEE),
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
    }
    return show(request, visit, "web/findings/opinion.html", context, 422 if form.errors else 200)


def _issued(visit: Visit, form: IssueForm, one: StoredAudit) -> bool:
    seen = form.cleaned_data["revision"]
    try:
        actions.issue(one, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        form.look_again(StoredAudit.objects.get(id=one.id).revision)
        return False
    return True


def _aside(visit: Visit, form: AsideForm, one: StoredAudit) -> bool:
    found = form.cleaned_data
    try:
        actions.set_aside(
            one, found["reason"], by=visit.member, at=visit.at, seen=found["revision"]
        )
    except Refused as error:
        form.refuse(error)
        form.look_again(StoredAudit.objects.get(id=one.id).revision)
        return False
    return True


def _opined(visit: Visit, form: OpinionForm, one: StoredAudit) -> bool:
    try:
        actions.give_opinion(one, form.view, by=visit.member, at=visit.at)
    except Refused as error:
        form.refuse(error)
        return False
    return True

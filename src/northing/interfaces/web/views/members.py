"""Who belongs to this organisation, as what, and what may be changed about it?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people import members as actions
from northing.foundations.people import store
from northing.foundations.people.access import Action, Role, may_grant
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.foundations.people.waiting import forgotten_at
from northing.interfaces.web.forms.people import MemberForm
from northing.interfaces.web.leafing import leaf_of
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.templatetags.words import role_said
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import people as listed
from northing.interfaces.web.visit import Visit, show, within

A_PAGE = 100


@require_safe
@within(Action.MEMBERS)
def members(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Those one may see, as far as somebody asks for a name, a role or a unit."""
    seen = list(store.members_seen_by(visit.member))
    asked = request.GET.get("q", "").strip()
    found = [one for one in seen if _is_called(one, asked)]
    if file := along.taken(request, visit, lambda: listed.members(found)):
        return file
    own = store.own_units(visit.member)
    giver = Role(visit.member.role)
    context = {
        "page": leaf_of(request, found, size=A_PAGE),
        "count": len(seen),
        "asked": asked,
        "invitations": store.invitations_seen_by(visit.member),
        "own": own,
        "may_invite": any(may_grant(giver, role) for role in Role),
        "today": visit.at.date(),
        "now": visit.at,
    }
    return show(request, visit, "web/members.html", context)


def _is_called(one: Member, asked: str) -> bool:
    """Each word of what is asked for is in the name, the role or the unit."""
    called = f"{one.person.name} {role_said(one.role)} {one.unit.name if one.unit else ''}"
    return all(word in called.casefold() for word in asked.casefold().split())


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MEMBERS)
def member(request: HttpRequest, visit: Visit, member: UUID) -> HttpResponse:
    one = get_object_or_404(store.members_seen_by(visit.member), id=member)
    may_change = actions.can_change(one, by=visit.member)
    known = {
        "role": one.role,
        "unit": one.unit_id,
        "until": one.until,
        "revision": one.revision,
    }
    form = MemberForm(request.POST or None, by=visit.member, initial=known)
    if request.method == "POST":
        actions.check_can_change(one, by=visit.member)
        if form.is_valid() and _changed(request, visit, form, one):
            return redirect("members", visit.organisation.id)
    context = {
        "one": one,
        "form": form,
        "may_change": may_change,
        "forgotten_at": forgotten_at(one.person),
    }
    return show(request, visit, "web/member.html", context, 422 if form.errors else 200)


def _changed(request: HttpRequest, visit: Visit, form: MemberForm, one: Member) -> bool:
    seen = form.cleaned_data["revision"]
    try:
        actions.change(one, form.place, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        return False
    messages.success(request, _("The member is changed."))
    return True


@require_POST
@within(Action.MEMBERS)
def departure(request: HttpRequest, visit: Visit, member: UUID) -> HttpResponse:
    one = get_object_or_404(store.members_seen_by(visit.member), id=member)
    try:
        actions.end(one, by=visit.member, at=visit.at)
        messages.success(request, _("The membership has ended."))
    except Refused as error:
        messages.error(request, refusal_said(error))
    if one.id == visit.member.id:
        return redirect("chooser")
    return redirect("members", visit.organisation.id)

"""What is this organisation called, and where does one go from here?"""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people import members, store
from northing.foundations.people.access import Action
from northing.interfaces.web.forms.people import NameForm
from northing.interfaces.web.visit import Visit, show, within


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ORGANISATION)
def organisation(request: HttpRequest, visit: Visit) -> HttpResponse:
    known = {"organisation": visit.organisation.name}
    form = NameForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["organisation"]
        members.rename(visit.organisation, name, by=visit.member, at=visit.at)
        messages.success(request, _("The name is changed."))
        return redirect("organisation", visit.organisation.id)
    context = {
        "form": form,
        "count": store.in_force(visit.at.date()).filter(organisation=visit.organisation).count(),
        "units": len(store.units(visit.organisation)),
    }
    return show(request, visit, "web/organisation.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.ORGANISATION)
def second_factor(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whoever asks it of others has one: else this click would shut them out."""
    asked = request.POST.get("asked") == "yes"
    if asked and not is_mfa_enabled(visit.member.person):
        messages.error(request, _("Set up your own second factor first, then ask others for it."))
    else:
        members.ask_second_factor(visit.organisation, asked=asked, by=visit.member, at=visit.at)
        said = (
            _("A second factor is asked of everybody.") if asked else _("It is left to everybody.")
        )
        messages.success(request, said)
    return redirect("organisation", visit.organisation.id)

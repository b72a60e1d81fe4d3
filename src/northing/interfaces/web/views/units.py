"""Which parts does this organisation have?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people import members, store
from northing.foundations.people.access import Action
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.people import UnitForm
from northing.interfaces.web.visit import Visit, show, within


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.UNITS)
def units(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = UnitForm(request.POST or None, organisation=visit.organisation)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            members.add_unit(found["name"], found["parent"], by=visit.member, at=visit.at)
            messages.success(request, _("The unit is added."))
            return redirect("units", visit.organisation.id)
        except Refused as error:
            form.refuse(error)
    context = {"units": store.units(visit.organisation), "form": form}
    return show(request, visit, "web/units.html", context, 422 if form.errors else 200)

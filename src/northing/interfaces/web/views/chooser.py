"""Which of their organisations does somebody want to be in?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from northing.foundations.people import store
from northing.interfaces.web.visit import person_of


@require_safe
@login_required
def chooser(request: HttpRequest) -> HttpResponse:
    """With one organisation there is nothing to choose."""
    members = store.memberships(person_of(request), on=timezone.now().date())
    if len(members) == 1:
        return redirect("home", members[0].organisation_id)
    return render(request, "web/chooser.html", {"members": members})

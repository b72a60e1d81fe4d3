"""What is kept of me, where am I signed in, and how do I end or erase it?"""

from __future__ import annotations

import json

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.people import personal
from northing.foundations.people.refusals import Refused
from northing.foundations.trail.actions import INSTALLATION, append
from northing.foundations.trail.facts import Event
from northing.interfaces.notices import store as notices
from northing.interfaces.web.forms.people import ErasureForm
from northing.interfaces.web.visit import person_of
from northing.interfaces.web.written import written_by


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    sessions = UserSession.objects.purge_and_list(person_of(request))
    return render(request, "web/account.html", {"sessions": sessions})


@require_POST
@login_required
def session_end(request: HttpRequest, session: int) -> HttpResponse:
    """Another's session is not there: 404."""
    one = get_object_or_404(UserSession, pk=session, user=person_of(request))
    append(Event(INSTALLATION, "session ended", timezone.now(), person_of(request).id))
    one.end()
    messages.success(request, _("That session has ended."))
    return redirect("account")


@require_safe
@login_required
def account_file(request: HttpRequest) -> HttpResponse:
    found = personal.kept_of(person_of(request)) | written_by(person_of(request))
    found["sessions"] = [
        {"address": one.ip, "browser": one.user_agent, "since": one.created_at.isoformat()}
        for one in UserSession.objects.purge_and_list(person_of(request))
    ]
    accounts = SocialAccount.objects.filter(user=person_of(request)).order_by("provider", "id")
    found["notices"] = notices.kept_of(person_of(request))
    found["providers"] = [one.provider for one in accounts]
    text = json.dumps(found, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def erasure(request: HttpRequest) -> HttpResponse:
    form = ErasureForm(request.POST or None, person=person_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            personal.erase(person_of(request), at=timezone.now())
        except Refused as error:
            form.refuse(error)
        else:
            logout(request)
            return render(request, "web/erased.html")
    return render(request, "web/erasure.html", {"form": form}, status=422 if form.errors else 200)

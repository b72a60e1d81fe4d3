"""How is somebody invited, and an invitation taken back?"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people import invitations as actions
from northing.foundations.people import store
from northing.foundations.people.access import Action, Role, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.people import InvitationForm
from northing.interfaces.web.visit import Visit, show, within


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MEMBERS, get=Wish.CHANGE)
def invitation(request: HttpRequest, visit: Visit) -> HttpResponse:
    known = {"unit": visit.member.unit_id, "role": Role.MEMBER.value}
    form = InvitationForm(request.POST or None, by=visit.member, initial=known)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        try:
            token = actions.invite(email, form.place, by=visit.member, at=visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            return _sent(request, visit, email, token)
    status = 422 if form.errors else 200
    return show(request, visit, "web/invitation.html", {"form": form}, status)


def _sent(request: HttpRequest, visit: Visit, email: str, token: str) -> HttpResponse:
    """The one page that shows the link: only its digest is kept."""
    link = request.build_absolute_uri(reverse("arrival", args=[token]))
    context = {"link": link, "email": email, "has_mail": bool(settings.EMAIL_HOST)}
    letter = render_to_string(
        "web/invitation.txt", context | {"organisation": visit.organisation}, request
    )
    subject = _("You are invited to %(name)s on Northing")
    # A header of a letter is one line; a name is what people typed.
    named = " ".join(visit.organisation.name.split())
    sent = send_mail(
        subject % {"name": named},
        letter,
        None,
        [email],
        fail_silently=True,
    )
    return show(request, visit, "web/invitation_sent.html", context | {"sent": sent}, 201)


@require_POST
@within(Action.MEMBERS)
def withdrawal(request: HttpRequest, visit: Visit, invitation: UUID) -> HttpResponse:
    one = get_object_or_404(store.invitations_seen_by(visit.member), id=invitation)
    actions.withdraw(one, by=visit.member, at=visit.at)
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("members", visit.organisation.id)

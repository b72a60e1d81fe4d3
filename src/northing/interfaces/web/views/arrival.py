"""What does a link of an invitation open: an organisation to found, or one to join?

Whoever has no account yet makes one here; whoever has one signs in and comes back.
"""

from __future__ import annotations

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from northing.foundations.people import invitations, refusals, store
from northing.foundations.people.models import Invitation, Member, Person
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.people import AccountForm, NameForm
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.visit import person_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def arrival(request: HttpRequest, token: str) -> HttpResponse:
    invitation = store.open_invitation(token, at=timezone.now())
    if invitation is None:
        said = REFUSALS[refusals.LINK_IS_SPENT]
        return render(request, "web/arrival_spent.html", {"said": said}, status=404)
    page = _Page(request, invitation, token)
    return page.answer() if request.method == "POST" else page.shown()


class _Page:
    """One arrival: its forms, and what happens when they are sent."""

    def __init__(self, request: HttpRequest, invitation: Invitation, token: str) -> None:
        self.request, self.invitation, self.token = request, invitation, token
        sent = request.POST if request.method == "POST" else None
        known = {"email": invitation.email}
        self.founding = NameForm(sent) if invitation.organisation is None else None
        self.account = None if request.user.is_authenticated else AccountForm(sent, initial=known)
        if self.account and invitation.email:
            self.account.fields["email"].disabled = True
        self.forms = [form for form in (self.founding, self.account) if form]

    def shown(self, *, refused: str = "", status: int = 200) -> HttpResponse:
        context = {
            "invitation": self.invitation,
            "founding": self.founding,
            "account": self.account,
            "refused": refused,
        }
        return render(self.request, "web/arrival.html", context, status=status)

    def answer(self) -> HttpResponse:
        found = [form.is_valid() for form in self.forms]  # each says what is wrong, not the first
        if not all(found):
            return self.shown(status=422)
        try:
            with transaction.atomic():
                person = self._person()
                member = self._enter(person)
        except Refused as error:
            return self._refused(error)
        if self.account:
            login(self.request, person, backend=BACKEND)
        return redirect("start" if self.founding else "organisation", member.organisation_id)

    def _person(self) -> Person:
        if not self.account:
            return person_of(self.request)
        given = self.account.cleaned_data
        return invitations.make_account(
            given["email"], given["name"], given["password"], at=timezone.now()
        )

    def _enter(self, person: Person) -> Member:
        at = timezone.now()
        if self.founding:
            name = self.founding.cleaned_data["organisation"]
            return invitations.found(self.token, name, person, at=at)
        return invitations.accept(self.token, person, at=at)

    def _refused(self, error: Refused) -> HttpResponse:
        if self.account and error.field:
            self.account.refuse(error)
            return self.shown(status=422)
        return self.shown(refused=str(REFUSALS[error.code]), status=422)

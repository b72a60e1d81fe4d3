"""Who may make an account or come through a provider, and what of it does the trail keep?"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.base.forms import AuthenticateForm
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from northing.foundations.people import refusals
from northing.foundations.people.models import Person
from northing.foundations.people.refusals import Refused
from northing.foundations.people.vouched import Voucher, admit
from northing.foundations.trail.actions import INSTALLATION, append
from northing.foundations.trail.facts import Event
from northing.interfaces.web.saml_provider import Asserted, SamlProvider
from northing.interfaces.web.sentences import REFUSALS
from northing.interfaces.web.single_sign_on import Vouching


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Accounts come from invitations and from setting up, never from a form for everybody."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: Any = None, email: str | None = None
    ) -> None:
        """allauth calls this for every change of a password or a second factor, and only then."""
        verb = PurePosixPath(template_prefix).name.replace("_", " ")
        append(Event(INSTALLATION, f"account: {verb}", timezone.now(), user.id, user.id))
        super().send_notification_mail(template_prefix, user, context, email)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Of an address that is nobody's only that somebody tried: it may be a mistyped password.

        Limits of tries come first, so that nobody fills the trail.
        """
        email = str(credentials.get("email", "")).lower()
        person = Person.objects.filter(email=email).first()
        _note_failure("account: sign-in failed", person)
        super().authentication_failed(request, **credentials)


class CodeForm(AuthenticateForm):  # type: ignore[misc] # allauth ships no types
    """The second factor at sign-in; a code that opens nothing leaves an entry."""

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()
        except ValidationError as error:
            if error.code == "incorrect_code":
                _note_failure("account: second factor failed", self.user)
            raise
        return code


class VouchedFor(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Whoever comes through a provider has been here before, or was asked in."""

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: SocialLogin) -> bool:
        return False

    def get_connect_redirect_url(self, _request: HttpRequest, _account: Any) -> str:
        return reverse("account")

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """allauth calls this once the provider has said who it is, before anybody is signed in."""
        try:
            _recognise(request, sociallogin)
        except Refused as error:
            known = sociallogin.user if sociallogin.is_existing else None
            _note_failure("account: provider refused", known, why=error.code)
            raise ImmediateHttpResponse(not_let_in(request, error.code)) from error

    def on_authentication_error(self, request: HttpRequest, _provider: Any, **_: Any) -> None:
        """It was cancelled there, is not answered, or comes back a second time."""
        raise ImmediateHttpResponse(not_let_in(request, refusals.NOT_VOUCHED))


def _note_failure(verb: str, person: Person | None, **details: str) -> None:
    subject = person.id if person else None
    append(Event(INSTALLATION, verb, timezone.now(), None, subject, details=details))


def _recognise(request: HttpRequest, sociallogin: SocialLogin) -> None:
    """From here on the sign-in is that of a person who exists. Raises Refused."""
    account, at = sociallogin.account, timezone.now()
    provider: Vouching = settings.SINGLE_SIGN_ON[account.provider]
    voucher = _voucher(provider, account.extra_data)
    account.extra_data = {}  # what else the provider told is not ours to keep
    if sociallogin.state.get("process") != AuthProcess.LOGIN:
        raise Refused(refusals.NOT_VOUCHED)
    if sociallogin.is_existing:
        account.save(update_fields=["extra_data"])
        return
    try:
        with transaction.atomic():
            person = admit(voucher, at=at)
            sociallogin.connect(request, person)
    except IntegrityError as error:  # the same person, twice at once
        raise Refused(refusals.NOT_VOUCHED) from error
    for session in UserSession.objects.filter(user=person):
        session.end()


def _voucher(provider: Vouching, said: dict[str, Any]) -> Voucher:
    """What the provider says, where it is the one that was asked and speaks of one person."""
    if isinstance(provider, SamlProvider):
        return _of_saml(provider, Asserted(**said["saml"]))
    token, info = said.get("id_token", {}), said.get("userinfo", {})
    if token.get("iss") != provider.issuer or token.get("sub") != info.get("sub"):
        raise Refused(refusals.OTHER_ISSUER)
    return Voucher(
        email=str(info.get("email", "")),
        is_verified=provider.vouches(token, info),
        name=str(info.get("name", ""))[:120],
        domains=provider.domains,
        organisations=provider.organisations,
    )


def _of_saml(provider: SamlProvider, said: Asserted) -> Voucher:
    """Who signed it, for whom and when, was looked at when it came."""
    return Voucher(
        email=said.email,
        is_verified=said.is_verified,
        name=said.name,
        domains=provider.domains,
        organisations=provider.organisations,
    )


def not_let_in(request: HttpRequest, code: str) -> HttpResponse:
    """The page that says why, and what to do."""
    return render(request, "web/not_let_in.html", {"said": REFUSALS[code]}, status=403)

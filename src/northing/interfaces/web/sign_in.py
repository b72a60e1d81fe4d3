"""Who may make an account, and what of signing in does the trail keep?"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from northing.foundations.people.models import Person
from northing.foundations.trail.actions import INSTALLATION, append
from northing.foundations.trail.facts import Event


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

"""What is each field called where one signs in, or changes how?"""

from __future__ import annotations

from typing import Any

from allauth.account import forms as given
from django.forms import Form
from django.utils.translation import gettext_lazy as _

ADDRESS = _("E-mail address")
NEW, AGAIN = _("New password"), _("New password, once more")


def _call(form: Form, **names: Any) -> None:
    """A field says what it asks for above it; what fades as one types says nothing more."""
    for key, name in names.items():
        form.fields[key].label = name
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class SignInForm(given.LoginForm):  # type: ignore[misc] # allauth ships no types
    """By address and password."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self, login=ADDRESS, remember=_("Stay signed in on this device"))


class AskForLinkForm(given.ResetPasswordForm):  # type: ignore[misc]
    """Where the link to another password goes."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self, email=ADDRESS)


class AddressForm(given.AddEmailForm):  # type: ignore[misc]
    """Another address of the same person."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self, email=ADDRESS)


class ByLinkForm(given.ResetPasswordKeyForm):  # type: ignore[misc]
    """Another password, for whoever opened the link."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self, password1=NEW, password2=AGAIN)


class PasswordForm(given.ChangePasswordForm):  # type: ignore[misc]
    """Another password, for whoever knows the one so far."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self, oldpassword=_("Password so far"), password1=NEW, password2=AGAIN)


class FirstPasswordForm(given.SetPasswordForm):  # type: ignore[misc]
    """A password, for whoever came in by a provider alone."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self, password1=NEW, password2=AGAIN)


class AgainForm(given.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something grave."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _call(self)

"""What may be typed into the pages, and what is said beside a field that will not do?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.foundations.people import store
from northing.foundations.people.access import Role, may_grant
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Member, Organisation, Person, Unit
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.sentences import ROLES

EMPTY = forms.Field.default_error_messages["required"]


class Form(forms.Form):
    """A form that can also say what the action behind it refused."""

    def refuse(self, refusal: Refused) -> None:
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, refusal_said(refusal))

    @override
    def add_error(self, field: str | None, error: Any) -> None:
        """What Django says of an empty field, in the words of these pages."""
        if isinstance(error, ValidationError) and getattr(error, "message", None) == EMPTY:
            error = ValidationError(_("This cannot stay empty."), code="required")
        super().add_error(field, error)


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg] # generic in the stubs alone
    """A unit of one organisation, drawn as the tree it stands in."""

    def __init__(self, organisation: Organisation, **options: Any) -> None:
        super().__init__(Unit.objects.filter(organisation=organisation), **options)
        self.choices = [
            ("", _("none")),
            *(
                (str(unit.id), "– " * depth + unit.name)
                for depth, unit in store.units(organisation)
            ),
        ]


class PlaceForm(Form):
    """A role, a unit and perhaps a last day."""

    role = forms.ChoiceField(label=_("Role"))
    until = forms.DateField(
        label=_("Until"),
        required=False,
        help_text=_("The last day; empty for no end. An outside auditor needs one."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *arguments: Any, by: Member, **options: Any) -> None:
        super().__init__(*arguments, **options)
        giver = Role(by.role)
        roles = [(role.value, ROLES[role]) for role in Role if may_grant(giver, role)]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["unit"] = UnitField(by.organisation, label=_("Unit"), required=False)
        self.order_fields(["email", "role", "unit", "until"])

    @property
    def place(self) -> Place:
        found = self.cleaned_data
        return Place(Role(found["role"]), found["unit"], found["until"])


class InvitationForm(PlaceForm):
    """Whom to invite, as what."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )


class MemberForm(PlaceForm):
    """What a member is to be, and which state of the member the page showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class UnitForm(Form):
    """A new unit and where it belongs."""

    name = forms.CharField(label=_("Name"), max_length=200)

    def __init__(self, *arguments: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["parent"] = UnitField(organisation, label=_("Belongs to"), required=False)


class UnitChangeForm(UnitForm):
    """What a unit is to be, and what the page showed of it."""

    name_seen = forms.CharField(widget=forms.HiddenInput, max_length=200)
    parent_seen = forms.UUIDField(widget=forms.HiddenInput, required=False)


class NameForm(Form):
    """What an organisation is called."""

    organisation = forms.CharField(
        label=_("Name of the organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class AccountForm(Form):
    """A new account: the address is given by the invitation, or asked for when setting up."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least 12 characters. Four or five words that are unrelated do well."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("password"):
            person = Person(email=found.get("email", ""), name=found.get("name", ""))
            try:
                validate_password(found["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return found


class ErasureForm(Form):
    """Erasing cannot be undone, so it is asked once, with the password."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *arguments: Any, person: Person, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.person = person
        if not person.has_usable_password():  # whoever comes through a provider alone has none
            self.fields["password"] = forms.EmailField(
                label=_("Your e-mail address"),
                widget=forms.EmailInput(attrs={"autocomplete": "off"}),
            )

    def clean_password(self) -> str:
        given: str = self.cleaned_data["password"]
        if not self.person.has_usable_password():
            if given.lower() != self.person.email.lower():
                raise forms.ValidationError(_("This is not your e-mail address."))
        elif not self.person.check_password(given):
            raise forms.ValidationError(_("This is not your password."))
        return given

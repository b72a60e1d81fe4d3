"""What may be said of a token for a program?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from northing.foundations.people.access import Wish
from northing.foundations.people.tokens import SCOPES, Grant, Scope
from northing.interfaces.web.forms.parts import Day
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.templatetags.access_words import ACTIONS

WISHES = {Wish.SEE: _("see"), Wish.CHANGE: _("see and change")}


class TokenForm(Form):
    """Its name, what it opens, and its last day."""

    name = forms.CharField(
        label=_("What is it for?"),
        max_length=120,
        help_text=_("The program that uses it, so that you know later which one to revoke."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"), widget=forms.CheckboxSelectMultiple
    )
    until = Day(label=_("Until"), help_text=_("Its last day; a year from now at most."))

    def __init__(self, *arguments: Any, scopes: Iterable[Scope], **options: Any) -> None:
        super().__init__(*arguments, **options)
        named = [(str(one), said(one)) for one in scopes]
        self.fields["scopes"].choices = named  # type: ignore[attr-defined]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The table: what there is, and a box for each thing that may be done with it."""
        boxes = {SCOPES[one.data["value"]]: one for one in self["scopes"].subwidgets}
        return [
            {
                "what": ACTIONS[action],
                "boxes": [
                    {"wish": WISHES[wish], "field": boxes.get(Scope(action, wish))}
                    for wish in WISHES
                ],
            }
            for action in dict.fromkeys(scope.action for scope in boxes)
        ]

    @property
    def grant(self) -> Grant:
        found = self.cleaned_data
        until: date = found["until"]
        scopes = frozenset(SCOPES[one] for one in found["scopes"])
        return Grant(name=found["name"], scopes=scopes, until=until)


def said_together(scopes: Iterable[Scope]) -> list[str]:
    """What may be seen in one sentence, and what may be changed in another."""
    ordered = sorted(scopes)
    told = {
        wish: [str(ACTIONS[one.action]) for one in ordered if one.wish is wish] for wish in WISHES
    }
    return [f"{WISHES[wish]}: {', '.join(named)}" for wish, named in told.items() if named]


def said(scope: Scope) -> Any:
    """A scope in the reader's words, and by the word the API calls it."""
    return format_lazy("{}: {}", ACTIONS[scope.action], WISHES[scope.wish])

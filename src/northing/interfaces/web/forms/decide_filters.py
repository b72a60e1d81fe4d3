"""What may be typed of a filter: when a test is due, who signs, and until when it holds?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from northing.foundations.people.models import Member
from northing.interfaces.web.forms.decide_fields import Amount, Percent, Several
from northing.interfaces.web.forms.parts import Day, Kept, Lines, Seen
from northing.interfaces.web.forms.purpose_test import MOST_DAYS, MOST_SIGNERS


class FilterForm(Kept):
    """Which decisions need a test, and whose signatures. What is left empty holds for all."""

    name = forms.CharField(label=_("What is the filter called?"), max_length=120)
    kinds = Lines(
        label=_("For which kinds of decision?"),
        required=False,
        rows=3,
        help_text=_("One on each line, as decisions name them: contract. Empty: for every kind."),
    )
    least = Amount(
        label=_("From which amount on?"),
        required=False,
        min_value=0,
        help_text=_("A decision whose amount nobody knows is caught: it is no small one."),
    )
    units = Lines(
        label=_("For which units?"),
        required=False,
        rows=2,
        help_text=_("One on each line, as decisions name them. Empty: for all of them."),
    )
    regions = Lines(
        label=_("For which regions?"),
        required=False,
        rows=2,
        help_text=_("One on each line, as decisions name them. Empty: for all of them."),
    )
    questions = Lines(
        label=_("Which further questions does it ask?"),
        required=False,
        rows=3,
        help_text=_("One on each line. Each is answered in words before anybody signs."),
    )
    asks_forecast = forms.BooleanField(
        label=_("It asks for a forecast and a day of review"), required=False
    )
    quorum = forms.IntegerField(
        label=_("How many have to sign?"), min_value=1, max_value=MOST_SIGNERS, initial=1
    )
    agreement = Percent(
        label=_("Of those who sign, how many percent have to agree?"), min_value=1, initial=1.0
    )
    days = forms.IntegerField(
        label=_("How many days do they have?"), min_value=1, max_value=MOST_DAYS, initial=14
    )
    until = Day(
        label=_("Until which day does it hold?"),
        help_text=_("A rule ends unless somebody renews it."),
    )

    def __init__(self, *arguments: Any, among: QuerySet[Member], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["signers"] = Several(among, label=_("Who signs?"))
        self.order_fields([
            "name", "kinds", "least", "units", "regions", "questions", "asks_forecast", "signers",
            "quorum", "agreement", "days", "until",
        ])  # fmt: skip


class SwitchForm(Seen):
    """Switching a filter on; asked once its trial was seen."""

    until = Day(label=_("Until which day does it hold?"), required=False)

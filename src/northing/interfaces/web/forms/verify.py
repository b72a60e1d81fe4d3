"""What may be typed into the pages of a sample, and what may a page send of its own accord?"""

from __future__ import annotations

import json
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.forms.people import Form
from northing.stages.diagnose.verification.actions.answering import Given
from northing.stages.diagnose.verification.actions.drawing import MOST, Wanted
from northing.stages.diagnose.verification.facts import CODERS, Answer

LONGEST_NOTE = 2_000
LARGEST_SHEET = 5 << 20
AT_ONCE = 100
MOST_TURNS = 2**53
"""No browser counts further without mistakes."""
ANSWERS = [(answer.value, answer.value) for answer in Answer]


class WantedForm(Form):
    """How many pairs, and how many people answer."""

    size = forms.IntegerField(
        label=_("How many pairs?"),
        min_value=1,
        max_value=MOST,
        initial=100,
        help_text=_("One pair takes most people ten to twenty seconds."),
    )
    coders = forms.TypedChoiceField(
        label=_("Who answers?"),
        coerce=int,
        choices=[
            ("2", _("two people")),
            ("1", _("one person")),
        ],
        initial="2",
        help_text=_(
            "Of two, both answer the same fifth of the pairs: it shows whether they see the same."
        ),
    )

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.cleaned_data["size"], self.cleaned_data["coders"])


class SeatForm(forms.Form):
    """As which coder somebody sits down, or that the seat is freed."""

    coder = forms.ChoiceField(choices=[(coder, coder) for coder in CODERS])
    leave = forms.BooleanField(required=False)


class GivenForm(forms.Form):
    """One answer; without one, the answer before is taken back."""

    id = forms.UUIDField(required=False)
    pair = forms.IntegerField(min_value=1)
    answer = forms.ChoiceField(choices=ANSWERS, required=False)
    note = forms.CharField(max_length=LONGEST_NOTE, required=False)
    turn = forms.IntegerField(min_value=1, max_value=MOST_TURNS, required=False)

    @property
    def given(self) -> Given:
        found = self.cleaned_data
        return Given(
            id=found["id"] or uuid4(),
            pair=found["pair"],
            answer=Answer(found["answer"]) if found["answer"] else None,
            note=found["note"],
            turn=found["turn"],
        )


class AnswerForm(GivenForm):
    """One answer from a page without script: there it has to be one."""

    answer = forms.ChoiceField(choices=ANSWERS)


def given_in(body: bytes) -> list[Given] | None:
    """What a page's script sends, each answer with its own id; `None` where it is anything else."""
    try:
        found = json.loads(body)["answers"]
        forms_of = [GivenForm(one) for one in found[:AT_ONCE]]
        whole = all(one.is_valid() and one.cleaned_data["id"] for one in forms_of)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return [one.given for one in forms_of] if whole and len(found) <= AT_ONCE else None


class SheetForm(Form):
    """A filled sheet."""

    sheet = forms.FileField(
        label=_("The filled sheet"),
        help_text=_(".xlsx or .csv, as it was taken from here, at most 5\u00a0MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_sheet(self) -> object:
        sheet = self.cleaned_data["sheet"]
        if sheet.size > LARGEST_SHEET:
            raise forms.ValidationError(_("This file is larger than 5 MB; no sheet of ours is."))
        return sheet

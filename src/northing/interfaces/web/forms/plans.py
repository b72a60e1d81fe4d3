"""What may be typed to have priorities or a budget worked out?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.forms.parts import Once, Seen
from northing.interfaces.web.forms.people import Form

LARGEST = 2 << 20
MOST_POINTS = 1000
ENDINGS = ".toml,.xlsx,.ods"


class FileForm(Once):
    """A file of priorities or of a budget."""

    given = forms.FileField(
        label=_("Workbook or TOML"),
        max_length=200,
        help_text=_(
            "The workbook below filled in, or TOML as the command line reads it; up to 2 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Check that it is the right one."),
        },
    )

    def clean_given(self) -> Any:
        given = self.cleaned_data["given"]
        if given.size > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than 2 MB. Leave out what it needs not.")
            )
        return given


class CurrentBudgetForm(Once):
    """From which file the lines come, and how far each may shrink before it ends."""

    source = forms.ChoiceField(label=_("Which file is the current budget?"))
    least = forms.IntegerField(
        label=_("With which part of its money does a line still work, in percent?"),
        help_text=_("You can say it of each line afterwards, also that one is all or nothing."),
        min_value=1,
        max_value=99,
        initial=50,
    )

    def __init__(self, *arguments: Any, sources: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["source"].choices = list(sources)  # type: ignore[attr-defined] # a choice has them


class CutForm(Seen):
    """By how much less."""

    percent = forms.DecimalField(
        label=_("Cut by how many percent?"),
        min_value=Decimal(0),
        max_value=Decimal(100),
        max_digits=5,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "any"}),
    )


class WeightsForm(Form):
    """One's own points for every criterion; nobody else's are shown."""

    def __init__(
        self, *arguments: Any, criteria: Sequence[Mapping[str, Any]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.names = {f"swing-{n}": one["id"] for n, one in enumerate(criteria)}
        for (name, _id), one in zip(self.names.items(), criteria, strict=True):
            self.fields[name] = forms.FloatField(
                label=one.get("name") or one["id"], min_value=0, max_value=MOST_POINTS,
                help_text=_("It goes from %(worst)s to %(best)s. Give it 0 to 100 points.")
                % {"worst": one.get("worst", 0), "best": one.get("best", 10)},
                widget=forms.NumberInput(attrs={"step": "any"}),
            )  # fmt: skip

    @property
    def swings(self) -> dict[str, float]:
        return {key: float(self.cleaned_data[name]) for name, key in self.names.items()}

"""Which fields do the forms of decisions share: shares, sums, sentences, people and units?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.foundations.people import store as people
from northing.foundations.people.models import Organisation

HUNDRED = 100
REASON, TEXT, LINE = 2_000, 4_000, 500


class Percent(forms.IntegerField):
    """A probability or a share as people say it, from 0 to 100; kept between 0 and 1."""

    def __init__(self, *, min_value: int = 0, **options: Any) -> None:
        super().__init__(min_value=min_value, max_value=HUNDRED, **options)

    @override
    def prepare_value(self, value: Any) -> Any:
        return round(value * HUNDRED) if isinstance(value, float) else value

    @override
    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        return None if found is None else found / HUNDRED


class Amount(forms.DecimalField):
    """A sum without the zeros a table keeps behind its point."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=18, decimal_places=2, **options)

    @override
    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}".removesuffix(".00") if hasattr(value, "as_tuple") else value


class Sentence(forms.CharField):
    """A sentence that stays in sight: where it is long it wraps, and it is one line when kept."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2, "class": "line"})
        super().__init__(max_length=LINE, widget=widget, **options)

    @override
    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class Currency(forms.RegexField):
    """Three letters, as banks write them."""

    def __init__(self, **options: Any) -> None:
        words = {"invalid": _("Write three letters, for example EUR.")}
        super().__init__(
            r"^[A-Za-z]{3}$",
            label=_("Currency"),
            help_text=_("Three letters: EUR, USD, CHF."),
            required=False,
            error_messages=words,
            widget=forms.TextInput(attrs={"maxlength": 3, "autocomplete": "off"}),
            **options,
        )

    @override
    def clean(self, value: Any) -> Any:
        return str(super().clean(value)).upper()


class UnitName(forms.ChoiceField):
    """A unit by its name, as records name it; one that is no longer there stays what it was."""

    def __init__(self, organisation: Organisation, known: str = "", **options: Any) -> None:
        names = [
            (unit.name, "– " * depth + unit.name) for depth, unit in people.units(organisation)
        ]
        if known and known not in dict(names):
            names.append((known, known))
        super().__init__(
            choices=[("", _("the whole organisation")), *names], required=False, **options
        )


class Someone(forms.ModelChoiceField):  # type: ignore[type-arg] # generic in the stubs alone
    """A member by name."""

    @override
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.name)


class Several(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # generic in the stubs alone
    """Members by name, each with a box to tick."""

    widget = forms.CheckboxSelectMultiple

    @override
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.person.name)

"""What may be typed on the way of a guided entry?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.parts import Day, Prose, Seen
from northing.interfaces.web.sentences_guided import DOES, KEPT, LEAST, MOST
from northing.stages.clarify.models import Commitment
from northing.stages.decide.ways_in.facts import Does
from northing.stages.records.imports.models import Import

LARGEST = Decimal(10) ** 12
MOST_TYPED, LONGEST_NAME = 40, 200


class Amount(forms.DecimalField):
    """A sum of money, not below nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=LARGEST, decimal_places=2, **options)


class Typed(Prose):
    """Lines of a budget, one on each line: a name, a semicolon, what it gets."""

    @override
    def clean(self, value: Any) -> list[tuple[str, int]]:
        lines = [one.strip() for one in super().clean(value).split("\n")]
        found = [self._line(at, one) for at, one in enumerate(lines, 1) if one]
        if len(found) > MOST_TYPED:
            raise forms.ValidationError(
                _("At most %(most)d lines; these are %(count)d. Put small ones together.")
                % {"most": MOST_TYPED, "count": len(found)}
            )
        return found

    def _line(self, at: int, text: str) -> tuple[str, int]:
        name, _sign, amount = text.rpartition(";")
        try:
            value = Decimal(amount.strip().replace(" ", "").replace("\u202f", ""))
        except InvalidOperation:
            value = Decimal(0)
        if not name.strip() or not value.is_finite() or not 0 < value <= LARGEST:
            raise forms.ValidationError(
                _("Line %(line)d, “%(text)s”: write a name, a semicolon and an amount: Rent; 24000")
                % {"line": at, "text": text[:60]}
            )
        return name.strip()[:LONGEST_NAME], round(value * 100)


class BudgetForm(Seen):
    """Which budget it is: a file that was handed in, or lines that are typed."""

    source = forms.ChoiceField(label=_("The budget"), required=False)
    typed = Typed(
        label=_("Or type its lines"),
        required=False,
        max_length=20_000,
        rows=5,
        help_text=_("One on each line, with what it gets in a year: Rent; 24000"),
    )
    currency = forms.RegexField(
        r"^[A-Z]{3}$",
        label=_("Currency of what is typed"),
        required=False,
        error_messages={"invalid": _("Write three letters, for example EUR.")},
    )

    def __init__(self, *arguments: Any, sources: Sequence[Import], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["source"].choices = [  # type: ignore[attr-defined] # a choice has them
            *((str(one.id), one.name) for one in sources),
            ("", _("none: the lines are typed below")),
        ]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("source") and "typed" in found and not found["typed"]:
            self.add_error("typed", _("Choose a budget, or type at least one line."))
        for low, high in (("reserve", "reserve_high"), ("spending", "spending_high")):
            least, most = found.get(low), found.get(high)
            if least is not None and most is not None and most < least:
                self.add_error(high, _("The highest is no less than the lowest."))
        return found


class LossForm(BudgetForm):
    """What is lost, and how much there is to live on."""

    lost = forms.DecimalField(
        label=_("How much of the funding is lost, in percent"),
        min_value=0,
        max_value=100,
        decimal_places=1,
        initial=25,
    )
    reserve = Amount(
        label=_("The reserve, at least"), help_text=_("What could be spent, free of any purpose.")
    )
    reserve_high = Amount(label=_("The reserve, at most"), required=False)
    spending = Amount(label=_("Spending in a month, at least"))
    spending_high = Amount(label=_("Spending in a month, at most"), required=False)
    field_order = (
        "lost", "reserve", "reserve_high", "spending", "spending_high", "source", "typed",
        "currency",
    )  # fmt: skip


class MoreForm(BudgetForm):
    """How much more there could be."""

    more = forms.DecimalField(
        label=_("How much more could there be in a year?"),
        min_value=Decimal("0.01"),
        max_value=LARGEST,
        decimal_places=2,
        initial=10_000,
        help_text=_("A sum small beside the budget shows best where the next money does most."),
    )
    field_order = ("source", "typed", "currency", "more")


class ProtectForm(Seen):
    """How much of its money each promise keeps."""

    def __init__(
        self,
        *arguments: Any,
        commitments: Sequence[Commitment],
        kept: Mapping[str, int],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.commitments = list(commitments)
        for one in self.commitments:
            usual = 75 if one.guardrail else 0
            self.fields[f"kept-{one.key}"] = forms.TypedChoiceField(
                label=one.text,
                choices=list(KEPT.items()),
                coerce=int,
                initial=kept.get(one.key, usual),
                help_text=_("A guardrail.") if one.guardrail else "",
            )

    @property
    def kept(self) -> dict[str, int]:
        found = self.cleaned_data
        return {one.key: found[f"kept-{one.key}"] for one in self.commitments}


class LinesForm(Seen):
    """What each line does, and how small or how large it can become."""

    def __init__(
        self,
        *arguments: Any,
        lines: Sequence[Mapping[str, Any]],
        known: Mapping[str, Mapping[str, Any]],
        grows: bool,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.lines, self.grows = list(lines), grows
        for one in self.lines:
            self._ask(one, known.get(one["name"], {}))

    def _ask(self, one: Mapping[str, Any], known: Mapping[str, Any]) -> None:
        key = one["id"]
        self.fields[f"does-{key}"] = forms.ChoiceField(
            label=_("For what it costs, it does for the mission"),
            choices=[(str(each), said) for each, said in DOES.items()],
            initial=known.get("does", Does.UNKNOWN.value),
        )
        name, choices = ("most", MOST) if self.grows else ("least", LEAST)
        label = _("It could use well") if self.grows else _("It still works")
        self.fields[f"{name}-{key}"] = forms.TypedChoiceField(
            label=label,
            choices=list(choices.items()),
            coerce=int,
            initial=known.get(name, one.get(name, 100)),
        )
        if not self.grows:
            self.fields[f"stay-{key}"] = forms.BooleanField(
                label=_("It has to stay"), required=False, initial=known.get("must_stay", False)
            )

    def rows(self) -> list[dict[str, Any]]:
        """For each line its fields, as the page lays them out."""
        size = "most" if self.grows else "least"
        return [
            {
                "line": one,
                "does": self[f"does-{one['id']}"],
                "size": self[f"{size}-{one['id']}"],
                "stay": None if self.grows else self[f"stay-{one['id']}"],
            }
            for one in self.lines
        ]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The lines with what was said of each."""
        found = self.cleaned_data
        return [
            dict(one)
            | {
                "does": found[f"does-{one['id']}"],
                "least": found.get(f"least-{one['id']}", one.get("least", 100)),
                "most": found.get(f"most-{one['id']}", 100),
                "must_stay": found.get(f"stay-{one['id']}", False),
            }
            for one in self.lines
        ]


class StartForm(Seen):
    """The first day."""

    on = Day(label=_("The first day"))


class LookedForm(Seen):
    """Somebody has looked, and goes on."""

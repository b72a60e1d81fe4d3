"""What may be typed about the mission, commitments and what carries them?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.foundations.people import store as people
from northing.foundations.people.models import Member, Organisation
from northing.interfaces.web.forms.parts import Day, Kept, Lines, Once, Prose
from northing.interfaces.web.sentences_clarify import (
    CARRIES_ONE,
    LAYERS_ASK,
)
from northing.interfaces.web.sentences_kinds import LAYERS
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.commitments.facts import Layer
from northing.stages.clarify.mission.actions import Wording
from northing.stages.clarify.models import Commitment, PurposeLine
from northing.stages.clarify.theory_of_change.actions import Saying
from northing.stages.clarify.theory_of_change.facts import ABOVE, Level

SERVES = {Level.WHY: _("Serves which why"), Level.HOW: _("Serves which how")}


class WordingForm(Kept):
    """A draft of the mission: what it says and from when it is to hold."""

    text = Prose(
        label=_("The mission"),
        max_length=4_000,
        help_text=_("As it is to be read, in full. What it promises, commitments say one by one."),
        rows=6,
    )
    effective_from = Day(label=_("Holds from"))
    approved_by = forms.CharField(
        label=_("Approved by"),
        max_length=200,
        required=False,
        help_text=_("Who approves it, in your words: “the board, 12 March 2026”."),
    )
    reason = Prose(label=_("Why it changes"), max_length=2_000, required=False, rows=3)

    @property
    def wording(self) -> Wording:
        names = ("text", "effective_from", "approved_by", "reason")
        return Wording(**{name: self.cleaned_data[name] for name in names})


class MemberField(forms.ModelChoiceField):  # type: ignore[type-arg] # generic in the stubs alone
    """A member in force, by name."""

    def __init__(self, organisation: Organisation, on: date, **options: Any) -> None:
        rows = people.in_force(on).filter(organisation=organisation).order_by("person__name")
        super().__init__(rows, empty_label=_("nobody yet"), **options)

    @override
    def label_from_instance(self, obj: Member) -> str:
        return obj.person.name


class Weight(forms.DecimalField):
    """A number without the zeros a table keeps behind its point."""

    @override
    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class CommitmentForm(Kept):
    """One commitment: what is promised, how much it weighs, by what it is known."""

    text = Prose(
        label=_("The commitment"),
        max_length=2_000,
        help_text=_("One promise that a record could keep or break: for whom, what, by when."),
        rows=3,
    )
    layer = forms.ChoiceField(label=_("Where it is lived"), required=False)
    weight = Weight(
        label=_("Weight"),
        min_value=0,
        max_value=100_000,
        decimal_places=3,
        initial=1,
        help_text=_("Its importance beside the others: 2 counts twice as much as 1."),
    )
    guardrail = forms.BooleanField(
        label=_("A guardrail: it must not be crossed, whatever else is gained"), required=False
    )
    living_it = Lines(
        label=_("Signs of living it"),
        required=False,
        help_text=_("One on each line, as a record would show it: “longer appointments”."),
    )
    breaking_it = Lines(
        label=_("Signs of breaking it"),
        required=False,
        help_text=_("What a record would show if it were broken: “bonus for visits per hour”."),
    )

    def __init__(
        self, *arguments: Any, organisation: Organisation, on: date, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.fields["layer"].choices = [  # type: ignore[attr-defined]
            ("", _("not said")),
            *((one.value, f"{LAYERS[one]}: {LAYERS_ASK[one]}") for one in Layer),
        ]
        self.fields["owner"] = MemberField(organisation, on, label=_("Owner"), required=False)
        self.order_fields(["text", "layer", "weight", "guardrail", "living_it", "breaking_it"])

    @property
    def promise(self) -> Promise:
        found = self.cleaned_data
        return Promise(
            text=found["text"],
            layer=found["layer"],
            weight=found["weight"],
            guardrail=found["guardrail"],
            living_it=tuple(found["living_it"]),
            breaking_it=tuple(found["breaking_it"]),
            owner=found["owner"],
        )


class ValueForm(Kept):
    """A value and how one would see it lived."""

    name = forms.CharField(label=_("Value"), max_length=120)
    meaning = Prose(label=_("How one would see it lived"), max_length=1_000, required=False, rows=3)


class PracticeForm(Once):
    """What carries one commitment into the work."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(one.value, said) for one, said in CARRIES_ONE.items()]
    )
    text = forms.CharField(label=_("What it is"), max_length=500)

    def __init__(self, *arguments: Any, commitments: Sequence[Commitment], **options: Any) -> None:
        super().__init__(*arguments, **options)
        ids = [one.id for one in commitments]
        self.fields["commitment"] = forms.ModelChoiceField(
            Commitment.objects.filter(id__in=ids), label=_("Commitment")
        )


class LineForm(Kept):
    """One line of Why, How and What, and which line above it is there for."""

    text = forms.CharField(label=_("In one sentence"), max_length=500)

    def __init__(
        self,
        *arguments: Any,
        level: Level,
        lines: Sequence[PurposeLine],
        commitments: Sequence[Commitment],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.level = level
        above = ABOVE.get(level)
        if above:
            ids = [one.id for one in lines if one.level == above]
            field = forms.ModelChoiceField(
                PurposeLine.objects.filter(id__in=ids),
                label=SERVES[above],
                required=False,
                empty_label=_("none yet: it hangs loose"),
            )
            field.label_from_instance = lambda one: one.text  # type: ignore[method-assign,assignment]
            self.fields["serves"] = field
        else:
            ids = [one.id for one in commitments]
            carried = forms.ModelChoiceField(
                Commitment.objects.filter(id__in=ids),
                label=_("Carried by which commitment"),
                required=False,
                empty_label=_("none: it stands for itself"),
            )
            carried.label_from_instance = lambda one: one.text  # type: ignore[method-assign,assignment]
            self.fields["commitment"] = carried

    @property
    def saying(self) -> Saying:
        found = self.cleaned_data
        return Saying(
            level=self.level,
            text=found["text"],
            serves=found.get("serves"),
            commitment=found.get("commitment"),
        )

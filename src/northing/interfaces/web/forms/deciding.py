"""What may be typed of three decisions, and of what each did?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.parts import Day, Prose
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.forms.slots import Slots
from northing.interfaces.web.sentences_start import STANCES
from northing.stages.clarify.models import Commitment
from northing.stages.records.ledger.facts import Channel, Stance, Typed
from northing.stages.records.ledger.models import TypedRecord
from northing.stages.records.ledger.store import typed_of

DECISIONS = 3
NONE = "none"
AT_A_GLANCE = 12
"""More choices than these are a list to open, and no longer buttons to look over."""


def _plain(amount: Decimal | None) -> str | None:
    """Two decimals, or none where they say nothing; never a power of ten."""
    return None if amount is None else f"{amount:.2f}".removesuffix(".00")


class DecisionsForm(Slots):
    """Three decisions: what was decided, when, and over how much."""

    most = DECISIONS
    currency = forms.CharField(
        label=_("Currency of the amounts"),
        min_length=3,
        max_length=3,
        required=False,
        help_text=_("Three letters: EUR, USD, CHF."),
    )

    def __init__(self, *arguments: Any, today: date, **options: Any) -> None:
        self.today = today
        super().__init__(*arguments, **options)
        known = next((row.currency for row in self.rows.values() if row.currency), "")
        self.fields["currency"].initial = known

    @override
    def ask(self, at: int, row: TypedRecord | None) -> None:
        self.fields[f"text-{at}"] = Prose(
            label=_("What was decided?"),
            max_length=2_000,
            required=False,
            initial=row.text if row else "",
            rows=2,
        )
        self.fields[f"on-{at}"] = Day(
            label=_("When?"), required=False, initial=row.effective_on if row else None
        )
        self.fields[f"amount-{at}"] = forms.DecimalField(
            label=_("Over how much?"),
            max_digits=18,
            decimal_places=2,
            required=False,
            initial=_plain(row.amount) if row else None,
            help_text=_("Empty where no amount was decided."),
        )

    def clean_currency(self) -> str:
        found: str = self.cleaned_data["currency"].upper()
        if found and not (found.isascii() and found.isalpha()):
            raise forms.ValidationError(_("Write three letters, as in EUR."))
        return found

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        named = [at for at in range(1, self.most + 1) if found.get(f"text-{at}")]
        for at in range(1, self.most + 1):
            self._check(at, found)
        if not named and not self.errors:
            self.add_error("text-1", _("Name one decision at least; three show more."))
        has_amount = any(found.get(f"amount-{at}") is not None for at in named)
        if has_amount and not found.get("currency") and "currency" not in self.errors:
            self.add_error("currency", _("An amount needs a currency. Three letters: EUR."))
        return found

    def _check(self, at: int, found: dict[str, Any]) -> None:
        on, text = found.get(f"on-{at}"), found.get(f"text-{at}")
        amount = found.get(f"amount-{at}")
        if text and not on and f"on-{at}" not in self.errors:
            self.add_error(f"on-{at}", _("Give the day; a near one is better than none."))
        if on and on > self.today:
            self.add_error(f"on-{at}", _("This day is to come. Name what was decided already."))
        if not text and (on or amount is not None):
            self.add_error(f"text-{at}", _("Say what was decided, or empty its day and amount."))

    def typed(self, at: int) -> Typed:
        """What the slot says; what was said of it before stays as it is."""
        found = self.cleaned_data
        amount: Decimal | None = found[f"amount-{at}"]
        said = Typed(
            channel=Channel.DECISIONS,
            text=found[f"text-{at}"],
            effective_on=found[f"on-{at}"],
            received_on=self.today,
            amount=amount,
            currency=found["currency"] if amount is not None else "",
        )
        row = self.rows.get(self.given(at)[0])
        if row is None:
            return said
        before = typed_of(row)
        return replace(
            before,
            text=said.text,
            effective_on=said.effective_on,
            amount=said.amount,
            currency=said.currency,
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said of one decision."""

    row: TypedRecord
    seen: int
    typed: Typed


class EvidenceForm(Form):
    """What each decision did, for which commitment, on what evidence."""

    def __init__(
        self,
        *arguments: Any,
        decisions: Sequence[TypedRecord],
        commitments: Sequence[Commitment],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.decisions = list(decisions)
        self.choices = [
            *((one.key, one.text) for one in commitments),
            (NONE, _("It served none of these")),
        ]
        for at, row in enumerate(self.decisions, 1):
            self._ask(at, row)

    def _ask(self, at: int, row: TypedRecord) -> None:
        is_apart = not row.commitment and row.stance == Stance.NEUTRAL
        self.fields[f"seen-{at}"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=row.revision, min_value=0, required=False
        )
        self.fields[f"commitment-{at}"] = forms.ChoiceField(
            label=_("Which commitment does it bear on most?"),
            choices=self.choices,
            required=False,
            initial=NONE if is_apart else row.commitment,
            widget=forms.RadioSelect,
        )
        if len(self.choices) > AT_A_GLANCE:
            self.fields[f"commitment-{at}"].widget = forms.Select(
                choices=[("", "–"), *self.choices]
            )
        self.fields[f"stance-{at}"] = forms.ChoiceField(
            label=_("What did it do for it?"),
            choices=[(stance.value, said) for stance, said in STANCES.items()],
            required=False,
            initial="" if is_apart else row.stance,
            widget=forms.RadioSelect,
        )
        self.fields[f"evidence-{at}"] = Prose(
            label=_("On what evidence?"),
            max_length=2_000,
            required=False,
            initial=row.evidence,
            help_text=_("A minute, a paper, a figure, somebody who was there."),
            rows=2,
        )

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for at in range(1, len(self.decisions) + 1):
            key, stance = found.get(f"commitment-{at}"), found.get(f"stance-{at}")
            if stance in (Stance.ADVANCES, Stance.CONTRADICTS) and key in ("", NONE):
                self.add_error(f"commitment-{at}", _("Say which commitment it did that for."))
        return found

    def slots(self) -> list[dict[str, Any]]:
        names = ("seen", "commitment", "stance", "evidence")
        return [
            {"at": at, "row": row} | {name: self[f"{name}-{at}"] for name in names}
            for at, row in enumerate(self.decisions, 1)
        ]

    def look_again(self) -> None:
        """After a refusal: the next sending is of somebody who has seen what is there now."""
        now = {f"seen-{at}": str(row.revision) for at, row in enumerate(self.decisions, 1)}
        self.data = {key: self.data[key] for key in self.data} | now

    @property
    def judged(self) -> list[Judged]:
        """What was said of each; of which nobody said anything, nothing is known."""
        return [
            Judged(row, self.cleaned_data[f"seen-{at}"] or 0, self._typed(at, row))
            for at, row in enumerate(self.decisions, 1)
        ]

    def _typed(self, at: int, row: TypedRecord) -> Typed:
        found = self.cleaned_data
        key, stance = found[f"commitment-{at}"], found[f"stance-{at}"]
        if key == NONE:
            key, stance = "", Stance.NEUTRAL
        return replace(
            typed_of(row),
            commitment=key,
            stance=Stance(stance) if stance else None,
            evidence=found[f"evidence-{at}"],
        )

"""What may be typed about files, records and links?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.parts import Day, Kept, Once, Prose
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.sentences_kinds import CHANNELS, STANCES
from northing.interfaces.web.sentences_records import (
    CHANNELS_EXPLAINED,
    ORDERS,
    SIDES,
)
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.facts import Channel, Stance, Typed
from northing.stages.records.ledger.models import TypedRecord
from northing.stages.records.ledger.rules.paging import Order

MOST_FILES = 20
ANY = ("", _("all"))
NOTHING = "none"
AMOUNTED = (Channel.MONEY, Channel.TIME)
ENDINGS = ".csv,.tsv,.xlsx,.xlsm,.xls,.ods,.docx,.pdf,.md,.txt,.jsonl,.json,.journal,.ledger"


class Files(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files."""

    widget = Files(attrs={"accept": ENDINGS, "multiple": True})

    @override
    def clean(self, data: Any, initial: Any = None) -> Any:
        given: Sequence[UploadedFile] = data if isinstance(data, (list, tuple)) else [data]
        if not given or not given[0]:
            raise forms.ValidationError(self.error_messages["required"])
        if len(given) > MOST_FILES:
            raise forms.ValidationError(
                _("At most %(most)d files at once; hand in the others after these."),
                params={"most": MOST_FILES},
            )
        return [super(FilesField, self).clean(one, initial) for one in given]


class HandInForm(Once):
    """Files to be handed in."""

    given = FilesField(
        label=_("Files"),
        max_length=1_000,
        allow_empty_file=False,
        help_text=_(
            "CSV, Excel, Word, PDF, Markdown, text, JSON Lines or a journal; up to 500 MB."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Check that it is the right one."),
        },
    )


class FilterForm(Form):
    """Which records are shown."""

    q = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    channel = forms.ChoiceField(label=_("Kind"), required=False)
    commitment = forms.ChoiceField(label=_("Linked to"), required=False)
    first = Day(label=_("From"), required=False)
    last = Day(label=_("Until"), required=False)
    unit = forms.CharField(label=_("Unit"), required=False, max_length=200)
    side = forms.ChoiceField(label=_("Side"), required=False)
    source = forms.ChoiceField(label=_("File"), required=False)
    order = forms.ChoiceField(label=_("Order"), required=False)

    def __init__(
        self, data: Any, *, commitments: Iterable[tuple[str, str]], sources: Iterable[Import]
    ) -> None:
        super().__init__(data)
        files = [(str(one.id), one.path) for one in sources]
        self._choose("channel", [ANY, *((str(one), said) for one, said in CHANNELS.items())])
        self._choose("commitment", [ANY, *commitments, (NOTHING, _("no commitment"))])
        self._choose("side", [ANY, *((one.value, said) for one, said in SIDES.items())])
        self._choose("source", [ANY, ("typed", _("typed in")), *files])
        self._choose("order", [(one.value, said) for one, said in ORDERS.items()])

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def in_order(self) -> Order:
        return Order(self.cleaned_data.get("order") or Order.NEWEST)


class TypedForm(Kept):
    """One record, typed in."""

    channel = forms.ChoiceField(
        label=_("What kind of record is it?"),
        choices=[(one.value, said) for one, said in CHANNELS_EXPLAINED.items()],
        initial=Channel.DECISIONS.value,
    )
    text = Prose(label=_("What was said or done?"), max_length=2_000, rows=3)
    effective_on = Day(label=_("When did it take effect?"))
    received_on = Day(
        label=_("When did you learn of it?"),
        required=False,
        help_text=_("Today, where you leave it empty."),
    )
    amount = forms.DecimalField(
        label=_("Amount"),
        required=False,
        max_digits=18,
        decimal_places=6,
        localize=True,
        help_text=_("Money, hours or a reading. Money and time need one."),
    )
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=_("Currency"),
        required=False,
        help_text=_("Three letters, such as EUR."),
    )
    unit = forms.CharField(label=_("Unit"), required=False, max_length=200)
    commitment = forms.ChoiceField(label=_("Which commitment does it bear on?"), required=False)
    stance = forms.ChoiceField(
        label=_("What does it do for that commitment?"),
        required=False,
        choices=[("", _("not said")), *((str(one), said) for one, said in STANCES.items())],
    )
    evidence = Prose(
        label=_("On what evidence?"),
        required=False,
        max_length=2_000,
        rows=2,
        help_text=_("The minutes, the letter, the invoice: where somebody else would look."),
    )

    def __init__(self, *arguments: Any, commitments: Iterable[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        named = [("", _("none that I know of")), *commitments]
        self.fields["commitment"].choices = named  # type: ignore[attr-defined]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("channel") in AMOUNTED and found.get("amount") is None:
            self._say("amount", _("Money and time are counted by their amount: give it."))
        is_money = found.get("channel") == Channel.MONEY and found.get("amount") is not None
        if is_money and not found.get("currency"):
            self._say("currency", _("Give the currency, such as EUR."))
        if found.get("stance") and not found.get("commitment"):
            self._say("commitment", _("Name the commitment that this advances or contradicts."))
        return found

    def _say(self, field: str, sentence: Any) -> None:
        if field not in self.errors:
            self.add_error(field, sentence)

    def typed(self, today: Any) -> Typed:
        found = self.cleaned_data
        return Typed(
            channel=Channel(found["channel"]),
            text=found["text"],
            effective_on=found["effective_on"],
            received_on=found["received_on"] or today,
            amount=found["amount"],
            currency=found["currency"].upper() if found["amount"] is not None else "",
            unit=found["unit"],
            commitment=found["commitment"],
            stance=Stance(found["stance"]) if found["stance"] else None,
            evidence=found["evidence"],
        )


def known_of(row: TypedRecord) -> dict[str, Any]:
    """What the form of a typed record begins with."""
    return {name: getattr(row, name) for name in TypedForm.base_fields if hasattr(row, name)}


class CorrectionForm(Form):
    """A record bears on a commitment, or not."""

    record = forms.CharField(max_length=400)
    commitment = forms.ChoiceField(label=_("Commitment"))
    bears = forms.ChoiceField(choices=[("yes", _("yes")), ("no", _("no"))])

    def __init__(self, *arguments: Any, commitments: Iterable[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["commitment"].choices = list(commitments)  # type: ignore[attr-defined]

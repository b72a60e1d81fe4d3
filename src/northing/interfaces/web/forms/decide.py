"""What may be typed of a decision: its text, and what people say and do about it?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.foundations.people.models import Member, Organisation
from northing.interfaces.web.forms.decide_fields import (
    REASON,
    TEXT,
    Amount,
    Currency,
    Percent,
    Sentence,
    Someone,
    UnitName,
)
from northing.interfaces.web.forms.parts import Day, Kept, Lines, Once, Prose, Seen
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.sentences_purpose import MAY_SAY
from northing.stages.decide.models import StoredDecision
from northing.stages.decide.purpose_test.store import rows


class DecisionForm(Kept):
    """What is to be decided, what is expected to come of it, and when that is looked at."""

    question = Sentence(
        label=_("What is to be decided?"),
        help_text=_("As a question: “Do we close the clinic in the north?”"),
    )
    options = Lines(
        label=_("Which ways are there?"),
        rows=3,
        help_text=_("One on each line. To leave things as they are is one of them."),
    )
    proposed = Sentence(label=_("Which of them is proposed?"))
    kind = forms.CharField(
        label=_("What kind of decision is it?"),
        max_length=80,
        required=False,
        help_text=_("In one word: contract, grant, pay, practice. Filters go by it."),
        widget=forms.TextInput(attrs={"list": "kinds"}),
    )
    amount = Amount(label=_("Over how much?"), required=False, min_value=0)
    currency = Currency()
    region = forms.CharField(label=_("For which region?"), max_length=200, required=False)
    affected = Lines(
        label=_("Who is affected?"),
        required=False,
        rows=2,
        help_text=_("Groups of people, one on each line: “families in the north”."),
    )
    evidence = Prose(
        label=_("What is known about it?"),
        max_length=TEXT,
        required=False,
        help_text=_("What you rest it on, and where others find that."),
    )
    success = Sentence(
        label=_("By what will one see that it was right?"),
        required=False,
        help_text=_("Something others could see: “400 people screened who never came before”."),
    )
    forecast = Percent(
        label=_("How sure are you that this will have come about, in percent?"), required=False
    )
    review_on = Day(label=_("On which day is it looked at again?"), required=False)

    def __init__(self, *arguments: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*arguments, **options)
        known = str(self.initial.get("unit", ""))
        self.fields["unit"] = UnitName(organisation, known, label=_("Which unit takes it?"))
        self.order_fields([
            "question", "options", "proposed", "kind", "amount", "currency", "unit", "region",
            "affected", "evidence", "success", "forecast", "review_on",
        ])  # fmt: skip

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("amount") is not None and "currency" in found and not found["currency"]:
            self.add_error("currency", _("An amount has a currency. Write it, for example EUR."))
        if found.get("forecast") is not None and "success" in found and not found["success"]:
            self.add_error("success", _("Say what the forecast is of, or leave the forecast out."))
        return found


class SignForm(Seen):
    """One word on a decision, with its reason."""

    act = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[(str(one), said) for one, said in MAY_SAY.items()],
        widget=forms.RadioSelect,
    )
    reason = Prose(
        label=_("Why?"),
        max_length=REASON,
        required=False,
        rows=3,
        help_text=_("Whoever objects, asks for changes or rejects says why."),
    )


class DelegateForm(Seen):
    """Who signs in somebody's place."""

    def __init__(self, *arguments: Any, among: QuerySet[Member], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["to"] = Someone(
            among, label=_("Who signs in your place?"), empty_label=_("choose somebody")
        )


class OverrideForm(Seen):
    """Taking it against the test or the signers: with a reason, in the open, and asked once."""

    reason = Prose(
        label=_("Why is it taken all the same?"),
        max_length=REASON,
        rows=4,
        help_text=_("Everybody who may read decisions reads this reason, with your name."),
    )
    sure = forms.BooleanField(label=_("I know that this stays visible for good, and is counted."))


class ReviewForm(Seen):
    """What came of it: whether what was expected came about, and what was learned."""

    happened = forms.TypedChoiceField(
        label=_("Did what was expected come about?"),
        choices=[("yes", _("yes")), ("no", _("no")), ("", _("nobody can tell"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    learned = Prose(label=_("What was learned from it?"), max_length=TEXT, required=False, rows=4)
    next_on = Day(
        label=_("When is it looked at again?"),
        required=False,
        help_text=_("Empty where this was the last time."),
    )


class Taken(forms.ModelChoiceField):  # type: ignore[type-arg] # generic in the stubs alone
    """A decision by its number and its question."""

    @override
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number} · {obj.question}"


class SuccessorForm(Form):
    """The decision that stands in the place of another from now on."""

    def __init__(self, *arguments: Any, among: QuerySet[StoredDecision], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["successor"] = Taken(
            among, label=_("The later decision"), empty_label=_("choose a decision")
        )


class MeetForm(Seen):
    """How a condition was met."""

    told = Prose(label=_("How was it met, and where does one see that?"), max_length=REASON, rows=3)


class ReasonForm(Once):
    """Why somebody holds a block to be wrong."""

    reason = Prose(label=_("Why is the block wrong?"), max_length=REASON, rows=4)


class JudgeForm(Seen):
    """Whether an appeal is right, as somebody says who did not make it."""

    upheld = forms.TypedChoiceField(
        label=_("Was the block wrong?"),
        choices=[("yes", _("yes, it was wrong")), ("no", _("no, it was right"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    judgement = Prose(label=_("Why?"), max_length=REASON, rows=3)


class PastForm(Once):
    """A decision that was taken without a test."""

    question = Sentence(label=_("What was to be decided?"))
    proposed = Sentence(label=_("What was decided?"))
    kind = forms.CharField(label=_("What kind of decision was it?"), max_length=80, required=False)
    amount = Amount(label=_("Over how much?"), required=False, min_value=0)
    currency = Currency()
    decided_on = Day(label=_("On which day?"))
    happened = forms.TypedChoiceField(
        label=_("Did it turn out well?"),
        choices=[("yes", _("yes")), ("no", _("no")), ("", _("nobody can tell"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    is_logged = forms.BooleanField(
        label=_("It stood in a list of decisions"), required=False, initial=True
    )
    is_in_minutes = forms.BooleanField(label=_("Minutes name it"), required=False)

    def __init__(self, *arguments: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["unit"] = UnitName(organisation, label=_("Which unit took it?"))


def signers_among(member: Member, on: date) -> QuerySet[Member]:
    """Whom an author may ask to sign: everybody who may, but themselves."""
    return rows.may_sign(member.organisation, on=on).exclude(person_id=member.person_id)

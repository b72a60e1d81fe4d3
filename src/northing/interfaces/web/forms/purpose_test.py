"""What may be answered of each commitment, and what has to be there before others sign?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.foundations.people.models import Member
from northing.foundations.trail.rules.chain import digest_of
from northing.interfaces.web.forms.decide_fields import LINE, REASON, Percent, Several, Someone
from northing.interfaces.web.forms.parts import Day, Lines, Prose, Seen
from northing.interfaces.web.sentences_purpose import ANSWERS
from northing.stages.decide.purpose_test.facts import Answer, Promise, Said

SAID = [(str(one), said) for one, said in ANSWERS.items()]
CONDITIONS = 5
MOST_SIGNERS, MOST_DAYS = 50, 365
AT_A_GLANCE = 12
"""Of more promises than these each is a line to open, with guardrails before the others."""
NAMES = ("advances", "compromises", "reason", "records", "condition")
ONE_OPEN = _("Answer this one too; “cannot tell” is an answer.")


class TestForm(Seen):
    """For each commitment both questions, with the reason, the records and a condition.

    A commitment nobody says anything of stays open; the test says what that means. Fields are
    named by key, not by place: places move when a commitment ends while somebody answers.
    """

    __test__ = False  # a form, whatever its name begins with

    def __init__(
        self,
        *arguments: Any,
        promises: Sequence[Promise],
        answers: Mapping[str, Answer],
        said: Sequence[tuple[str, str]] = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.promises = promises
        for promise in promises:
            self._ask(promise.id, answers.get(promise.id))
        self.questions = [question for question, _known in said]
        for question, known in said:
            self.fields[_said_of(question)] = Prose(
                label=question, required=False, max_length=REASON, rows=2, initial=known
            )

    def slots(self) -> list[dict[str, Any]]:
        """The fields of each commitment, as the page lays them out."""
        return [
            {"at": one.id, "promise": one} | {name: self[f"{name}-{one.id}"] for name in NAMES}
            for one in self.promises
        ]

    @property
    def is_long(self) -> bool:
        return len(self.promises) > AT_A_GLANCE

    def folded(self) -> list[dict[str, Any]]:
        """Guardrails, then the others: how many of each are answered, and which have a fault."""
        slots = [slot | self._state_of(slot["at"]) for slot in self.slots()]
        parts = [(kind, [one for one in slots if one["promise"].guardrail is kind])
                 for kind in (True, False)]  # fmt: skip
        return [
            {"guardrails": kind, "slots": some, "answered": sum(one["is_answered"] for one in some)}
            for kind, some in parts
        ]

    def asked(self) -> list[Any]:
        """The questions that filters ask, as fields."""
        return [self[_said_of(question)] for question in self.questions]

    def answers(self) -> list[Answer]:
        """What is answered of each commitment that both questions are answered of."""
        found = (self._answer(promise.id) for promise in self.promises)
        return [one for one in found if one]

    def said(self) -> list[tuple[str, str]]:
        told = self.cleaned_data
        return [(question, told.get(_said_of(question), "")) for question in self.questions]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for at in (promise.id for promise in self.promises):
            both = [found.get(f"{name}-{at}") for name in ("advances", "compromises")]
            if any(both) and not all(both):
                self.add_error(f"{'compromises' if both[0] else 'advances'}-{at}", ONE_OPEN)
            elif not any(both) and any(found.get(f"{name}-{at}") for name in ("reason", "records")):
                self.add_error(f"advances-{at}", ONE_OPEN)
        return found

    def _state_of(self, at: str) -> dict[str, bool]:
        names = [f"{name}-{at}" for name in NAMES]
        return {
            "is_answered": bool(self[names[0]].value() and self[names[1]].value()),
            "has_errors": any(name in self.errors for name in names),
        }

    def _answer(self, at: str) -> Answer | None:
        told = self.cleaned_data
        advances, compromises = told.get(f"advances-{at}"), told.get(f"compromises-{at}")
        if not advances or not compromises:
            return None
        return Answer(
            commitment=at,
            advances=Said(advances),
            compromises=Said(compromises),
            reason=told.get(f"reason-{at}", "").strip(),
            records=tuple(told.get(f"records-{at}", ())),
            condition=told.get(f"condition-{at}", ""),
        )

    def _ask(self, at: str, known: Answer | None) -> None:
        self.fields[f"advances-{at}"] = _choice(
            _("Does it advance it?"), known.advances if known else None
        )
        self.fields[f"compromises-{at}"] = _choice(
            _("Does it compromise it?"), known.compromises if known else None
        )
        self.fields[f"reason-{at}"] = Prose(
            label=_("Why?"),
            required=False,
            max_length=REASON,
            rows=2,
            initial=known.reason if known else "",
        )
        self.fields[f"records-{at}"] = Lines(
            label=_("Records it rests on"),
            required=False,
            rows=2,
            initial=known.records if known else (),
            help_text=_("One on each line, as records are named: budget.csv:14"),
        )
        self.fields[f"condition-{at}"] = forms.CharField(
            label=_("Only if"),
            required=False,
            max_length=LINE,
            initial=known.condition if known else "",
            help_text=_("What would make up for it: “evenings are voluntary and paid”."),
        )


def _said_of(question: str) -> str:
    """The field of a filter's question, however many others come before it."""
    return f"said-{digest_of(question)[:12]}"


def _choice(label: Any, known: Said | None) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=SAID,
        required=False,
        widget=forms.RadioSelect,
        initial=known.value if known else None,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition as it is typed: what, by whom, by when."""

    text: str
    owner: Member
    due_on: date


class SubmissionForm(Seen):
    """Who signs by which rule, and what has to be done by whom for it to stand.

    Where a filter caught the decision, the filter says who signs; then only conditions are asked.
    """

    def __init__(
        self,
        *arguments: Any,
        among: QuerySet[Member],
        owners: QuerySet[Member],
        is_caught: bool,
        conditions: Sequence[Mapping[str, Any]],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        if not is_caught:
            self._ask_signers(among)
        for at in range(1, CONDITIONS + 1):
            known = conditions[at - 1] if at <= len(conditions) else {}
            self._ask_condition(at, owners, known)

    def slots(self) -> list[dict[str, Any]]:
        return [
            {"at": at} | {name: self[f"{name}-{at}"] for name in ("text", "owner", "due_on")}
            for at in range(1, CONDITIONS + 1)
        ]

    def rule(self) -> list[Any]:
        """The fields of who signs, where the author names them."""
        names = ("signers", "quorum", "agreement", "days")
        return [self[name] for name in names if name in self.fields]

    def conditions(self) -> list[Asked]:
        told = self.cleaned_data
        return [
            Asked(told[f"text-{at}"], told[f"owner-{at}"], told[f"due_on-{at}"])
            for at in range(1, CONDITIONS + 1)
            if told.get(f"text-{at}")
        ]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for at in range(1, CONDITIONS + 1):
            if not found.get(f"text-{at}"):
                continue
            for name, said in (("owner", _("Say who answers for it.")), ("due_on", _("By when?"))):
                if f"{name}-{at}" not in self.errors and not found.get(f"{name}-{at}"):
                    self.add_error(f"{name}-{at}", said)
        return found

    def _ask_signers(self, among: QuerySet[Member]) -> None:
        self.fields["signers"] = Several(
            among,
            label=_("Who is asked to sign?"),
            help_text=_("Whoever wrote it never approves it, so you are not among them."),
        )
        self.fields["quorum"] = forms.IntegerField(
            label=_("How many of them have to?"), min_value=1, max_value=MOST_SIGNERS, initial=1
        )
        self.fields["agreement"] = Percent(
            label=_("Of those who sign, how many percent have to agree?"),
            min_value=1,
            initial=1.0,
        )
        self.fields["days"] = forms.IntegerField(
            label=_("How many days do they have?"), min_value=1, max_value=MOST_DAYS, initial=14
        )

    def _ask_condition(self, at: int, owners: QuerySet[Member], known: Mapping[str, Any]) -> None:
        self.fields[f"text-{at}"] = forms.CharField(
            label=_("What has to be done?"),
            max_length=LINE,
            required=False,
            initial=known.get("text", ""),
        )
        self.fields[f"owner-{at}"] = Someone(
            owners,
            label=_("Who answers for it?"),
            required=False,
            empty_label=_("nobody yet"),
            initial=known.get("owner"),
        )
        self.fields[f"due_on-{at}"] = Day(
            label=_("By when?"), required=False, initial=known.get("due_on")
        )

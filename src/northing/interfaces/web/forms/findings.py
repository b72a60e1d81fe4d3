"""What may be typed about a finding, an audit that is issued, and the rule it is issued by?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.foundations.people.models import Member
from northing.interfaces.web import sentences_findings as said
from northing.interfaces.web.forms.parts import Day, Once, Prose, Revision, Seen
from northing.interfaces.web.sentences import ROLES
from northing.stages.diagnose.audits.models import Opinion, PublicationRule
from northing.stages.diagnose.findings import store
from northing.stages.diagnose.findings.actions import Answer, Plan, State
from northing.stages.diagnose.publication.actions import Rule, View
from northing.stages.diagnose.publication.rules.due import MOST_DAYS


class _Seen(Seen):
    """Which state the page showed; 0 where there was nothing yet."""

    revision = Revision(min_value=0)


class OwnerField(forms.ModelChoiceField):  # type: ignore[type-arg] # generic in the stubs alone
    """A member by name and role."""

    @override
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.name} ({ROLES[obj.role]})"


class PlanForm(_Seen):
    """Who answers for a finding, why it came about, until when, and how far that is."""

    root_cause = Prose(
        label=_("Why did it come about?"),
        required=False,
        max_length=4_000,
        help_text=_("Ask why until the answer is something one can change."),
    )
    due_on = Day(label=_("Until when?"), required=False)
    state = forms.ChoiceField(
        label=_("How far is it?"),
        choices=[(one.value, said.STATES[one]) for one in State],
        help_text=_("A finding is not closed here: it is gone when an audit no longer finds it."),
    )

    def __init__(self, *arguments: Any, by: Member, on: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["owner"] = OwnerField(
            store.may_own(by.organisation, on=on),
            label=_("Who answers for it?"),
            required=False,
            empty_label=_("nobody yet"),
        )
        self.order_fields(["owner", "root_cause", "due_on", "state"])

    @property
    def plan(self) -> Plan:
        names = ("owner", "root_cause", "due_on", "state")
        return Plan(**{name: self.cleaned_data[name] for name in names})


class ReplyForm(Once):
    """What the organisation answers, and in which role somebody says it."""

    text = Prose(
        label=_("What does the organisation answer?"),
        max_length=4_000,
        help_text=_("It is printed with the finding as it stands here, and is never altered."),
    )
    role = forms.CharField(
        label=_("In which role do you say this?"),
        max_length=120,
        help_text=_("A role, not a name: “head of clinics”."),
    )

    @property
    def answer(self) -> Answer:
        found = self.cleaned_data
        return Answer(text=found["text"], role=found["role"], ticket=found["ticket"])


class IssueForm(_Seen):
    """Issuing cannot be undone, so it is asked once."""

    sure = forms.BooleanField(label=_("I know that nothing of it can be changed afterwards."))


class AsideForm(_Seen):
    """Why an audit should not be relied on."""

    reason = Prose(
        label=_("Why should it not be relied on?"),
        max_length=2_000,
        help_text=_("The reason stays beside the audit, in the list and where it is issued."),
    )


class OpinionForm(Once):
    """An independent reviewer's opinion, as with accounts."""

    kind = forms.ChoiceField(
        label=_("Your opinion"),
        choices=[
            (one.value, format_lazy("{}: {}", said.OPINIONS[one], said.OPINIONS_MEAN[one]))
            for one in Opinion.Kind
        ],
    )
    text = Prose(
        label=_("What did you examine, and what do you rest it on?"), rows=8, max_length=8_000
    )

    @property
    def view(self) -> View:
        found = self.cleaned_data
        return View(kind=found["kind"], text=found["text"], ticket=found["ticket"])


class RuleForm(Once):
    """Who reads what is issued, and how long after an audit is done it is issued at the latest."""

    readers = forms.ChoiceField(
        label=_("Who reads an issued audit?"),
        choices=[(one.value, said.READERS[one]) for one in PublicationRule.Readers],
    )
    days = forms.IntegerField(
        label=_("How many days after it is done is it issued at the latest?"),
        min_value=0,
        max_value=MOST_DAYS,
        help_text=_("It is then issued by itself, with every finding. 0: as soon as it is done."),
    )
    text = Prose(
        label=_("What else does the rule say?"),
        required=False,
        max_length=2_000,
        help_text=_("For example where it is announced. It can leave no finding out."),
    )

    @property
    def rule(self) -> Rule:
        found = self.cleaned_data
        return Rule(
            readers=found["readers"],
            days=found["days"],
            text=found["text"],
            ticket=found["ticket"],
        )

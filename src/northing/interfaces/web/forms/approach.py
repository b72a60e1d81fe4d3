"""What may be said of how to begin, and which table of choices may be handed in?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.parts import Once, Prose, Revision
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.sentences_ready import APPROACHES, ASKED, DEGREES, MEANT
from northing.stages.clarify.approach.actions import Saying
from northing.stages.clarify.approach.facts import Approach, Question, Reply
from northing.stages.clarify.approach.rules.questions import QUESTIONS

LARGEST_TABLE = 5 * 1024 * 1024


class ApproachForm(Once):
    """Every question with an answer and its evidence, and what is chosen on them."""

    revision = Revision(min_value=0, required=False)
    chosen = forms.ChoiceField(
        label=_("What is chosen"),
        required=False,
        choices=[("", _("nothing yet")), *((one.value, APPROACHES[one]) for one in Approach)],
        help_text=_("It may be another than the answers speak for; say why."),
    )
    reason = Prose(label=_("Why"), max_length=2_000, required=False, rows=3)

    def __init__(self, *arguments: Any, replies: Sequence[Reply] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        known = {one.question: one for one in replies}
        for one in QUESTIONS:
            self._ask(one, known.get(one.id))

    def _ask(self, one: Question, known: Reply | None) -> None:
        degrees = [("", _("not known")), *((str(at), said) for at, said in DEGREES.items())]
        self.fields[f"answer-{one.id}"] = forms.ChoiceField(
            label=str(ASKED[one.id]),
            required=False,
            choices=degrees,
            initial=str(known.answer) if known else "",
        )
        self.fields[f"evidence-{one.id}"] = forms.CharField(
            label=_("Seen in what"),
            required=False,
            max_length=2_000,
            initial=known.evidence if known else "",
        )

    @override
    def clean(self) -> dict[str, Any]:
        """An answer that rests on nothing is not known: the page says so instead of hiding it."""
        found = super().clean() or {}
        for one in QUESTIONS:
            answer, evidence = f"answer-{one.id}", f"evidence-{one.id}"
            if found.get(answer) and not (found.get(evidence) or "").strip():
                self.add_error(evidence, _("Say what it was seen in, or answer “not known”."))
        return found

    @property
    def saying(self) -> Saying:
        found = self.cleaned_data
        replies = [
            Reply(one.id, int(found[f"answer-{one.id}"]), found[f"evidence-{one.id}"].strip())
            for one in QUESTIONS
            if found[f"answer-{one.id}"]
        ]
        chosen = Approach(found["chosen"]) if found["chosen"] else None
        return Saying(replies=tuple(replies), chosen=chosen, reason=found["reason"])

    def rows(self) -> list[Mapping[str, Any]]:
        """For each question its two fields, as the page lays them out."""
        return [
            {"answer": self[f"answer-{one.id}"], "evidence": self[f"evidence-{one.id}"]}
            for one in QUESTIONS
        ]

    def look_again(self, number: int) -> None:
        """After a refusal: the next sending is of somebody who has seen what is there now."""
        self.data = {key: self.data[key] for key in self.data} | {"revision": str(number)}


class ChoicesForm(Form):
    """A table of past choices."""

    table = forms.FileField(
        label=_("The table of choices"),
        help_text=_(".xlsx or .csv, at most 5\u00a0MB; it is read and not kept"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_table(self) -> object:
        table = self.cleaned_data["table"]
        if table.size > LARGEST_TABLE:
            raise forms.ValidationError(_("This file is larger than 5 MB. Hand in a smaller one."))
        return table


MEANINGS = [(one, APPROACHES[one], MEANT[one]) for one in Approach]

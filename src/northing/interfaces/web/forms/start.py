"""What may be typed of what is promised, in the first thirty minutes?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.parts import Lines, Prose
from northing.interfaces.web.forms.slots import Slots
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.models import Commitment, MissionVersion

PROMISES = 5


class PromisesForm(Slots):
    """The mission, and one to five commitments it can be broken into."""

    most = PROMISES
    mission = Prose(
        label=_("What is the organisation for?"),
        max_length=4_000,
        help_text=_("In the words people here would recognise; two sentences do."),
    )

    def __init__(self, *arguments: Any, draft: MissionVersion | None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.draft = draft
        self._hide("seen", forms.IntegerField(initial=draft.revision if draft else 0, min_value=0))
        self.fields["mission"].initial = draft.text if draft else ""

    @override
    def ask(self, at: int, row: Commitment | None) -> None:
        self.fields[f"text-{at}"] = Prose(
            label=_("Commitment %(number)d") % {"number": at},
            max_length=2_000,
            required=False,
            initial=row.text if row else "",
            rows=2,
        )
        self.fields[f"breaking-{at}"] = Lines(
            label=_("What record would show that it was broken?"),
            required=False,
            initial=row.breaking_it if row else (),
            rows=1,
        )

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not any(found.get(f"text-{at}") for at in range(1, self.most + 1)):
            self.add_error(
                "text-1", _("Name one commitment at least: without, nothing can be met.")
            )
        return found

    @override
    def look_again(self) -> None:
        super().look_again()
        self.data = dict(self.data) | {"seen": str(self.draft.revision if self.draft else 0)}

    def promise(self, at: int) -> Promise:
        """What the slot says; what it does not ask stays as it is."""
        row = self.rows.get(self.given(at)[0])
        text, signs = self.cleaned_data[f"text-{at}"], self.cleaned_data[f"breaking-{at}"]
        if row is None:
            return Promise(text=text, breaking_it=tuple(signs))
        return Promise(
            text=text,
            layer=row.layer,
            weight=row.weight,
            guardrail=row.guardrail,
            living_it=tuple(row.living_it),
            breaking_it=tuple(signs),
            owner=row.owner,
        )

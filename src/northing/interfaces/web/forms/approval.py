"""What may be said when a draft of the mission is approved?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.parts import Prose, Seen
from northing.interfaces.web.sentences_clarify import (
    CHANGES,
)
from northing.stages.clarify.commitments.actions import Became
from northing.stages.clarify.commitments.facts import Change
from northing.stages.clarify.models import Commitment


class ApprovalForm(Seen):
    """Who approved the draft, and what it does to each commitment."""

    approved_by = forms.CharField(
        label=_("Approved by"),
        max_length=200,
        help_text=_("Who approved it, in your words: “the board, 12 March 2026”."),
    )
    looked_at = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *arguments: Any,
        commitments: Sequence[Commitment],
        words: dict[UUID, str],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.commitments = commitments
        self.fields["looked_at"].initial = self._state
        for one in commitments:
            self._ask(one, words.get(one.id))

    @property
    def _state(self) -> str:
        return " ".join(f"{one.id}:{one.revision}" for one in self.commitments)

    @override
    def look_again(self, revision: int) -> None:
        super().look_again(revision)
        self.now("looked_at", self._state)

    def _ask(self, one: Commitment, before: str | None) -> None:
        kinds = [kind for kind in Change if before is None or kind is not Change.NEW]
        choices = [("", _("choose")), *((kind.value, CHANGES[kind]) for kind in kinds)]
        guess = Change.NEW if before is None else Change.KEPT if before == one.text else ""
        self.fields[f"kind-{one.id}"] = forms.ChoiceField(
            label=_("What it does to it"), choices=choices, initial=guess
        )
        self.fields[f"text-{one.id}"] = Prose(
            label=_("How it reads from then on"),
            max_length=2_000,
            required=False,
            initial=one.text,
            rows=2,
        )
        self.fields[f"reason-{one.id}"] = forms.CharField(
            label=_("Reason"), max_length=2_000, required=False
        )

    @property
    def became(self) -> list[Became]:
        seen = dict(one.split(":") for one in self.cleaned_data["looked_at"].split())
        return [
            Became(
                commitment=one.id,
                seen=int(seen.get(str(one.id), 0)),
                kind=Change(self.cleaned_data[f"kind-{one.id}"]),
                text=self.cleaned_data[f"text-{one.id}"],
                reason=self.cleaned_data[f"reason-{one.id}"],
            )
            for one in self.commitments
        ]

    def clean_looked_at(self) -> str:
        """What the page wrote; whoever sends something else has looked at nothing."""
        found: str = self.cleaned_data["looked_at"]
        parts = [one.partition(":") for one in found.split()]
        return found if all(number.isdecimal() for _id, _colon, number in parts) else ""

    def rows(self) -> list[dict[str, Any]]:
        """For each commitment its three fields, as the page lays them out."""
        names = ("kind", "text", "reason")
        return [
            {"commitment": one} | {name: self[f"{name}-{one.id}"] for name in names}
            for one in self.commitments
        ]

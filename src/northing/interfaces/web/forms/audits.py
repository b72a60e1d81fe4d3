"""What may be said of an audit that is asked for?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.forms.parts import Day
from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.templatetags.audited import channel_said
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.diagnose.audits.facts import Wish

LARGEST_SEED = 2**31 - 1
LANGUAGES = (("en", _("English")), ("de", _("German")))
SHORT = 120


class Many(forms.MultipleChoiceField):
    """Any of a list, each with a box of its own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, required=False, **options)


class AuditForm(Form):
    """As of which day, over what; what few people touch stands under “more”."""

    on = Day(
        label=_("As of which day"),
        help_text=_("What was promised on this day, and all that was recorded until now."),
    )
    channels = Many(label=_("Kinds of records"))
    commitments = Many(label=_("Commitments"))
    seed = forms.IntegerField(
        label=_("Seed"),
        min_value=0,
        max_value=LARGEST_SEED,
        initial=0,
        required=False,
        help_text=_("Every draw follows from it: the same seed gives the same figures."),
    )
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=_("Currency the organisation reckons in"),
        required=False,
        help_text=_("Three letters, such as EUR. Empty: yours, or else that of most files."),
    )
    language = forms.ChoiceField(label=_("Language of the records"), choices=LANGUAGES)
    meaning = forms.BooleanField(
        label=_("Also link by meaning, not by words alone"), required=False
    )
    MORE = ("seed", "currency", "language", "meaning")
    SCOPE = ("channels", "commitments")

    def __init__(
        self, *given: Any, channels: Sequence[str], promises: Sequence[Commitment], **but: Any
    ) -> None:
        super().__init__(*given, **but)
        named = [(one, channel_said(one)) for one in channels]
        self.fields["channels"].choices = named  # type: ignore[attr-defined]
        texts = [(one.key, one.text[:SHORT]) for one in promises]
        self.fields["commitments"].choices = texts  # type: ignore[attr-defined]

    @property
    def wish(self) -> Wish:
        """All of a list is the same wish as none of it named."""
        found = self.cleaned_data
        return Wish(
            on=found["on"],
            seed=found["seed"] or 0,
            channels=self._some("channels"),
            commitments=self._some("commitments"),
            meaning=found["meaning"],
            currency=found["currency"].upper(),
            language=found["language"],
        )

    def _some(self, name: str) -> tuple[str, ...]:
        chosen = tuple(self.cleaned_data[name])
        choices = self.fields[name].choices  # type: ignore[attr-defined]
        return () if len(chosen) == len(choices) else chosen


def first_values(
    on: date, channels: Sequence[str], promises: Sequence[Commitment]
) -> dict[str, Any]:
    """What the form proposes: all there is, as of the newest day."""
    return {"on": on, "channels": list(channels), "commitments": [one.key for one in promises]}

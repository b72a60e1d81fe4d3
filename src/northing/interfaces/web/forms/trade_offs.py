"""What may be typed of what a decision cost and gave, and of other ways than the failed one?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from northing.interfaces.web.forms.decide_fields import LINE, REASON, Amount, Currency
from northing.interfaces.web.forms.parts import Day, Lines, Prose, Revision, Seen
from northing.interfaces.web.forms.people import Form
from northing.stages.decide.purpose_test.facts import Promise
from northing.stages.decide.trade_offs.facts import Alternative, Attribute

ATTRIBUTES, WAYS = 4, 4
POINTS = 1_000_000
GAVE = "gave-"
AT_A_GLANCE = 12
"""Of more promises than these, those it does nothing to are folded."""


class TradeOffForm(Seen):
    """What it cost beside the best choice for money alone, what it gave, who pays, was it told."""

    revision = Revision(min_value=0)
    is_taken = forms.TypedChoiceField(
        label=_("What was chosen?"),
        choices=[("yes", _("the promise")), ("no", _("the money"))],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )
    cost = Amount(
        label=_(
            "What does serving the promise cost, compared with the best choice for money alone?"
        ),
        help_text=_("Below 0 where it even pays."),
    )
    currency = Currency()
    words = Prose(
        label=_("What does it give, in a sentence?"), max_length=REASON, required=False, rows=2
    )
    pays = Lines(
        label=_("Who pays for it?"),
        required=False,
        rows=2,
        help_text=_("Groups of people, one on each line: “patients of the evening clinic”."),
    )
    is_told = forms.TypedChoiceField(
        label=_("Were they told?"),
        choices=[("yes", _("yes")), ("no", _("no")), ("", _("nobody knows"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    told_on = Day(label=_("When?"), required=False)
    told_how = forms.CharField(label=_("How?"), max_length=LINE, required=False)
    is_refused = forms.BooleanField(
        label=_("Something was turned down for it: a gift, a contract, a sale"), required=False
    )
    opportunity = Amount(label=_("What was that worth?"), required=False, min_value=0)

    def __init__(
        self,
        *arguments: Any,
        promises: Sequence[Promise],
        gave: dict[str, Any],
        touched: Collection[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.promises = promises
        self.touched = touched if len(promises) > AT_A_GLANCE else {one.id for one in promises}
        self.unasked = {key: gave[key] for key in set(gave) - {one.id for one in promises}}
        for promise in promises:
            self.fields[_named(promise)] = forms.FloatField(
                label=promise.name,
                required=False,
                min_value=-POINTS,
                max_value=POINTS,
                initial=_plain(gave.get(promise.id)),
            )

    @property
    def gave(self) -> dict[str, float]:
        """Points by commitment; those of which nobody said any are left out, and those of
        commitments that ended since stay: what they were given then, they were given."""
        told = ((one.id, self.cleaned_data[_named(one)]) for one in self.promises)
        return self.unasked | {key: points for key, points in told if points is not None}

    def plain(self) -> list[Any]:
        return [one for one in self.visible_fields() if not one.name.startswith(GAVE)]

    def points(self) -> list[Any]:
        """Of a few promises all; of many those it does something to, or that have points."""
        return [self[_named(one)] for one in self.promises if self._is_near(one)]

    def more_points(self) -> list[Any]:
        return [self[_named(one)] for one in self.promises if not self._is_near(one)]

    def _is_near(self, one: Promise) -> bool:
        field = self[_named(one)]
        is_filled = field.value() not in (None, "") or bool(field.errors)
        return one.id in self.touched or is_filled


def _named(promise: Promise) -> str:
    """By its key, not by its place: places move when a commitment ends meanwhile."""
    return f"{GAVE}{promise.id}"


def _plain(points: float | None) -> float | None:
    """400, and not 400.0."""
    return int(points) if points is not None and float(points).is_integer() else points


class AlternativesForm(Form):
    """A small table: what differs, which end of it is better, and the figures of each way."""

    def __init__(self, *arguments: Any, known: Sequence[str], **options: Any) -> None:
        super().__init__(*arguments, **options)
        for key in range(1, ATTRIBUTES + 1):
            self.fields[f"name-{key}"] = forms.CharField(
                label=_("Difference %(n)s") % {"n": key}, max_length=80, required=False
            )
            self.fields[f"better-{key}"] = forms.ChoiceField(
                label=_("Which end is better?"),
                choices=[("more", _("more of it")), ("less", _("less of it"))],
                required=False,
            )
        for way in range(WAYS + 1):
            self._ask_way(way, known[way] if way < len(known) else "")

    def heads(self) -> list[dict[str, Any]]:
        return [
            {"at": key, "name": self[f"name-{key}"], "better": self[f"better-{key}"]}
            for key in range(1, ATTRIBUTES + 1)
        ]

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "at": way,
                "called": self[f"way-{way}"],
                "figures": [self[f"figure-{way}-{key}"] for key in range(1, ATTRIBUTES + 1)],
            }
            for way in range(WAYS + 1)
        ]

    @override
    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not any(found.get(f"name-{key}") for key in range(1, ATTRIBUTES + 1)):
            self.add_error("name-1", _("Name at least one thing the ways differ in."))
        if not any(found.get(f"way-{way}") for way in range(1, WAYS + 1)):
            self.add_error("way-1", _("Name at least one other way."))
        return found

    def attributes(self) -> list[Attribute]:
        told = self.cleaned_data
        return [
            Attribute(str(key), told[f"name-{key}"], told.get(f"better-{key}") or "more")
            for key in range(1, ATTRIBUTES + 1)
            if told.get(f"name-{key}")
        ]

    def ways(self) -> list[Alternative]:
        """The one that failed first, then the others."""
        told = self.cleaned_data
        return [
            Alternative(str(way), told[f"way-{way}"], self._figures(way))
            for way in range(WAYS + 1)
            if told.get(f"way-{way}") or way == 0
        ]

    def _figures(self, way: int) -> dict[str, float]:
        told = ((str(key), self.cleaned_data.get(f"figure-{way}-{key}"))
                for key in range(1, ATTRIBUTES + 1))  # fmt: skip
        return {key: value for key, value in told if value is not None}

    def _ask_way(self, way: int, called: str) -> None:
        self.fields[f"way-{way}"] = forms.CharField(
            label=_("Way"), max_length=LINE, required=False, initial=called
        )
        for key in range(1, ATTRIBUTES + 1):
            self.fields[f"figure-{way}-{key}"] = forms.FloatField(
                label=_("Figure"), required=False, min_value=-POINTS, max_value=POINTS
            )

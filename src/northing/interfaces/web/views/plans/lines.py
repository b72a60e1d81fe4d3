"""How is what every line gets shown, however many lines there are?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from northing.foundations.documents.blocks import Column, Table
from northing.interfaces.web.views.plans.saying import cents, change, figure

Kept = Mapping[str, Any]
MOST_LINES = 40


def lines_said(given: Sequence[Kept], currency: str) -> dict[str, Any]:
    """All lines; where they are too many to be read, before them those that change most."""
    told: dict[str, Any] = {"lines": lines_table(given, currency)}
    if len(given) > MOST_LINES:
        first = sorted(given, key=_changed, reverse=True)[:MOST_LINES]
        told["first_lines"] = lines_table(first, currency)
    return told


def lines_table(given: Sequence[Kept], currency: str) -> Table:
    columns = (
        Column(_("Line")), Column(_("Today"), numeric=True), Column(_("Proposed"), numeric=True),
        Column(_("Difference"), numeric=True), Column(_("Points if wholly paid for"), numeric=True),
    )  # fmt: skip
    rows = tuple(
        (
            one["line"]["name"],
            cents(one["line"]["now"], currency),
            cents(one["amount"], currency),
            change(one["amount"] - one["line"]["now"], currency),
            _points(one["line"]["impact"]),
        )
        for one in given
    )
    return Table(_("What each line gets"), columns, rows)


def _changed(one: Kept) -> int:
    amount: int = one["amount"] - one["line"]["now"]
    return abs(amount)


def _points(impact: Kept) -> str:
    if impact["low"] == impact["high"]:
        return figure(impact["likely"], decimals=1)
    ends = {end: figure(impact[end], decimals=1) for end in ("low", "high")}
    return _("%(low)s to %(high)s") % ends

"""What does a page show of the Purpose Priority Matrix?

The picture is that of the report: a dot for each project, the ring that holds half of where it
may stand, dashed lines at the reader's own cut-offs; what has no place stands apart with "?".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from northing.foundations.documents.blocks import Column, Figure, Table
from northing.foundations.documents.charts.scatter import Dot, outline_of, scatter
from northing.interfaces.web.sentences_plans import QUADRANTS
from northing.interfaces.web.views.audits.figures import Drawn, drawn
from northing.interfaces.web.views.plans.saying import language, listed, measure, part

Kept = Mapping[str, Any]
MOST_NAMED = 12


def matrix_said(result: Kept, currency: str) -> dict[str, Any]:
    """The answer, the picture and what it was drawn with; nothing where none was asked for."""
    matrix = result.get("matrix")
    if not matrix:
        return {}
    return {
        "answer": placed_answer(matrix),
        "drawn": _drawn(matrix, currency or _("money")),
        "draws": matrix["draws"],
        "seed": matrix["seed"],
    }


def placed_answer(matrix: Kept) -> str:
    first = [one["project"]["name"] for one in matrix["spots"] if one["on_front"]]
    if not first:
        return _("No project is known on both sides, so none can be placed.")
    return _("No other project is better on both sides than %(names)s.") % {"names": listed(first)}


def _drawn(matrix: Kept, unit: str) -> Drawn:
    spots = matrix["spots"]
    spec = scatter(
        [_dot(one) for one in spots],
        across=_("return, %(unit)s") % {"unit": unit},
        up=_("advances the mission"),
        cuts=(matrix["return_cut"], matrix["advancement_cut"]),
        language=language(),
    )
    said = _(
        "Return in %(unit)s, advancement of the mission between −1 and 1; the ring holds half of "
        "where a project may stand"
    ) % {"unit": unit}
    return drawn(
        Figure(
            name="purpose-priority-matrix",
            title=_title(spots),
            unit=said,
            source=_source(spots),
            alt=placed_answer(matrix),
            spec=spec,
            table=_table(spots, unit),
        )
    )


def _title(spots: list[Kept]) -> str:
    """Which one brings back most money, and which moves the mission most."""
    best = [_best(spots, side) for side in ("returned", "advancement")]
    if None in best:
        return _("No project is known on both sides, so none can be placed.")
    if best[0] == best[1]:
        said = _("%(name)s brings back most money and moves the mission most")
        return said % {"name": best[0]}
    return _("%(money)s brings back most money, %(mission)s moves the mission most") % {
        "money": best[0],
        "mission": best[1],
    }


def _best(spots: list[Kept], side: str) -> str | None:
    known = [one for one in spots if "unknown" not in one[side]]
    first = max(known, key=lambda one: one[side]["value"], default=None)
    return None if first is None else str(first["project"]["name"])


def _source(spots: list[Kept]) -> str:
    """Who the numbers are, as long as that can be read at a glance."""
    if len(spots) > MOST_NAMED:
        told = _("%(n)d projects; the dashed lines are your own cut-offs.")
        return told % {"n": len(spots)}
    named = [f"{place} {one['project']['name']}" for place, one in enumerate(spots, 1)]
    return _("%(names)s. The dashed lines are your own cut-offs.") % {"names": "; ".join(named)}


def _dot(spot: Kept) -> Dot:
    name, ellipse = spot["project"]["name"], spot["ellipse"]
    sides = spot["returned"], spot["advancement"]
    if ellipse is None or any("unknown" in one for one in sides):
        return Dot(name, None, None)
    middle = sides[0]["value"], sides[1]["value"]
    outline = outline_of(middle, (ellipse["across"], ellipse["up"]), ellipse["turned"])
    return Dot(name, *middle, is_first=spot["on_front"], outline=outline)


def _table(spots: list[Kept], unit: str) -> Table:
    columns = (
        Column(_("Project")), Column(_("No."), numeric=True),
        Column(_("Return, %(unit)s") % {"unit": unit}, numeric=True),
        Column(_("Advancement, −1 to 1"), numeric=True), Column(_("On the front"), numeric=True),
        Column(_("Most likely quadrant")),
    )  # fmt: skip
    rows = tuple(
        (
            one["project"]["name"],
            str(place),
            measure(one["returned"], decimals=0),
            measure(one["advancement"]),
            part(one["front"]),
            _quadrant(one),
        )
        for place, one in enumerate(spots, 1)
    )
    return Table(_("Every project, those on the front first"), columns, rows)


def _quadrant(spot: Kept) -> str:
    if not spot["quadrants"]:
        return _("no place")
    name, often = max(spot["quadrants"].items(), key=lambda one: one[1])
    return f"{QUADRANTS.get(name, name)} ({part(often)})"

"""How does a chart put a mark where it belongs, the same on page, phone and paper?

A Vega-Lite specification whose x and y are pixels from the top left. The builders place marks and
words themselves, since no automatic layout keeps direct labels apart; every row of data keeps the
value it stands for beside its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from northing.foundations.documents.tokens import HATCH_FILL, TEXT_FACE, light

Spec = dict[str, Any]
Row = dict[str, Any]

WIDE = 720
NARROW = 340
SMALL, TEXT = 12, 13
BOLD = 600
CONNECTING = ("line", "area")


class Canvas:
    """Layers in the order they are drawn; a layer without rows is left out."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.layers: list[Spec] = []

    def rules(
        self, rows: Iterable[Row], *, colour: str, width: float = 1, dash: tuple[int, ...] = ()
    ) -> None:
        """Straight lines from x, y to x2, y2."""
        mark: Spec = {"type": "rule", "color": light(colour), "strokeWidth": width}
        self._add(mark | ({"strokeDash": list(dash)} if dash else {}), rows, "x", "y", "x2", "y2")

    def boxes(self, rows: Iterable[Row], *, fill: str, edge: str = "", round_by: float = 3) -> None:
        """Rectangles from x, y to x2, y2."""
        mark: Spec = {"type": "rect", "fill": _fill(fill), "cornerRadius": round_by}
        self._add(mark | ({"stroke": light(edge)} if edge else {}), rows, "x", "y", "x2", "y2")

    def points(
        self, rows: Iterable[Row], *, shape: str, fill: str, edge: str, size: float = 120
    ) -> None:
        """Signs at x, y; `shape` is a Vega symbol."""
        mark: Spec = {"type": "point", "shape": shape, "size": size, "fill": light(fill)}
        self._add(mark | {"stroke": light(edge), "strokeWidth": 2.4, "opacity": 1}, rows, "x", "y")

    def line(self, rows: Iterable[Row], *, colour: str, width: float = 2.2) -> None:
        """One line through the rows, in their order."""
        mark: Spec = {
            "type": "line",
            "color": light(colour),
            "strokeWidth": width,
            "strokeJoin": "round",
        }
        self._add(
            mark, [row | {"turn": turn} for turn, row in enumerate(rows)], "x", "y", order="turn"
        )

    def band(self, rows: Iterable[Row], *, colour: str) -> None:
        """The area between y and y2, pale enough to show what lies under it."""
        self._add(
            {"type": "area", "fill": light(colour), "fillOpacity": 0.16}, rows, "x", "y", "y2"
        )

    def words(
        self,
        rows: Iterable[Row],
        *,
        colour: str = "ink",
        align: str = "left",
        size: int = TEXT,
        weight: int = 400,
    ) -> None:
        """One line of text each, centred on y."""
        mark: Spec = {"type": "text", "color": light(colour), "align": align, "baseline": "middle"}
        mark |= {"fontSize": size, "fontWeight": weight, "font": TEXT_FACE, "limit": 0}
        self._add(mark, rows, "x", "y", text="text")

    def unknown(self, rows: Iterable[Row], *, side: int = 18) -> None:
        """The hatch with its "?", centred on x, y: the sign of what is not known."""
        places = list(rows)
        half = side / 2
        corners = [
            (row["x"] - half, row["y"] - half, row["x"] + half, row["y"] + half) for row in places
        ]
        boxes = [{"x": x, "y": y, "x2": x2, "y2": y2, "value": None} for x, y, x2, y2 in corners]
        self.boxes(boxes, fill="hatch", edge="unknown")
        signs = [{"x": row["x"], "y": row["y"], "text": "?"} for row in places]
        self.words(signs, align="center", weight=BOLD)

    def spec(self, height: float) -> Spec:
        return {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "width": self.width,
            "height": round(height),
            "padding": 0,
            "autosize": {"type": "none"},
            "background": "transparent",
            "view": {"stroke": None},
            "config": {"aria": False},
            # Words last: no mark may lie on a number.
            "layer": sorted(self.layers, key=lambda one: bool(one["mark"]["type"] == "text")),
            "resolve": {"scale": {"x": "shared", "y": "shared"}},
            "encoding": {
                "x": {"scale": {"domain": [0, self.width], "nice": False, "zero": False}},
                "y": {"scale": {"domain": [round(height), 0], "nice": False, "zero": False}},
            },
        }

    def _add(
        self, mark: Spec, rows: Iterable[Row], *places: str, order: str = "", text: str = ""
    ) -> None:
        values = list(rows)
        if not values:
            return
        encoding: Spec = {}
        for place in places:
            whole: Spec = {"field": place}
            encoding[place] = (
                whole if place.endswith("2") else whole | {"type": "quantitative", "axis": None}
            )
        if order:
            encoding["order"] = {"field": order, "type": "quantitative"}
        if text:
            encoding["text"] = {"field": text, "type": "nominal"}
        alike = self._layer_like(mark, encoding)
        if alike:
            alike["data"]["values"].extend(values)
        else:
            self.layers.append({"data": {"values": values}, "mark": mark, "encoding": encoding})

    def _layer_like(self, mark: Spec, encoding: Spec) -> Spec | None:
        """The layer these marks may join: one of the same kind, unless it connects its rows."""
        if mark["type"] in CONNECTING:
            return None
        found = (one for one in self.layers if one["mark"] == mark and one["encoding"] == encoding)
        return next(found, None)


def _fill(name: str) -> str:
    return HATCH_FILL if name == "hatch" else light(name)

"""Does a drawing have the same colours on a page as in a report, and no style of its own?"""

from __future__ import annotations

from pathlib import Path

import pytest

from northing.foundations.documents.chart import to_svg
from northing.foundations.documents.charts import DumbbellRow, dumbbell
from northing.foundations.documents.tokens import PALETTE
from northing.foundations.ui import __file__ as ui

SHEET = Path(ui).parent / "static" / "ui" / "charts.css"


@pytest.mark.parametrize("name", PALETTE)
def test_the_sheet_names_every_colour_of_the_palette(name):
    light, dark = PALETTE[name]
    text = SHEET.read_text("utf-8")
    assert f".fill-{name} {{ fill: light-dark({light}, {dark}); }}" in text
    assert f".stroke-{name} {{ stroke: light-dark({light}, {dark}); }}" in text


def test_a_drawing_for_a_page_carries_classes_and_no_style():
    rows = [DumbbellRow("<b>One</b>", 3.0, None), DumbbellRow("Two", 1.0, 2.0, 1.5, 2.5)]
    for spec in dumbbell(rows, unit="%").values():
        svg = to_svg(spec, theme="screen", name="one", title="Words & deeds")
        assert "style=" not in svg
        assert "<b>" not in svg
        assert 'class="fill-deeds' in svg or "fill-deeds" in svg
        assert "url(#one-hatch)" in svg

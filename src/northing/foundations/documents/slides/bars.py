"""How does a chart of PowerPoint's own show two sides and how sure each figure is?

Error bars with a low and a high of their own for each point are written into the chart as ECMA-376
(part 1, 21.2.2.55) has them: python-pptx has no word for them.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.util import Inches, Pt

from northing.foundations.documents.blocks import Bars, Point
from northing.foundations.documents.slides.colours import ink
from northing.foundations.documents.slides.facts import BOTTOM, HEIGHT, MARGIN, ROOM_WIDE, Chart
from northing.foundations.documents.tokens import TEXT_FACE, light

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = ("words", "deeds")


def add_bars(slide: Any, chart: Chart, *, top: float) -> Any:
    """The chart below the title; the largest of what it shows stands on top."""
    bars = chart.bars
    content = CategoryChartData(number_format='0.0" %"')
    content.categories = [_label(bars, at) for at in range(len(bars.labels))]
    for name, points in zip(bars.names, bars.series, strict=True):
        content.add_series(name, [one.value if one else None for one in points])
    place = (Inches(MARGIN), Inches(top), Inches(ROOM_WIDE), Inches(HEIGHT - BOTTOM - top))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, content)
    _dress(frame.chart)
    drawn = frame.chart.plots[0].series
    for series, points, colour in zip(drawn, bars.series, _COLOURS, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = ink(colour)
        _add_whiskers(series._element, points)  # noqa: SLF001 - no word of python-pptx for it
    return frame


def _label(bars: Bars, at: int) -> str:
    """The name with its figures: an absent bar would read as nothing, where it is unknown."""
    figures = []
    for name, points in zip(bars.names, bars.series, strict=True):
        point = points[at]
        figures.append(f"{name} {f'{point.value:.1f} %' if point else '?'}")
    return f"{bars.labels[at]}\n{', '.join(figures)}"


def _dress(chart: Any) -> None:
    chart.font.size, chart.font.name = Pt(12), TEXT_FACE
    chart.font.color.rgb = ink("ink")
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = ink("ink-soft")
    value = chart.value_axis
    value.minimum_scale, value.has_major_gridlines = 0, True
    value.major_gridlines.format.line.color.rgb = ink("line")
    value.format.line.fill.background()
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = '0" %"', False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, -10


def _add_whiskers(series: Any, points: tuple[Point | None, ...]) -> None:
    """Where no bound is known there is no whisker: one of no length would say it is exact."""
    plus = [one.high - one.value if one and one.high is not None else None for one in points]
    minus = [one.value - one.low if one and one.low is not None else None for one in points]
    if not any(one is not None for one in (*plus, *minus)):
        return
    bars = etree.Element(f"{{{_C}}}errBars", nsmap={"c": _C, "a": _A})
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(bars, f"{{{_C}}}{name}", val=value)
    for name, ends in (("plus", plus), ("minus", minus)):
        _add_ends(etree.SubElement(bars, f"{{{_C}}}{name}"), ends)
    look = etree.SubElement(bars, f"{{{_C}}}spPr")
    line = etree.SubElement(look, f"{{{_A}}}ln", w="15875")
    fill = etree.SubElement(line, f"{{{_A}}}solidFill")
    etree.SubElement(fill, f"{{{_A}}}srgbClr", val=light("ink").lstrip("#"))
    series.find(f"{{{_C}}}cat").addprevious(bars)


def _add_ends(parent: Any, ends: list[float | None]) -> None:
    listed = etree.SubElement(parent, f"{{{_C}}}numLit")
    etree.SubElement(listed, f"{{{_C}}}formatCode").text = "General"
    etree.SubElement(listed, f"{{{_C}}}ptCount", val=str(len(ends)))
    for at, end in enumerate(ends):
        if end is not None:
            point = etree.SubElement(listed, f"{{{_C}}}pt", idx=str(at))
            etree.SubElement(point, f"{{{_C}}}v").text = f"{max(end, 0.0):.10g}"

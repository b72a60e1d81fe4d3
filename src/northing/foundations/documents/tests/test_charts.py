"""A chart draws what is known, says what is not, and fits where it is shown."""

import re
from itertools import pairwise

import altair
import pytest

from northing.foundations.documents.blocks import Tone
from northing.foundations.documents.chart import to_svg
from northing.foundations.documents.charts import (
    DumbbellRow,
    Names,
    TrendPoint,
    TrendSeries,
    coverage_map,
    dumbbell,
    dumbbell_of,
    trend,
)
from northing.foundations.documents.charts.axis import axis_for
from northing.foundations.documents.charts.lettering import width_of, wrapped
from northing.foundations.documents.tests.make import (
    CHANNELS,
    COUNTS,
    HOSTILE,
    ROWS,
    make_map,
    make_trend,
)
from northing.foundations.documents.tokens import PALETTE

UNKNOWN_ROW = DumbbellRow("Trust", None, None)


def texts_of(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_an_unknown_value_is_a_question_mark_and_never_a_circle_at_zero(variant: str) -> None:
    spec = dumbbell([UNKNOWN_ROW], unit="%")[variant]
    svg = to_svg(spec, theme="print", name="gap")
    assert "?" in texts_of(svg)
    assert "url(#gap-hatch)" in svg
    assert not [layer for layer in spec["layer"] if layer["mark"].get("shape") == "circle"]


def test_the_known_half_of_a_row_is_drawn_and_the_other_named() -> None:
    svg = to_svg(dumbbell([DumbbellRow("Open data", 8.8, None)], unit="%")["wide"], theme="print")
    assert {"words 8.8", "deeds unknown", "?"} <= set(texts_of(svg))


def test_zero_is_a_measurement() -> None:
    svg = to_svg(dumbbell([DumbbellRow("Fair pay", 3.0, 0.0)], unit="%")["wide"], theme="print")
    assert "deeds 0.0" in texts_of(svg)
    assert "?" not in texts_of(svg)


def test_contradiction_and_better_have_shapes_of_their_own() -> None:
    rows = [
        DumbbellRow("a", 2, 1, sign=Tone.CONTRADICTION, note="n"),
        DumbbellRow("b", 1, 2, sign=Tone.BETTER),
    ]
    shapes = [layer["mark"].get("shape", "") for layer in dumbbell(rows, unit="%")["wide"]["layer"]]
    assert "triangle-up" in shapes
    assert any(shape.startswith("M") for shape in shapes)


def test_what_a_value_was_before_is_a_hollow_diamond_with_its_number_below() -> None:
    rows = [DumbbellRow("Care", 20, 30, before=12.5), DumbbellRow("Talk", 20, 30)]
    names = Names("words", "money", before="money today")
    for drawing in dumbbell_of(rows, unit="%", names=names).values():
        marks = [one for one in drawing["layer"] if one["mark"].get("shape") == "diamond"]
        assert [one["value"] for one in marks[0]["data"]["values"]] == [12.5]
        words = [one for one in drawing["layer"] if one["mark"]["type"] == "text"]
        (under,) = (
            each for one in words for each in one["data"]["values"] if "today" in each["text"]
        )
        assert under["text"] == "money today 12.5"
        assert under["y"] > marks[0]["data"]["values"][0]["y"]


def test_the_same_rows_give_the_same_bytes() -> None:
    first, second = (to_svg(dumbbell(ROWS, unit="%")["wide"], theme="page") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "spec", [dumbbell(ROWS, unit="%"), make_map().spec, make_trend().spec, dumbbell([], unit="%")]
)
def test_a_drawing_is_valid_vega_lite_and_clean_svg(spec: dict) -> None:
    for variant, width in (("wide", 720), ("narrow", 340)):
        altair.LayerChart.from_dict(spec[variant])
        svg = to_svg(spec[variant], theme="page", name=f"x-{variant}", title="T", description="D")
        assert f'viewBox="0 0 {width} ' in svg
        assert 'role="img"' in svg
        assert not re.search(
            r"class=|<script|<style|href|<metadata|aria-roledescription|nan|undefined",
            svg,
            re.IGNORECASE,
        )
        assert all(name.startswith(f"x-{variant}-") for name in re.findall(r'id="([^"]+)"', svg))
        bare = re.sub(r"var\(--[a-z0-9-]+, #[0-9A-F]{6}\)", "", svg)
        assert not re.search(r"#[0-9A-Fa-f]{6}", bare), "every colour is a token"


def test_a_dark_drawing_has_the_dark_colours() -> None:
    svg = to_svg(dumbbell(ROWS, unit="%")["wide"], theme="dark")
    assert PALETTE["words"][1] in svg
    assert PALETTE["words"][0] not in svg


@pytest.mark.parametrize("label", [HOSTILE, "x" * 5000, "", "]]>", "&amp;"])
def test_any_label_can_be_drawn(label: str) -> None:
    svg = to_svg(
        dumbbell([DumbbellRow(label, 1, 2, note=label)], unit=label[:9])["narrow"], theme="page"
    )
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert max(map(len, texts_of(svg))) < 120


def test_a_long_label_takes_two_lines_and_ends_in_an_ellipsis() -> None:
    lines = wrapped(
        "We publish every decision within thirty days of the meeting", room=120, size=13
    )
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width_of(line, size=13) <= 120 for line in lines)


def test_numbers_of_close_marks_do_not_touch() -> None:
    layers = dumbbell([DumbbellRow("a", 20.0, 20.1), DumbbellRow("b", 0.0, 0.0)], unit="%")[
        "narrow"
    ]["layer"]
    by_line: dict[float, list[tuple[float, float]]] = {}
    for row in [
        row
        for layer in layers
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
    ]:
        if "value" in row:
            half = width_of(row["text"], size=12, bold=True) / 2
            by_line.setdefault(row["y"], []).append((row["x"] - half, row["x"] + half))
    for spans in by_line.values():
        (_, end), (start, last) = sorted(spans)
        assert start > end
        assert last <= 340


def test_the_map_writes_each_count_and_a_question_mark_for_each_unknown() -> None:
    svg = to_svg(coverage_map("abcde", CHANNELS, COUNTS)["narrow"], theme="print")
    counts = [count for line in COUNTS for count in line]
    assert texts_of(svg).count("?") == counts.count(None)
    assert texts_of(svg).count("0") == counts.count(0)


def test_words_lie_on_the_marks_and_never_under_them() -> None:
    for spec in (
        coverage_map("abcde", CHANNELS, COUNTS)["narrow"],
        dumbbell(ROWS, unit="%")["wide"],
    ):
        are_words = [layer["mark"]["type"] == "text" for layer in spec["layer"]]
        assert are_words == sorted(are_words)


def test_a_map_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="one count a column"):
        coverage_map(["a"], ["b", "c"], [[1]])


def test_an_unknown_period_breaks_the_line() -> None:
    points = (TrendPoint("2019", 1.0), TrendPoint("2020", None), TrendPoint("2021", 2.0))
    spec = trend([TrendSeries("Deeds", points, Tone.DEEDS)])["wide"]
    assert [
        len(layer["data"]["values"]) for layer in spec["layer"] if layer["mark"]["type"] == "line"
    ] == [1, 1]
    assert "?" in texts_of(to_svg(spec, theme="print"))


@pytest.mark.parametrize("values", [[], [None], [0.0], [3.1, 22.0], [-4.0, 2.0], [1e-6], [1e9]])
def test_zero_is_always_on_the_axis(values: list[float | None]) -> None:
    axis = axis_for(values, start=0, end=100)
    assert 0 in axis.ticks
    assert len(axis.ticks) <= 9
    assert all(0 <= axis.at(value) <= 100 for value in values if value is not None)


def test_the_names_of_low_series_stay_above_the_periods() -> None:
    periods = ("FY2024", "FY2025", "FY2026")
    names = ("Guidelines rest on research under contract", "Everyone is trained", "Systems work")
    series = [
        TrendSeries(name, tuple(TrendPoint(one, value) for one in periods))
        for name, value in zip(names, (0.2, 0.3, 30.0), strict=True)
    ]
    for spec in trend(series).values():
        rows = [
            row
            for layer in spec["layer"]
            if layer["mark"]["type"] == "text"
            for row in layer["data"]["values"]
        ]
        below = min(row["y"] for row in rows if row["text"] == "FY2026")
        ends = sorted(row["y"] for row in rows if row["x"] > spec["width"] / 2 and row["y"] < below)
        assert len(ends) >= 3
        assert ends[-1] <= below - 15
        assert all(after - before >= 15 for before, after in pairwise(ends) if after != before)


def test_numbers_on_a_chart_are_written_as_its_language_writes_them() -> None:
    rows = [DumbbellRow("Open data", 1.5, None), DumbbellRow("Fair pay", None, None)]
    english = str(dumbbell(rows, unit="%", language="en"))
    german = str(dumbbell(rows, unit="%", first_name="Worte", second_name="Taten", language="de"))
    assert "'words 1.5'" in english
    assert "'words and deeds unknown'" in english
    assert "'Worte 1,5'" in german
    assert "'Worte und Taten unbekannt'" in german
    assert "'1.234'" in str(coverage_map(["a"], ["b"], [[1234]], language="de"))
    points = (TrendPoint("2024", 2.5), TrendPoint("2025", 3.5))
    course = str(trend([TrendSeries("Worte", points)], language="de"))
    assert "'Worte 3,5'" in course

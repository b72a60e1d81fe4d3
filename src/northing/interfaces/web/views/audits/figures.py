"""Which pictures does an audit's page show, and what do they say in words?

The same blocks as in the report: a sentence as title, the unit under it, the source below, the
table beside it. Drawn once for each picture and language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from northing.foundations.documents.blocks import Column, Figure, Table, Tone
from northing.foundations.documents.chart import drawings, to_svg
from northing.foundations.documents.charts import (
    DumbbellRow,
    TrendPoint,
    TrendSeries,
    coverage_map,
    dumbbell,
    trend,
)
from northing.foundations.documents.numbers import number
from northing.foundations.methods.estimate import Estimate, Measure
from northing.interfaces.web.templatetags.audited import (
    UNKNOWN,
    between_said,
    channel_said,
    percent_said,
    points_said,
)
from northing.stages.diagnose.audits.rules.cells import Cell
from northing.stages.diagnose.audits.rules.story import Covered, Promise

MOST_DRAWN = 15
LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure with its drawings by width."""

    figure: Figure
    pictures: tuple[tuple[str, SafeString], ...]


def drawn(figure: Figure) -> Drawn:
    told = (figure.name, figure.title, figure.alt)
    return Drawn(
        figure,
        tuple(
            (variant, _svg(json.dumps(spec), variant, *told))
            for variant, spec in drawings(figure.spec).items()
        ),
    )


def _svg(spec: str, variant: str, name: str, title: str, alt: str) -> SafeString:
    """Drawn once for all who look: to draw takes longer than all else on the page together."""
    key = sha256("\0".join((spec, variant, name, title, alt)).encode()).hexdigest()
    svg: str | None = caches["drawings"].get(key)
    if svg is None:
        found: Mapping[str, Any] = json.loads(spec)
        svg = to_svg(found, theme="screen", name=f"{name}-{variant}", title=title, description=alt)
        caches["drawings"].set(key, svg)
    return mark_safe(svg)  # noqa: S308 - made by `to_svg`, which escapes every text


def words_and_deeds(
    cells: Sequence[Cell], names: Mapping[str, str], *, title: str, name: str
) -> Figure:
    """Words beside deeds, row by row. `names` says by what each cell is called, and its order."""
    rows = [_row(one, label) for one, label in zip(cells, names.values(), strict=True)]
    shown = rows[:MOST_DRAWN]
    spec = dumbbell(
        shown,
        unit="%",
        first_name=_("words"),
        second_name=_("deeds"),
        language=get_language() or "en",
    )
    return Figure(
        name=name,
        title=title,
        unit=_("Share of what is said, and of what is done, in percent"),
        source=_note(len(shown), len(rows)),
        alt=_("A line for each row: a hollow circle for words, a filled one for deeds."),
        spec=spec,
        table=_compared(cells, list(names.values()), title),
    )


def _note(shown: int, of: int) -> str:
    """How the picture is read, and what was left out of it; the table has it all."""
    whiskers = _("Whiskers are intervals; “?” is unknown, never zero.")
    if shown == of:
        return whiskers
    left_out = _("Drawn are the %(shown)d widest of %(of)d; the table has them all.") % {
        "shown": shown,
        "of": of,
    }
    return f"{whiskers} {left_out}"


def _row(cell: Cell, label: str) -> DumbbellRow:
    say, do = _ends(cell.say), _ends(cell.do)
    n = _n_said(cell)
    return DumbbellRow(
        label=label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…",
        first=say[0], second=do[0], second_low=do[1], second_high=do[2],
        first_low=say[1], first_high=say[2], note=f"n = {n}" if n else "",
        sign=Tone.CONTRADICTION if cell.against_records else None,
    )  # fmt: skip


def _n_said(cell: Cell) -> str:
    """On how many records the share of deeds rests; empty where it is unknown."""
    if not isinstance(cell.do, Estimate) or not cell.do.n:
        return ""
    return number(cell.do.n, language=get_language() or "en")


def _ends(one: Measure) -> tuple[float | None, float | None, float | None]:
    """In percent; bounds that are the value itself are no interval to draw."""
    if not isinstance(one, Estimate):
        return None, None, None
    low, high = one.low, one.high
    if low is None or high is None or low == high:
        return 100 * one.value, None, None
    return 100 * one.value, 100 * low, 100 * high


def _compared(cells: Sequence[Cell], labels: Sequence[str], caption: str) -> Table:
    columns = (
        Column(_("What")), Column(_("Words"), numeric=True), Column(_("Deeds"), numeric=True),
        Column(_("Gap, points"), numeric=True), Column(_("Interval")), Column("n", numeric=True),
    )  # fmt: skip
    rows = tuple(
        (
            label, percent_said(one.say), percent_said(one.do), points_said(one.gap),
            between_said(one.gap), _n_said(one) or UNKNOWN,
        )
        for one, label in zip(cells, labels, strict=True)
    )  # fmt: skip
    return Table(caption, columns, rows, empty=_("Nothing was compared."))


def over_time(cells: Sequence[Cell], channel: str, *, title: str) -> Figure:
    """The shares of words and of deeds from period to period."""
    named = channel_said(channel)
    series = (
        TrendSeries(_("words"), tuple(_point(one.period, one.say) for one in cells), Tone.WORDS),
        TrendSeries(named, tuple(_point(one.period, one.do) for one in cells), Tone.DEEDS),
    )
    return Figure(
        name="over-time",
        title=title,
        unit=_("Share of each period, in percent"),
        source=_("Bands and whiskers are intervals; a period that is not known breaks the line."),
        alt=_("Two lines over the periods: words and %(channel)s.") % {"channel": named},
        spec=trend(series, language=get_language() or "en"),
        table=_compared(cells, [one.period or "" for one in cells], title),
    )


def _point(period: str | None, one: Measure) -> TrendPoint:
    return TrendPoint(period or "", *_ends(one))


def covered(rows: Sequence[Covered], promises: Mapping[str, Promise]) -> Figure:
    """How many records bear on each promise, by kind; a kind without a source is unknown."""
    channels = list(dict.fromkeys(one.channel for one in rows))
    counts = {(one.commitment, one.channel): one.records for one in rows}
    keys = [key for key in promises if any((key, one) in counts for one in channels)]
    grid = [[counts.get((key, one)) for one in channels] for key in keys]
    blind = [one for at, one in enumerate(channels) if all(line[at] is None for line in grid)]
    names = [channel_said(one) for one in channels]
    shown = [promises[key].text[:LONGEST_LABEL] for key in keys[:MOST_DRAWN]]
    title = _blind_title([channel_said(one) for one in blind])
    return Figure(
        name="coverage",
        title=title,
        unit=_("Number of records linked to each commitment, by kind of record"),
        source=_covered_note(len(shown), len(keys)),
        alt=title,
        spec=coverage_map(shown, names, grid[:MOST_DRAWN], language=get_language() or "en"),
        table=Table(
            title,
            (Column(_("Commitment")), *(Column(one, numeric=True) for one in names)),
            tuple(
                (promises[key].text, *("?" if one is None else str(one) for one in line))
                for key, line in zip(keys, grid, strict=True)
            ),
        ),
    )


def _covered_note(shown: int, of: int) -> str:
    told = _(
        "0: read, and none is for it. ?: unknown, for there is no source of this kind, or nothing "
        "of it could be linked."
    )
    if shown == of:
        return told
    left_out = _("Drawn are the first %(shown)d of %(of)d; the table has them all.") % {
        "shown": shown,
        "of": of,
    }
    return f"{told} {left_out}"


def _blind_title(blind: Sequence[str]) -> str:
    if not blind:
        return _("Every kind of record has a source")
    return ngettext(
        "No source of this kind was given, so silence there says nothing: %(kinds)s",
        "No source of these kinds was given, so silence there says nothing: %(kinds)s",
        len(blind),
    ) % {"kinds": ", ".join(blind)}

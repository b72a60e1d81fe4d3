"""Did the deeds move from period to period?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Column, Figure, Paragraph, Table, Tone
from northing.foundations.documents.charts import TrendPoint, TrendSeries, trend
from northing.foundations.documents.numbers import percent
from northing.foundations.documents.told import Term, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.interfaces.reports.page_answer import files_of
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import ChannelAccount, Gap, SayBasis
from northing.stages.diagnose.say_do.section import (
    EXACT,
    account_of,
    bounded,
    deed_counts,
    divergence_of,
    is_exact,
)
from northing.stages.records.ledger.section import Telling, counted, kind_told, n_is

MOST_PERIODS = 8
BESIDE = 2
_HUNDRED = 100

Series = Sequence[Gap]


def periods_page(audit: Audit, main: str, telling: Telling) -> tuple[Block, ...]:
    """Nothing with fewer than two periods; else the one that moved most, and a table."""
    by_commitment = _series(audit, main)
    periods = _periods(by_commitment)
    account = account_of(audit.say_do, main)
    if len(periods) < 2 or account is None:  # noqa: PLR2004 - a movement needs two
        return ()
    shown = periods[-MOST_PERIODS:]
    moved = _most_moved(by_commitment, first=_falling(audit, main))
    blocks: list[Block] = []
    if not moved:
        none = "No commitment's share of {channel} is known in two periods."
        blocks.append(Paragraph(tell(none, channel=kind_told(main))))
        return (*blocks, _table(audit, by_commitment, shown, account, telling))
    return (_figure(audit, moved, by_commitment, shown, account, telling),)


def _series(audit: Audit, main: str) -> Mapping[str, list[Gap]]:
    found: dict[str, list[Gap]] = {}
    for one in audit.say_do.gaps:
        if one.channel == main and one.period is not None and one.unit is None:
            found.setdefault(one.commitment, []).append(one)
    return {name: sorted(of, key=lambda gap: str(gap.period)) for name, of in found.items()}


def _periods(series: Mapping[str, Series]) -> list[str]:
    return sorted({str(gap.period) for of in series.values() for gap in of})


def _falling(audit: Audit, main: str) -> frozenset[str]:
    """Commitments of which a finding says that their share falls."""
    return frozenset(
        one.commitment
        for one in audit.findings
        if one.commitment and one.channel == main and one.code.startswith("share-falls")
    )


def _most_moved(series: Mapping[str, Series], *, first: frozenset[str]) -> list[str]:
    """Commitments by how far their share moved, those whose fall is a finding first."""
    sizes = {name: _moved(of) for name, of in series.items() if name != NONE}
    known = [(name, size) for name, size in sizes.items() if size is not None]
    return [
        name
        for name, _ in sorted(
            known, key=lambda pair: (pair[0] not in first, -abs(pair[1]), pair[0])
        )
    ]


def _moved(series: Series) -> float | None:
    known = [gap.do.value for gap in series if isinstance(gap.do, Estimate)]
    return known[-1] - known[0] if len(known) > 1 else None


def _figure(
    audit: Audit,
    moved: Sequence[str],
    series: Mapping[str, Series],
    periods: Sequence[str],
    account: ChannelAccount,
    telling: Telling,
) -> Figure:
    first = moved[0]
    title = _title(series[first], account.channel, telling)
    lines = [
        _line(name, series[name], periods, telling, is_first=name == first)
        for name in moved[: BESIDE + 1]
    ]
    files = files_of(audit, account.channel, with_words=False)
    draw = partial(_drawn, lines)
    return Figure(
        name="periods",
        title=title,
        unit=tell(
            "Share of {channel} ({measure}), per cent; bands: worst case",
            channel=kind_told(account.channel),
            measure=Term(account.measure),
        ),
        source=tell("Source: {files}. {n}.", files=files, n=n_is(deed_counts(account))),
        alt=tell("{title}. The table gives every commitment and period.", title=title),
        spec=draw(str, "en"),
        table=_table(audit, series, periods, account, telling),
        again=draw,
    )


def _drawn(
    lines: Sequence[TrendSeries], told: Callable[[str], str], language: str
) -> Mapping[str, Any]:
    """The picture in one language."""
    return trend([replace(one, name=told(one.name)) for one in lines], language=language)


def _title(series: Series, channel: str, telling: Telling) -> str:
    known = [gap for gap in series if isinstance(gap.do, Estimate)]
    first, last = (
        percent(gap.do.value) for gap in (known[0], known[-1]) if isinstance(gap.do, Estimate)
    )
    return tell(
        "“{promise}” went from {first} of {channel} in {since} to {last} in {until}",
        promise=telling.name(known[0].commitment),
        first=first,
        channel=kind_told(channel),
        since=str(known[0].period),
        last=last,
        until=str(known[-1].period),
    )


def _line(
    name: str, series: Series, periods: Sequence[str], telling: Telling, *, is_first: bool
) -> TrendSeries:
    by_period = {str(gap.period): gap for gap in series}
    points = tuple(_point(period, by_period.get(period)) for period in periods)
    return TrendSeries(telling.name(name), points, Tone.DEEDS if is_first else None)


def _point(period: str, gap: Gap | None) -> TrendPoint:
    if gap is None or not isinstance(gap.do, Estimate):
        return TrendPoint(period, None)
    low, high = gap.do.low, gap.do.high
    if low is None or high is None or low == high:
        return TrendPoint(period, gap.do.value * _HUNDRED)
    return TrendPoint(period, gap.do.value * _HUNDRED, low * _HUNDRED, high * _HUNDRED)


def _table(
    audit: Audit,
    series: Mapping[str, Series],
    periods: Sequence[str],
    account: ChannelAccount,
    telling: Telling,
) -> Table:
    counts = {one.label: one.records for one in account.periods}
    columns = (
        Column("Commitment"),
        *(Column(_head(period, counts.get(period, 0)), numeric=True) for period in periods),
    )
    rows = [
        (telling.name(name), *(_cell(period, of) for period in periods))
        for name, of in series.items()
    ]
    apart = (
        tell("Distance from the declared weights")
        if audit.say_do.basis is SayBasis.DECLARED
        else tell("Distance from the words")
    )
    rows.append((apart, *(_distance(audit, account.channel, one) for one in periods)))
    note = together(
        tell("n = records of the period. ? = nothing was recorded."),
        EXACT if any(is_exact(cell) for row in rows for cell in row) else "",
        _earlier(len(_periods(series)) - len(periods)),
    )
    caption = "Share of {channel} by commitment and period, per cent, with worst-case bounds."
    kind = kind_told(account.channel)
    return Table(tell(caption, channel=kind), columns, tuple(rows), note=note)


def _head(period: str, n: int) -> str:
    return tell("{period}\n{n}", period=period, n=n_is(n))


def _earlier(n: int) -> str:
    """What has no column for want of room."""
    periods = counted(n, "earlier period")
    return tell("{periods} stand in gaps.csv.", periods=periods) if n else ""


def _cell(period: str, series: Series) -> str:
    gap = next((one for one in series if str(one.period) == period), None)
    return "?" if gap is None or not isinstance(gap.do, Estimate) else bounded(gap.do)


def _distance(audit: Audit, channel: str, period: str) -> str:
    found = divergence_of(audit.say_do, channel, period=period)
    return "?" if found is None or not isinstance(found.tv, Estimate) else bounded(found.tv)

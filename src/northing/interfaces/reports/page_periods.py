"""Did the deeds move from period to period?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Column, Figure, Paragraph, Table, Tone
from northing.foundations.documents.charts import TrendPoint, TrendSeries, trend
from northing.foundations.documents.numbers import percent
from northing.foundations.methods.estimate import Estimate
from northing.interfaces.reports.page_answer import files_of
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import ChannelAccount, Gap
from northing.stages.diagnose.say_do.section import (
    EXACT,
    account_of,
    bounded,
    deed_counts,
    divergence_of,
    said_as,
)
from northing.stages.records.ledger.section import Telling, counted, n_is

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
        blocks.append(Paragraph(f"No commitment's share of {main} is known in two periods."))
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
    drawn = [
        _drawn(name, series[name], periods, telling, is_first=name == first)
        for name in moved[: BESIDE + 1]
    ]
    files = files_of(audit, account.channel, with_words=False)
    return Figure(
        name="periods",
        title=title,
        unit=f"Share of {account.channel} ({account.measure}), per cent; bands: worst case",
        source=f"Source: {files}. {n_is()}{deed_counts(account)}.",
        alt=f"{title}. The table gives every commitment and period.",
        spec=trend(drawn),
        table=_table(audit, series, periods, account, telling),
    )


def _title(series: Series, channel: str, telling: Telling) -> str:
    known = [gap for gap in series if isinstance(gap.do, Estimate)]
    first, last = (
        percent(gap.do.value) for gap in (known[0], known[-1]) if isinstance(gap.do, Estimate)
    )
    name = telling.name(known[0].commitment)
    since, until = known[0].period, known[-1].period
    return f"“{name}” went from {first} of {channel} in {since} to {last} in {until}"


def _drawn(
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
        *(Column(f"{period}\n{n_is(counts.get(period, 0))}", numeric=True) for period in periods),
    )
    rows = [
        (telling.name(name), *(_cell(period, of) for period in periods))
        for name, of in series.items()
    ]
    rows.append(
        (
            f"Distance from the {said_as(audit.say_do)}",
            *(_distance(audit, account.channel, one) for one in periods),
        )
    )
    left = len(_periods(series)) - len(periods)
    earlier = f" {counted(left, 'earlier period')} stand in gaps.csv." if left else ""
    exact = f" {EXACT}" if any(cell.endswith("exact") for row in rows for cell in row) else ""
    return Table(
        f"Share of {account.channel} by commitment and period, per cent, with worst-case bounds.",
        columns,
        tuple(rows),
        note=f"n = records of the period. ? = nothing was recorded.{exact}{earlier}",
    )


def _cell(period: str, series: Series) -> str:
    gap = next((one for one in series if str(one.period) == period), None)
    return "?" if gap is None or not isinstance(gap.do, Estimate) else bounded(gap.do)


def _distance(audit: Audit, channel: str, period: str) -> str:
    found = divergence_of(audit.say_do, channel, period=period)
    return "?" if found is None or not isinstance(found.tv, Estimate) else bounded(found.tv)

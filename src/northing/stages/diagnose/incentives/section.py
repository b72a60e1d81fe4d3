"""What does pay reward, told beside the promises? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.documents.blocks import Block, Column, Details, Paragraph, Table
from northing.foundations.documents.numbers import money, number, percent
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward
from northing.stages.records.ledger.section import Telling, counted, n_is

MOST_SCHEMES = 20
MOST_UNSERVED = 5
_SAME = 1e-9


def rewards_section(
    rewards: Sequence[Reward], telling: Telling, *, currency: str | None
) -> tuple[Block, ...]:
    """Nothing where no incentives were read; else every scheme, and the worst one in full."""
    if not rewards:
        return ()
    worst = max(rewards, key=_badness)
    return (
        Paragraph(_summary(rewards)),
        _schemes(rewards, telling, currency),
        _measures(worst, telling),
        *_change(worst, telling),
        Details("How the congruence of pay is computed", (Paragraph(_METHOD),)),
    )


_METHOD = (
    "The weights of the commitments are one arrow, what the scheme pays for each of them another. "
    "Congruence is the cosine of the angle between the two (Baker 2002): 1 where pay points where "
    "the promises point, 0 where it serves none, below 0 where it points the other way. Pay that "
    "serves no promise, and pay against one, lengthen the second arrow and are never netted."
)


def _badness(reward: Reward) -> tuple[float, float, str]:
    apart = reward.distortion
    return (
        reward.weight_against,
        apart.value if isinstance(apart, Estimate) else -1.0,
        reward.scheme.period or "",
    )


def _summary(rewards: Sequence[Reward]) -> str:
    against = [one for one in rewards if one.against]
    said = f"{counted(len(rewards), 'scheme')} of pay {'was' if len(rewards) == 1 else 'were'} read"
    if not against:
        return f"{said}. No measure was marked as paying against a promise."
    pays = "pays" if len(against) == 1 else "pay"
    return f"{said}; {len(against)} of them {pays} against a promise with at least one measure."


def _schemes(rewards: Sequence[Reward], telling: Telling, currency: str | None) -> Table:
    ordered = sorted(rewards, key=_badness, reverse=True)
    alike: dict[tuple[object, ...], list[Reward]] = {}
    for one in ordered:
        alike.setdefault(_pattern(one), []).append(one)
    rows = [_row(group, telling, currency) for group in alike.values()]
    more = len(rows) - MOST_SCHEMES
    return Table(
        "Every scheme of pay, the one that pays most against a promise first.",
        (
            Column("Scheme"),
            Column("Congruence", numeric=True),
            Column("Pays against a promise", numeric=True),
            Column("Serves no promise", numeric=True),
            Column("Money paid against", numeric=True),
            Column("Promises nobody is paid for", numeric=True),
        ),
        tuple(rows[:MOST_SCHEMES]),
        note=f"{counted(more, 'further scheme')} stand in audit.json." if more > 0 else "",
    )


def _pattern(one: Reward) -> tuple[object, ...]:
    """Schemes of one year that pay by the same measures at the same weights stand in one row."""
    measures = (
        (measure.text, round(measure.weight, 9), tuple(measure.bearing.items()), measure.stake)
        for measure in one.scheme.measures
    )
    return (one.scheme.period, one.scheme.unit, tuple(measures))


def _row(group: Sequence[Reward], telling: Telling, currency: str | None) -> tuple[str, ...]:
    first = group[0]
    levels = [one.scheme.level for one in group if one.scheme.level]
    scheme = first.scheme
    named = ", ".join((*levels, *filter(None, (scheme.unit, scheme.period)))) or scheme.name
    return (
        telling.text(named, most=80),
        _figure(first.congruence),
        percent(first.weight_against, decimals=0),
        percent(first.residual, decimals=0),
        _stake(first, currency),
        number(len(first.unserved)),
    )


def _figure(measure: Measure) -> str:
    """`0.42` or `0.42, 0.10 to 0.66`, n of its measures beside it; never without company."""
    if not isinstance(measure, Estimate):
        return f"unknown: {measure.reason}"
    value = number(measure.value, decimals=2)
    if measure.low is None or measure.high is None:
        return f"{value}\nno interval: {measure.no_interval}"
    of = n_is(measure.n)
    if measure.high - measure.low < _SAME:
        return f"{value}\nas tagged, {of}"
    low, high = (number(end, decimals=2) for end in (measure.low, measure.high))
    return f"{value}\n{low} to {high}, {of}"


def _stake(reward: Reward, currency: str | None) -> str:
    if not reward.against:
        return "none"
    if not isinstance(reward.at_stake, Estimate):
        return "not told"
    whole = round(reward.at_stake.value)
    return money(whole, currency) if currency else number(whole)


def _measures(reward: Reward, telling: Telling) -> Table:
    rows = tuple(
        (
            telling.text(one.text, most=80),
            percent(one.weight, decimals=0),
            _bearing(one, telling),
        )
        for one in reward.scheme.measures
    )
    return Table(
        f"What is paid in the scheme “{telling.text(reward.scheme.name, most=60)}”.",
        (Column("Measure"), Column("Part of the pay", numeric=True), Column("Bears on")),
        rows,
        note=_unserved(reward, telling),
    )


def _unserved(reward: Reward, telling: Telling) -> str:
    names = [f"“{telling.name(one, most=60)}”" for one in reward.unserved[:MOST_UNSERVED]]
    more = len(reward.unserved) - MOST_UNSERVED
    rest = f" and {more} more" if more > 0 else ""
    return f"No measure pays for: {'; '.join(names)}{rest}." if names else ""


def _bearing(one: PaidMeasure, telling: Telling) -> str:
    parts = [
        f"{'against' if part < 0 else 'for'} “{telling.name(name, most=60)}”"
        for name, part in one.bearing.items()
        if part
    ]
    unsure = " (a machine’s link)" if one.readings and parts else ""
    return "; ".join(parts) + unsure or "no promise"


def _change(reward: Reward, telling: Telling) -> tuple[Block, ...]:
    """The least change of weights after which no promise is paid against on balance."""
    if not reward.against:
        return ()
    if reward.balanced is None:
        return (Paragraph("No weights of these measures alone would do: new ones are needed."),)
    if not reward.balanced:
        return (Paragraph("On balance no promise is paid against; the measures above still pull."),)
    rows = tuple(
        (telling.text(one.text, most=80), percent(one.before), percent(one.after))
        for one in reward.balanced
    )
    return (
        Table(
            "The least change of weights after which no promise is paid against on balance, at "
            "the same pay in all.",
            (Column("Measure"), Column("Now", numeric=True), Column("Then", numeric=True)),
            rows,
        ),
    )

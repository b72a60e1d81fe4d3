"""What does pay reward, told beside the promises? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.documents.blocks import Block, Column, Details, Paragraph, Table
from northing.foundations.documents.numbers import money, number, percent
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward
from northing.stages.records.ledger.section import Telling, counted

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
    rows = tuple(
        (
            telling.text(one.scheme.name, most=60),
            _figure(one.congruence),
            percent(one.weight_against, decimals=0),
            percent(one.residual, decimals=0),
            _stake(one, currency),
            _unserved(one, telling),
        )
        for one in ordered[:MOST_SCHEMES]
    )
    more = len(ordered) - MOST_SCHEMES
    return Table(
        "Every scheme of pay, the one that pays most against a promise first.",
        (
            Column("Scheme"),
            Column("Congruence", numeric=True),
            Column("Pays against a promise", numeric=True),
            Column("Serves no promise", numeric=True),
            Column("Money paid against", numeric=True),
            Column("Promises nobody is paid for"),
        ),
        rows,
        note=f"{counted(more, 'further scheme')} stand in audit.json." if more > 0 else "",
    )


def _figure(measure: Measure) -> str:
    """`0.42` or `0.42, 0.10 to 0.66`, n of its measures beside it; never without company."""
    if not isinstance(measure, Estimate):
        return f"unknown: {measure.reason}"
    value = number(measure.value, decimals=2)
    if measure.low is None or measure.high is None:
        return f"{value}\nno interval: {measure.no_interval}"
    of = f"n = {measure.n}"
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


def _unserved(reward: Reward, telling: Telling) -> str:
    names = [telling.name(one, most=40) for one in reward.unserved[:MOST_UNSERVED]]
    more = len(reward.unserved) - MOST_UNSERVED
    return "; ".join(names) + (f"; and {more} more" if more > 0 else "") or "none"


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
    )


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

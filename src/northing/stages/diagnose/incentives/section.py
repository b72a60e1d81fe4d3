"""What does pay reward, told beside the promises? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.documents.blocks import Block, Column, Details, Paragraph, Table
from northing.foundations.documents.numbers import money, number, percent
from northing.foundations.documents.told import Term, tell
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.diagnose.incentives.facts import PaidMeasure, Reward
from northing.stages.records.ledger.section import Telling, counted, listed, n_is

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
    schemes = counted(len(rewards), "scheme")
    against = sum(bool(one.against) for one in rewards)
    if not against:
        return tell(
            "{schemes} of pay was read. No measure was marked as paying against a promise."
            if len(rewards) == 1
            else "{schemes} of pay were read. No measure was marked as paying against a promise.",
            schemes=schemes,
        )
    if len(rewards) == 1:
        return tell(
            "{schemes} of pay was read; {n} of them pays against a promise with at least one "
            "measure.",
            schemes=schemes,
            n=against,
        )
    return tell(
        "{schemes} of pay were read; {n} of them pays against a promise with at least one measure."
        if against == 1
        else "{schemes} of pay were read; {n} of them pay against a promise with at least one "
        "measure.",
        schemes=schemes,
        n=against,
    )


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
        note=tell("{schemes} stand in audit.json.", schemes=counted(more, "further scheme"))
        if more > 0
        else "",
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
    named = ", ".join((*levels, *filter(None, (scheme.unit, scheme.period))))
    return (
        telling.text(named, most=80) if named else tell("all"),
        _figure(first.congruence),
        percent(first.weight_against, decimals=0),
        percent(first.residual, decimals=0),
        _stake(first, currency),
        number(len(first.unserved)),
    )


def _figure(measure: Measure) -> str:
    """`0.42` or `0.42, 0.10 to 0.66`, n of its measures beside it; never without company."""
    if not isinstance(measure, Estimate):
        return tell("unknown: {reason}", reason=Term(measure.reason))
    value = number(measure.value, decimals=2)
    if measure.low is None or measure.high is None:
        reason = Term(measure.no_interval)
        return tell("{value}\nno interval: {reason}", value=value, reason=reason)
    of = n_is(measure.n)
    if measure.high - measure.low < _SAME:
        return tell("{value}\nas tagged, {n}", value=value, n=of)
    low, high = (number(end, decimals=2) for end in (measure.low, measure.high))
    return tell("{value}\n{low} to {high}, {n}", value=value, low=low, high=high, n=of)


def _stake(reward: Reward, currency: str | None) -> str:
    if not reward.against:
        return tell("none")
    if not isinstance(reward.at_stake, Estimate):
        return tell("not told")
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
        _paid_in(reward, telling),
        (Column("Measure"), Column("Part of the pay", numeric=True), Column("Bears on")),
        rows,
        note=_unserved(reward, telling),
    )


def _paid_in(reward: Reward, telling: Telling) -> str:
    scheme = reward.scheme
    if not any((scheme.level, scheme.unit, scheme.period)):
        return tell("What is paid in the scheme “{name}”.", name=tell("all"))
    name = telling.text(scheme.name, most=60)
    return tell("What is paid in the scheme “{name}”.", name=name)


def _unserved(reward: Reward, telling: Telling) -> str:
    if not reward.unserved:
        return ""
    names = [_quoted(one, telling) for one in reward.unserved[:MOST_UNSERVED]]
    more = len(reward.unserved) - MOST_UNSERVED
    shown = listed(names, by="; ")
    if more > 0:
        return tell("No measure pays for: {names} and {n} more.", names=shown, n=more)
    return tell("No measure pays for: {names}.", names=shown)


def _quoted(commitment: str, telling: Telling) -> str:
    return tell("“{text}”", text=telling.name(commitment, most=60))


def _bearing(one: PaidMeasure, telling: Telling) -> str:
    parts = [
        tell("against {promise}", promise=_quoted(name, telling))
        if part < 0
        else tell("for {promise}", promise=_quoted(name, telling))
        for name, part in one.bearing.items()
        if part
    ]
    if not parts:
        return tell("no promise")
    said = listed(parts, by="; ")
    return tell("{promises} (a machine’s link)", promises=said) if one.readings else said


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

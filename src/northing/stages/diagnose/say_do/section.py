"""How far do words and one kind of deed part: sentence, picture, table? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from northing.foundations.documents.blocks import Bars, Column, Figure, Point, Table, Tone
from northing.foundations.documents.charts import DumbbellRow, dumbbell
from northing.foundations.documents.numbers import (
    interval,
    number,
    percent,
    points,
)
from northing.foundations.documents.told import Term, tell, together
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import (
    ChannelAccount,
    Divergence,
    Gap,
    SayBasis,
    SayDo,
)
from northing.stages.diagnose.say_do.rules.saying import UNVERIFIED
from northing.stages.records.ledger.section import (
    Telling,
    counted,
    kind_told,
    n_is,
    sum_words,
)

FIRST = ("money", "time", "incentives", "decisions", "initiatives", "practices", "metrics")
"""In which order a board asks: what was paid, worked, rewarded, decided, begun, done, measured."""
NO_INTERVAL = tell("no\u00a0interval")
EXACT = tell(
    "“Exact”: as linked. No link by a machine is open that could change it; whether the tags and "
    "rules behind it are right, no person has checked."
)
"""What a figure without a whisker claims, and what it does not."""
_NO_WORDS = tell(
    "Sentences that speak of no commitment are not counted as words, so that share is 0."
)
MOST_DRAWN = 60  # lines a person can follow in one picture
_HUNDRED = 100
_EVEN = 0.0005


def channels_in_order(say_do: SayDo) -> list[str]:
    """Every channel that was compared, the one to show first in front."""
    met = dict.fromkeys(one.channel for one in say_do.divergences)
    return sorted(met, key=lambda name: (_rank(name), name))


def _rank(channel: str) -> float:
    kind, _, currency = channel.partition(" in ")
    return (FIRST.index(kind) if kind in FIRST else len(FIRST)) + (0.5 if currency else 0.0)


def whole_gaps(say_do: SayDo, channel: str) -> list[Gap]:
    """The gaps of one channel over all its periods and units: widest first, unknown last."""
    mine = [
        one
        for one in say_do.gaps
        if one.channel == channel and one.period is None and one.unit is None
    ]
    return sorted(mine, key=lambda one: (one.commitment == NONE, -gap_size(one)))


def gap_size(gap: Gap) -> float:
    return abs(gap.gap.value) if isinstance(gap.gap, Estimate) else -1.0


def divergence_of(say_do: SayDo, channel: str, *, period: str | None = None) -> Divergence | None:
    key = (channel, period, None)
    mine = (one for one in say_do.divergences if (one.channel, one.period, one.unit) == key)
    return next(mine, None)


def said_as(say_do: SayDo) -> str:
    """What stands on the side of *say*: words, or the weights that stand in for them."""
    is_declared = say_do.basis is SayBasis.DECLARED
    return tell("declared weights") if is_declared else tell("words")


def account_of(say_do: SayDo, channel: str) -> ChannelAccount | None:
    return next((one for one in say_do.accounts if one.channel == channel), None)


def company(measure: Estimate) -> str:
    """What a figure must have beside it: its interval, or why it has none, and n."""
    return tell("{bounds}; {n}", bounds=bounds_words(measure), n=n_is(measure.n))


def bounds_words(measure: Estimate, *, in_points: bool = False) -> str:
    if measure.low is None or measure.high is None:
        return tell("no interval: {reason}", reason=Term(measure.no_interval))
    if measure.low == measure.high:
        is_declared = measure.method.startswith("declared")
        return tell("as declared") if is_declared else tell("exact as linked")
    if in_points:
        said = _sides(measure.low, measure.high)
    else:
        said = interval(max(measure.low, 0.0), min(measure.high, 1.0))
    return _firmly(said, measure)


def _firmly(said: str, measure: Estimate) -> str:
    """Bounds with how often they hold, or with the word that nobody has looked."""
    if measure.level:
        level = percent(measure.level, decimals=0)
        return tell("{bounds}, {level} of the time", bounds=said, level=level)
    return tell("{bounds}, unverified", bounds=said) if UNVERIFIED in measure.method else said


def _sides(low: float, high: float) -> str:
    """Bounds of a gap in words: a reader need not know which sign means what."""
    less, more = (points(abs(end), signed=False) for end in (low, high))
    if low < 0 < high:
        both = "anything from {less} more done to {more} more said"
        return tell(both, less=less, more=more)
    least, most = (less, more) if low >= 0 else (more, less)
    return tell("between {less} and {more}", less=least, more=most)


def share_told(measure: Measure) -> str:
    """`12.3 % (between 4.1 % and 20.0 %; n = 31)`, or "unknown" with its reason."""
    if isinstance(measure, Estimate):
        return tell("{share} ({company})", share=percent(measure.value), company=company(measure))
    return tell("unknown ({reason})", reason=Term(measure.reason))


def apart_words(value: float, *, basis: SayBasis) -> str:
    """`6.3 points more said than done`: never a verdict, only which side is larger."""
    same, less, more = _DECLARED if basis is SayBasis.DECLARED else _SAID
    if abs(value) < _EVEN:
        return tell(same)
    return tell(more if value > 0 else less, size=points(abs(value), signed=False))


_SAID = (
    "said and done in the same measure",
    "{size} more done than said",
    "{size} more said than done",
)
_DECLARED = (
    "declared and done in the same measure",
    "{size} more done than declared",
    "{size} more declared than done",
)


def gap_sentence(gap: Gap, *, basis: SayBasis, telling: Telling) -> str:
    """Both shares with their company, and the difference with its own."""
    shares = tell(
        "“{promise}” takes {said} of the declared weights and {done} of the {channel}"
        if basis is SayBasis.DECLARED
        else "“{promise}” takes {said} of what is said and {done} of the {channel}",
        promise=telling.whole(gap.commitment),
        said=share_told(gap.say),
        done=share_told(gap.do),
        channel=kind_told(gap.channel),
    )
    if not isinstance(gap.gap, Estimate):
        unknown = Term(gap.gap.reason)
        return tell("{shares}. The gap is unknown: {reason}.", shares=shares, reason=unknown)
    apart = apart_words(gap.gap.value, basis=basis)
    same = isinstance(gap.say, Estimate) and gap.gap.no_interval == gap.say.no_interval != ""
    again = tell("so no interval here either")
    bounds = again if same else bounds_words(gap.gap, in_points=True)
    return tell("{shares}: {apart} ({bounds}).", shares=shares, apart=apart, bounds=bounds)


def picture(say_do: SayDo, channel: str, *, name: str, telling: Telling, files: str) -> Figure:
    """The dumbbell of one channel with the table that says the same."""
    gaps = [one for one in whole_gaps(say_do, channel) if one.commitment != NONE]
    names = (_first_name(say_do), kind_told(channel.partition(" in ")[0]))
    rows = [_row(one, basis=say_do.basis, telling=telling) for one in gaps[:MOST_DRAWN]]
    draw = partial(_drawn, rows, names)
    return Figure(
        name=name,
        title=_title(gaps, channel, say_do, telling),
        unit=_unit(say_do, channel),
        source=together(_source(say_do, channel, files), _cut(len(gaps))),
        alt=together(*(gap_sentence(one, basis=say_do.basis, telling=telling) for one in gaps[:3])),
        spec=draw(str, "en"),
        table=gap_table(whole_gaps(say_do, channel), channel, say_do=say_do, telling=telling),
        bars=_bars(rows, *names),
        again=draw,
    )


def _first_name(say_do: SayDo) -> str:
    return tell("declared") if say_do.basis is SayBasis.DECLARED else tell("words")


def _cut(gaps: int) -> str:
    """That a picture does not hold all of them."""
    if gaps <= MOST_DRAWN:
        return ""
    most, whole = number(MOST_DRAWN), number(gaps)
    return tell("Drawn are the {most} widest of {all} gaps.", most=most, all=whole)


def _drawn(
    rows: Sequence[DumbbellRow],
    names: tuple[str, str],
    told: Callable[[str], str],
    language: str,
) -> Mapping[str, Any]:
    """The picture in one language: its words told, its numbers as they are written there."""
    first, second = map(told, names)
    spoken = [replace(row, label=told(row.label), note=told(row.note)) for row in rows]
    return dumbbell(spoken, unit="%", first_name=first, second_name=second, language=language)


def _bars(rows: Sequence[DumbbellRow], first: str, second: str) -> Bars:
    """The same figures, for who draws them by other means."""
    said = tuple(_point(row.first, row.first_low, row.first_high) for row in rows)
    done = tuple(_point(row.second, row.second_low, row.second_high) for row in rows)
    return Bars((first, second), tuple(row.label for row in rows), (said, done))


def _point(value: float | None, low: float | None, high: float | None) -> Point | None:
    return None if value is None else Point(value, low, high)


def _row(gap: Gap, *, basis: SayBasis, telling: Telling) -> DumbbellRow:
    say, do = gap.say, gap.do
    apart = gap.gap
    note = apart_words(apart.value, basis=basis) if isinstance(apart, Estimate) else ""
    return DumbbellRow(
        telling.name(gap.commitment),
        _hundredfold(say.value if isinstance(say, Estimate) else None),
        _hundredfold(do.value if isinstance(do, Estimate) else None),
        *_ends(do),
        *_ends(say),
        note=note,
        sign=_sign(gap),
    )


def _hundredfold(value: float | None) -> float | None:
    return None if value is None else value * _HUNDRED


def _ends(measure: Measure) -> tuple[float | None, float | None]:
    """No whisker where the bounds coincide: a line of no length says nothing."""
    if not isinstance(measure, Estimate) or measure.low == measure.high:
        return None, None
    return _hundredfold(measure.low), _hundredfold(measure.high)


def _sign(gap: Gap) -> Tone | None:
    """A contradiction only where records say so; better only if the worst case keeps the sign."""
    if gap.against_records:
        return Tone.CONTRADICTION
    measure = gap.gap
    is_better = isinstance(measure, Estimate) and measure.high is not None and measure.high < 0
    return Tone.BETTER if is_better else None


def _title(gaps: Sequence[Gap], channel: str, say_do: SayDo, telling: Telling) -> str:
    widest, kind = gaps[0] if gaps else None, kind_told(channel)
    if widest is None or not isinstance(widest.gap, Estimate):
        return tell("How far words and {channel} part cannot be told yet", channel=kind)
    if not any(one.records for one in gaps):
        return tell("None of the {channel} could be linked to a promise", channel=kind)
    return tell(
        "Widest apart in {channel}: “{promise}”, {apart}",
        channel=kind,
        promise=telling.name(widest.commitment),
        apart=apart_words(widest.gap.value, basis=say_do.basis),
    )


def _unit(say_do: SayDo, channel: str) -> str:
    account = account_of(say_do, channel)
    return together(
        tell(
            "Hollow: share of declared weight. Filled: share of {channel} ({measure})."
            if say_do.basis is SayBasis.DECLARED
            else "Hollow: share of sentences about commitments. Filled: share of {channel} "
            "({measure}).",
            channel=kind_told(channel),
            measure=Term(account.measure if account else "records"),
        ),
        tell(
            "Per cent; whiskers are worst-case bounds where no person has verified the links, "
            "95 % intervals where people checked a sample."
        ),
    )


def _source(say_do: SayDo, channel: str, files: str) -> str:
    account, said = account_of(say_do, channel), said_counts(say_do)
    both = tell("{said}; {done}", said=said, done=deed_counts(account)) if account else said
    return tell("Source: {files}. {n}.", files=files, n=n_is(both))


def deed_counts(account: ChannelAccount) -> str:
    """On how much *do* rests."""
    n, kind = counted(account.whole.records, "record"), kind_told(account.channel)
    if account.measure == "records":
        return tell("{records} of {channel}", records=n, channel=kind)
    total = sum_words(account.whole.total, account.measure)
    return tell("{records} of {channel} ({total})", records=n, channel=kind, total=total)


def said_counts(say_do: SayDo) -> str:
    """On how much *say* rests."""
    if say_do.basis is SayBasis.DECLARED:
        return counted(len(say_do.say) - 1, "declared weight")
    sentences = counted(say_do.mentions, "sentence")
    documents = counted(say_do.documents, "document")
    return tell("{sentences} in {documents}", sentences=sentences, documents=documents)


def gap_table(gaps: Sequence[Gap], channel: str, *, say_do: SayDo, telling: Telling) -> Table:
    """Shares, gap and how many records, each with its bounds; reasons for none stand below."""
    rows, reasons = [], dict[str, None]()
    for one in gaps:
        marks = [_cell(measure, reasons) for measure in (one.say, one.do)]
        apart = _cell(one.gap, reasons, in_points=True)
        rows.append((telling.name(one.commitment), *marks, apart, _records(one)))
    is_declared = say_do.basis is SayBasis.DECLARED
    kind = kind_told(channel)
    columns = (
        Column("Commitment"),
        Column("Declared, %" if is_declared else "Words, %", numeric=True),
        Column(tell("{channel:up}, %", channel=kind), numeric=True),
        Column("Gap, points", numeric=True),
        Column("Records linked", numeric=True),
    )
    if any(one.commitment == NONE for one in gaps) and not is_declared:
        reasons[_NO_WORDS] = None
    note = together(*reasons, tell("{n}.", n=n_is(said_counts(say_do))))
    caption = tell(
        "Share of declared weight and share of {channel} by commitment, with worst-case bounds."
        if is_declared
        else "Share of words and share of {channel} by commitment, with worst-case bounds.",
        channel=kind,
    )
    return Table(caption, columns, tuple(rows), empty="No commitment was compared.", note=note)


def _records(gap: Gap) -> str:
    n = number(gap.records)
    if not gap.against_records:
        return n
    return tell("{n}\n{against} against", n=n, against=number(gap.against_records))


def _cell(measure: Measure, reasons: dict[str, None], *, in_points: bool = False) -> str:
    """`33.3` with its bounds on the next line; "?" where it is unknown."""
    if not isinstance(measure, Estimate):
        reasons[tell("? = unknown: {reason}.", reason=Term(measure.reason))] = None
        return "?"
    if measure.no_interval:
        reasons[tell("No interval: {reason}.", reason=Term(measure.no_interval))] = None
    sign = "+" if in_points and round(measure.value * _HUNDRED, 1) > 0 else ""
    written = tell("{sign}{figure}", sign=sign, figure=bounded(measure))
    if is_exact(written):
        reasons[EXACT] = None
    return written


def is_exact(cell: str) -> bool:
    """Whether a figure has no room to be another, and the note must say what that means."""
    return cell.endswith("exact")


def bounded(measure: Estimate) -> str:
    """`33.3` in hundredths, with its bounds on the next line: what a narrow cell can hold."""
    value = number(measure.value * _HUNDRED, decimals=1)
    if measure.low is None or measure.high is None:
        return tell("{value}\n{none}", value=value, none=NO_INTERVAL)
    if measure.low == measure.high:
        is_declared = measure.method.startswith("declared")
        kind = tell("as\u00a0declared") if is_declared else tell("exact")
        return tell("{value}\n{kind}", value=value, kind=kind)
    low, high = (number(end * _HUNDRED, decimals=1) for end in (measure.low, measure.high))
    return tell("{value}\n{low}\u00a0to\u00a0{high}", value=value, low=low, high=high)

"""How far do words and one kind of deed part: sentence, picture, table? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.documents.blocks import Bars, Column, Figure, Point, Table, Tone
from northing.foundations.documents.charts import DumbbellRow, dumbbell
from northing.foundations.documents.numbers import (
    NO_BREAK_SPACE,
    interval,
    number,
    percent,
    points,
)
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
from northing.stages.records.ledger.section import Telling, counted, n_is, sum_words

FIRST = ("money", "time", "incentives", "decisions", "initiatives", "practices", "metrics")
"""In which order a board asks: what was paid, worked, rewarded, decided, begun, done, measured."""
EXACT = (
    "“Exact”: as linked. No link by a machine is open that could change it; whether the tags and "
    "rules behind it are right, no person has checked."
)
"""What a figure without a whisker claims, and what it does not."""
_NO_WORDS = "Sentences that speak of no commitment are not counted as words, so that share is 0."
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
    return "declared weights" if say_do.basis is SayBasis.DECLARED else "words"


def account_of(say_do: SayDo, channel: str) -> ChannelAccount | None:
    return next((one for one in say_do.accounts if one.channel == channel), None)


def company(measure: Estimate) -> str:
    """What a figure must have beside it: its interval, or why it has none, and n."""
    return f"{bounds_words(measure)}; {n_is(measure.n)}"


def bounds_words(measure: Estimate, *, in_points: bool = False) -> str:
    if measure.low is None or measure.high is None:
        return f"no interval: {measure.no_interval}"
    if measure.low == measure.high:
        return "as declared" if measure.method.startswith("declared") else "exact as linked"
    if in_points:
        said = _sides(measure.low, measure.high)
    else:
        said = interval(max(measure.low, 0.0), min(measure.high, 1.0))
    if measure.level:
        return f"{said}, {percent(measure.level, decimals=0)} of the time"
    return f"{said}, unverified" if UNVERIFIED in measure.method else said


def _sides(low: float, high: float) -> str:
    """Bounds of a gap in words: a reader need not know which sign means what."""
    less, more = (points(abs(end)).lstrip("+") for end in (low, high))
    if low < 0 < high:
        return f"anything from {less} more done to {more} more said"
    return f"between {less} and {more}" if low >= 0 else f"between {more} and {less}"


def share_told(measure: Measure) -> str:
    """`12.3 % (between 4.1 % and 20.0 %; n = 31)`, or "unknown" with its reason."""
    if isinstance(measure, Estimate):
        return f"{percent(measure.value)} ({company(measure)})"
    return f"unknown ({measure.reason})"


def apart_words(value: float, *, basis: SayBasis) -> str:
    """`6.3 points more said than done`: never a verdict, only which side is larger."""
    said = "declared" if basis is SayBasis.DECLARED else "said"
    if abs(value) < _EVEN:
        return f"{said} and done in the same measure"
    size = points(abs(value)).lstrip("+")
    return f"{size} more {said} than done" if value > 0 else f"{size} more done than {said}"


def gap_sentence(gap: Gap, *, basis: SayBasis, telling: Telling) -> str:
    """Both shares with their company, and the difference with its own."""
    takes = "the declared weights" if basis is SayBasis.DECLARED else "what is said"
    said = f"“{telling.whole(gap.commitment)}” takes {share_told(gap.say)} of {takes}"
    done = f"and {share_told(gap.do)} of the {gap.channel}"
    if not isinstance(gap.gap, Estimate):
        return f"{said} {done}. The gap is unknown: {gap.gap.reason}."
    apart = apart_words(gap.gap.value, basis=basis)
    same = isinstance(gap.say, Estimate) and gap.gap.no_interval == gap.say.no_interval != ""
    bounds = "so no interval here either" if same else bounds_words(gap.gap, in_points=True)
    return f"{said} {done}: {apart} ({bounds})."


def picture(say_do: SayDo, channel: str, *, name: str, telling: Telling, files: str) -> Figure:
    """The dumbbell of one channel with the table that says the same."""
    gaps = [one for one in whole_gaps(say_do, channel) if one.commitment != NONE]
    first = "declared" if say_do.basis is SayBasis.DECLARED else "words"
    rows = [_row(one, basis=say_do.basis, telling=telling) for one in gaps[:MOST_DRAWN]]
    drawn = (
        f" Drawn are the {MOST_DRAWN} widest of {number(len(gaps))} gaps."
        if len(gaps) > MOST_DRAWN
        else ""
    )
    return Figure(
        name=name,
        title=_title(gaps, channel, say_do, telling),
        unit=_unit(say_do, channel),
        source=f"Source: {files}. {_counts(say_do, channel)}{drawn}",
        alt=" ".join(gap_sentence(one, basis=say_do.basis, telling=telling) for one in gaps[:3]),
        spec=dumbbell(rows, unit="%", first_name=first, second_name=channel.partition(" in ")[0]),
        table=gap_table(whole_gaps(say_do, channel), channel, say_do=say_do, telling=telling),
        bars=_bars(rows, first, channel.partition(" in ")[0]),
    )


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
    widest = gaps[0] if gaps else None
    if widest is None or not isinstance(widest.gap, Estimate):
        return f"How far words and {channel} part cannot be told yet"
    if not any(one.records for one in gaps):
        return f"None of the {channel} could be linked to a promise"
    apart = apart_words(widest.gap.value, basis=say_do.basis)
    return f"Widest apart in {channel}: “{telling.name(widest.commitment)}”, {apart}"


def _unit(say_do: SayDo, channel: str) -> str:
    account = account_of(say_do, channel)
    measure = account.measure if account else "records"
    said = "declared weight" if say_do.basis is SayBasis.DECLARED else "sentences about commitments"
    return (
        f"Hollow: share of {said}. Filled: share of {channel} ({measure}). Per cent; whiskers are "
        "worst-case bounds where no person has verified the links, 95 % intervals where people "
        "checked a sample."
    )


def _counts(say_do: SayDo, channel: str) -> str:
    account = account_of(say_do, channel)
    deeds = f"; {deed_counts(account)}" if account else ""
    return f"{n_is()}{said_counts(say_do)}{deeds}."


def deed_counts(account: ChannelAccount) -> str:
    """On how much *do* rests."""
    whole = account.whole
    total = "" if account.measure == "records" else f" ({sum_words(whole.total, account.measure)})"
    return f"{counted(whole.records, 'record')} of {account.channel}{total}"


def said_counts(say_do: SayDo) -> str:
    """On how much *say* rests."""
    if say_do.basis is SayBasis.DECLARED:
        return counted(len(say_do.say) - 1, "declared weight")
    sentences = counted(say_do.mentions, "sentence")
    return f"{sentences} in {counted(say_do.documents, 'document')}"


def gap_table(gaps: Sequence[Gap], channel: str, *, say_do: SayDo, telling: Telling) -> Table:
    """Shares, gap and how many records, each with its bounds; reasons for none stand below."""
    rows, reasons = [], dict[str, None]()
    for one in gaps:
        marks = [_cell(measure, reasons) for measure in (one.say, one.do)]
        apart = _cell(one.gap, reasons, in_points=True)
        n = number(one.records)
        against = f"\n{number(one.against_records)} against" if one.against_records else ""
        rows.append((telling.name(one.commitment), *marks, apart, f"{n}{against}"))
    said = "Declared, %" if say_do.basis is SayBasis.DECLARED else "Words, %"
    columns = (
        Column("Commitment"),
        Column(said, numeric=True),
        Column(f"{channel[:1].upper()}{channel[1:]}, %", numeric=True),
        Column("Gap, points", numeric=True),
        Column("Records linked", numeric=True),
    )
    if any(one.commitment == NONE for one in gaps) and say_do.basis is not SayBasis.DECLARED:
        reasons[_NO_WORDS] = None
    note = " ".join((*reasons, f"{n_is()}{said_counts(say_do)}."))
    first = "declared weight" if say_do.basis is SayBasis.DECLARED else "words"
    caption = f"Share of {first} and share of {channel} by commitment, with worst-case bounds."
    return Table(caption, columns, tuple(rows), empty="No commitment was compared.", note=note)


def _cell(measure: Measure, reasons: dict[str, None], *, in_points: bool = False) -> str:
    """`33.3` with its bounds on the next line; "?" where it is unknown."""
    if not isinstance(measure, Estimate):
        reasons[f"? = unknown: {measure.reason}."] = None
        return "?"
    if measure.no_interval:
        reasons[f"No interval: {measure.no_interval}."] = None
    sign = "+" if in_points and round(measure.value * _HUNDRED, 1) > 0 else ""
    written = f"{sign}{bounded(measure)}"
    if written.endswith("exact"):
        reasons[EXACT] = None
    return written


def bounded(measure: Estimate) -> str:
    """`33.3` in hundredths, with its bounds on the next line: what a narrow cell can hold."""
    value = number(measure.value * _HUNDRED, decimals=1)
    if measure.low is None or measure.high is None:
        return f"{value}\nno{NO_BREAK_SPACE}interval"
    if measure.low == measure.high:
        is_declared = measure.method.startswith("declared")
        return f"{value}\n{f'as{NO_BREAK_SPACE}declared' if is_declared else 'exact'}"
    low, high = (number(end * _HUNDRED, decimals=1) for end in (measure.low, measure.high))
    return f"{value}\n{low}{NO_BREAK_SPACE}to{NO_BREAK_SPACE}{high}"

"""Do the figures in the text agree with the figures in the tables?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.sources.rows import Place
from northing.foundations.text.figures import StatedFigure, same_label, stated_figures
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import money
from northing.stages.records.ledger.facts import SPOKEN, Channel, Kind, Record, Side

_ROUNDED = Decimal("0.005")
"""A figure in a text may be rounded: half a per cent off is the same figure."""


@dataclass(frozen=True, slots=True)
class Known:
    """One figure the tables hold: a line, a stated total, an account or the whole."""

    label: str
    period: str | None
    amount: Decimal
    place: Place | None


def stated_figure_findings(evidence: Evidence) -> Iterator[Finding]:
    """Each figure of a text whose label a table knows with another amount for that period."""
    known = _Known(evidence)
    for record in evidence.records:
        if record.channel in SPOKEN:
            for label, figures in _by_label(record, evidence.language).items():
                yield from _compare(evidence, record, label, figures, known)


def _by_label(record: Record, language: str) -> dict[str, list[StatedFigure]]:
    found: dict[str, list[StatedFigure]] = defaultdict(list)
    for figure in stated_figures(record.text, language=language):
        found[figure.label].append(figure)
    return found


class _Known:
    """The figures of the tables, to be asked by label."""

    def __init__(self, evidence: Evidence) -> None:
        self._figures = list(_known_figures(evidence))
        self._by_label: dict[str, list[Known]] = {}

    def of(self, label: str) -> list[Known]:
        if label not in self._by_label:
            self._by_label[label] = [one for one in self._figures if same_label(label, one.label)]
        return self._by_label[label]


def _known_figures(evidence: Evidence) -> Iterable[Known]:
    for total in evidence.totals:
        yield Known(total.label, total.period, total.amount, total.place)
    spent = [
        one
        for one in evidence.records
        if one.channel is Channel.MONEY and one.side is Side.SPENDING and one.kind is Kind.LINE
    ]
    for record in spent:
        yield Known(record.text, record.period, record.amount or Decimal(0), record.place)
    yield from _sums(spent)


def _sums(spent: Sequence[Record]) -> Iterable[Known]:
    """Each unit's and the whole's sum by period, and over all periods."""
    sums: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    for record in spent:
        for label in (record.unit, "Total spent"):
            if label:
                sums[(label, record.period)] += record.amount or 0
                sums[(label, None)] += record.amount or 0
    for (label, period), amount in sums.items():
        yield Known(label, period, amount, None)


def _compare(
    evidence: Evidence, record: Record, label: str, figures: Sequence[StatedFigure], known: _Known
) -> Iterator[Finding]:
    lines = known.of(label)
    pairs = [(figure, _at(lines, figure.period or _heading_period(record))) for figure in figures]
    compared = [(figure, at) for figure, at in pairs if at]
    wrong = [(figure, at) for figure, at in compared if not _agrees(figure, at)]
    if not wrong:
        return
    if len(wrong) == len(compared) and (shifted := _shifted(wrong, lines)):
        yield _shift_finding(evidence, record, label, [figure for figure, _ in wrong], shifted)
        return
    for figure, at in wrong:
        yield _finding(evidence, record, label, figure, at)


def _heading_period(record: Record) -> str | None:
    """A figure under the heading *2025* is one of 2025."""
    return next((one.strip() for one in reversed(record.heading) if one.strip().isdigit()), None)


def _at(lines: Sequence[Known], period: str | None) -> list[Known]:
    if period is None:
        return [one for one in lines if one.period is None]
    return [one for one in lines if one.period == period]


def _agrees(figure: StatedFigure, lines: Sequence[Known]) -> bool:
    return any(_same(figure.amount.value, one.amount) for one in lines)


def _same(stated: Decimal, known: Decimal) -> bool:
    return abs(stated - known) <= _ROUNDED * max(abs(stated), abs(known))


def _shifted(
    wrong: Sequence[tuple[StatedFigure, list[Known]]], lines: Sequence[Known]
) -> list[Known]:
    """Where every figure of the sentence stands in the table, each under another period."""
    found = []
    for figure, _ in wrong:
        other = [one for one in lines if one.period and one.amount == figure.amount.value]
        if figure.period is None or not other:
            return []
        found.append(other[0])
    return found


def _finding(
    evidence: Evidence, record: Record, label: str, figure: StatedFigure, lines: Sequence[Known]
) -> Finding:
    at = lines[0]
    when = figure.period or _heading_period(record)
    currency = figure.amount.currency or evidence.currency
    return Finding(
        code="stated-figure-differs",
        severity=Severity.MEDIUM,
        channel="money",
        period=when,
        statement=(
            f"The text gives {money(figure.amount.value, currency)} for “{evidence.redact(label)}”"
            f"{f' in {when}' if when else ''}, the records say {money(at.amount, currency)}."
        ),
        criteria="A figure in a text agrees with the records it is taken from.",
        condition=f"“{evidence.quoted(record)}”",
        cause="Not stated in what was read.",
        consequence="One of the two is out of date or wrong.",
        corrective_action="Correct the text, or say what it counts that the records do not.",
        counter="The text may count something else under the same name, or stand at an earlier date.",
        evidence=(record.id,),
        places=(record.place,) + ((at.place,) if at.place else ()),
    )


def _shift_finding(
    evidence: Evidence,
    record: Record,
    label: str,
    figures: Sequence[StatedFigure],
    lines: Sequence[Known],
) -> Finding:
    currency = figures[0].amount.currency or evidence.currency
    said = " and ".join(f"{money(one.amount.value, currency)} for {one.period}" for one in figures)
    has = " and ".join(str(one.period) for one in lines)
    return Finding(
        code="figure-stated-for-another-period",
        severity=Severity.LOW,
        channel="money",
        period=figures[0].period,
        statement=f"The text gives “{evidence.redact(label)}” {said}; the table has these figures for {has}.",
        criteria="A figure in a text stands under the period of its record.",
        condition=f"“{evidence.quoted(record)}”",
        cause="Not stated in what was read.",
        consequence="Readers compare the wrong years.",
        corrective_action="Correct the periods in the text.",
        counter="The amounts themselves agree with the table.",
        evidence=(record.id,),
        places=(record.place, *(one.place for one in lines if one.place)),
    )

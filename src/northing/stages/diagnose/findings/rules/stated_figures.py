"""Do the figures in the text agree with the figures in the tables?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.documents.told import Listed, Sum, tell
from northing.foundations.sources.periods import period_in
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


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the sentence that tells it."""

    record: Record
    figure: StatedFigure

    @property
    def period(self) -> str | None:
        """As the sentence says, else as its heading does: under *2025* a figure is one of 2025."""
        if self.figure.period:
            return _year_label(self.figure.period)
        years = (one.strip() for one in reversed(self.record.heading) if one.strip().isdigit())
        return next(years, None)

    @property
    def amount(self) -> Decimal:
        return self.figure.amount.value

    def shown(self, home: str | None) -> Sum:
        return money(self.amount, self.figure.amount.currency or home)


def _year_label(written: str) -> str:
    """`FY 2025` and `fiscal year 2025` name the period the tables call FY2025."""
    when = period_in(written)
    return when.year_label if when else written


def stated_figure_findings(evidence: Evidence) -> Iterator[Finding]:
    """Each figure of a document whose label a table knows with another amount for that period."""
    known = _Known(evidence)
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for record in evidence.records:
        if record.channel in SPOKEN:
            for figure in stated_figures(record.text, language=evidence.language):
                told[(record.place.path, figure.label)].append(Told(record, figure))
    for (_, label), figures in told.items():
        yield from _compare(evidence, label, figures, known)


class _Known:
    """The figures of the tables, to be asked by label."""

    def __init__(self, evidence: Evidence) -> None:
        self._figures = list(_known_figures(evidence))
        self._by_label: dict[str, list[Known]] = {}

    def of(self, label: str) -> list[Known]:
        if label not in self._by_label:
            self._by_label[label] = [one for one in self._figures if same_label(label, one.label)]
        return self._by_label[label]


def known_labels(evidence: Evidence) -> frozenset[str]:
    """Everything the tables have a figure for."""
    return frozenset(one.label for one in _known_figures(evidence))


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
    """The whole by period, under the name texts give it."""
    sums: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    for record in spent:
        sums[("Total spent", record.period)] += record.amount or 0
    for (label, period), amount in sums.items():
        yield Known(label, period, amount, None)


def _compare(
    evidence: Evidence, label: str, figures: Sequence[Told], known: _Known
) -> Iterator[Finding]:
    lines = known.of(label)
    compared = [(told, at) for told in figures if (at := _at(lines, told.period))]
    wrong = [
        (told, at)
        for told, at in compared
        if not any(same_amount(told.amount, one.amount) for one in at)
    ]
    shifted = _shifted([told for told, _ in wrong], lines)
    if len(wrong) > 1 and len(wrong) == len(compared) and shifted:
        yield _shift_finding(evidence, label, [told for told, _ in wrong], shifted)
        return
    for told, at in wrong:
        yield _finding(evidence, label, told, at[0])


def _at(lines: Sequence[Known], period: str | None) -> list[Known]:
    return [one for one in lines if one.period == period]


def same_amount(stated: Decimal, known: Decimal) -> bool:
    return abs(stated - known) <= _ROUNDED * max(abs(stated), abs(known))


def _shifted(wrong: Sequence[Told], lines: Sequence[Known]) -> list[Known]:
    """Where every figure of the label stands in the table, each under another period."""
    found = []
    for told in wrong:
        other = [one for one in lines if one.period and one.amount == told.amount]
        if told.period is None or not other:
            return []
        found.append(other[0])
    return found


def _finding(evidence: Evidence, label: str, told: Told, at: Known) -> Finding:
    currency = told.figure.amount.currency or evidence.currency
    return Finding(
        code="stated-figure-differs",
        severity=Severity.MEDIUM,
        channel="money",
        period=told.period,
        statement=tell(
            "The text gives {said} for “{label}” in {period}, the records say {found}."
            if told.period
            else "The text gives {said} for “{label}”, the records say {found}.",
            said=told.shown(evidence.currency),
            label=evidence.redact(label),
            period=told.period or "",
            found=money(at.amount, currency),
        ),
        criteria="A figure in a text agrees with the records it is taken from.",
        condition=tell("“{text}”", text=evidence.quoted(told.record)),
        consequence="One of the two is out of date or wrong.",
        corrective_action="Correct the text, or say what it counts that the records do not.",
        counter="The text may count something else under that name, or stand at an earlier date.",
        evidence=(told.record.id,),
        places=(told.record.place, *([at.place] if at.place else [])),
    )


def _shift_finding(
    evidence: Evidence, label: str, figures: Sequence[Told], lines: Sequence[Known]
) -> Finding:
    said = (
        tell("{sum} for {period}", sum=one.shown(evidence.currency), period=str(one.period))
        for one in figures
    )
    has = tuple(str(one.period) for one in lines)
    return Finding(
        code="figure-stated-for-another-period",
        severity=Severity.LOW,
        channel="money",
        period=figures[0].period,
        statement=tell(
            "The text gives “{label}” as {said}; the table has these figures for {periods}.",
            label=evidence.redact(label),
            said=Listed(tuple(said), " and "),
            periods=Listed(has, " and "),
        ),
        criteria="A figure in a text stands under the period of its record.",
        condition=tell("“{text}”", text=evidence.quoted(figures[0].record)),
        consequence="Readers compare the wrong years.",
        corrective_action="Correct the periods in the text.",
        counter="The amounts themselves agree with the table.",
        evidence=tuple(dict.fromkeys(one.record.id for one in figures)),
        places=(
            *dict.fromkeys(one.record.place for one in figures),
            *(one.place for one in lines if one.place),
        ),
    )

"""How is the money of each commitment drawn beside its words, today and as proposed?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.foundations.documents.blocks import Column, Figure, Table
from northing.foundations.documents.charts import DumbbellRow, Names, dumbbell_of
from northing.foundations.documents.numbers import percent
from northing.foundations.methods.estimate import Estimate, Measure, exact
from northing.stages.decide.budget.facts import Compared, Proposal, Served
from northing.stages.decide.budget.rules.comparing import NONE, compared

MOST_DRAWN = 40
GIVEN = "as it was given"
NOBODY = "Serves no commitment"
ALT = (
    "A line for each commitment: a hollow circle for its words, a hollow diamond for its money "
    "today, a filled circle for its money as proposed."
)


def shared_figure(proposal: Proposal, names: Mapping[str, str]) -> tuple[Figure, ...]:
    """The picture with its table; none where no commitment is named."""
    if not names:
        return ()
    served = [Served(one.line.now, one.amount, one.line.serves) for one in proposal.given]
    rows = compared(served, names, _words(proposal))
    called = {one.commitment: names.get(one.commitment, one.commitment) or NOBODY for one in rows}
    title = _title(rows[0], called)
    return (
        Figure(
            name="money-beside-words",
            title=title,
            unit="Share of all words, and of all money today and as proposed, in percent",
            source=_source(proposal, len(rows)),
            alt=ALT,
            spec=dumbbell_of(
                [_row(one, called[one.commitment]) for one in rows[:MOST_DRAWN]],
                unit="%",
                names=Names("words", "proposed", before="money today"),
            ),
            table=_table(rows, called, title),
        ),
    )


def _words(proposal: Proposal) -> dict[str, Measure]:
    said = proposal.limits.said
    if said is None:
        return {}
    shares = {NONE: 0.0, **said.shares}
    return {key: exact(share, n=1, method=GIVEN) for key, share in shares.items()}


def _title(first: Compared, called: Mapping[str, str]) -> str:
    name = f"\u201c{called[first.commitment]}\u201d"
    today, proposed = _share(first.today), _share(first.proposed)
    if isinstance(first.said, Estimate):
        return (
            f"{name} has {_share(first.said)} of the words; its money: {today} today, {proposed} "
            "proposed."
        )
    return f"{name} gets {today} of the money today, {proposed} as proposed."


def _source(proposal: Proposal, rows: int) -> str:
    words = "as they were given" if proposal.limits.said else "unknown, for nobody gave them"
    cut = f" Drawn are the {MOST_DRAWN} widest of {rows}." if rows > MOST_DRAWN else ""
    return f"Words: {words}. Money is exact; \u201c?\u201d is unknown, never zero.{cut}"


def _row(one: Compared, label: str) -> DumbbellRow:
    said, today, proposed = (
        100 * each.value if isinstance(each, Estimate) else None
        for each in (one.said, one.today, one.proposed)
    )
    return DumbbellRow(label=label, first=said, second=proposed, before=today)


def _table(rows: Sequence[Compared], called: Mapping[str, str], caption: str) -> Table:
    columns = (
        Column("Commitment"),
        Column("Words", numeric=True),
        Column("Money today", numeric=True),
        Column("Money proposed", numeric=True),
    )
    told = tuple(
        (called[one.commitment], _share(one.said), _share(one.today), _share(one.proposed))
        for one in rows
    )
    return Table(caption, columns, told)


def _share(one: Measure) -> str:
    return percent(one.value) if isinstance(one, Estimate) else "unknown"

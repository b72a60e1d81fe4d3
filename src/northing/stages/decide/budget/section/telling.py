"""What a budget true to the mission would look like, told with its price. Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Column,
    Details,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Table,
    Tone,
)
from northing.foundations.documents.numbers import MINUS, money, number, percent
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.decide.budget.facts import Cents, Conflict, Cut, Exchange, Given, Proposal
from northing.stages.decide.budget.section.drawing import shared_figure
from northing.stages.decide.priorities.section import measure_words

Names = Mapping[str, str]
_HOW = (
    "A line does for the mission its points, in proportion to what it gets of its cost; the budget "
    "is the one with most points that keeps every limit (mixed-integer programme, solved to the "
    "end by HiGHS, no gap left). Of several that do equally much, the one that ends and begins "
    "fewest lines. Points are what you gave: their ranges make the bounds, and bounds are all "
    "lines at their lowest, or all at their highest."
)


def cents(amount: Cents, currency: str) -> str:
    """An amount as people read it: "EUR 1,250", cents only where there are any."""
    return money(Decimal(amount) / 100, currency)


def proposal_section(proposal: Proposal, names: Names, *, currency: str) -> tuple[Block, ...]:
    """The answer, what each line gets, what each commitment gets, and how it is made."""
    return (
        Paragraph(_answer(proposal, currency), lead=True),
        *shared_figure(proposal, names),
        _facts(proposal, currency),
        lines_table(proposal.given, currency),
        *_commitments(proposal, names, currency),
        Details("How the budget is made", (Paragraph(_HOW),)),
    )


def conflict_section(conflict: Conflict, *, currency: str) -> tuple[Block, ...]:
    """Which limits contradict each other, and what can be done."""
    budget = cents(conflict.budget, currency)
    if not conflict.limits:
        said = f"No budget of {budget} keeps every limit."
        return (Callout(Tone.CONTRADICTION, said, "Raise the budget or lower a limit."),)
    return (
        Callout(
            Tone.CONTRADICTION,
            f"These limits cannot all hold with {budget}.",
            f"Floors ask for {cents(conflict.floors, currency)} in all. Leaving out any one of "
            "those below lets the others hold.",
        ),
        Listing(conflict.limits),
    )


def cut_section(cut: Cut, names: Names, *, currency: str) -> tuple[Block, ...]:
    """What a cut best keeps, beside cutting everything alike."""
    called = {one.line.id: one.line.name for one in cut.proposal.given}
    return (
        Paragraph(_cut_answer(cut, called), lead=True),
        *shared_figure(cut.proposal, names),
        Facts(
            (
                ("Best budget, points", measure_words(cut.proposal.impact, decimals=1)),
                ("Everything cut alike, points", measure_words(cut.alike, decimals=1)),
                (
                    "Could not go on if all were cut alike",
                    _listed(cut.alike_ends, called),
                ),
                ("Kept at every size looked at", _listed(cut.core, called)),
                ("Goes", _listed(cut.goes, called)),
                ("May be missed if the points are really others", _regret(cut.regret)),
            )
        ),
        lines_table(cut.proposal.given, currency),
        *_commitments(cut.proposal, names, currency),
        _curve(cut, called, currency),
        *_gentle(cut, currency),
        Details("How the cut is made", (Paragraph(_HOW), Paragraph(_draws(cut)))),
    )


def exchanges_section(found: Sequence[Exchange], *, currency: str) -> tuple[Block, ...]:
    """What more money back would cost the mission."""
    columns = (
        Column("Points for the mission", numeric=True),
        Column("Money back", numeric=True),
        Column("Lines paid for"),
    )
    rows = tuple(
        (
            number(one.impact, decimals=1),
            cents(one.returned, currency),
            ", ".join(given.line.name for given in one.proposal.given if given.stays) or "none",
        )
        for one in found
    )
    caption = "Budgets of which none has more of one without less of the other."
    return (Heading("Mission against money back", 3), Table(caption, columns, rows))


def lines_table(given: Sequence[Given], currency: str) -> Table:
    """Every line with what it gets today, what is proposed, and the difference."""
    columns = (
        Column("Line"),
        Column("Today", numeric=True),
        Column("Proposed", numeric=True),
        Column("Change", numeric=True),
        Column("Points when whole", numeric=True),
    )
    rows = tuple(
        (
            one.line.name,
            cents(one.line.now, currency),
            cents(one.amount, currency),
            _change(one, currency),
            _points(one),
        )
        for one in given
    )
    return Table("What each line gets.", columns, rows)


def _answer(proposal: Proposal, currency: str) -> str:
    paid = sum(one.stays for one in proposal.given)
    return (
        f"{paid} of {len(proposal.given)} lines are paid for with "
        f"{cents(proposal.spent, currency)}; {cents(proposal.left, currency)} is left."
    )


def _facts(proposal: Proposal, currency: str) -> Facts:
    pairs = [("Points for the mission", measure_words(proposal.impact, decimals=1))]
    if proposal.gap is not None:
        gap = proposal.gap
        said = percent(gap.value) if isinstance(gap, Estimate) else measure_words(gap)
        pairs.append(("Money apart from the words", said))
    if proposal.next_thousandth is not None:
        more = cents(max(1, proposal.limits.budget // 1000), currency)
        said = number(proposal.next_thousandth, decimals=3)
        pairs.append((f"What {more} more would add, points", said))
    return Facts(tuple(pairs))


def _commitments(proposal: Proposal, names: Names, currency: str) -> tuple[Block, ...]:
    if not proposal.by_commitment:
        return ()
    floors = {one.commitment: one.least for one in proposal.limits.floors}
    columns = (Column("Commitment"), Column("Gets", numeric=True), Column("Floor", numeric=True))
    rows = tuple(
        (
            names.get(key, key),
            cents(amount, currency),
            cents(floors[key], currency) if key in floors else "none",
        )
        for key, amount in proposal.by_commitment.items()
    )
    return (Table("What each commitment gets.", columns, rows),)


def _cut_answer(cut: Cut, called: Names) -> str:
    best, alike = cut.proposal.impact, cut.alike
    share = number(cut.percent, decimals=0 if cut.percent == int(cut.percent) else 1)
    said = f"With {share} % less, the best budget ends {_listed(cut.goes, called)}"
    if isinstance(best, Estimate) and isinstance(alike, Estimate):
        said += (
            f" and keeps {number(best.value, decimals=1)} points; cutting everything alike would "
            f"keep {number(alike.value, decimals=1)}"
        )
    return said + "."


def _curve(cut: Cut, called: Names, currency: str) -> Table:
    columns = (Column("Budget", numeric=True), Column("Points", numeric=True), Column("Leaves out"))
    rows = tuple(
        (
            cents(step.budget, currency),
            "cannot be kept" if step.impact is None else number(step.impact, decimals=1),
            _listed([one for one in called if one not in step.kept], called)
            if step.impact is not None
            else "unknown",
        )
        for step in cut.curve
    )
    return Table("What the best budget does at each size.", columns, rows)


def _gentle(cut: Cut, currency: str) -> tuple[Block, ...]:
    changes = {one.line.id: one for one in cut.gentle.given if one.stays != bool(one.line.now)}
    before = {one.line.id for one in cut.proposal.given if one.stays != bool(one.line.now)}
    if len(changes) >= len(before):
        return ()
    said = (
        f"Giving up at most one point in a hundred, {len(changes)} instead of {len(before)} lines "
        "would begin or end."
    )
    table = lines_table(cut.gentle.given, currency)
    return (Details("The gentlest budget that is nearly as good", (Paragraph(said), table)),)


def _draws(cut: Cut) -> str:
    return (
        f"What may be missed: the points are drawn {cut.draws} times from their ranges, seed "
        f"{cut.seed}, and the best budget for each draw is compared with this one."
    )


def _regret(regret: Measure) -> str:
    if not isinstance(regret, Estimate) or regret.low is None or regret.high is None:
        return measure_words(regret)
    low, high = percent(regret.low), percent(regret.high)
    return f"{percent(regret.value)} of the best ({low} to {high})"


def _points(one: Given) -> str:
    impact = one.line.impact
    if impact.low == impact.high:
        return number(impact.likely, decimals=1)
    return f"{number(impact.low, decimals=1)} to {number(impact.high, decimals=1)}"


def _change(one: Given, currency: str) -> str:
    if not one.change:
        return "none"
    sign = "+" if one.change > 0 else MINUS
    return f"{sign}{cents(abs(one.change), currency)}"


def _listed(ids: Sequence[str], called: Names) -> str:
    return ", ".join(called[one] for one in ids) or "none"

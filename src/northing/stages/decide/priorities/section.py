"""What comes first, told with its doubt. Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Column,
    Details,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Table,
    Tone,
)
from northing.foundations.documents.charts.scatter import Dot, outline_of, scatter
from northing.foundations.documents.numbers import number, percent
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.stages.decide.priorities.facts import Matrix, Placed, Ranking, Spot
from northing.stages.decide.priorities.rules.early import early_wins

Names = Mapping[str, str]
_HOW = (
    "Each option is worth the weighed sum of how far up it stands on each criterion, between the "
    "worst and the best that were stated (additive value, swing weights). Figures with a range "
    "are drawn {draws:,} times from a triangle; what nobody answered may stand anywhere, so its "
    "bounds are the worst case. \u201cFirst under\u201d is the part of all admissible weights for "
    "which it leads (SMAA-2), \u201cconfidence\u201d how often it leads with the weights that suit "
    "it best. Options that doubt cannot tell apart in 95 of 100 draws share a rank. Seed {seed}."
)


def ranking_section(ranking: Ranking, names: Names) -> tuple[Block, ...]:
    """The answer, the order, what would turn it, and how it is made."""
    if not ranking.placed:
        return (Callout(Tone.UNKNOWN, "No option is left to rank."), *_vetoes(ranking, names))
    return (
        Paragraph(_answer(ranking), lead=True),
        _order(ranking),
        *_turned(ranking, names),
        *_early(ranking),
        *_vetoes(ranking, names),
        _parts(ranking, names),
        *_checks(ranking),
        Details(
            "How the order is made",
            (Paragraph(_HOW.format(draws=ranking.draws, seed=ranking.seed)),),
        ),
    )


def matrix_section(matrix: Matrix, *, currency: str | None) -> tuple[Block, ...]:
    """The Purpose Priority Matrix: a picture, its table, and how it is made."""
    unit = currency or "money"
    dots = [_dot(spot) for spot in matrix.spots]
    table = _spots(matrix, unit)
    first = [spot.project.name for spot in matrix.spots if spot.on_front]
    said = (
        f"No other project is better on both sides than {_listed(first)}."
        if first
        else "No project is known on both sides, so none can be placed."
    )
    figure = Figure(
        name="purpose-priority-matrix",
        title="Money and mission, project by project.",
        unit=f"Return in {unit}, advancement of the mission between −1 and 1; the ring holds half "
        "of where a project may stand",
        source=f"{len(matrix.spots)} projects; the dashed lines are your own cut-offs.",
        alt=said,
        spec=scatter(
            dots,
            across=f"return, {unit}",
            up="advances the mission",
            cuts=(matrix.return_cut, matrix.advancement_cut),
        ),
        table=table,
    )
    how = (
        "Advancement is the sum over commitments of their weight times how far the project moves "
        f"them. {matrix.draws:,} draws from the ranges given, seed {matrix.seed}. A side nobody "
        "answered for leaves a project without a place; it is listed, never put at zero."
    )
    return (Paragraph(said, lead=True), figure, Details("How it is drawn", (Paragraph(how),)))


def measure_words(measure: Measure, *, decimals: int = 2) -> str:
    """A figure with its bounds in a cell: "0.62 (0.51 to 0.70)", or "unknown"."""
    if isinstance(measure, Unknown):
        return f"unknown: {measure.reason}"
    said = number(measure.value, decimals=decimals)
    if measure.low is None or measure.high is None or measure.low == measure.high:
        return said
    low, high = (number(one, decimals=decimals) for one in (measure.low, measure.high))
    return f"{said} ({low} to {high})"


def _answer(ranking: Ranking) -> str:
    leaders = ranking.leaders
    names = _listed([one.option.name for one in leaders])
    if len(leaders) > 1:
        return f"{names} come first together: doubt in the figures cannot tell them apart."
    share = leaders[0].leads
    under = percent(share.value, decimals=0) if isinstance(share, Estimate) else "unknown"
    return f"{names} comes first, and does so under {under} of all admissible weights."


def _order(ranking: Ranking) -> Table:
    called = {one.option.id: one.option.name for one in ranking.placed}
    rows = tuple(_row(one, called) for one in ranking.placed)
    columns = (
        Column("Rank", numeric=True),
        Column("Option"),
        Column("Value, 0 to 1", numeric=True),
        Column("First under", numeric=True),
        Column("Confidence", numeric=True),
        Column("Tied with"),
    )
    return Table("The order, with how sure it is.", columns, rows)


def _row(one: Placed, called: Names) -> tuple[str, ...]:
    leads = percent(one.leads.value, decimals=0) if isinstance(one.leads, Estimate) else "unknown"
    sure = "never leads" if one.confidence is None else percent(one.confidence, decimals=0)
    tied = "; ".join(called[other] for other in one.tied_with) or "nobody"
    return str(one.rank), one.option.name, measure_words(one.value), leads, sure, tied


def _turned(ranking: Ranking, names: Names) -> tuple[Block, ...]:
    if len(ranking.placed) == 1:
        return ()
    first, second = ranking.placed[0].option.name, ranking.placed[1].option.name
    if ranking.turned is None:
        return (Paragraph(f"No weights at all put {second} before {first}."),)
    changed = [
        f"{names.get(one.id, one.name)}: {before} to {after}"
        for one, before, after in zip(
            ranking.criteria,
            [percent(weight) for weight in ranking.weights],
            [percent(weight) for weight in ranking.turned.weights],
            strict=True,
        )
        if before != after
    ]
    moved = percent(ranking.turned.moved, decimals=1)
    said = f"{second} draws level with {first} once {moved} of the weight changes hands:"
    return (Paragraph(said), Listing(tuple(changed) or ("they are level already",)))


def _early(ranking: Ranking) -> tuple[Block, ...]:
    wins = early_wins(ranking.placed)
    if not wins:
        return ()
    said = "People would meet these daily. That adds nothing to their value; it is for who plans."
    return (
        Heading("What everybody could see soon", 3),
        Paragraph(said),
        Listing(tuple(one.option.name for one in wins)),
    )


def _vetoes(ranking: Ranking, names: Names) -> tuple[Block, ...]:
    if not ranking.vetoed:
        return ()
    lines = tuple(
        f"{one.option.name}: does not keep the limit on {names.get(one.criterion, one.criterion)}"
        for one in ranking.vetoed
    )
    return (Heading("Not ranked", 3), Listing(lines))


def _parts(ranking: Ranking, names: Names) -> Table:
    columns = [Column("Option")]
    columns += [
        Column(f"{names.get(one.id, one.name)} ({percent(weight, decimals=0)})", numeric=True)
        for one, weight in zip(ranking.criteria, ranking.weights, strict=True)
    ]
    rows = tuple(
        (
            one.option.name,
            *(number(part.value, decimals=2) if part.known else "unknown" for part in one.parts),
        )
        for one in ranking.placed
    )
    return Table("What each criterion adds to the value.", tuple(columns), rows)


def _checks(ranking: Ranking) -> tuple[Block, ...]:
    if not ranking.checks:
        return ()
    called = {one.option.id: one.option.name for one in ranking.placed}
    rows = tuple(
        (
            one.method,
            ", ".join(called[first] for first in one.first),
            "unknown" if one.alike is None else number(one.alike, decimals=2),
        )
        for one in ranking.checks
    )
    columns = (Column("Method"), Column("Puts first"), Column("Agreement of orders", numeric=True))
    note = "Kendall's tau-b; checks only, since their order can turn when another option is added."
    return (Table("What other methods say.", columns, rows, note=note),)


def _dot(spot: Spot) -> Dot:
    if spot.ellipse is None or not (
        isinstance(spot.returned, Estimate) and isinstance(spot.advancement, Estimate)
    ):
        return Dot(spot.project.name, None, None)
    middle = spot.returned.value, spot.advancement.value
    axes = spot.ellipse.across, spot.ellipse.up
    outline = outline_of(middle, axes, spot.ellipse.turned)
    return Dot(spot.project.name, *middle, is_first=spot.on_front, outline=outline)


def _spots(matrix: Matrix, unit: str) -> Table:
    columns = (
        Column("No.", numeric=True),
        Column("Project"),
        Column(f"Return, {unit}", numeric=True),
        Column("Advancement, −1 to 1", numeric=True),
        Column("On the front", numeric=True),
        Column("Most likely quadrant"),
    )
    rows = tuple(_spot(place, spot) for place, spot in enumerate(matrix.spots, 1))
    return Table("Every project, those on the front first.", columns, rows)


def _spot(place: int, spot: Spot) -> tuple[str, ...]:
    where = "no place"
    if spot.quadrants:
        name, part = max(spot.quadrants.items(), key=lambda one: one[1])
        where = f"{name} ({percent(part, decimals=0)})"
    often = "unknown" if spot.front is None else percent(spot.front, decimals=0)
    returned = measure_words(spot.returned, decimals=0)
    return str(place), spot.project.name, returned, measure_words(spot.advancement), often, where


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    joint = "; " if any("," in one for one in names) else ", "
    return f"{joint.join(names[:-1])} and {names[-1]}"

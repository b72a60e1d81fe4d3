"""Is everything in a file of priorities understood, and what does it ask for?

One TOML file: criteria (or commitments, for the matrix), and options in it or in a table beside
it. Whatever is not understood is refused with its place; the rest is still looked at, so that all
complaints come at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from northing.stages.decide.priorities.facts import Criterion, Option, Project
from northing.stages.decide.priorities.intake.shape import (
    CommitmentPart,
    MatrixPart,
    PrioritiesFile,
    told,
)
from northing.stages.decide.priorities.intake.written import (
    YES,
    Complaints,
    Rows,
    UnreadableFile,
    figures_of,
    id_of,
    rows_of,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file asks for. Where `matrix` is there, `projects` are placed on it."""

    title: str
    keep_order: bool
    criteria: tuple[Criterion, ...]
    options: tuple[Option, ...]
    weights: Mapping[str, float]
    projects: tuple[Project, ...]
    matrix: MatrixPart | None
    names: Mapping[str, str]


class UnreadablePriorities(UnreadableFile):
    """Nothing can be ranked from this file."""


def asked_in(content: Mapping[str, Any], rows: Sequence[Mapping[str, str]], place: str) -> Asked:
    """What a parsed file and the rows of its table ask for.

    Parameters
    ----------
    content : mapping
        The TOML document.
    rows : sequence of mappings
        Rows of the table it names, by lower-case header; empty where it names none.
    place : str
        How the file is called in complaints.

    Raises
    ------
    UnreadablePriorities
        With every complaint there is.

    """
    try:
        read = PrioritiesFile.model_validate(content)
    except ValidationError as error:
        raise UnreadablePriorities(list(told(error, place))) from None
    complaints = Complaints()
    given = rows_of("option", read.option, rows, place=place, named=read.priorities.table)
    if not given:
        complaints.add(place, "there is no [[option]], and no table with a row; add at least one.")
    asked = _asked(read, given, complaints, place)
    if complaints.said:
        raise UnreadablePriorities(complaints.said)
    return asked


def _asked(read: PrioritiesFile, given: Rows, complaints: Complaints, place: str) -> Asked:
    criteria = tuple(_criteria(read, complaints, place))
    _complain_of_the_whole(read, criteria, complaints, place)
    options, projects = _options(read, criteria, given, complaints)
    named = [(one.id, one.name or one.id) for one in read.criterion]
    named += [(one.id, one.name or one.id) for one in read.commitment]
    return Asked(
        title=read.priorities.title,
        keep_order=read.priorities.keep_order,
        criteria=criteria,
        options=options,
        weights={one.id: one.weight for one in read.commitment},
        projects=projects,
        matrix=read.matrix,
        names=dict(named),
    )


def _complain_of_the_whole(
    read: PrioritiesFile, criteria: Sequence[Criterion], complaints: Complaints, place: str
) -> None:
    if not criteria and read.matrix is None:
        complaints.add(place, "there is nothing to compare by; add a [[criterion]], or a [matrix].")
    if criteria and not any(one.swing for one in criteria):
        complaints.add(place, "every swing is 0; give at least one criterion some points.")
    if read.matrix is not None and not any(one.weight for one in read.commitment):
        complaints.add(place, "a [matrix] needs a [[commitment]] with a weight.")
    ids = Counter([*(one.id for one in read.criterion), *(one.id for one in read.commitment)])
    for one in (one for one, times in ids.items() if times > 1):
        complaints.add(place, f"the id {one!r} is there twice; give each its own.")


def _options(
    read: PrioritiesFile, criteria: Sequence[Criterion], given: Rows, complaints: Complaints
) -> tuple[tuple[Option, ...], tuple[Project, ...]]:
    options: dict[str, Option] = {}
    projects = []
    for where, row in given:
        option = _option(where, row, criteria, complaints)
        if option is None:
            continue
        if option.id in options:
            complaints.add(where, f"the id {option.id!r} is there already; give each its own.")
        options[option.id] = option
        if read.matrix is not None:
            projects.append(_project(where, row, option, read.commitment, complaints))
    return tuple(options.values()), tuple(projects)


def _criteria(read: PrioritiesFile, complaints: Complaints, place: str) -> Iterator[Criterion]:
    for n, one in enumerate(read.criterion, 1):
        try:
            yield Criterion(one.id, one.name or one.id, one.worst, one.best, one.swing, one.veto)
        except ValueError as error:
            complaints.add(f"{place}, criterion {n}", f"{error}; give it two different ends.")


def _option(
    where: str, row: Mapping[str, Any], criteria: Sequence[Criterion], complaints: Complaints
) -> Option | None:
    name = str(row.get("name", "")).strip()
    if not name:
        complaints.add(where, "it has no name; give it one.")
        return None
    figures = figures_of(where, row, [one.id for one in criteria], complaints)
    for one in criteria:
        low, high = one.ends
        figure = figures.get(one.id)
        if figure and not low <= figure.low <= figure.high <= high:
            complaints.add(
                f"{where}, {one.id}", f"it lies outside {low:g} to {high:g}; widen the criterion."
            )
    daily = str(row.get("reaches_daily", row.get("reaches daily", ""))).strip().casefold()
    return Option(
        id_of(row, name, without="option"), name, figures,
        reaches_daily=daily in YES,
    )  # fmt: skip


def _project(
    where: str,
    row: Mapping[str, Any],
    option: Option,
    commitments: Sequence[CommitmentPart],
    complaints: Complaints,
) -> Project:
    advances = figures_of(where, row, [one.id for one in commitments], complaints)
    for key, figure in advances.items():
        if not -1 <= figure.low <= figure.high <= 1:
            complaints.add(f"{where}, {key}", "how far it moves a promise lies between -1 and 1.")
    returned = figures_of(where, row, ["return"], complaints).get("return")
    return Project(option.id, option.name, returned, advances)

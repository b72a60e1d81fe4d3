"""How is a file of priorities built, and what does it say where it is not?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
Text = Annotated[str, Field(min_length=1, max_length=400)]
Finite = Annotated[float, Field(allow_inf_nan=False)]
Points = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Part(BaseModel):
    """A part of a file people write: every key is known, and blanks around a text are none."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class CriterionPart(Part):
    id: Id
    name: Text | None = None
    worst: Finite = 0
    best: Finite = 10
    swing: Points = 100
    veto: Finite | None = None


class CommitmentPart(Part):
    id: Id
    name: Text | None = None
    weight: Points = 1


class MatrixPart(Part):
    return_cut: Finite = 0
    advancement_cut: Finite = 0
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None


class PrioritiesPart(Part):
    title: Text = "Priorities"
    table: Text | None = None
    keep_order: bool = False


class PrioritiesFile(Part):
    priorities: PrioritiesPart = PrioritiesPart()
    matrix: MatrixPart | None = None
    criterion: tuple[CriterionPart, ...] = ()
    commitment: tuple[CommitmentPart, ...] = ()
    option: tuple[dict[str, Any], ...] = ()


def told(error: ValidationError, place: str) -> Iterator[str]:
    """Every complaint as a sentence with its place."""
    for one in error.errors():
        where = ", ".join(str(part + 1 if isinstance(part, int) else part) for part in one["loc"])
        said = "this key is not known; remove it or see the reference of the file"
        yield f"{place}, {where}: {said if one['type'] == 'extra_forbidden' else one['msg']}."

"""Which purpose do past choices show, beside the one that was stated?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from northing.foundations.methods.estimate import Estimate, Measure


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something options differed in: a commitment, or money. `stated` is its declared weight."""

    id: str
    name: str
    stated: float


@dataclass(frozen=True, slots=True)
class PastChoice:
    """Options by what each would do on each dimension, and the one that was taken."""

    id: str
    options: tuple[Mapping[str, float], ...]
    taken: int


@dataclass(frozen=True, slots=True)
class Weight:
    """One dimension's part in the choices, beside its stated part.

    `revealed` is the share of what moving over the whole range of this dimension did to the
    appeal of an option, below 0 where more of it made an option less likely to be taken.
    `apart` is revealed − stated.
    """

    dimension: str
    stated: float
    revealed: Estimate
    apart: Estimate


@dataclass(frozen=True, slots=True)
class RevealedPurpose:
    """The weights of all dimensions, and how much better than by lot they explain the choices.

    `explained` is McFadden's R², between 0 (no better) and 1 (without exception).
    """

    weights: tuple[Weight, ...]
    choices: int
    explained: Measure
    seed: int
    draws: int


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Why the choices cannot carry weights, and how many would (None where no number helps)."""

    reason: str
    choices: int
    needed: int | None

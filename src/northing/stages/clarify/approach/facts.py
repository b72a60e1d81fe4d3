"""Should change begin at the top, at the front line, or at both, and how sure is that?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Approach(StrEnum):
    """Where change begins."""

    TOP_DOWN = "top-down"
    GRASSROOTS = "grassroots"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing an approach hangs on, answered from 0 (not at all) to 4 (wholly).

    `points` is what a full answer adds for each approach (what it counts against one is below 0);
    an answer of 2 adds half of it.
    """

    id: str
    text: str
    points: dict[Approach, int]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its evidence. Without evidence it counts as not known."""

    question: str
    answer: int
    evidence: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.answer <= 4:  # noqa: PLR2004 - the scale every question is answered on
            raise ValueError("an answer lies between 0 and 4")


@dataclass(frozen=True, slots=True)
class Standing:
    """The points of one approach: from what is known, and between which ends with what is not."""

    approach: Approach
    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Advice:
    """What speaks for which approach. `clear` is None where there is no clear winner.

    `telling` are the questions whose answers matter most (the lead without them), `flip` the
    smallest change of one answer after which another approach leads, `flags` what has to be
    mended first whatever is chosen, `open` the questions without evidence.
    """

    standings: tuple[Standing, ...]
    clear: Approach | None
    telling: tuple[str, ...]
    flip: tuple[str, int, int] | None
    flags: tuple[str, ...]
    open: tuple[str, ...]

"""Which bytes are being read, under which wishes, and how does a reader say that it cannot?"""

from __future__ import annotations

from dataclasses import dataclass, field

from northing.foundations.sources.rows import Place, Reading, Refusal


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows better than the reader: each wish left out is worked out instead.

    `header_row` counts physical lines from 1. `kind` is one of the kinds of `Reading`.
    """

    sheet: str | None = None
    header_row: int | None = None
    delimiter: str | None = None
    encoding: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The bytes of one file, read once: what is hashed is what is parsed."""

    path: str
    content: bytes
    sha256: str
    options: ReadOptions = field(default_factory=ReadOptions)


class UnreadableSource(Exception):  # noqa: N818 - named for what it tells, as the style asks
    """A file, sheet or line that no rows can be had from: why, and what to do about it."""

    def __init__(self, reason: str, remedy: str, *, value: str = "", line: int | None = None):
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.value = value
        self.line = line


def refusal_of(path: str, problem: UnreadableSource, *, sheet: str | None = None) -> Refusal:
    """The problem, with the place where it was met."""
    place = Place(path=path, sheet=sheet, line=problem.line)
    return Refusal(place, problem.value, problem.reason, problem.remedy)


def refused(path: str, problem: UnreadableSource, *, kind: str, sha256: str = "") -> Reading:
    """A reading that holds nothing but the reason why."""
    return Reading(path=path, sha256=sha256, kind=kind, refusals=(refusal_of(path, problem),))

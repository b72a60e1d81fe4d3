"""What does a back-up say of itself, and what is said where one cannot be made or taken back?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

FORM = 1
NOT_UNDERSTOOD, NOT_READ, NOT_WRITTEN = 2, 3, 4


class Refusal(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """One sentence for whoever runs the installation, and the code the program ends with."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def damaged(place: str, why: str) -> Refusal:
    return Refusal(f"{place} is damaged: {why}. Take another back-up; nothing was changed.",
                   NOT_READ)  # fmt: skip


def unwritable(place: object, error: OSError) -> Refusal:
    why = error.strerror or str(error)
    return Refusal(f"{place} cannot be written: {why}. Make room there or choose another place.",
                   NOT_WRITTEN)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """The first thing in a back-up: who made it, of which database, with which tables.

    `vendor` is `sqlite` or `postgresql`; `server` and `client` are the major versions of
    PostgreSQL and of its pg_dump, 0 where there is none. `migrations` names all that were applied.
    """

    northing: str
    made_at: str
    vendor: str
    server: int = 0
    client: int = 0
    migrations: tuple[str, ...] = ()
    form: int = FORM

    def as_text(self) -> str:
        return json.dumps(asdict(self), indent=1, sort_keys=True) + "\n"


def heading_of(text: bytes) -> Heading:
    """Raises ValueError, TypeError or KeyError where it is none."""
    found: dict[str, Any] = json.loads(text)
    if not isinstance(found, dict):
        raise TypeError("a heading is an object")
    if found.get("form") != FORM:
        raise KeyError("form")
    known = {key: found[key] for key in Heading.__dataclass_fields__}
    known["migrations"] = tuple(str(one) for one in known["migrations"])
    return Heading(**known)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a back-up. `same_as` names the earlier part it is another name of."""

    name: str
    bytes: int
    sha256: str
    same_as: str = ""

    def as_line(self) -> str:
        return json.dumps(asdict(self), sort_keys=True) + "\n"

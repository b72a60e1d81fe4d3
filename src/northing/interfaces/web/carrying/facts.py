"""What does the archive of an organisation say of itself?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Self
from uuid import UUID

FORM = 1
WHAT = "northing organisation"
MANIFEST, README, PEOPLE = "manifest.json", "README.txt", "people.jsonl"
TRAIL, SEALED = "trail.jsonl", "sealed.jsonl"
TABLES, FILES = "tables/", "files/"
ENDING = ".northing.zip"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an archive. `same_as` names the earlier part that has the same bytes."""

    name: str
    bytes: int
    sha256: str
    lines: int | None = None
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last thing written into an archive, and the first that is read.

    `migrations` names the steps the tables had taken: who knows one of them not is too old to
    read the archive. `trail` is the head of the chain that `trail.jsonl` holds.
    """

    northing: str
    made_at: str
    organisation: UUID
    name: str
    migrations: tuple[str, ...]
    sequence: int
    digest: str
    parts: tuple[Part, ...]

    def as_text(self) -> str:
        told = {
            "what": WHAT,
            "form": FORM,
            "northing": self.northing,
            "made_at": self.made_at,
            "organisation": {"id": str(self.organisation), "name": self.name},
            "migrations": list(self.migrations),
            "trail": {"sequence": self.sequence, "digest": self.digest},
            "parts": [asdict(one) for one in self.parts],
        }
        return json.dumps(told, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def read(cls, found: dict[str, Any]) -> Self:
        """Raises ValueError, TypeError, KeyError or AttributeError where it is none."""
        return cls(
            northing=str(found["northing"]),
            made_at=str(found["made_at"]),
            organisation=UUID(found["organisation"]["id"]),
            name=str(found["organisation"]["name"]),
            migrations=tuple(map(str, found["migrations"])),
            sequence=int(found["trail"]["sequence"]),
            digest=str(found["trail"]["digest"]),
            parts=tuple(Part(**one) for one in found["parts"]),
        )

    def part(self, name: str) -> Part | None:
        return next((one for one in self.parts if one.name == name), None)

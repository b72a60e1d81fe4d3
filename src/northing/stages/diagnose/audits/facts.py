"""What is an audit asked to look at?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

NO_PROMISE = "no promise to audit"
NO_RECORD = "no record to audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """As of which day, over which channels and commitments (none named: all), with which seed.

    `meaning` lets the machine link by meaning as well as by words. `currency` is the one the
    organisation reckons in; where it is empty, the one most of its files are in. `language` is
    the one its records are written in.
    """

    on: date
    seed: int = 0
    channels: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    meaning: bool = False
    currency: str = ""
    language: str = "en"

    def as_json(self) -> dict[str, Any]:
        """What the row of an audit keeps beside its day."""
        return {
            "seed": self.seed,
            "channels": list(self.channels),
            "commitments": list(self.commitments),
            "meaning": self.meaning,
            "currency": self.currency,
            "language": self.language,
        }


def wish_in(on: date, kept: Mapping[str, Any]) -> Wish:
    """The wish behind what a row keeps."""
    return Wish(
        on=on,
        seed=int(kept.get("seed", 0)),
        channels=tuple(kept.get("channels", ())),
        commitments=tuple(kept.get("commitments", ())),
        meaning=bool(kept.get("meaning", False)),
        currency=str(kept.get("currency", "")),
        language=str(kept.get("language", "en")),
    )

"""What is an audit asked to look at?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

ENGLISH = "en"
NO_PROMISE = "no promise to audit"
NO_RECORD = "no record to audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """As of which day, over which channels and commitments (none named: all), with which seed.

    `meaning` lets the machine link by meaning as well as by words. `currency` is the one the
    organisation reckons in; where it is empty, the one most of its files are in. `language` is
    the one its records are written in, `report_language` the one whoever asks reads reports in.
    """

    on: date
    seed: int = 0
    channels: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    meaning: bool = False
    currency: str = ""
    language: str = ENGLISH
    report_language: str = ENGLISH

    def as_json(self) -> dict[str, Any]:
        """What the row of an audit keeps beside its day."""
        is_english = self.report_language == ENGLISH
        return {
            "seed": self.seed,
            "channels": list(self.channels),
            "commitments": list(self.commitments),
            "meaning": self.meaning,
            "currency": self.currency,
            "language": self.language,
            **({} if is_english else {"report_language": self.report_language}),
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
        language=str(kept.get("language", ENGLISH)),
        report_language=str(kept.get("report_language", ENGLISH)),
    )

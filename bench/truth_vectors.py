"""Does the program compute what was published, entry by entry?

The entries stand in a file `vectors.json` outside the project, in the folder named by
NORTHING_VECTORS or beside that of NORTHING_REAL_DATA. A figure is reproduced when it agrees to the
last digit printed. An entry nothing here computes is listed with the part it waits for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from truth_answers import ANSWERS, NOT_YET

Answer = Callable[[dict[str, Any], Path], Any]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Names of the entries: reproduced, wrong (with what differs), not covered (with its home)."""

    of: int
    reproduced: tuple[str, ...]
    wrong: dict[str, str]
    not_covered: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        return {
            "reproduced": len(self.reproduced),
            "covered": len(self.reproduced) + len(self.wrong),
            "of": self.of,
            "reproduced_names": list(self.reproduced),
            "not_covered": sorted(self.not_covered),
            "belongs_to": dict(sorted(self.not_covered.items())),
            "wrong": self.wrong,
        }


def folder() -> Path | None:
    """Where the vectors lie; None where no variable leads to them."""
    named, data = os.environ.get("NORTHING_VECTORS"), os.environ.get("NORTHING_REAL_DATA")
    places = [Path(named)] if named else []
    places += [Path(data).parent / "vectors"] if data else []
    places = [place.parent if place.is_file() else place for place in places]
    return next((place for place in places if (place / "vectors.json").is_file()), None)


def compared(place: Path) -> Vectors:
    entries = json.loads((place / "vectors.json").read_text("utf-8"))
    reproduced, wrong, waiting = [], {}, {}
    for name, entry in entries.items():
        if name not in ANSWERS:
            waiting[name] = NOT_YET.get(name, "no part of the plan names it")
            continue
        differences = list(_differences(ANSWERS[name](entry, place)))
        if differences:
            wrong[name] = "; ".join(differences)
        else:
            reproduced.append(name)
    return Vectors(len(entries), tuple(reproduced), wrong, waiting)


def _differences(answers: Any) -> Iterator[str]:
    """What differs, of pairs (ours, printed)."""
    compared_any = False
    for ours, printed in answers:
        compared_any = True
        if not agrees(ours, printed):
            yield f"{ours} instead of {printed}"
    if not compared_any:
        yield "the entry holds no figure that was compared"


def agrees(ours: Any, printed: Any) -> bool:
    """Numbers to half a unit of the last digit printed; lists part by part; the rest exactly."""
    if isinstance(printed, (list, tuple)):
        ours = list(ours)
        return len(ours) == len(printed) and all(map(agrees, ours, printed))
    if isinstance(printed, (bool, str, int)):
        return bool(ours == printed) or (isinstance(printed, int) and abs(ours - printed) < 1e-9)
    digits = -int(Decimal(repr(printed)).normalize().as_tuple().exponent)
    return bool(abs(float(ours) - printed) <= 0.5 * 10.0 ** -max(digits, 0) * (1 + 1e-6))

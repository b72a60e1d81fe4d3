"""Which answers of a judge were kept, and which of them still hold?

One JSON object a line. Rows → facts; a line that does not fit is refused with its remedy and the
others still read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from northing.stages.diagnose.stance.facts import Opinion
from northing.stages.records.ledger.facts import Stance

JUDGED = Path("verification") / "judged.jsonl"
"""Where the answers lie, beside the case file."""

FIELDS = ("record", "commitment", "stance", "why", "model", "prompt_sha256")


def opinions_in(text: str) -> tuple[tuple[Opinion, ...], tuple[str, ...]]:
    """The opinions of a file, the newest for a pair and model, and a sentence for each bad line."""
    found: dict[tuple[str, str, str], Opinion] = {}
    complaints: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = _opinion(json.loads(line))
        except (ValueError, KeyError, TypeError):
            complaints.append(
                f"line {number} is no answer of a judge; take the line out, it will be asked again"
            )
            continue
        found[(one.record_id, one.commitment, one.model)] = one
    return tuple(found.values()), tuple(complaints)


def line_of(one: Opinion) -> str:
    """One line of the file, the same for the same opinion."""
    values = (
        one.record_id,
        one.commitment,
        str(one.stance),
        one.why,
        one.model,
        one.prompt_sha256,
    )
    return json.dumps(dict(zip(FIELDS, values, strict=True)), ensure_ascii=False)


def _opinion(row: dict[str, Any]) -> Opinion:
    texts = {name: row[name] for name in FIELDS}
    if not all(isinstance(one, str) for one in texts.values()):
        raise TypeError("every field is a text")
    return Opinion(
        record_id=texts["record"],
        commitment=texts["commitment"],
        stance=Stance(texts["stance"]),
        why=texts["why"],
        model=texts["model"],
        prompt_sha256=texts["prompt_sha256"],
    )

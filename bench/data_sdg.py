"""What did the United Nations promise, in their own words: 17 goals and 169 targets?

`sdg_targets.csv` holds the wording of the resolution "Transforming our world: the 2030 Agenda for
Sustainable Development" (A/RES/70/1 of 25 September 2015, paragraph 59 on), an official record of
the United Nations, free of copyright by their rules on official records (ST/AI/189/Add.9/Rev.2),
and the short titles by which the goals are known. Nothing is shortened; typographic hyphens are
written plainly.

The rule, written down before the first run with these words: each goal is a commitment. Its text
is its short title and the sentence of the goal; each of its targets, whole and unchanged, is one
sign of living it. Titles and targets are all the program is told.
"""

from __future__ import annotations

import csv
from pathlib import Path

GOALS_AND_TARGETS = Path(__file__).with_name("sdg_targets.csv")


def goals() -> dict[int, tuple[str, ...]]:
    """Goal -> short title, sentence of the goal, its targets in the order of the resolution."""
    said: dict[int, list[str]] = {}
    with GOALS_AND_TARGETS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said.setdefault(int(row["goal"]), []).append(row["text"])
    return {goal: tuple(texts) for goal, texts in said.items()}

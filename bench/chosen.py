"""On what were the constants of linking chosen, and what do they give there?

The rule: every setting of the grid links the development corpora (`data_development`); F1,
precision and recall at borders in steps of 0.01 are averaged over the corpora of a kind, then over
the kinds. Taken is a setting whose highest mean F1 is within 0.01 of the highest of the grid, of
these the one nearest to the plain kernel: prompts drawn least, by the clearest texts, the other
constants as they were. *Linked* from the lowest border where the mean precision reaches 0.70,
*plausible* (every pair the kernel returns) from where it reaches 0.40. The search itself ran over
stored vectors; here the program links, with the plain and the taken setting, or with `--grid` all.
No test split is read. Run with `python3 dev.py bench chosen [--grid] [--json]`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from data_development import Corpus, corpora
from linking import prompts_of
from rich.console import Console
from rich.table import Table

from northing.foundations.text import scoring
from northing.foundations.text.encoder import encode
from northing.foundations.text.kernel import bottom_sample, prepare
from northing.foundations.text.scoring import Scorer
from northing.foundations.text.settings import MatchSettings
from northing.foundations.text.verdicts import verdicts

TAKEN = MatchSettings(meaning=True)
PLAIN = replace(TAKEN, drawn_by=0.0)
GRID = (
    PLAIN,
    *(
        replace(TAKEN, drawn_by=drawn_by, clear_above=clear_above, near_best_part=part)
        for drawn_by in (0.25, 0.5, 0.75, 1.0)
        for clear_above in (0.2, 0.25, 0.3, 0.35)
        for part in (0.25, 0.4)
    ),
)
BORDERS = np.round(np.arange(0.02, 0.6, 0.01), 2)
PRECISE, PLAUSIBLE = 0.70, 0.40
Figures = npt.NDArray[
    np.float64
]  # borders by F1, precision, recall of links; precision, recall of all pairs


def of_corpus(corpus: Corpus, settings: MatchSettings) -> Figures:
    """F1, precision and recall of links at every border; precision and recall of all pairs."""
    given = pa.array(corpus.texts, pa.string())
    every = replace(settings, plausible_above=float(BORDERS[0]), link_above=float(BORDERS[0]))
    prepared = prepare(bottom_sample(given), prompts_of(corpus.topics), every)
    found = verdicts(Scorer(prepared).scores(given), prepared)
    row, topic, score, is_link = found.row, found.topic, found.score, found.is_linked
    best = np.zeros(len(corpus.texts))
    np.maximum.at(best, row, score)
    away = np.round(score - settings.near_best_part * best[row], 6)
    right = corpus.label[row, topic]
    measured = []
    for border in BORDERS:
        near, said = away >= border, is_link & (away >= border)
        both, true = int((said & right).sum()), int(corpus.label.sum())
        measured.append(
            (
                2 * both / (int(said.sum()) + true),
                both / said.sum() if said.any() else 1.0,
                both / true,
                (near & right).sum() / near.sum() if near.any() else 1.0,
                (near & right).sum() / true,
            )
        )
    return np.array(measured)


def by_kind(given: Sequence[Corpus], settings: MatchSettings) -> dict[str, Figures]:
    found: dict[str, list[Figures]] = {}
    for corpus in given:
        found.setdefault(corpus.kind, []).append(of_corpus(corpus, settings))
    return {kind: np.mean(figures, axis=0) for kind, figures in found.items()}


def summary(kinds: dict[str, Figures]) -> dict[str, float]:
    mean = np.mean(list(kinds.values()), axis=0)
    linked = int(np.argmax(mean[:, 1] >= PRECISE))
    plausible = int(np.argmax(mean[:, 3] >= PLAUSIBLE))
    return {
        "best_f1": float(mean[:, 0].max()),
        "link_above": float(BORDERS[linked]),
        "plausible_above": float(BORDERS[plausible]),
        "precision": float(mean[linked, 1]),
        "recall": float(mean[linked, 2]),
        "plausible_precision": float(mean[plausible, 3]),
        "plausible_recall": float(mean[plausible, 4]),
    }


def reading_once() -> None:
    """All settings read the same texts: the model reads them once for all."""
    known: dict[tuple[str, ...], npt.NDArray[np.float32]] = {}

    def encode_once(texts: Sequence[str]) -> npt.NDArray[np.float32]:
        asked = tuple(texts)
        if asked not in known:
            known[asked] = encode(texts)
        return known[asked]

    scoring.encode = encode_once


def main() -> None:
    reading_once()
    data = os.environ.get("NORTHING_REAL_DATA")
    if not data:
        raise SystemExit("chosen: NORTHING_REAL_DATA is not set")
    given = corpora(Path(data))
    tried = GRID if "--grid" in sys.argv else (PLAIN, TAKEN)
    found = []
    for one in tried:
        named = {"drawn_by": one.drawn_by, "clear_above": one.clear_above}
        figures = summary(by_kind(given, one))
        found.append({**named, "near_best_part": one.near_best_part, **figures})
    if "--json" in sys.argv:
        print(json.dumps(found, indent=1))
        return
    table = Table(title=f"{len(given)} development corpora", title_justify="left")
    for name in found[0]:
        table.add_column(name.replace("_", " "))
    for line in found:
        table.add_row(*(f"{figure:.3f}" for figure in line.values()))
    Console().print(table)


if __name__ == "__main__":
    main()

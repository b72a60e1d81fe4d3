"""Are the figures right: what was published, what is promised of intervals, what was planted?

Four parts: (1) vectors: every published entry the program covers is computed again; (2) coverage:
every interval that is printed is tried 2,000 times in worlds whose truth is known; (3) planted:
what an audit finds of what was planted in Harbour Health; (4) options: worked examples that compare
options, and knapsacks whose best value is known. Run with `python3 dev.py bench truth`,
with `--json` for machines, `--docs` to write the tables into the documentation. Ends with 1 where
a figure is wrong, an interval fails without saying so, or the vectors are absent.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import truth_options
import truth_planted
import truth_samples
import truth_shares
from rich.console import Console
from rich.table import Table
from truth_coverage import Coverage, Setting, as_json, measured
from truth_docs import write
from truth_vectors import Vectors, compared, folder

SETTINGS: list[Setting] = [*truth_shares.SETTINGS, *truth_samples.SETTINGS]
Figures = tuple[float, float, float, float, bool]
PARTS = ("vectors", "coverage", "planted", "options")
ABSENT = "vectors: absent; name their folder in NORTHING_VECTORS"


def figures(task: tuple[int, int, int]) -> Figures:
    """One coverage, without its setting: what crosses from one program to another."""
    place, repetitions, seed = task
    found = measured(SETTINGS[place], repetitions=repetitions, seed=seed)
    return found.coverage, found.error, found.width, found.printed, found.is_labelled


def coverages(*, repetitions: int, seed: int, workers: int) -> list[Coverage]:
    """All settings, the slow ones first, in the order they are listed."""
    order = sorted(range(len(SETTINGS)), key=lambda place: SETTINGS[place].method != "sison_glaz")
    tasks = [(place, repetitions, seed) for place in order]
    if workers == 1:
        found = list(map(figures, tasks))
    else:
        with ProcessPoolExecutor(workers) as pool:
            found = list(pool.map(figures, tasks))
    by_place = dict(zip(order, found, strict=True))
    return [Coverage(setting, *by_place[place]) for place, setting in enumerate(SETTINGS)]


def show_vectors(found: Vectors, console: Console) -> None:
    counts = found.as_json()
    console.print(
        f"vectors: {counts['reproduced']} reproduced of {counts['covered']} covered "
        f"of {counts['of']}"
    )
    for name, why in found.wrong.items():
        console.print(f"  WRONG {name}: {why}", markup=False)
    for name, home in found.not_covered.items():
        console.print(f"  not yet: {name} belongs to {home}", markup=False)


def show_coverage(found: list[Coverage], console: Console) -> None:
    table = Table(title="Coverage of 95 % intervals", title_justify="left")
    for label in ("method", "setting", "coverage", "±", "width", "printed", "verdict"):
        table.add_column(label)
    for one in found:
        setting = one.setting
        table.add_row(
            setting.method,
            setting.name,
            f"{one.coverage:.3f}",
            f"{one.error:.3f}",
            f"{one.width:.3g}",
            f"{one.printed:.0%}",
            one.verdict,
        )
    console.print(table)


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    console = Console(quiet=options.json)
    result: dict[str, Any] = {}
    in_order, place = True, folder()
    if "vectors" in options.part and place is None:
        in_order = options.without_vectors
        print(ABSENT, file=sys.stderr)
    elif "vectors" in options.part and place:
        vectors = compared(place)
        show_vectors(vectors, console)
        result["vectors"] = vectors.as_json()
        in_order = not vectors.wrong
    if "coverage" in options.part:
        found = coverages(
            repetitions=options.repetitions, seed=options.seed, workers=options.workers
        )
        show_coverage(found, console)
        result["coverage"] = as_json(found)
        in_order &= all(one.is_ok for one in found)
    if "planted" in options.part:
        truth_planted.show(result.setdefault("planted", truth_planted.planted()), console)
    if "options" in options.part:
        in_order &= truth_options.looked_at(result, console)
    if options.docs:
        write(result, SETTINGS, repetitions=options.repetitions, seed=options.seed)
    if options.json:
        print(json.dumps(result, indent=1, sort_keys=True))
    return 0 if in_order else 1


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench truth")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part")
    parser.add_argument("--repetitions", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--docs", action="store_true", help="write the tables into docs/")
    parser.add_argument(
        "--without-vectors", action="store_true", help="do not fail where the vectors are absent"
    )
    options = parser.parse_args(arguments)
    options.part = options.part or PARTS
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How are the figures of linking shown: on the screen, and in the docs?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import figures_in_docs
from rich.console import Console
from rich.table import Table
from sdg_benchmark import Published

PAGE = "explanation/how-links-are-made.md"
Measure = Callable[..., float]
Figures = dict[str, float | int | None]

CHOSEN = (
    "Nothing was trained or tuned on a test split. The constants of linking were chosen on A3CG "
    "training and validation sentences and PERSPECTRUM training claims (`bench chosen`); the SDG "
    "goals are promised in the words of A/RES/70/1, each target whole; the signs of A3CG's topics "
    "were written after three training sentences each; PERSPECTRUM's claims are their own text."
)
ASKED = (
    ("SDG, mean accuracy over the 17 goals", "sdg.accuracy", "sdg.tfidf_accuracy",
     "low end ≥ 0.80", "twelve systems below"),
    ("SDG, macro F1", "sdg.macro_f1", "sdg.tfidf_macro_f1", "", ""),
    ("SDG, precision of links", "sdg.precision", "sdg.tfidf_precision", "", ""),
    ("SDG, recall of links", "sdg.recall", "sdg.tfidf_recall", "", ""),
    ("SDG, area under the curve, mean over the goals", "sdg.area", "sdg.tfidf_area", "", ""),
    ("SDG, accuracy if one border were fitted to its labels (five folds)",
     "sdg.accuracy_if_fitted", "sdg.tfidf_accuracy_if_fitted", "", "used for nothing"),
    ("SDG, true pairs not linked", "sdg.missed", "sdg.tfidf_missed", "", ""),
    ("of these, the goal was the nearest, but not near enough", "sdg.missed_though_nearest",
     "sdg.tfidf_missed_though_nearest", "", ""),
    ("PERSPECTRUM, claim found first among 227, all read whole", "perspectrum.acc1_full",
     "perspectrum.acc1_tfidf", "≥ 0.66", "all-MiniLM-L6-v2 alone: {perspectrum.acc1_model}"),
    ("the same, among the first five", "perspectrum.recall5_full", "perspectrum.recall5_tfidf",
     "", "all-MiniLM-L6-v2 alone: {perspectrum.recall5_model}"),
    ("claim found first, at most 30 % read whole", "perspectrum.acc1_30",
     "perspectrum.acc1_tfidf", "≥ 0.60", ""),
    ("A3CG, ten topics, micro F1", "a3cg.micro_f1", "a3cg.tfidf_micro_f1", "",
     "its authors judge pairs of topic and action: not comparable"),
    ("A3CG, ten topics, macro F1", "a3cg.macro_f1", "a3cg.tfidf_macro_f1", "", ""),
    ("A3CG, unseen topics, macro F1 (mean of three folds)", "a3cg.unseen_macro_f1",
     "a3cg.tfidf_unseen_macro_f1", "", ""),
)  # fmt: skip


def write(found: Figures, peers: Sequence[Published]) -> None:
    """Both tables into the page that explains linking."""
    figures_in_docs.write(PAGE, "linking", figures_in_docs.table(*_figures(found)))
    figures_in_docs.write(PAGE, "sdg systems", figures_in_docs.table(*_systems(found, peers)))


def show(found: Figures, peers: Sequence[Published]) -> None:
    console = Console()
    for title, (head, rows) in (
        ("SDG: accuracy in percent, mean over the goals", _systems(found, peers)),
        ("All figures", _figures(found)),
    ):
        table = Table(title=title, title_justify="left")
        for name in head:
            table.add_column(name)
        for row in rows:
            table.add_row(*(cell.replace("**", "") for cell in row))
        console.print(table)
    console.print(CHOSEN, markup=False)


def _figures(found: Figures) -> tuple[list[str], list[list[str]]]:
    head = ["", "words alone", "with meaning", "95 %", "asked", "published, for comparison"]
    return head, [
        [
            said,
            figures_in_docs.number(found.get(words)),
            f"**{figures_in_docs.number(found.get(ours))}**",
            _interval(found, ours),
            asked,
            _filled(peers, found),
        ]
        for said, ours, words, asked, peers in ASKED
        if found.get(ours) is not None
    ]


def _filled(said: str, found: Figures) -> str:
    """A cell with the figures it names in braces."""
    for name, value in found.items():
        said = said.replace(f"{{{name}}}", figures_in_docs.number(value))
    return said


def _interval(found: Figures, name: str) -> str:
    low, high = found.get(f"{name}_low"), found.get(f"{name}_high")
    if low is None or high is None:
        return ""
    return f"{figures_in_docs.number(low)} to {figures_in_docs.number(high)}"


def _systems(found: Figures, peers: Sequence[Published]) -> tuple[list[str], list[list[str]]]:
    """The published systems and ours, the most accurate first."""
    lines = [
        (one.accuracy, one.name, one.accuracy - one.half_width, one.accuracy + one.half_width)
        for one in peers
    ]
    for name, key in (
        ("**Northing, not trained**", "sdg.accuracy"),
        ("**Northing, words alone**", "sdg.tfidf_accuracy"),
    ):
        value, low, high = (found.get(f"{key}{end}") for end in ("", "_low", "_high"))
        if value is not None and low is not None and high is not None:
            lines.append((value, name, low, high))
    return ["system", "accuracy, %", "95 %, from", "to"], [
        [name, *(f"{100 * one:.1f}" for one in (value, low, high))]
        for value, name, low, high in sorted(lines, key=lambda line: (-line[0], line[1]))
    ]

"""How do the figures of the scenarios stand in one table?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

ROWS = {
    "recall": "planted contradictions found, as a question at least",
    "recall_accusing": "planted contradictions found, as an accusation",
    "false_alarms": "honest twins accused of what was planted",
    "false_alarms_of_any_weight": "honest twins asked or accused of what was planted",
    "told_apart": "planted ones found and graver than in the twin",
    "precision": "accusing findings that are right, in both twins",
    "accused_twins": "honest twins accused of anything at all",
}
MODES = {"without": "without labels", "labels": "with labels"}


def show(found: Mapping[str, Any]) -> None:
    console = Console(width=110)
    modes = [mode for mode in MODES if mode in found]
    console.print(_overall(found, modes))
    for mode in modes:
        console.print(_by_code(found[mode]["by_code"], MODES[mode]))
    for mode in modes:
        drift = found[mode]["drift"]
        console.print(
            f"drift, {MODES[mode]}: {drift['dated']} of {drift['planted']} dated, median error "
            f"{drift['median_days']} days, largest {drift['largest_days']}; the interval holds "
            f"the true day {ratio(drift, 'interval_holds')}"
        )
        for sentence, is_so in found[mode]["checks"].items():
            console.print(f"  {'yes' if is_so else 'NO '} {sentence} ({MODES[mode]})")
        for name in ("missed", "alarms", "wrong"):
            for one in found[mode][name]:
                console.print(f"  {name}, {MODES[mode]}: {one}", markup=False, highlight=False)


def ratio(figures: Mapping[str, Any], name: str) -> str:
    """`92 % (80 to 97, n 36)`, or a dash where nothing was counted."""
    if figures[name] is None:
        return "–"
    low, high = figures[f"{name}_low"], figures[f"{name}_high"]
    return f"{figures[name]:.0%} ({low:.0%} to {high:.0%}, n {figures[f'{name}_n']})"


def _overall(found: Mapping[str, Any], modes: list[str]) -> Table:
    table = Table(
        title=f"{found['families']} organisations and their honest twins, {found['records']} "
        f"records, seed {found['seed']}, {found['labels_a_case']} pairs labelled a case, "
        f"human error {found['human_error']:.0%}, {found.get('seconds', '–')} s",
        title_justify="left",
    )
    table.add_column("")
    for mode in modes:
        table.add_column(MODES[mode])
    for name, label in ROWS.items():
        table.add_row(label, *(ratio(found[mode], name) for mode in modes))
    return table


def _by_code(codes: Mapping[str, Mapping[str, Any]], title: str) -> Table:
    table = Table(title=f"By code, {title}", title_justify="left")
    for column in ("code", "found, of the plants it may find", "alarms on twins", "right"):
        table.add_column(column)
    for code, of in codes.items():
        table.add_row(code, *(ratio(of, name) for name in ("recall", "false_alarms", "precision")))
    return table

"""How do the figures stand on the page of the docs, between its two marks?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from organisations.showing import MODES, ROWS, ratio

PAGE = Path(__file__).parents[2] / "docs/explanation/planted-organisations.md"
BEGIN, END = "<!-- measured: python3 dev.py bench scenarios --docs -->", "<!-- measured: end -->"


def write_page(found: Mapping[str, Any]) -> None:
    page = PAGE.read_text("utf-8")
    inside = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    if not inside.search(page):
        raise SystemExit(f"{PAGE.name} has lost its marks: {BEGIN} … {END}")
    table = "\n".join(_lines(found))
    PAGE.write_text(inside.sub(lambda _: f"{BEGIN}\n\n{table}\n\n{END}", page), "utf-8")


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    modes = [mode for mode in MODES if mode in found]
    yield (
        f"Seed {found['seed']}; {found['families']} organisations and as many twins, "
        f"{found['records']:,} records; {found['labels_a_case']} pairs labelled a case, "
        f"{found['human_error']:.0%} of the answers wrong. Wilson intervals at 95 %."
    )
    yield ""
    yield f"| | {' | '.join(MODES[mode] for mode in modes)} |"
    yield f"|---|{'---|' * len(modes)}"
    for name, label in ROWS.items():
        yield f"| {label} | {' | '.join(ratio(found[mode], name) for mode in modes)} |"
    for name, label in (("median_days", "date of a drift, median error in days"),
                        ("dated", "drifts dated, of those planted")):  # fmt: skip
        cells = [_drift(found[mode]["drift"], name) for mode in modes]
        yield f"| {label} | {' | '.join(cells)} |"
    yield ""
    yield f"| must hold | {' | '.join(MODES[mode] for mode in modes)} |"
    yield f"|---|{'---|' * len(modes)}"
    for sentence in found[modes[0]]["checks"]:
        cells = ["yes" if found[mode]["checks"][sentence] else "no" for mode in modes]
        yield f"| {sentence} | {' | '.join(cells)} |"
    yield ""
    last = modes[-1]
    yield f"By code, {MODES[last]}; a plant may be found by one of several codes:"
    yield ""
    yield "| code | found, of the plants it may find | alarms on twins | right |"
    yield "|---|---|---|---|"
    for code, of in found[last]["by_code"].items():
        cells = [ratio(of, name) for name in ("recall", "false_alarms", "precision")]
        yield f"| `{code}` | {' | '.join(cells)} |"
    for name, label in (("missed", "Not found"), ("alarms", "Twins accused")):
        of = sorted({one.split(" (")[0] for one in found[last][name]})
        yield ""
        yield f"{label}, {MODES[last]}: {'; '.join(of) or 'none'}."


def _drift(drift: Mapping[str, Any], name: str) -> str:
    if name == "dated":
        return f"{drift['dated']} of {drift['planted']}"
    return "–" if drift[name] is None else f"{drift[name]:g}"

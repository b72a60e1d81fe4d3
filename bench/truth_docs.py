"""How are the tables of a run written between the marks of the documentation?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from truth_coverage import Setting

PAGE = Path(__file__).parent.parent / "docs/explanation/how-figures-are-checked.md"


def write(
    result: dict[str, Any], settings: Sequence[Setting], *, repetitions: int, seed: int
) -> None:
    text = PAGE.read_text("utf-8")
    if "vectors" in result:
        text = between(text, "vectors", vectors(result["vectors"]))
    if "coverage" in result:
        head = f"{repetitions:,} repetitions of each setting, seed {seed}.\n\n"
        text = between(text, "coverage", head + coverage(result["coverage"], settings))
    PAGE.write_text(text, "utf-8")


def between(text: str, mark: str, body: str) -> str:
    start, end = f"<!-- {mark}: written by bench truth -->", f"<!-- {mark}: end -->"
    if start not in text or end not in text:
        raise SystemExit(f"{PAGE.name} has no place for {mark}: {start} … {end}")
    pattern = re.escape(start) + ".*?" + re.escape(end)
    return re.sub(pattern, lambda _: f"{start}\n{body}\n{end}", text, flags=re.DOTALL)


def vectors(found: dict[str, Any]) -> str:
    homes: dict[str, list[str]] = {}
    for name, home in found["belongs_to"].items():
        homes.setdefault(home, []).append(f"`{name}`")
    names = ", ".join(f"`{name}`" for name in sorted(found["reproduced_names"]))
    counts = f"{found['reproduced']} reproduced of {found['covered']} covered, of {found['of']}"
    lines = [
        f"**{counts} in all:** {names}.",
        "",
        "Not yet:",
        "",
        *(f"* {home}: {', '.join(sorted(homes[home]))}" for home in sorted(homes)),
    ]
    if found["wrong"]:
        lines += ["", *(f"**Wrong**: `{name}`, {why}" for name, why in found["wrong"].items())]
    return "\n".join(lines)


def coverage(found: dict[str, Any], settings: Sequence[Setting]) -> str:
    lines = [
        "| method | setting | coverage | ± | width | verdict |",
        "|---|---|---:|---:|---:|---|",
    ]
    for setting in settings:
        kind = "peer_" if setting.is_peer else ""
        leaf = found[kind + setting.method][setting.name]
        figures = (
            ["–"] * 3
            if leaf["coverage"] is None
            else [f"{leaf['coverage']:.3f}", f"{leaf['error']:.3f}", f"{leaf['width']:.3g}"]
        )
        verdict = leaf["verdict"]
        if leaf["coverage"] is not None and leaf["printed"] < 1:
            verdict += f" (printed in {leaf['printed']:.0%})"
        lines.append(f"| {setting.method} | {setting.world} | {' | '.join(figures)} | {verdict} |")
    return "\n".join(lines)

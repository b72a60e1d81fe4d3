"""How well do texts find their topics, beside the published systems?

Three sets that nobody here wrote: SDG (1,251 texts with expert labels), PERSPECTRUM test
(perspective -> its claim among 227) and A3CG test (sentences of reports, 10 topics). Nothing is
trained or tuned on them; on what each constant was chosen stands in
docs/explanation/how-links-are-made.md. Run with `python3 dev.py bench linking [--json]`; the last
two sets are read from NORTHING_REAL_DATA, the first from a package that is fetched into .cache.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from data_a3cg import TOPICS
from data_sdg import goals
from rich.console import Console
from rich.table import Table

from northing.foundations.text.kernel import bottom_sample, link, prepare, reach
from northing.foundations.text.match import MatchSettings
from northing.foundations.text.scoring import Scorer

ROOT = Path(__file__).parent.parent
WHEEL = "sdgclassification_benchmark-1.0.0-py3-none-any.whl"
WHEEL_SHA256 = "4cf963bad9e3221b54de707573891a2b4090c07ad33dbad15522fb8e5dd0551b"
PUBLISHED_SDG = {
    "SDG Prospector (trained)": 0.88, "GPT-4o": 0.87, "text2sdg": 0.83, "Aurora": 0.79,
    "JRC": 0.77, "OSDG v1": 0.70,
}  # fmt: skip
USUAL = MatchSettings(meaning=True)
WORDS_ALONE = MatchSettings(meaning=False)
EVERYTHING = 10**9
RESAMPLED, SEED = 2_000, 20260101

Figures = dict[str, float | int | None]


def prompts_of(topics: dict[str, Sequence[str]]) -> pa.Table:
    rows = [(topic, sign) for topic, signs in topics.items() for sign in signs]
    return pa.table(
        {"topic": [one for one, _ in rows], "prompt": [one for _, one in rows],
         "sign": ["text"] * len(rows)}
    )  # fmt: skip


def linked(
    texts: Sequence[str], topics: dict[str, Sequence[str]], settings: MatchSettings
) -> np.ndarray:
    """Which text links to which topic, by the rule of the program."""
    given = pa.array(texts, pa.string())
    found = link(given, prepare(bottom_sample(given), prompts_of(topics), settings))
    place = {topic: at for at, topic in enumerate(topics)}
    verdict = np.zeros((len(texts), len(topics)), dtype=bool)
    for row in found.filter(found["linked"]).to_pylist():
        verdict[row["text_index"], place[row["topic"]]] = True
    return verdict


def low_of(n: int, measure: Callable[[np.ndarray], float]) -> float:
    """The lower end of a 95 % interval by bootstrap over rows."""
    chance = np.random.default_rng(SEED)
    drawn = [measure(chance.integers(0, n, n)) for _ in range(RESAMPLED)]
    return float(np.quantile(drawn, 0.025))


def sdg() -> Figures:
    rows = sdg_rows()
    if rows is None:
        return {}
    texts = [row["text"] for row in rows]
    goal = np.array([int(row["sdg"]) for row in rows])
    label = np.array([row["label"] == "True" for row in rows])
    topics = {str(number): signs for number, signs in goals().items()}
    found: Figures = {"sdg.n": len(rows)}
    for name, settings in (("", USUAL), ("tfidf_", WORDS_ALONE)):
        said = linked(texts, topics, settings)[np.arange(len(rows)), goal - 1]

        def accuracy(at: np.ndarray, said: np.ndarray = said) -> float:
            right = said[at] == label[at]
            return float(np.mean([right[goal[at] == one].mean() for one in np.unique(goal[at])]))

        everything = np.arange(len(rows))
        found[f"sdg.{name}accuracy"] = accuracy(everything)
        found[f"sdg.{name}accuracy_low"] = low_of(len(rows), accuracy)
        found[f"sdg.{name}macro_f1"] = float(
            np.mean([f1(said[goal == one], label[goal == one]) for one in np.unique(goal)])
        )
        found[f"sdg.{name}precision"] = float(label[said].mean())
        found[f"sdg.{name}recall"] = float(said[label].mean())
    return found


def sdg_rows() -> list[dict[str, str]] | None:
    """The labels, out of the wheel; fetched once, checked by hash."""
    folder = ROOT / ".cache" / "bench"
    wheel = folder / WHEEL
    if not wheel.exists():
        fetch = [str(ROOT / ".tools/bin/python"), "-m", "pip", "download", "--quiet", "--no-deps",
                 "--dest", str(folder), "sdgclassification-benchmark==1.0.0"]  # fmt: skip
        if not Path(fetch[0]).exists() or subprocess.run(fetch, check=False).returncode:
            return None
    content = wheel.read_bytes()
    if hashlib.sha256(content).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{wheel} is not the pinned file")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        written = archive.read("sdgclassification/benchmark/resources/benchmark.csv")
    return list(csv.DictReader(io.StringIO(written.decode("utf-8"))))


def perspectrum(folder: Path, split: str = "test") -> Figures:
    texts, claims, gold = perspectives(folder, split)
    given = pa.array(texts, pa.string())
    topics = {f"{at:04}": (claim,) for at, claim in enumerate(claims)}
    found: Figures = {"perspectrum.n": len(texts), "perspectrum.claims": len(claims)}
    n = len(set(texts))
    shares = {
        "full": MatchSettings(meaning=True, read_whole=EVERYTHING),
        "30": MatchSettings(meaning=True, read_whole=int(0.2 * n), uncertain_share=0.1),
        "tfidf": WORDS_ALONE,
    }
    for name, settings in shares.items():
        prepared = prepare(bottom_sample(given), prompts_of(topics), settings)
        score = Scorer(prepared).scores(given).score
        order = np.argsort(-score, axis=1, kind="stable")
        hit = np.array([order[at, 0] in one for at, one in enumerate(gold)])
        near = [bool(one & set(order[at, :5].tolist())) for at, one in enumerate(gold)]
        found[f"perspectrum.acc1_{name}"] = float(hit.mean())
        found[f"perspectrum.acc1_{name}_low"] = low_of(
            len(hit), lambda at, hit=hit: float(hit[at].mean())
        )
        found[f"perspectrum.recall5_{name}"] = float(np.mean(near))
        if name == "30":
            whole = int(0.2 * n) + reach(given, prepared).whole
            found["perspectrum.share_read_whole"] = whole / len(texts)
    return found


def perspectives(folder: Path, split: str) -> tuple[list[str], list[str], list[set[int]]]:
    """Perspectives, claims, and which claims each perspective is of."""
    of_split = json.loads((folder / "dataset_split_v1.0.json").read_text("utf-8"))
    answers = json.loads((folder / "perspectrum_with_answers_v1.0.json").read_text("utf-8"))
    pool = json.loads((folder / "perspective_pool_v1.0.json").read_text("utf-8"))
    written = {one["pId"]: one["text"] for one in pool}
    claims = [one for one in answers if of_split[str(one["cId"])] == split]
    gold: dict[int, set[int]] = {}
    for at, claim in enumerate(claims):
        for group in claim["perspectives"]:
            for number in group["pids"]:
                if number in written:
                    gold.setdefault(number, set()).add(at)
    numbers = sorted(gold)
    return (
        [written[one] for one in numbers],
        [one["text"] for one in claims],
        [gold[one] for one in numbers],
    )


def a3cg(folder: Path) -> Figures:
    said, label = a3cg_verdicts(folder / "full_test.json", list(TOPICS))

    def micro(at: np.ndarray) -> float:
        return f1(said[at], label[at])

    found: Figures = {
        "a3cg.n": len(said),
        "a3cg.micro_f1": micro(np.arange(len(said))),
        "a3cg.micro_f1_low": low_of(len(said), micro),
        "a3cg.macro_f1": macro(said, label),
    }
    words, _ = a3cg_verdicts(folder / "full_test.json", list(TOPICS), WORDS_ALONE)
    found["a3cg.tfidf_micro_f1"] = f1(words, label)
    unseen = []
    for fold in (1, 2, 3):
        path = folder / f"fold_{fold}_unseen_test.json"
        there = {
            topic
            for row in json.loads(path.read_text("utf-8"))
            for topic in row["aspect_categories"]
        }
        topics = [topic for topic in TOPICS if topic in there]
        unseen.append(macro(*a3cg_verdicts(path, topics)))
    found["a3cg.unseen_macro_f1"] = float(np.mean(unseen))
    return found


def a3cg_verdicts(
    path: Path, topics: list[str], settings: MatchSettings = USUAL
) -> tuple[np.ndarray, np.ndarray]:
    rows = json.loads(path.read_text("utf-8"))
    texts = [row["text"] for row in rows]
    label = np.array([[topic in row["aspect_categories"] for topic in topics] for row in rows])
    return linked(texts, {topic: TOPICS[topic] for topic in topics}, settings), label


def f1(said: np.ndarray, label: np.ndarray) -> float:
    both = int((said & label).sum())
    return 2 * both / max(int(said.sum() + label.sum()), 1)


def macro(said: np.ndarray, label: np.ndarray) -> float:
    return float(np.mean([f1(said[:, at], label[:, at]) for at in range(said.shape[1])]))


def show(found: Figures) -> None:
    console = Console()
    table = Table(title="SDG: mean accuracy over the goals", title_justify="left")
    table.add_column("system")
    table.add_column("accuracy")
    ours = {"Northing, no training": found.get("sdg.accuracy"),
            "Northing, words alone": found.get("sdg.tfidf_accuracy")}  # fmt: skip
    both: dict[str, Any] = {**PUBLISHED_SDG, **{k: v for k, v in ours.items() if v is not None}}
    for name, value in sorted(both.items(), key=lambda one: -one[1]):
        table.add_row(name, f"{value:.3f}")
    console.print(table)
    figures = Table(title="All figures", title_justify="left")
    figures.add_column("figure")
    figures.add_column("value")
    for name, figure in found.items():
        figures.add_row(name, f"{figure:.3f}" if isinstance(figure, float) else str(figure))
    console.print(figures)


def main() -> None:
    found: Figures = {}
    missing = []
    if not (of_sdg := sdg()):
        missing.append("sdgclassification-benchmark 1.0.0 could not be fetched into .cache/bench")
    found |= of_sdg
    data = os.environ.get("NORTHING_REAL_DATA")
    if data:
        found |= perspectrum(Path(data) / "perspectrum")
        found |= a3cg(Path(data) / "a3cg")
    else:
        missing.append("NORTHING_REAL_DATA is not set: no PERSPECTRUM, no A3CG")
    if "--json" in sys.argv:
        print(json.dumps(found, indent=1))
    else:
        show(found)
    for reason in missing:
        print(f"not measured: {reason}", file=sys.stderr)


if __name__ == "__main__":
    main()

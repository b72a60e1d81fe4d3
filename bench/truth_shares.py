"""Worlds for intervals of shares: counts, categories, documents, checked strata, machines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from truth_coverage import Found, Setting, interval, remembered

from northing.foundations.methods.clustered import cluster_shares
from northing.foundations.methods.comparison import mover_difference
from northing.foundations.methods.counting import clopper_pearson, jeffreys, wilson
from northing.foundations.methods.double_sampling import (
    INTERVALS,
    Stratum,
    standard_error,
    stratified_share,
)
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.methods.misclassified import (
    Corrected,
    Rate,
    lang_reiczigel,
    rogan_gladen,
)
from northing.foundations.methods.multinomial import goodman, sison_glaz
from northing.foundations.methods.predicted import corrected_mean, prediction_powered_mean
from northing.foundations.methods.resampling import cluster_bootstrap_shares

Z = 1.959963984540054
COUNTED = {"wilson": wilson, "clopper_pearson": clopper_pearson, "jeffreys": jeffreys}
ONE = {
    "p01_n100": (0.01, 100),
    "p05_n100": (0.05, 100),
    "p20_n30": (0.2, 30),
    "p50_n200": (0.5, 200),
}


def counted(name: str, share: float, n: int) -> Setting:
    find = remembered(COUNTED[name])

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for hits in rng.binomial(n, share, size=runs):
            yield find(int(hits), n), share

    return Setting(name, _of(share, n), f"{share:.0%} of {n}", draws)


def _of(share: float, n: int) -> str:
    return f"p{round(share * 100):02d}_n{n}"


def all_at_once(name: str, world: str, shares: tuple[float, ...], n: int) -> Setting:
    """All intervals of a list together: the run holds only where every one does.

    Both methods treat the categories alike, so counts that differ in their order are one.
    """
    find = lru_cache(maxsize=None)({"goodman": goodman, "sison_glaz": sison_glaz}[name])

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for counts in rng.multinomial(n, shares, size=runs):
            pairs = sorted(zip(counts.tolist(), shares, strict=True))
            yield _worst(find(tuple(hits for hits, _ in pairs)), [share for _, share in pairs])

    return Setting(name, world, f"{len(shares)} categories, n = {n}, all at once", draws)


def _worst(found: Sequence[Measure], truth: Sequence[float]) -> Found:
    """The interval that misses its truth, if any does; else the first."""
    for one, share in zip(found, truth, strict=True):
        if isinstance(one, Unknown) or one.low is None or one.high is None:
            return one, share
        if not one.low - 1e-12 <= share <= one.high + 1e-12:
            return one, share
    return found[0], truth[0]


def clustered(
    name: str, documents: int, place: int, world: tuple[tuple[float, ...], float, float]
) -> tuple[Setting, Setting]:
    """Mentions in documents of unlike length, each with a mixture of its own; and the bootstrap."""
    shares, alike, unlike = world

    def drawn(rng: np.random.Generator, runs: int) -> Iterator[np.ndarray]:
        for _ in range(runs):
            sizes = np.maximum(1, rng.lognormal(math.log(12), unlike, documents).astype(int))
            own = rng.dirichlet(np.array(shares) * alike, size=documents)
            yield rng.multinomial(sizes, own)

    def ours(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for counts in drawn(rng, runs):
            yield cluster_shares(counts)[place], shares[place]

    def bootstrap(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for run, counts in enumerate(drawn(rng, runs)):
            yield cluster_bootstrap_shares(counts, draws=400, seed=run)[place], shares[place]

    words = f"{shares[place]:.0%} of the mentions in {documents} documents"
    words += " of very unlike length" if unlike > 1 else ""
    return (
        Setting("cluster_shares", name, words, ours),
        Setting("cluster_bootstrap", name, words, bootstrap),
    )


class Classified:
    """N records, a machine's label on each, and what is true: hits among flagged and among rest."""

    def __init__(self, share: float, se: float, sp: float, size: int) -> None:
        self.size, self.true = size, round(share * size)
        self.hits = round(se * self.true), self.true - round(se * self.true)
        flagged = self.hits[0] + round((1 - sp) * (size - self.true))
        self.sizes = flagged, size - flagged
        self.share = self.true / size

    def checked(
        self, rng: np.random.Generator, runs: int, n: int
    ) -> Iterator[tuple[Stratum, Stratum]]:
        """30 of 100 checked among the flagged, the rest among the rest."""
        each = min(round(0.3 * n), self.sizes[0]), 0
        each = each[0], min(n - each[0], self.sizes[1])
        pairs = zip(self.sizes, self.hits, each, strict=True)
        counts = [rng.hypergeometric(hits, N - hits, m, size=runs) for N, hits, m in pairs]
        for first, second in zip(*counts, strict=True):
            yield (
                Stratum(self.sizes[0], each[0], int(first)),
                Stratum(self.sizes[1], each[1], int(second)),
            )

    def labels(self) -> tuple[np.ndarray, np.ndarray]:
        """Truth and machine's label of every record."""
        truth, label = np.zeros(self.size), np.zeros(self.size)
        truth[: self.true] = 1
        label[: self.hits[0]] = 1
        label[self.true : self.true + self.sizes[0] - self.hits[0]] = 1
        return truth, label


WORLDS = {
    "p01_n100": (Classified(0.01, 0.8, 0.98, 10_000), 100),
    "p05_n100": (Classified(0.05, 0.8, 0.95, 10_000), 100),
    "p05_n300": (Classified(0.05, 0.8, 0.95, 10_000), 300),
    "p20_n200": (Classified(0.2, 0.85, 0.9, 10_000), 200),
    "p10_n200_of_500": (Classified(0.1, 0.7, 0.9, 500), 200),
}


def stratified(name: str, limits: str) -> Setting:
    world, n = WORLDS[name]
    find = remembered(lambda *strata: stratified_share(strata, limits=limits))  # type: ignore[arg-type]

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for strata in world.checked(rng, runs, n):
            yield find(*strata), world.share

    return Setting(f"mover_{limits.replace('-', '_')}", name, _words(world, n), draws)


def _words(world: Classified, n: int) -> str:
    return f"{world.share:.0%} of {world.size:,}, {n} checked"


def stratified_wald(name: str) -> Setting:
    world, n = WORLDS[name]

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for strata in world.checked(rng, runs, n):
            value = sum(one.hits / one.checked * one.size for one in strata) / world.size
            half = Z * standard_error(strata)
            yield interval(value, value - half, value + half, "Wald"), world.share

    return Setting("stratified_wald", name, _words(world, n), draws, is_peer=True)


def corrected(name: str, correction: str) -> Setting:
    """The difference and the regression estimator of a share, from a simple random sample."""
    world, n = WORLDS[name]
    truth, label = world.labels()

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for _ in range(runs):
            seen = rng.choice(world.size, n, replace=False)
            yield (
                corrected_mean(
                    truth[seen],
                    label[seen],
                    predicted_mean=label.mean(),
                    size=world.size,
                    correction=correction,  # type: ignore[arg-type]
                ),
                world.share,
            )

    return Setting(
        {"regression": "greg"}.get(correction, correction), name, _words(world, n), draws
    )


def prediction_powered(name: str) -> Setting:
    world, n = WORLDS[name]
    truth, label = world.labels()

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for _ in range(runs):
            seen = rng.choice(world.size, n, replace=False)
            rest = np.delete(label, seen)
            yield prediction_powered_mean(truth[seen], label[seen], rest), world.share

    return Setting("ppi_plus_plus", name, _words(world, n), draws, is_peer=True)


def difference(name: str, first: str, second: str) -> Setting:
    """The difference of two shares of checked strata, say of two units or two periods."""
    (one, n), (other, m) = WORLDS[first], WORLDS[second]
    find = remembered(lambda *strata: stratified_share(strata))

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for a, b in zip(one.checked(rng, runs, n), other.checked(rng, runs, m), strict=True):
            x, y = find(*a), find(*b)
            if isinstance(x, Estimate) and isinstance(y, Estimate):
                yield mover_difference(x, y), one.share - other.share

    return Setting("mover_difference", name, f"{_words(one, n)} − {_words(other, m)}", draws)


def wilson_difference(a: tuple[float, int], b: tuple[float, int]) -> Setting:
    find = remembered(wilson)

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        hits = zip(rng.binomial(a[1], a[0], runs), rng.binomial(b[1], b[0], runs), strict=True)
        for first, second in hits:
            x, y = find(int(first), a[1]), find(int(second), b[1])
            if isinstance(x, Estimate) and isinstance(y, Estimate):
                yield mover_difference(x, y), a[0] - b[0]

    name = f"{_of(*a)}_{_of(*b)}"
    return Setting("mover_difference_wilson", name, f"{a[0]:.0%} − {b[0]:.0%}", draws)


def elsewhere(share: float, n: int, *, known: bool) -> Setting:
    """A machine's share corrected by errors measured elsewhere (or known exactly)."""
    se, sp = 0.8, 0.95
    flagged = share * se + (1 - share) * (1 - sp)

    def draws(rng: np.random.Generator, runs: int) -> Iterator[Found]:
        for _ in range(runs):
            hits = int(rng.binomial(n, flagged))
            if known:
                found = rogan_gladen(hits, n, sensitivity=se, specificity=sp)
                yield found.share if isinstance(found, Corrected) else found, share
                continue
            rates = Rate(rng.binomial(50, se) / 50, 50), Rate(rng.binomial(200, sp) / 200, 200)
            yield lang_reiczigel(Rate(hits / n, n), *rates), share

    name = "rogan_gladen" if known else "lang_reiczigel"
    return Setting(name, _of(share, n), f"{share:.0%}, {n} labelled by a machine", draws)


EVEN, RARE = ((0.5, 0.3, 0.2), 8.0, 0.8), ((0.9, 0.09, 0.01), 8.0, 0.8)
HEAPED = ((0.5, 0.3, 0.2), 4.0, 1.5)
SETTINGS = [
    *(counted(name, *world) for name in COUNTED for world in ONE.values()),
    *(all_at_once(name, "even_n100", (0.5, 0.3, 0.2), 100) for name in ("goodman", "sison_glaz")),
    *(all_at_once(name, "rare_n100", (0.9, 0.09, 0.01), 100) for name in ("goodman", "sison_glaz")),
    all_at_once("goodman", "six_n100", (0.3, 0.2, 0.2, 0.1, 0.1, 0.1), 100),
    all_at_once("sison_glaz", "six_n100", (0.3, 0.2, 0.2, 0.1, 0.1, 0.1), 100),
    *clustered("docs3", 3, 1, EVEN),
    *clustered("docs5", 5, 1, EVEN),
    *clustered("docs12", 12, 1, EVEN),
    *clustered("docs12_heaped", 12, 1, HEAPED),
    *clustered("docs50", 50, 1, EVEN),
    *clustered("docs50_rare", 50, 2, RARE),
    *(stratified(name, limits) for limits in INTERVALS for name in WORLDS),
    *(stratified_wald(name) for name in WORLDS),
    *(corrected(name, how) for how in ("difference", "regression") for name in WORLDS),
    *(prediction_powered(name) for name in list(WORLDS)[:4]),
    difference("p05_p01", "p05_n100", "p01_n100"),
    difference("p20_p05", "p20_n200", "p05_n300"),
    wilson_difference((0.01, 100), (0.02, 100)),
    wilson_difference((0.2, 50), (0.35, 60)),
    elsewhere(0.01, 1000, known=False),
    elsewhere(0.05, 1000, known=False),
    elsewhere(0.2, 300, known=False),
    elsewhere(0.05, 1000, known=True),
    elsewhere(0.2, 300, known=True),
]

"""Is another thing said outside than inside, and which of the two do the deeds follow?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from northing.foundations.documents.told import Term, tell, together
from northing.foundations.methods.estimate import Estimate, Measure, without_interval
from northing.foundations.methods.shares import Floats
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Finding, Severity, Tested
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import called, percent
from northing.stages.records.ledger.facts import SPOKEN, Record

_OUTSIDE = {"outside", "external", "public", "customers", "investors", "donors", "press", "aussen",
            "außen", "extern", "öffentlich", "kunden"}  # fmt: skip
_INSIDE = {"inside", "internal", "staff", "employees", "team", "board", "innen", "intern",
           "mitarbeitende", "belegschaft"}  # fmt: skip
_LEAST_MENTIONS = 10
_FEWEST_DOCUMENTS = 3
_WIDE = 0.20
_HARDLY = 1 / 3
_DRAWS = 1999
_LEVEL = 0.95
_MOST = 5
_ORDER = ("money", "decisions", "time", "initiatives", "practices", "metrics", "incentives")


@dataclass(frozen=True, slots=True)
class Told:
    """Mentions of every commitment (columns) in every text (rows) of one audience."""

    records: tuple[Record, ...]
    counts: Floats

    @property
    def shares(self) -> Floats:
        total = self.counts.sum(axis=0)
        return np.asarray(total / total.sum())


@dataclass(frozen=True, slots=True)
class Audiences:
    """Both audiences, the deeds of one channel (absent where none is linked), and the distances."""

    outside: Told
    inside: Told
    channel: str | None
    done: Floats | None
    apart: Measure
    p_value: float
    by: str

    @property
    def tested(self) -> Tested:
        return Tested(
            code="outside-words-differ-from-inside",
            commitment=NONE,
            channel="words",
            p_value=self.p_value,
            method=tell(
                "total variation, audiences shuffled over {units}, {n} times",
                units=Term(self.by),
                n=_DRAWS,
            ),
        )


def audiences_of(evidence: Evidence) -> Audiences | None:
    """None where either audience has too few mentions."""
    outside, inside = (_told(evidence, names) for names in (_OUTSIDE, _INSIDE))
    if min(outside.counts.sum(), inside.counts.sum()) < _LEAST_MENTIONS:
        return None
    few = min(len(outside.counts), len(inside.counts)) < _FEWEST_DOCUMENTS
    by = "sentences" if few else "texts"
    rows = [_sentences(evidence, one.records) if few else one.counts for one in (outside, inside)]
    value = _apart(outside.shares, inside.shares)
    channel, done = _done(evidence)
    return Audiences(
        outside=outside,
        inside=inside,
        channel=channel,
        done=done,
        apart=_measure(value, rows, seed=evidence.seed, by=by),
        p_value=_p_value(value, rows, seed=evidence.seed),
        by=by,
    )


def _told(evidence: Evidence, names: set[str]) -> Told:
    mine = [
        one
        for one in evidence.records
        if one.channel in SPOKEN and (one.audience or "").strip().casefold() in names
    ]
    by_text: dict[str, list[Record]] = defaultdict(list)
    for one in mine:
        by_text[one.place.path].append(one)
    rows = [_sentences(evidence, by_text[path]).sum(axis=0) for path in sorted(by_text)]
    counts = np.array(rows).reshape(len(rows), len(evidence.commitments))
    return Told(tuple(mine), counts[counts.sum(axis=1) > 0])


def _sentences(evidence: Evidence, records: Sequence[Record]) -> Floats:
    """One row a sentence that speaks of a commitment."""
    rows = []
    for one in records:
        parts = evidence.masses(one)
        row = [parts.get(of.id, 0.0) for of in evidence.commitments]
        if any(row):
            rows.append(row)
    return np.array(rows).reshape(len(rows), len(evidence.commitments))


def _apart(p: Floats, q: Floats) -> float:
    return float(np.abs(p - q).sum() / 2)


def _measure(value: float, rows: Sequence[Floats], *, seed: int, by: str) -> Measure:
    """A percentile bootstrap of both sides; a distance is drawn too large, so both ends are set
    back by how much the draws exceed it on average."""
    rng = np.random.Generator(np.random.PCG64(seed))
    drawn = np.array([_apart(*(_drawn(one, rng) for one in rows)) for _ in range(_DRAWS)])
    low, high = np.quantile(drawn, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2]) - (drawn.mean() - value)
    n = sum(len(one) for one in rows)
    if not np.isfinite(low):
        return without_interval(value, n=n, method="total variation", why="too few mentions")
    low, high = max(0.0, min(float(low), value)), min(1.0, max(float(high), value))
    method = tell("total variation, bootstrap of {units}, centred", units=Term(by))
    return Estimate(value, low, high, _LEVEL, n, method)


def _drawn(rows: Floats, rng: np.random.Generator) -> Floats:
    total = rows[rng.integers(len(rows), size=len(rows))].sum(axis=0)
    return np.asarray(total / total.sum())


def _p_value(value: float, rows: Sequence[Floats], *, seed: int) -> float:
    rng = np.random.Generator(np.random.PCG64(seed + 1))
    together, first = np.concatenate(rows), len(rows[0])
    reached = 0
    for _ in range(_DRAWS):
        mixed = together[rng.permutation(len(together))]
        p, q = mixed[:first].sum(axis=0), mixed[first:].sum(axis=0)
        reached += int(_apart(p / p.sum(), q / q.sum()) >= value - 1e-12)
    return float((1 + reached) / (1 + _DRAWS))


def _done(evidence: Evidence) -> tuple[str | None, Floats | None]:
    """The shares of the first kind of deed that is linked to anything."""
    accounts = {one.channel: one for one in evidence.say_do.accounts}
    for channel in _ORDER:
        if channel in accounts and accounts[channel].whole.linked > 0:
            linked = {
                one.label: max(float(one.linked), 0.0) for one in accounts[channel].commitments
            }
            shares = np.array([linked.get(one.id, 0.0) for one in evidence.commitments])
            if shares.sum() > 0:
                return channel, shares / shares.sum()
    return None, None


def audience_findings(evidence: Evidence, found: Audiences | None) -> Iterator[Finding]:
    if found is not None and isinstance(found.apart, Estimate) and found.apart.value >= _WIDE:
        yield _finding(evidence, found, found.apart)


def _finding(evidence: Evidence, found: Audiences, apart: Estimate) -> Finding:
    more = found.outside.shares - found.inside.shares
    widest = int(more.argmax())
    promise = evidence.commitments[widest]
    out, in_ = (percent(float(one.shares[widest])) for one in (found.outside, found.inside))
    between = (
        tell("between {low} and {high}", low=percent(apart.low), high=percent(apart.high))
        if apart.low is not None and apart.high is not None
        else Term(apart.no_interval)
    )
    to_outside, to_inside, told = _deeds(found)
    is_silent = found.inside.shares[widest] <= _HARDLY * found.outside.shares[widest]
    is_hollow = bool(is_silent and (to_inside < to_outside or found.done is None))
    quoted = [_speaks(evidence, one, promise.id) for one in (found.outside, found.inside)]
    return Finding(
        code="outside-words-differ-from-inside",
        severity=Severity.MEDIUM if is_hollow else Severity.LOW,
        commitment=promise.id,
        channel="words",
        statement=together(
            tell(
                "What is said outside and what is said inside lie {apart} apart ({between}, "
                "n = {n} {units}). Widest is “{promise}”: {out} outside, {inside} inside.",
                apart=percent(apart.value),
                between=between,
                n=apart.n,
                units=Term(found.by),
                promise=evidence.name(promise.id),
                out=out,
                inside=in_,
            ),
            told,
        ),
        criteria="What is said to others is what is said among ourselves.",
        condition=together(
            tell(
                "Outside and inside: {apart} of the commitments apart ({between}).",
                apart=percent(apart.value),
                between=between,
            ),
            told,
        ),
        consequence="Those outside trust in what nobody inside is asked for.",
        corrective_action="Say inside what is said outside, or stop saying it outside.",
        counter=(
            "The deeds stand nearer to what is said outside."
            if to_outside < to_inside
            else "Different readers need to hear different things; emphasis alone is no untruth."
        ),
        evidence=tuple(one.id for one in quoted[0][:_MOST]),
        counter_evidence=tuple(one.id for one in quoted[1][:_MOST]),
        places=tuple(one.place for one in quoted[0][:_MOST]),
    )


def _deeds(found: Audiences) -> tuple[float, float, str]:
    if found.done is None:
        return 0.0, 0.0, "No deeds are linked that could tell which of the two is followed."
    outside = _apart(found.outside.shares, found.done)
    inside = _apart(found.inside.shares, found.done)
    return (
        outside,
        inside,
        tell(
            "From {kind}, counted as linked, the words outside lie {outside} and the words inside "
            "{inside} apart.",
            kind=called(found.channel),
            outside=percent(outside),
            inside=percent(inside),
        ),
    )


def _speaks(evidence: Evidence, told: Told, commitment: str) -> list[Record]:
    mine = {one.id for one in evidence.linked_to(commitment, spoken=True)}
    return [one for one in told.records if one.id in mine]

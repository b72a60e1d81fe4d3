"""What does the organisation say matters, and how sure is that share of its words?

Sentences that speak of no commitment promise nothing and are not counted: an organisation cannot
thin its promises out by talking more (decision 0003).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import numpy as np

from northing.foundations.methods.estimate import (
    Estimate,
    Measure,
    Unknown,
    exact,
    without_interval,
)
from northing.foundations.methods.resampling import cluster_bootstrap_shares
from northing.stages.clarify.commitments.facts import NONE, Commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.say_do.facts import Mass, SayBasis
from northing.stages.diagnose.say_do.rules.masses import parts_of
from northing.stages.records.ledger.facts import Channel, Record, Stance

UNVERIFIED = "unverified-bounds"
_FEWEST_DOCUMENTS = 2
IN_PART = "widened by what is missing"
SHARE, WEIGHTS = "share of linked sentences", "declared weights of the case"
ONE_DOCUMENT = "the words come from one document, and one document alone gives no interval"


@dataclass(frozen=True, slots=True)
class Say:
    """Shares of words over the commitments. `measures` is in their order, *none* is 0 and last.

    `by_unit` is how much of the words each unit spoke, by commitment; `None` is the organisation.
    """

    basis: SayBasis
    measures: Mapping[str, Measure]
    mentions: int
    documents: int
    sentences: int
    channel: Channel | None = None
    by_unit: Mapping[str | None, Mapping[str, Decimal]] = field(default_factory=dict)

    def value(self, commitment: str) -> float | None:
        measure = self.measures[commitment]
        return measure.value if isinstance(measure, Estimate) else None


def say_of(
    records: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    *,
    seed: int,
) -> Say:
    """Published words where any speak of a commitment, else talk, else the weights."""
    for channel in (Channel.WORDS, Channel.COMMUNICATIONS):
        spoken = [record for record in records if record.channel is channel]
        if any(_bears(link) for record in spoken for link in links.get(record.id, ())):
            return _talk(spoken, links, commitments, channel=channel, seed=seed)
    return _declared(commitments)


def in_part(say: Say) -> Say:
    """The same where a part of the words is missing: which promises it spoke of, nothing tells.

    No resampling of what is left can: a document that is not there may have spoken of one promise
    alone, as often as it likes.
    """
    method = f"{SHARE if say.basis is SayBasis.TALK else WEIGHTS}, {IN_PART}"
    return replace(
        say,
        measures={
            name: replace(one, low=0.0, high=1.0, level=None, method=method)
            if isinstance(one, Estimate) and name != NONE and not one.no_interval
            else one
            for name, one in say.measures.items()
        },
    )


def _bears(link: Link) -> bool:
    """A sentence that runs against a commitment does not promise it."""
    is_against = link.stance is Stance.CONTRADICTS
    return link.is_linked and link.share > 0 and not is_against


def _declared(commitments: Sequence[Commitment]) -> Say:
    total = sum(one.weight for one in commitments)
    measures: dict[str, Measure] = {}
    for one in commitments:
        if total == 0:
            measures[one.id] = Unknown("all declared weights are zero and no statement was given")
        else:
            measures[one.id] = exact(float(one.weight / total), n=len(commitments), method=WEIGHTS)
    measures[NONE] = exact(0.0, n=len(commitments), method="by definition")
    return Say(SayBasis.DECLARED, measures, 0, 0, 0)


def _talk(
    spoken: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    *,
    channel: Channel,
    seed: int,
) -> Say:
    ids = [one.id for one in commitments]
    by_document: dict[str, dict[str, Mass]] = defaultdict(lambda: defaultdict(Mass))
    by_unit: dict[str | None, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    whole: dict[str, Mass] = defaultdict(Mass)
    mentions = 0
    for record in spoken:
        of = links.get(record.id, ())
        mentions += any(map(_bears, of))
        for name, mass in parts_of(record, of).items():
            if name != NONE:
                by_document[record.place.path][name] += mass
                by_unit[record.unit][name] += mass.linked
                whole[name] += mass
    counts = np.array(
        [[float(of[name].linked) for name in ids] for _, of in sorted(by_document.items())]
    )
    counts = counts[counts.sum(axis=1) > 0]
    found = _measures(ids, whole, counts, mentions=mentions, seed=seed)
    found[NONE] = exact(0.0, n=mentions, method="by definition")
    return Say(SayBasis.TALK, found, mentions, len(counts), len(spoken), channel, by_unit)


def _measures(
    ids: Sequence[str], whole: Mapping[str, Mass], counts: np.ndarray, *, mentions: int, seed: int
) -> dict[str, Measure]:
    """A bootstrap of documents, widened to what links may be wrong by; none for one document."""
    if len(counts) < _FEWEST_DOCUMENTS:
        total = float(sum(whole[name].linked for name in ids if name in whole))
        return {
            name: without_interval(
                float(whole[name].linked) / total if name in whole else 0.0,
                n=mentions,
                method=SHARE,
                why=ONE_DOCUMENT,
            )
            for name in ids
        }
    drawn = cluster_bootstrap_shares(counts, seed=seed)
    return {
        name: _widened(measure, _bounds(name, ids, whole), n=mentions)
        for name, measure in zip(ids, drawn, strict=True)
    }


def _bounds(name: str, ids: Sequence[str], whole: Mapping[str, Mass]) -> tuple[float, float]:
    """A commitment's share of words with its own links at their worst, the others' as they stand.

    Letting all of them vary at once would give every commitment everything or nothing.
    """
    mine = whole.get(name, Mass())
    others = sum(float(whole[name_].linked) for name_ in ids if name_ != name and name_ in whole)
    least, most = float(mine.least), float(mine.most)
    low = least / (least + others) if least else 0.0
    high = most / (most + others) if most else 0.0
    return low, high


def _widened(measure: Measure, bounds: tuple[float, float], *, n: int) -> Measure:
    if isinstance(measure, Unknown) or measure.low is None or measure.high is None:
        return measure
    return Estimate(
        measure.value,
        min(measure.low, bounds[0], measure.value),
        max(measure.high, bounds[1], measure.value),
        None,
        n,
        f"document bootstrap, approximate, widened to {UNVERIFIED}",
    )

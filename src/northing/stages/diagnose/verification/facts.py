"""What did people say when they were asked of which record, and how was the record drawn?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from northing.foundations.methods.estimate import Estimate, Measure


class Answer(StrEnum):
    """What a person may say of one record beside one commitment."""

    ADVANCES = "advances"
    CONTRADICTS = "contradicts"
    NEITHER = "neither"
    CANNOT_TELL = "cannot tell"


class Standing(StrEnum):
    """What files, rules and the machine say of a pair before a person is asked."""

    TAGGED = "tagged"
    LINKED = "linked"
    PLAUSIBLE = "plausible"
    NO_LINK = "no link"


CODERS = ("A", "B")
AGREED = "agreed"
"""The coder under whose name two coders put down what they agreed on afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One part of the population of pairs, and how many were drawn from it.

    `commitment` is empty where the pairs of several commitments were drawn together. `size` counts
    pairs, `mass` adds up what they weigh. `is_quoted` holds pairs that findings rest on, each drawn
    for certain.
    """

    account: str
    commitment: str
    standing: Standing
    is_quoted: bool
    size: int
    mass: Decimal
    drawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One record beside one commitment, as drawn: the unit people are asked about.

    `number` is its place in the shuffled sheet, from 1. `stratum` is the place of its stratum in
    the sample, `probability` the chance with which it was drawn. `weight` is what the record
    weighs in whole (its amount, or one where records are counted), `mass` the part of it that a
    link gives to the commitment. `words` and `promise` are fingerprints of both texts: an answer
    holds for them and for no others. `coders` are those who are asked.
    """

    number: int
    record: str
    commitment: str
    stratum: int
    probability: float
    mass: Decimal
    weight: Decimal
    account: str
    standing: Standing
    unit: str | None
    band: str
    words: str
    promise: str
    coders: tuple[str, ...] = CODERS[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartThen:
    """The pairs of one commitment and standing as they were when a sample was drawn.

    `commitment` is empty for the pairs without link of all commitments together. `lightest` and
    `heaviest` are the masses between which all of theirs lay.
    """

    commitment: str
    standing: Standing
    is_quoted: bool
    size: int
    mass: Decimal
    lightest: Decimal
    heaviest: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountThen:
    """One account as it was when a sample was drawn: what the labels speak of, whatever came later.

    `whole` is its mass, `missing` what was known to be missing even then. `paid_back` has for each
    commitment what was linked to it below zero, and what may have been, both without their sign.
    """

    account: str
    whole: Decimal
    missing: Decimal
    paid_back: tuple[tuple[str, Decimal, Decimal], ...]
    parts: tuple[PartThen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A pair of an earlier sample, met again when a later one was drawn from other records."""

    sample: str
    pair: int
    record: str
    standing: Standing
    mass: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A drawing that anybody can repeat: same records, links, size and seed, same pairs.

    `population` counts the pairs there were, `population_sha256` is their fingerprint. `outside`
    names the strata that the size could not reach: the sample does not speak for them. `accounts`
    keeps what it was drawn from, so that labels say the same of it when records go missing;
    `earlier` are pairs of earlier samples that were still there.
    """

    id: str
    on: date
    seed: int
    size: int
    population: int
    population_sha256: str
    strata: tuple[Stratum, ...]
    pairs: tuple[Pair, ...]
    outside: tuple[str, ...] = ()
    accounts: tuple[AccountThen, ...] = ()
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What one coder said of the pair with that number. No answer is no label."""

    pair: int
    coder: str
    answer: Answer
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sample with the labels people have given so far."""

    sample: Sample
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One pair of a sample met again in the records of now, and what people made of it.

    `answer` is `None` where two coders disagree, where a coder passed over it, or cannot tell:
    then both readings stay possible. `record` is the id it has now, or had before it was gone
    (`is_gone`): its answer stands in the figure, and at its worst in the bounds.
    """

    pair: Pair
    record: str
    answer: Answer | None
    is_new: bool = True
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChecked:
    """What the labels say of one commitment in one channel as a whole.

    `advancing` and `contradicting` are shares of the account; unknown, with the reason, where too
    little was checked. `is_pooled` tells that what the machine overlooked was taken from the
    pairs of all commitments of the channel together.
    """

    account: str
    commitment: str
    checked: int
    advances: int
    contradicts: int
    neither: int
    unclear: int
    advancing: Measure
    contradicting: Measure
    is_pooled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChecked:
    """How right the links of one channel are, and what no link shows.

    `right` is the share of tagged and linked pairs that do bear on their commitment, `overlooked`
    the share of pairs without link that do. `overstated` bounds the part of the linked mass that
    does not advance its promise.
    """

    account: str
    checked: int
    right: Measure
    overlooked: Measure
    overstated: Measure
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleUsed:
    """What became of one sample in an audit.

    Of `asked` pairs people answered `answered`; `disputed` coders disagree on; `vanished` belong to
    records that are no longer there, `reworded` to a commitment whose words have changed since.
    `is_changed` says that the population is no longer the one it was drawn from, `is_used` that
    its labels enter the estimates (an older sample's do not once the machine's error has moved).
    """

    id: str
    on: date
    seed: int
    population_sha256: str
    asked: int
    answered: int
    coders: tuple[str, ...]
    disputed: tuple[int, ...]
    vanished: tuple[str, ...]
    reworded: int
    is_changed: bool
    is_used: bool
    alpha: Measure
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A record that people had checked and that is no longer there, by what it weighed."""

    account: str
    record: str
    mass: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What an account weighed when the sample that counts was drawn, and what it weighs now."""

    account: str
    sample: str
    whole: Decimal
    missing: Decimal
    now: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Has the machine's error moved since the earlier samples?"""

    has_moved: bool
    p_value: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Everything people checked, and what follows from it for the figures of an audit."""

    samples: tuple[SampleUsed, ...] = ()
    judged: tuple[Judged, ...] = ()
    cells: tuple[CellChecked, ...] = ()
    accounts: tuple[AccountChecked, ...] = ()
    gone: tuple[Gone, ...] = ()
    moved: Moved | None = None
    since: tuple[Since, ...] = ()

    def cell(self, account: str, commitment: str) -> CellChecked | None:
        """What was checked of one commitment in one channel, where anything was."""
        of = (one for one in self.cells if (one.account, one.commitment) == (account, commitment))
        return next(of, None)

    def shares(self) -> dict[tuple[str, str], Estimate]:
        """By account and commitment the share that labels show, where enough were given."""
        return {
            (one.account, one.commitment): one.advancing
            for one in self.cells
            if isinstance(one.advancing, Estimate)
        }

    def changes(self) -> dict[str, Since]:
        """By account what the labels speak of, and what is there now."""
        return {one.account: one for one in self.since}

    def met_by_words(self) -> frozenset[str]:
        """Records taken for those people were asked about, whose line is gone, by their words."""
        return frozenset(one.record for one in self.judged if one.record != one.pair.record)

    def records(self) -> frozenset[str]:
        """The records of which a person has given an answer that counts."""
        return frozenset(one.record for one in self.judged if one.answer is not None)


def labelled(
    sample: Sample, answer: Callable[[Pair], Answer | None], *, coder: str = CODERS[0]
) -> Labelled:
    """The sample as one coder answers it; `None` leaves a pair without an answer."""
    said = ((pair, answer(pair)) for pair in sample.pairs)
    return Labelled(
        sample=sample,
        labels=tuple(
            Label(pair=pair.number, coder=coder, answer=one)
            for pair, one in said
            if one is not None
        ),
    )

"""How is a pair put to a person, and how is told what people made of all of them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.documents.blocks import Block, Column, Paragraph, Table
from northing.foundations.documents.numbers import NARROW_SPACE, day, number, percent
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.verification.facts import (
    AccountChecked,
    CellChecked,
    Labelled,
    Pair,
    SampleUsed,
    Verification,
)
from northing.stages.diagnose.verification.rules.asking import asked_of
from northing.stages.records.ledger.facts import Record
from northing.stages.records.ledger.section import Telling, amount_words, counted, sum_words

LONGEST = 2000
NOBODY = "No person has checked any of these links."


@dataclass(frozen=True, slots=True)
class Question:
    """One pair as a person sees it: both texts, where the record stands, no machine's opinion."""

    pair: Pair
    promise: str
    living: str
    breaking: str
    record: str
    kind: str
    place: str
    heading: str
    amount: str
    unit: str


def questions(
    one: Labelled,
    coder: str,
    records: Mapping[str, Record],
    commitments: Sequence[Commitment],
    telling: Telling,
) -> Iterator[Question]:
    """In the order of the sheet; a pair whose record or promise is gone is not asked about."""
    promises = {each.id: each for each in commitments}
    for pair in asked_of(one, coder):
        record, promise = records.get(pair.record), promises.get(pair.commitment)
        if record is not None and promise is not None:
            yield _question(pair, record, promise, telling)


def _question(pair: Pair, record: Record, promise: Commitment, telling: Telling) -> Question:
    heading = " › ".join((*record.heading, *((record.parent,) if record.parent else ())))
    return Question(
        pair=pair,
        promise=telling.text(promise.text, most=LONGEST),
        living="; ".join(telling.text(sign) for sign in promise.living_it),
        breaking="; ".join(telling.text(sign) for sign in promise.breaking_it),
        record=telling.spoken(record.text, most=LONGEST),
        kind=str(record.channel),
        place=telling.place(record.place),
        heading=telling.text(heading),
        amount=amount_words([record]),
        unit=telling.redact(record.unit or ""),
    )


def verification_section(found: Verification, promises: Mapping[str, str]) -> tuple[Block, ...]:
    """How many were checked, whether coders agreed, how right the links are, what changed."""
    answered = [one for one in found.samples if one.answered]
    if not answered:
        return (Paragraph(f"{NOBODY} {_asked(found)}"),)
    blocks: list[Block] = [Paragraph(_lead(found)), _samples(found.samples)]
    if found.accounts:
        blocks.append(_accounts(found.accounts))
    if found.cells:
        blocks.append(_cells(found, promises))
    blocks += [Paragraph(text) for text in _warnings(found) if text]
    return tuple(blocks)


def _asked(found: Verification) -> str:
    if found.samples:
        return "A sample was drawn, and no answer has been read yet."
    return (
        "To check them, draw a sample with northing sample, let people answer, and read the "
        "answers with northing verify. Until then every bound is a worst case."
    )


def _lead(found: Verification) -> str:
    judged = [one for one in found.judged if one.answer is not None]
    records = len({one.record for one in judged})
    corrected = len(found.shares())
    return (
        f"People answered for {counted(len(judged), 'pair')} of a record and a promise "
        f"({counted(records, 'record')}). On the record they speak of, their word stands before "
        f"tags, rules and the machine. {counted(corrected, 'share')} of a promise in a kind of "
        "deed could be corrected from the sample; every other figure is unverified and keeps its "
        "worst-case bounds."
    )


def _samples(samples: Sequence[SampleUsed]) -> Table:
    columns = (
        Column("Sample"), Column("Drawn"), Column("Asked", numeric=True),
        Column("Answered", numeric=True), Column("In dispute", numeric=True),
        Column("Agreement of two coders"), Column("What follows"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id,
            day(one.on),
            number(one.asked),
            number(one.answered),
            number(len(one.disputed)),
            alpha_words(one.alpha),
            RULES[one.rule] + ("" if one.is_used else "; its labels are not pooled"),
        )
        for one in samples
    )
    note = (
        "Agreement is Krippendorff’s alpha: 1 is full agreement, 0 what chance would give. From "
        "0.80 figures may be published, from 0.667 they are tentative, below that the pairs are "
        "rated again."
    )
    return Table("The samples people were asked about.", columns, rows, note=note)


RULES = {
    "publish": "may be published",
    "tentative": "tentative",
    "re-rate": "rate again",
    "undecidable": "cannot be decided",
}


def alpha_words(alpha: Measure) -> str:
    if not isinstance(alpha, Estimate):
        return f"unknown: {alpha.reason}"
    n = counted(alpha.n, "pair")
    if alpha.low is None or alpha.high is None:
        return f"{alpha.value:.2f} ({n}; no interval: {alpha.no_interval})"
    return f"{alpha.value:.2f} (between {alpha.low:.2f} and {alpha.high:.2f}; {n})"


def _accounts(accounts: Sequence[AccountChecked]) -> Table:
    columns = (
        Column("Kind of record"), Column("Checked", numeric=True), Column("Links that are right"),
        Column("Overlooked among the rest"), Column("Linked and not advancing, at most"),
    )  # fmt: skip
    rows = tuple(
        (
            one.account,
            number(one.checked),
            share_words(one.right),
            share_words(one.overlooked),
            _most(one),
        )
        for one in accounts
    )
    note = (
        "A link is right where people said that the record advances or contradicts the promise. "
        "The last column is the Stringer bound of monetary-unit sampling, one-sided at 95 %."
    )
    return Table("How right the links are, by kind of record.", columns, rows, note=note)


def _most(one: AccountChecked) -> str:
    if not isinstance(one.overstated, Estimate) or one.overstated.high is None:
        return "unknown" if isinstance(one.overstated, Estimate) else one.overstated.reason
    return sum_words(Decimal(str(round(one.overstated.high, 2))), one.measure)


def share_words(one: Measure) -> str:
    """`92.0 % (between 84.1 % and 97.2 %)`, or why it is unknown."""
    if not isinstance(one, Estimate):
        return f"unknown: {one.reason}"
    if one.low is None or one.high is None:
        return f"{percent(one.value)} (no interval: {one.no_interval})"
    return f"{percent(one.value)} (between {percent(one.low)} and {percent(one.high)})"


def _cells(found: Verification, promises: Mapping[str, str]) -> Table:
    columns = (
        Column("Promise"), Column("Kind of record"), Column("Checked", numeric=True),
        Column("Advance", numeric=True), Column("Contradict", numeric=True),
        Column("Share that advances it"), Column("Share that contradicts it"),
    )  # fmt: skip
    rows = tuple(
        (
            promises.get(one.commitment, one.commitment),
            one.account,
            number(one.checked),
            number(one.advances),
            number(one.contradicts),
            _starred(one),
            share_words(one.contradicting),
        )
        for one in found.cells
        if one.checked and isinstance(one.advancing, Estimate)
    )
    others = sum(one.checked > 0 for one in found.cells) - len(rows)
    note = (
        "* What was overlooked is taken from all promises of this kind of record together: an "
        "approximation. Shares are of all that was counted, with 95"
        f"{NARROW_SPACE}% intervals: stratified double sampling, MOVER over Clopper–Pearson limits."
    )
    if others:
        note += f" {number(others)} more were checked too little to tell; they are in audit.json."
    caption = "What people found, by promise and kind of record."
    return Table(caption, columns, rows, note=note, empty="No cell was checked often enough.")


def _starred(one: CellChecked) -> str:
    star = " *" if one.is_pooled and isinstance(one.advancing, Estimate) else ""
    return f"{share_words(one.advancing)}{star}"


def _warnings(found: Verification) -> Iterator[str]:
    for one in found.samples:
        if one.vanished:
            yield (
                f"{counted(len(one.vanished), 'record')} that people had checked in sample "
                f"{one.id} are no longer there: {', '.join(one.vanished[:5])}. What people "
                "said of them stands in the figures, and at its worst in the bounds."
            )
        if one.reworded:
            yield (
                f"{counted(one.reworded, 'answer')} of sample {one.id} were given to a promise "
                "whose words have changed since, and are set aside."
            )
        if one.is_changed:
            yield (
                f"The records or links have changed since sample {one.id} was drawn; what came "
                "since then was not in it and is taken at its worst."
            )
    if found.moved is not None:
        told = "has moved" if found.moved.has_moved else "has not moved"
        yield f"The machine’s error {told} since the earlier samples ({found.moved.reason})."

"""How is a pair put to a person, and how is told what people made of all of them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.documents.blocks import Block, Column, Paragraph, Table
from northing.foundations.documents.numbers import NARROW_SPACE, day, number, percent
from northing.foundations.documents.told import Listed, Term, Written, tell, together
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
from northing.stages.records.ledger.section import (
    Telling,
    amount_words,
    counted,
    kind_told,
    sum_words,
)

LONGEST = 2000
NOBODY = tell("No person has checked any of these links.")


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
        return (Paragraph(together(NOBODY, _asked(found))),)
    blocks: list[Block] = [Paragraph(_lead(found)), _samples(found.samples)]
    if found.accounts:
        blocks.append(_accounts(found.accounts))
    if found.cells:
        blocks.append(_cells(found, promises))
    blocks += [Paragraph(text) for text in _warnings(found) if text]
    return tuple(blocks)


def _asked(found: Verification) -> str:
    if found.samples:
        return tell("A sample was drawn, and no answer has been read yet.")
    return tell(
        "To check them, draw a sample with northing sample, let people answer, and read the "
        "answers with northing verify. Until then every bound is a worst case."
    )


def _lead(found: Verification) -> str:
    judged = [one for one in found.judged if one.answer is not None]
    return together(
        tell(
            "People answered for {pairs} of a record and a promise ({records}). On the record "
            "they speak of, their word stands before tags, rules and the machine.",
            pairs=counted(len(judged), "pair"),
            records=counted(len({one.record for one in judged}), "record"),
        ),
        tell(
            "{shares} of a promise in a kind of deed could be corrected from the sample; every "
            "other figure is unverified and keeps its worst-case bounds.",
            shares=counted(len(found.shares()), "share"),
        ),
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
            _follows(one),
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
    "publish": tell("may be published"),
    "tentative": tell("tentative"),
    "re-rate": tell("rate again"),
    "undecidable": tell("cannot be decided"),
}


def _follows(one: SampleUsed) -> str:
    if one.is_used:
        return RULES[one.rule]
    return tell("{rule}; its labels are not pooled", rule=RULES[one.rule])


def alpha_words(alpha: Measure) -> str:
    if not isinstance(alpha, Estimate):
        return tell("unknown: {reason}", reason=Term(alpha.reason))
    pairs, value = counted(alpha.n, "pair"), Written(alpha.value, ".2f")
    if alpha.low is None or alpha.high is None:
        reason = Term(alpha.no_interval)
        return tell(
            "{value} ({pairs}; no interval: {reason})", value=value, pairs=pairs, reason=reason
        )
    low, high = Written(alpha.low, ".2f"), Written(alpha.high, ".2f")
    return tell(
        "{value} (between {low} and {high}; {pairs})", value=value, low=low, high=high, pairs=pairs
    )


def _accounts(accounts: Sequence[AccountChecked]) -> Table:
    columns = (
        Column("Kind of record"), Column("Checked", numeric=True), Column("Links that are right"),
        Column("Overlooked among the rest"), Column("Linked and not advancing, at most"),
    )  # fmt: skip
    rows = tuple(
        (
            kind_told(one.account),
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
    if not isinstance(one.overstated, Estimate):
        return tell("{reason}", reason=Term(one.overstated.reason))
    if one.overstated.high is None:
        return tell("{reason}", reason=Term("unknown"))
    return sum_words(Decimal(str(round(one.overstated.high, 2))), one.measure)


def share_words(one: Measure) -> str:
    """`92.0 % (between 84.1 % and 97.2 %)`, or why it is unknown."""
    if not isinstance(one, Estimate):
        return tell("unknown: {reason}", reason=Term(one.reason))
    value = percent(one.value)
    if one.low is None or one.high is None:
        reason = Term(one.no_interval)
        return tell("{value} (no interval: {reason})", value=value, reason=reason)
    low, high = percent(one.low), percent(one.high)
    return tell("{value} (between {low} and {high})", value=value, low=low, high=high)


def _cells(found: Verification, promises: Mapping[str, str]) -> Table:
    columns = (
        Column("Promise"), Column("Kind of record"), Column("Checked", numeric=True),
        Column("Advance", numeric=True), Column("Contradict", numeric=True),
        Column("Share that advances it"), Column("Share that contradicts it"),
    )  # fmt: skip
    rows = tuple(
        (
            promises.get(one.commitment, one.commitment),
            kind_told(one.account),
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
    left = tell(
        "{n} more were checked too little to tell; they are in audit.json.", n=number(others)
    )
    note = together(_OVERLOOKED, left if others else "")
    caption = "What people found, by promise and kind of record."
    return Table(caption, columns, rows, note=note, empty="No cell was checked often enough.")


_OVERLOOKED = tell(
    "* What was overlooked is taken from all promises of this kind of record together: an "
    "approximation. Shares are of all that was counted, with {level} intervals: stratified double "
    "sampling, MOVER over Clopper–Pearson limits.",
    level=f"95{NARROW_SPACE}%",
)


def _starred(one: CellChecked) -> str:
    share = share_words(one.advancing)
    is_starred = one.is_pooled and isinstance(one.advancing, Estimate)
    return tell("{share} *", share=share) if is_starred else share


def _warnings(found: Verification) -> Iterator[str]:
    for one in found.samples:
        yield from _changed_since(one)
    if found.moved is None:
        return
    yield tell(
        "The machine’s error has moved since the earlier samples ({reason})."
        if found.moved.has_moved
        else "The machine’s error has not moved since the earlier samples ({reason}).",
        reason=found.moved.reason,
    )


def _changed_since(one: SampleUsed) -> Iterator[str]:
    if one.vanished:
        yield tell(
            "{records} that people had checked in sample {sample} are no longer there: {names}. "
            "What people said of them stands in the figures, and at its worst in the bounds.",
            records=counted(len(one.vanished), "record"),
            sample=one.id,
            names=Listed(one.vanished[:5]),
        )
    if one.reworded:
        yield tell(
            "{answers} of sample {sample} were given to a promise whose words have changed since, "
            "and are set aside.",
            answers=counted(one.reworded, "answer"),
            sample=one.id,
        )
    if one.is_changed:
        yield tell(
            "The records or links have changed since sample {sample} was drawn; what came since "
            "then was not in it and is taken at its worst.",
            sample=one.id,
        )

"""What did people make of each pair, and did they agree?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from northing.foundations.methods.agreement import krippendorff
from northing.foundations.methods.estimate import Measure, Unknown
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.verification.facts import (
    AGREED,
    CODERS,
    Answer,
    Judged,
    Label,
    Labelled,
    Pair,
)
from northing.stages.diagnose.verification.rules.population import fingerprint
from northing.stages.records.ledger.facts import Record

Answers = Mapping[int, Mapping[str, Answer]]
NOBODY_TWICE = "no pair was labelled by two coders"


@dataclass(frozen=True, slots=True)
class Heard:
    """One sample met again: its pairs as people judged them, and what could not be used.

    `vanished` are pairs of records that are gone, `gone` what people had made of them.
    """

    judged: tuple[Judged, ...]
    answered: int
    disputed: tuple[int, ...]
    vanished: tuple[Pair, ...]
    reworded: int
    alpha: Measure
    gone: tuple[Judged, ...] = ()


def heard(
    one: Labelled, records: Records, commitments: Sequence[Commitment], *, seed: int
) -> Heard:
    """Each answered pair beside the record it has now; what is not answered is not judged.

    Who works from the top and stops has drawn a smaller sample by lot, for the sheet is shuffled:
    pairs behind the last answer are not asked. A pair passed over before it stays open both ways.
    """
    answers = answers_of(one.labels)
    words = {each.id: fingerprint(each.text) for each in commitments}
    reached = _reached(answers)
    judged: list[Judged] = []
    gone: list[Judged] = []
    reworded = 0
    for pair in one.sample.pairs:
        is_passed = any(pair.number < reached.get(coder, 0) for coder in pair.coders)
        if pair.number not in answers and not is_passed:
            continue
        record = records.find(pair)
        if words.get(pair.commitment) != pair.promise:
            reworded += 1
            continue
        said = Judged(pair=pair, record=record or pair.record, answer=_clear(pair, answers))
        if record is None:
            gone.append(replace(said, is_gone=True))
        else:
            judged.append(said)
    return Heard(
        judged=tuple(judged),
        answered=len(answers),
        disputed=disputed(one),
        vanished=tuple(each.pair for each in gone),
        reworded=reworded,
        alpha=alpha_of(one, seed=seed),
        gone=tuple(gone),
    )


class Records:
    """Finds the record of a pair again: by its id, else by its words in the same file."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_id: dict[str, str] = {}
        self._by_words: dict[tuple[str, str], list[str]] = defaultdict(list)
        for record in records:
            words = fingerprint(record.text)
            self._by_id[record.id] = words
            self._by_words[(_file(record.id), words)].append(record.id)

    def find(self, pair: Pair) -> str | None:
        """`None` where no record of that file has these words any more."""
        if self._by_id.get(pair.record) == pair.words:
            return pair.record
        same = self._by_words.get((_file(pair.record), pair.words), [])
        return same[0] if len(same) == 1 else None


def _file(record: str) -> str:
    """`budget.xlsx#North:14` → `budget.xlsx`."""
    return record.partition("#")[0].partition(":")[0]


def answers_of(labels: Iterable[Label]) -> dict[int, dict[str, Answer]]:
    found: dict[int, dict[str, Answer]] = defaultdict(dict)
    for one in labels:
        found[one.pair][one.coder] = one.answer
    return dict(found)


def _reached(answers: Answers) -> dict[str, int]:
    """How far down the sheet each coder came."""
    found: dict[str, int] = defaultdict(int)
    for number, said in answers.items():
        for coder in said:
            found[coder] = max(found[coder], number)
    return found


def _clear(pair: Pair, answers: Answers) -> Answer | None:
    """What coders agreed on counts first; where they differ, nothing does."""
    said = answers.get(pair.number, {})
    given = {said[AGREED]} if AGREED in said else set(said.values())
    if len(given) != 1 or given == {Answer.CANNOT_TELL}:
        return None
    return next(iter(given))


def disputed(one: Labelled) -> tuple[int, ...]:
    """The pairs two coders answered differently and have not settled since."""
    return tuple(
        number
        for number, said in sorted(answers_of(one.labels).items())
        if AGREED not in said and len(set(said.values())) > 1
    )


def alpha_of(one: Labelled, *, seed: int) -> Measure:
    """Krippendorff's alpha over the pairs both coders labelled, before they spoke to each other."""
    answers = answers_of(one.labels)
    twice = [said for said in answers.values() if all(coder in said for coder in CODERS)]
    if not twice:
        return Unknown(NOBODY_TWICE)
    ratings = [[str(said[coder]) for said in twice] for coder in CODERS]
    return krippendorff(ratings, metric="nominal", seed=seed)

"""What did people answer in a sheet, and what in it cannot be read without guessing?"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from northing.foundations.sources.cells import text_of
from northing.foundations.sources.rows import Place, Refusal, Row
from northing.stages.diagnose.verification.facts import AGREED, CODERS, Answer, Label, Sample

PAIR, CHECK, ANSWER, NOTE = "pair", "check", "answer", "note"
PROMISE, RECORD = "the promise", "the record"
NEEDED = (PROMISE, RECORD, ANSWER, PAIR, CHECK)
_ID = re.compile(r"(?P<sample>[0-9a-f]{8})-(?P<number>\d{1,6})-(?P<coder>[A-Za-z]+)")
_SIGNS = 9
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What one sheet holds: labels, what was refused of it, and how many pairs wait."""

    labels: tuple[Label, ...]
    refused: tuple[Refusal, ...]
    unanswered: int


def pair_id(sample: str, number: int, coder: str) -> str:
    """What a hidden column of the sheet says of its row."""
    return f"{sample}-{number:04d}-{coder}"


def check_of(pair: str, promise: str, record: str) -> str:
    """Binds an id to the texts beside it: a sheet sorted in parts is found out.

    Only letters and digits count, for programs change blanks, quotes and leading signs. It opens
    with a letter, for programs take anything else for a number.
    """
    kept = "".join(sign for sign in f"{promise}{record}".casefold() if sign.isalnum())
    return "k" + hashlib.sha256(f"{pair}\x1f{kept}".encode()).hexdigest()[:_SIGNS]


def sample_named_in(rows: Sequence[Row]) -> str | None:
    """The sample most rows are of: which one the file is to be held against."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        met = _ID.fullmatch(_cells(row).get(PAIR, ""))
        if met:
            counts[met["sample"]] += 1
    return max(sorted(counts), key=lambda name: counts[name], default=None)


def labels_in(rows: Sequence[Row], sample: Sample) -> SheetRead:
    """Every answer that fits the sample; rows may come in any order, and are never guessed."""
    found: dict[tuple[int, str], list[tuple[Row, Label]]] = defaultdict(list)
    refused: list[Refusal] = []
    empty: set[tuple[int, str]] = set()
    for row in rows:
        cells = _cells(row)
        problem = _problem(cells, sample)
        if problem is not None:
            refused.append(_refusal(row, *problem))
            continue
        met = _ID.fullmatch(cells[PAIR])
        number, coder = (int(met["number"]), met["coder"]) if met else (0, "")
        if not cells.get(ANSWER):
            empty.add((number, coder))
            continue
        answer = Answer(cells[ANSWER].casefold())
        label = Label(pair=number, coder=coder, answer=answer, note=cells.get(NOTE, ""))
        found[(number, coder)].append((row, label))
    labels: list[Label] = []
    for of in found.values():
        if len({label.answer for _, label in of}) == 1:
            labels.append(of[-1][1])
        else:
            refused += [_refusal(row, ANSWER, str(label.answer), *_TWICE) for row, label in of]
    labels.sort(key=lambda one: (one.pair, one.coder))
    return SheetRead(tuple(labels), tuple(refused), len(empty - set(found)))


_TWICE = (
    "this pair stands here twice with different answers, so neither is used",
    "Delete the row that is not meant.",
)


def _cells(row: Row) -> dict[str, str]:
    return {name.strip().casefold(): text_of(value).strip() for name, value in row.cells.items()}


Problem = tuple[str, str, str, str]
"""Column, value, reason, remedy."""
_AS_WRITTEN = "Take the row from the sheet northing sample wrote."


def _problem(cells: Mapping[str, str], sample: Sample) -> Problem | None:
    """The first thing wrong with a row."""
    shown = cells.get(PAIR, "")[:_SHOWN]
    met = _ID.fullmatch(shown)
    if met is None:
        return PAIR, shown, "this is no pair of a sample", _AS_WRITTEN
    return _wrong_place(met, sample) or _wrong_words(cells)


def _wrong_place(met: re.Match[str], sample: Sample) -> Problem | None:
    if met["sample"] != sample.id:
        reason = f"this row is of sample {met['sample']}, the others are of {sample.id}"
        return PAIR, met[0], reason, "Verify every sheet on its own."
    if not 1 <= int(met["number"]) <= len(sample.pairs):
        reason = f"sample {sample.id} has no such pair; it has {len(sample.pairs)}"
        return PAIR, met[0], reason, _AS_WRITTEN
    if met["coder"] != AGREED and met["coder"] not in CODERS:
        return PAIR, met[0], "nobody of that name was asked", _AS_WRITTEN
    return None


def _wrong_words(cells: Mapping[str, str]) -> Problem | None:
    promise, record = cells.get(PROMISE, ""), cells.get(RECORD, "")
    if check_of(cells[PAIR], promise, record) != cells.get(CHECK, ""):
        return (
            CHECK,
            record[:_SHOWN],
            "the words of this row are not those of its pair: it was changed, or sorted in parts",
            "Put the answers into the sheet as it was written; sort whole rows only.",
        )
    answer = cells.get(ANSWER, "")
    if answer and answer.casefold() not in set(Answer):
        known = ", ".join(Answer)
        return ANSWER, answer[:_SHOWN], "this is none of the answers", f"Write one of: {known}."
    return None


def _refusal(row: Row, column: str, value: str, reason: str, remedy: str) -> Refusal:
    at = Place(row.place.path, row.place.sheet, row.place.line, column)
    return Refusal(at, value, reason, remedy)

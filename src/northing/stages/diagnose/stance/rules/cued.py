"""What do the words and the amount of a record suggest about its commitment?

Measured on public corpora, no automatic reading of stance beats the plain majority by much on
promises it has not seen. So a suggestion is never a verdict: it orders what people read first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from northing.foundations.documents.told import Term, tell
from northing.foundations.text.directions import Direction, Way, directions
from northing.foundations.text.words import words
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import CERTAIN, Link
from northing.stages.diagnose.stance.facts import Grounds, Suggestion
from northing.stages.records.ledger.facts import (
    NO_DEEDS,
    Record,
    Stance,
)

_BREAKING = "breaking_it"
TAKEN_BACK = tell("its amount is taken back")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The content words of a commitment: of what it promises, and of what would break it."""

    promised: frozenset[str]
    breaking: frozenset[str]


def vocabulary_of(commitment: Commitment, language: str) -> Vocabulary:
    promised = _stems((commitment.text, *commitment.living_it), language)
    return Vocabulary(promised, _stems(commitment.breaking_it, language) - promised)


def suggestions_for(
    record: Record, link: Link, vocabulary: Vocabulary, language: str
) -> Iterator[Suggestion]:
    """At most one of words and one of the amount; none where people said what the record does.

    Words and voice say things; what they do for a promise is another question, so only deeds are
    read.
    """
    if record.channel in NO_DEEDS or _is_settled(link):
        return
    if record.amount is not None and record.amount < 0:
        yield _suggestion(record, link, Stance.CONTRADICTS, Grounds.AMOUNT, (), TAKEN_BACK)
    found = (_cued(one, link, vocabulary, language) for one in directions(record.text, language))
    read = next((one for one in found if one is not None), None)
    if read is not None:
        stance, direction, why = read
        yield _suggestion(record, link, stance, Grounds.CUES, direction.words, why)


def _is_settled(link: Link) -> bool:
    return link.origin in CERTAIN and link.stance is not None


def _cued(
    direction: Direction, link: Link, vocabulary: Vocabulary, language: str
) -> tuple[Stance, Direction, str] | None:
    """More of what is promised advances, less of it contradicts; of what breaks it, the reverse."""
    about = _stems(direction.about, language)
    is_more = direction.way is Way.MORE
    promised = about & (vocabulary.promised | _carried(link, language, breaking=False))
    breaking = about & (vocabulary.breaking | _carried(link, language, breaking=True))
    if len(breaking) > len(promised):
        stance = Stance.CONTRADICTS if is_more else Stance.ADVANCES
        return stance, direction, _against_it(direction)
    if promised:
        stance = Stance.ADVANCES if is_more else Stance.CONTRADICTS
        return stance, direction, _promised(direction)
    return None


def _carried(link: Link, language: str, *, breaking: bool) -> frozenset[str]:
    """The words that carried a machine's link, which need not stand in the promise itself."""
    return _stems(link.words, language) if (link.sign == _BREAKING) is breaking else frozenset()


def _against_it(direction: Direction) -> str:
    way = Term(str(direction.way))
    return tell("{way} of what would break it: {words}", way=way, words=_named(direction))


def _promised(direction: Direction) -> str:
    way = Term(str(direction.way))
    return tell("{way} of what is promised: {words}", way=way, words=_named(direction))


def _named(direction: Direction) -> str:
    words, about = " … ".join(direction.words), ", ".join(direction.about[:3])
    return tell("“{words}” with “{about}”", words=words, about=about)


def _stems(texts: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(
        one.stem for text in texts for one in words(text, language=language) if not one.is_stop
    )


def _suggestion(
    record: Record, link: Link, stance: Stance, grounds: Grounds, said: tuple[str, ...], why: str
) -> Suggestion:
    return Suggestion(
        record_id=record.id,
        commitment=link.commitment,
        stance=stance,
        grounds=grounds,
        words=said,
        why=why,
    )

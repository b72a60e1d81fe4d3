"""What might a record do for its commitment, where nobody has said so yet?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from northing.stages.records.ledger.facts import Stance


class Grounds(StrEnum):
    """On what a suggestion rests. None of them is a verdict."""

    AMOUNT = "amount"
    CUES = "cues"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """For a person to look at: a record may advance or contradict a commitment.

    `words` are what triggered it, as written in the record; `why` says it in one clause. It moves
    no figure and accuses nobody: it only says where to look first.
    """

    record_id: str
    commitment: str
    stance: Stance
    grounds: Grounds
    words: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a language model answered of one record beside one commitment.

    `prompt_sha256` is of the whole prompt, so that the same question is never paid for twice and
    an answer to another wording is never taken for this one.
    """

    record_id: str
    commitment: str
    stance: Stance
    why: str
    model: str
    prompt_sha256: str

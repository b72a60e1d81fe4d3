"""What do the fixed words of a report say, in the reader's language?

English for now; another language is another row of `WORDING`.
"""

from __future__ import annotations

from dataclasses import dataclass

from northing.foundations.documents.blocks import Tone


@dataclass(frozen=True, slots=True)
class Wording:
    skip: str
    contents: str
    said: str
    done: str
    against: str
    unknown: str
    as_table: str
    place: str
    page: str
    of: str
    tones: dict[str, str]


ENGLISH = Wording(
    skip="Skip to the report",
    contents="Contents",
    said="What was said",
    done="What was done",
    against="What speaks against this",
    unknown="unknown",
    as_table="The same numbers as a table",
    place="Place",
    page="Page",
    of="of",
    tones={
        Tone.WORDS: "Words",
        Tone.DEEDS: "Deeds",
        Tone.CONTRADICTION: "Contradiction",
        Tone.BETTER: "Better than promised",
        Tone.UNKNOWN: "Unknown",
        Tone.NOTE: "Note",
    },
)
WORDING = {"en": ENGLISH}


def wording_for(language: str) -> Wording:
    return WORDING.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)

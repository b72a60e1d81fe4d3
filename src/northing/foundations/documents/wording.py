"""What do the fixed words of a report say, in the reader's language?

In English and German; another language is another row of `WORDING`.
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
    report: str
    table: str
    besides: str
    continued: str
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
    report="Report",
    table="Table",
    besides="What the whole report holds besides",
    continued="continued",
    tones={
        Tone.WORDS: "Words",
        Tone.DEEDS: "Deeds",
        Tone.CONTRADICTION: "Contradiction",
        Tone.BETTER: "Better than promised",
        Tone.UNKNOWN: "Unknown",
        Tone.NOTE: "Note",
    },
)
GERMAN = Wording(
    skip="Zum Bericht springen",
    contents="Inhalt",
    said="Was gesagt wurde",
    done="Was getan wurde",
    against="Was dagegen spricht",
    unknown="unbekannt",
    as_table="Dieselben Zahlen als Tabelle",
    place="Stelle",
    page="Seite",
    of="von",
    report="Bericht",
    table="Tabelle",
    besides="Was der ganze Bericht außerdem enthält",
    continued="Fortsetzung",
    tones={
        Tone.WORDS: "Worte",
        Tone.DEEDS: "Taten",
        Tone.CONTRADICTION: "Widerspruch",
        Tone.BETTER: "Besser als versprochen",
        Tone.UNKNOWN: "Unbekannt",
        Tone.NOTE: "Hinweis",
    },
)
WORDING = {"en": ENGLISH, "de": GERMAN}


def wording_for(language: str) -> Wording:
    return WORDING.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)

"""Who was in the room, by the minutes' own lists, and who speaks in a line?

Minutes name people in attendance lists ("Council members: Amina, Bruno") and before what they
say ("Amina: I propose ..."). The lists are read for redaction and are no records themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from northing.foundations.text.redaction import PARTICLES
from northing.foundations.text.words import is_stop_word

Heading = tuple[str, ...]


def people_in(rows: Iterable[tuple[Heading, str]]) -> frozenset[str]:
    """The names in the attendance lists among the rows, as written there."""
    return frozenset(name for heading, text in rows for name in _names(heading, text))


def is_attendance(heading: Heading, text: str) -> bool:
    """The row is such a list, also one that names nobody ("Observers: None")."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and all(_is_list(heading, line) for line in lines)


def speaker_of(text: str, *, names: frozenset[str] | None = None) -> str | None:
    """Who a line says is speaking: the "Name:" it opens with (at most 3 words, 30 characters).

    "Decision:", "Note:" and their like are no people. With `names`, only these names speak.
    """
    label = _speaker_label(text)
    if label is None or (names is not None and not _are_known(label[1], names)):
        return None
    return label[1]


def without_speaker(text: str, *, names: frozenset[str] | None = None) -> str:
    """The line without the name it opens with."""
    label = _speaker_label(text)
    if label is None or speaker_of(text, names=names) is None:
        return text
    return text[label[0] :]


_HEADINGS = re.compile(
    r"^(?:\d+[.)]\s*)?(?:record\s+)?(?:meeting\s+|list\s+of\s+)?(?:attendance|attendees|present|"
    r"participants|apologies|regrets|absen(?:t|ces)|roles|anwesen(?:d|de|heit)|teilnehmende|"
    r"teilnehmer(?:innen|\*innen|:innen)?|entschuldigt|abwesend|rollen)[\s:]*$",
    re.IGNORECASE,
)
# A strict label is said of people only; a loose one also opens other lines ("Staff: two posts
# are open"), so outside an attendance heading its entries must all look like names.
_STRICT = (
    r"(?:record\s+)?attendance|(?:missing\s+|meeting\s+)?attendees|(?:council|board|committee)\s+"
    r"members|(?:meeting\s+)?observers?|apologies|regrets|facilitators?|faciliator|"
    r"(?:minutes?|notes?)[\s-]?(?:takers?|taking)|minute\s+takers?|scribes?|participants|"
    r"members\s+present|teilnehmende|teilnehmer(?:innen)?|anwesende?|entschuldigt|"
    r"protokollführung|(?:in|also\s+in)\s+attendance|also\s+(?:present|attending)|excused|trustees\s+present"
)
_LOOSE = (
    r"council|board|guests?|present|unavailable|missing|absent|minutes|notes|chair(?:person)?|"
    r"(?:(?:foundation|project)\s+)?(?:project\s+)?(?:staff|directors)|members|abwesend|protokoll|"
    r"moderation|gäste|vorsitz|leitung"
)
_LABEL = re.compile(
    rf"(?:(?<=^)|(?<=[\s,;.*_(]))(?:(?P<strict>{_STRICT})|(?P<loose>{_LOOSE}))"
    r"(?:\s*\([^)]*\))?[*_]*\s*:[*_]*(?=\s|$)",
    re.IGNORECASE,
)
_MARK = re.compile(r"^[\s>*+•_|–-]+")
_STANDS_FOR = re.compile(
    r"\b(?:sub\w*|filling\s+in|standing\s+in|stand-?in|in\s+place|on\s+behalf|alternate|proxy|"
    r"instead|vertret\w*|vertritt|i\.?\s?V\.?|in\s+Vertretung|anstelle|statt)\s*"
    r"(?:for|of|von|für)?\s+(?P<name>.+)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_TITLE = re.compile(r"\b(?:dr|prof|mr|mrs|ms|mx|dipl|ing)\.\s*|\b(?:herr|frau)\s+", re.IGNORECASE)
_PARTING = re.compile(
    r"\s*[,;|\n]\s*|\s+(?:and|und|sowie)\s+|\s*[&+]\s*|\s+[–—-]\s+|(?<=\w\w)\.\s+(?=[^\W\d_a-z])",
)
_NOBODY_WRITTEN = """
all alle approved done everybody everyone everything full keine keiner link n/a na n.a. nil
niemand no nobody none open pending see tba tbd todo unknown yes agenda anyone quorum
remote online
"""
_NOBODY = frozenset(_NOBODY_WRITTEN.split())
_MOST_WORDS = 4


def _names(heading: Heading, text: str) -> Iterator[str]:
    for line in text.splitlines():
        if _is_list(heading, line):
            for _, listed in _lists(line):
                yield from _entries(listed)


def _is_list(heading: Heading, line: str) -> bool:
    if _HEADINGS.match(_MARK.sub("", line)) and not line.rstrip().endswith(":"):
        return False
    lists = _lists(line)
    is_under = any(_HEADINGS.match(part.strip()) for part in heading)
    if is_under:
        return any(kind for kind, _ in lists) or _reads_as_names(lists[0][1])
    if not lists[0][0]:
        return False
    return all(_is_list_alone(kind, listed) for kind, listed in lists)


def _is_list_alone(kind: str, listed: str) -> bool:
    """Outside an attendance heading: entries of a strict label are short, of a loose one names."""
    pieces = [piece for piece in _pieces(listed) if piece.casefold().strip(".") not in _NOBODY]
    if kind == "strict":
        return all(_name_of(piece) is not None for piece in pieces)
    return bool(pieces) and all(_is_written_as_name(piece) for piece in pieces)


def _lists(line: str) -> list[tuple[str, str]]:
    """The labelled stretches of a line (strict, loose, or "" before any label)."""
    plain = _MARK.sub("", line)
    labels = list(_LABEL.finditer(plain))
    if not labels or _pieces(plain[: labels[0].start()]):
        return [("", plain)]
    ends = [label.start() for label in labels[1:]] + [len(plain)]
    return [
        ("strict" if label["strict"] else "loose", plain[label.end() : end])
        for label, end in zip(labels, ends, strict=True)
    ]


def _pieces(listed: str) -> list[str]:
    stands_for = [
        found["name"]
        for note in _BRACKET.findall(listed)
        if (found := _STANDS_FOR.search(note)) is not None
    ]
    parts = [*_PARTING.split(_TITLE.sub("", _BRACKET.sub(" ", listed))), *stands_for]
    cleaned = (part.strip(" \t.,:;*_-–—?!@`\"'") for part in parts)
    return [part for part in cleaned if part]


def _entries(listed: str) -> Iterator[str]:
    for piece in _pieces(listed):
        name = _name_of(piece)
        if name is not None and name.casefold() not in _NOBODY:
            yield name


def _name_of(piece: str) -> str | None:
    """The name an entry opens with, without what follows it ("Carol tentatively volunteering")."""
    words = piece.split()
    if any(_is_no_name(word) for word in words):
        return None
    if words and words[0][:1].isupper():
        words = list(takewhile(_may_go_on, words))
    while words and words[-1].casefold() in PARTICLES:
        words.pop()
    return " ".join(words) if 0 < len(words) <= _MOST_WORDS else None


def _may_go_on(word: str) -> bool:
    return word[:1].isupper() or word.casefold() in PARTICLES


def _is_no_name(word: str) -> bool:
    plain = word.casefold().strip(".")
    is_particle = plain in PARTICLES
    return (
        not any(char.isalpha() for char in word)
        or "/" in word
        or (is_stop_word(plain) and len(plain) > 1 and not is_particle)
    )


def _is_written_as_name(piece: str) -> bool:
    words = piece.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and words[0].casefold() not in _NOBODY
        and not any(_is_no_name(word) for word in words)
        and all(_may_go_on(word) for word in words)
    )


def _reads_as_names(listed: str) -> bool:
    """A line without a label: every entry is a name, or says that there are none."""
    pieces = _pieces(listed)
    return all(piece.casefold() in _NOBODY or _name_of(piece) == piece for piece in pieces)


_SPEAKER = re.compile(
    r"^[\s>*+•_–-]*(?P<name>[^\W\d_][^:\n()\[\]/]{0,29}?)(?:\s*\([^)\n]{1,30}\))?[*_]*:[*_]*\s+(?=\S)"
)
_NO_SPEAKERS_WRITTEN = """
action actions aim announcement apologies asks attendance attendees background budget
chair conclusion concern consensus context council date decide decided decision decisions
deadline description discuss discussion example examples facilitator goal goals guests
http https idea info inform issue item label labels link links location members minutes
motion nb next note notes observers option options outcome outstanding owner participants
plan present proposal ps purpose q question questions reason regrets report resolution
result room scribe staff status subject summary team time title todo topic total travel
tl;dr unavailable update vote votes volunteers warning why
achtung anwesend aufgabe beschluss datum entscheidung ergebnis frage hinweis ort protokoll
stand thema ziel zusammenfassung
"""
_NO_SPEAKERS = frozenset(_NO_SPEAKERS_WRITTEN.split())
_MOST_SPEAKER_WORDS = 3


def _speaker_label(text: str) -> tuple[int, str] | None:
    """Where the words of a speaker begin, and the speaker."""
    found = _SPEAKER.match(text)
    if found is None:
        return None
    name = found["name"].strip(" *_")
    words = name.split()
    is_short = 0 < len(words) <= _MOST_SPEAKER_WORDS
    is_person = all(
        word[:1].isupper() or (at == 0 and len(words) == 1) for at, word in enumerate(words)
    ) and not any(word.casefold().strip(",") in _NO_SPEAKERS for word in words)
    return (found.end(), name) if is_short and is_person else None


def _are_known(label: str, names: frozenset[str]) -> bool:
    parts = {part.casefold() for name in names for part in (name, *name.split())}
    whole = [one.strip().casefold() for one in re.split(r",|\s+and\s+|&", label)]
    return all(
        one in parts or all(word.strip(".") in parts or len(word.strip(".")) == 1
                            for word in one.split())
        for one in whole
    )  # fmt: skip

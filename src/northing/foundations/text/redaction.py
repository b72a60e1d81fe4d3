"""What does a text say once nobody in it can be recognised by name or address?

Names given (from attendance lists, author columns) are replaced wherever they stand as whole
words, whole or in part; e-mail addresses, telephone numbers, handles and bank accounts by their
form alone. A name nobody gave is not found: this is a redactor, not a recogniser. A name that is
also a word ("Mark", "Wood") takes the word with it, which is the side to err on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from northing.foundations.text.words import COMBINING_MARKS, base_language, is_stop_word

PERSON, E_MAIL, PHONE, ACCOUNT = "[person]", "[e-mail]", "[phone]", "[account]"

_PARTICLES_WRITTEN = """
af al auf bin da das de del della den der di do dos du el ibn la le les mac op san ten
ter til tot v van vom von zu zum zur
"""
PARTICLES = frozenset(_PARTICLES_WRITTEN.split())
_NOT_NAMES_WRITTEN = """
absent after agenda alle all also and anwesend apologies approval approved board chair
committee council directors everybody everyone facilitator first for foundation gast gäste
guest guests half items keine late meeting members minutes n/a niemand nobody none note notes
observers only online onsite others part partly person present project regrets remote
remotely represented scribe second second-half staff sub substitute tba tbd team the third
unavailable until via with
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WRITTEN.split())
_SHORTEST_PART = 2
_SHORTEST_GENITIVE = 4
_SEEN_LIMIT = 500_000


class Redactor:
    """Replaces people by "[person]", e-mail addresses by "[e-mail]", telephone numbers by
    "[phone]", IBANs (checked) by "[account]"; redacting twice changes nothing more."""

    def __init__(self, names: Iterable[str], *, language: str = "en") -> None:
        self._language = base_language(language)
        self._words: set[str] = set()
        self._common: set[str] = set()
        self._initials: set[tuple[str, str]] = set()
        self._seen: dict[str, bool] = {}
        for name in sorted(set(names)):
            self._learn(name)

    @property
    def hidden_words(self) -> frozenset[str]:
        """The folded words this redactor never lets through."""
        return frozenset(self._words)

    def redact(self, text: str) -> str:
        """The text without its people."""
        redacted = self._once(text)
        while redacted != text:  # a replacement can lay bare the edge of another address
            text, redacted = redacted, self._once(redacted)
        return redacted

    def _once(self, text: str) -> str:
        if _MAY_HOLD_ADDRESS.search(text) is None:
            redacted = self._without_names(text)
        else:
            redacted = "".join(self._pieces(text))
        return _ADJACENT.sub(PERSON, redacted) if PERSON in redacted else redacted

    def _learn(self, name: str) -> None:
        # "JoshG" is one word and stays one; "Jean-Luc" and "mara_bos" are two.
        parts = [part for part in (fold(found) for found in _WORD.findall(name)) if part]
        telling = [part for part in parts if self._is_name(part)]
        for part in telling + [fold(found) for found in _WORD.findall(_umlauts_written_out(name))]:
            if not self._is_name(part):
                continue
            self._words.update(_spellings(part))
            if self._language == "de" and len(part) >= _SHORTEST_GENITIVE:
                self._words.add(f"{part}s")
        self._common.update(part for part in parts if self._is_common_name(part))
        if telling:
            self._learn_joined(telling, parts)

    def _learn_joined(self, telling: list[str], parts: list[str]) -> None:
        first, last = telling[0], telling[-1]
        if last != first:
            joined = {"".join(telling), first + last, first[0] + last}
            self._words.update(word for word in joined if self._is_name(word))
        for other in parts:
            if other != first:
                self._initials.add((first, other[0]))

    def _is_name(self, part: str) -> bool:
        return self._may_name(part) and not is_stop_word(part, language=self._language)

    def _is_common_name(self, part: str) -> bool:
        """ "Will" and "May" are hidden where they are written with a capital."""
        return self._may_name(part) and is_stop_word(part, language=self._language)

    def _may_name(self, part: str) -> bool:
        is_known_word = part in PARTICLES or part in _NOT_NAMES
        return len(part) >= _SHORTEST_PART and not is_known_word and not part.isnumeric()

    def _pieces(self, text: str) -> Iterator[str]:
        at = look = 0
        while (found := _ADDRESS.search(text, look)) is not None:
            replaced, end = _replaced(found)
            if replaced is None:  # only looked like one: there may be another inside it
                look = found.start() + 1
                continue
            yield self._without_names(text[at : found.start()])
            yield replaced
            at = look = end
        yield self._without_names(text[at:])

    def _without_names(self, text: str) -> str:
        kept: list[str] = []
        at = 0
        seen = self._seen
        for found in (_ASCII_WORD if text.isascii() else _WORD).finditer(text):
            word = found.group()
            is_hidden = seen.get(word)
            if is_hidden is None:
                is_hidden = self._remember(word)
            if not is_hidden or found.start() < at:
                continue
            end = self._end_with_initial(text, found)
            kept += (text[at : found.start()], PERSON)
            at = end
        return "".join((*kept, text[at:])) if kept else text

    def _remember(self, word: str) -> bool:
        if len(self._seen) >= _SEEN_LIMIT:
            self._seen.clear()
        self._seen[word] = self._is_hidden(word)
        return self._seen[word]

    def _is_hidden(self, word: str) -> bool:
        folded = fold(word)
        if folded in self._words or (folded in self._common and word[0].isupper()):
            return True
        short = _FIRST_AND_INITIAL.match(word)
        return short is not None and (fold(short[1]), fold(short[2])) in self._initials

    def _end_with_initial(self, text: str, found: re.Match[str]) -> int:
        """ "Jack H." is one person: the initial goes with the name it is known to belong to."""
        initial = _INITIAL.match(text, found.end())
        if initial and (fold(found.group()), fold(initial[1])) in self._initials:
            return initial.end()
        return found.end()


def naming_nobody(words: Iterable[str], redact: Callable[[str], str]) -> list[str]:
    """The words that stay as they are: what stands in place of a name explains nothing."""
    return [word for word in words if redact(word) == word]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case and accents: "Rémy", "RÉMY" and "remy" are one."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold()).casefold()
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return plain.translate(_UNDECOMPOSED)


def _umlauts_written_out(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold()).translate(_UMLAUTS)


def _spellings(part: str) -> Iterator[str]:
    """A German umlaut may be written out in the list of names and not in the text."""
    yield part
    for plain in "aou":
        if f"{plain}e" in part:
            yield part.replace(f"{plain}e", plain)


_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD = re.compile(rf"[^\W_][^\W_{COMBINING_MARKS}]*(?:[{COMBINING_MARKS}]+[^\W_]*)*")
_FIRST_AND_INITIAL = re.compile(r"^([^\W\d_]*[^\W\d_A-Z])([A-Z])$")
_INITIAL = re.compile(r"[ \t]([^\W\d_])(?![^\W_])(?:\.(?=[ \t]*(?:[^\sA-Z]|$)))?")
_ADJACENT = re.compile(
    rf"\[person\](?:(?:[ \t]+|-)(?:(?:{'|'.join(sorted(PARTICLES))})[ \t]+|[^\W\d_]\.[ \t]*){{0,3}}"
    r"\[person\])+",
    re.IGNORECASE,
)

_ASCII_WORD = re.compile(r"[A-Za-z0-9]+")
# What every address holds; most texts hold none of it and are spared the long search.
_MAY_HOLD_ADDRESS = re.compile(r"[@\[]|[A-Z]{2}\d{2}|\d(?:[ ()./-]{0,3}\d){7}")
_ADDRESS = re.compile(
    r"(?P<kept>\[(?:person|e-mail|phone|account)\])"
    r"|(?P<mail>(?<![\w.+%-])\w[\w.+%-]*@\w[\w-]*(?:\.\w[\w-]*)+)"
    r"|(?P<iban>(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?!\w))"
    r"|(?P<phone>(?<![\w+.,/-])(?<!\d[ ])(?:"
    r"(?:\+|00)[1-9]\d{0,2}(?:[ ./-]?\(?\d{1,5}\)?){2,6}"
    r"|\(?0\d{2,4}\)?[ /-]\d{3,}(?:[ -]?\d{2,})*"
    r"|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}"
    r")(?![\w/]|[.,-]\d))"
    r"|(?P<handle>(?<![\w@.])@\w(?:[\w-]*\w)?)"
)
_SHORTEST_PHONE = 8
_SHORTEST_IBAN = 15


def _replaced(found: re.Match[str]) -> tuple[str | None, int]:
    """What stands in place of an address, and where the address ends; None: it is none."""
    kind, text = str(found.lastgroup), found.group()
    if kind == "iban":
        end = _end_of_iban(text)
        return (ACCOUNT if end else None), found.start() + end
    if kind == "phone" and sum(char.isdigit() for char in text) < _SHORTEST_PHONE:
        return None, found.end()
    replacement = {"kept": text, "mail": E_MAIL, "phone": PHONE, "handle": PERSON}
    return replacement[kind], found.end()


def _end_of_iban(text: str) -> int:
    """Where the longest stretch ends whose check digits hold (ISO 13616, mod 97), or 0."""
    ends = [at for at in range(_SHORTEST_IBAN, len(text) + 1) if not text[at : at + 1].isalnum()]
    for end in reversed(ends):
        compact = re.sub(r"[ -]", "", text[:end])
        moved = compact[4:] + compact[:4]
        is_long = len(compact) >= _SHORTEST_IBAN
        if is_long and int("".join(str(int(char, 36)) for char in moved)) % 97 == 1:
            return end
    return 0

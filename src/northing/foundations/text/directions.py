"""Does a sentence speak of more of something, or of less: started, raised, cut, stopped?

A pointer for a reader, never a verdict: it returns the words that triggered it and the words it
speaks of, as written. English and German wordings; any other language finds nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from northing.foundations.text.words import base_language, is_stop_word, words


class Way(StrEnum):
    """Which way it goes with what the sentence speaks of."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Direction:
    """The way, the verb or word that says so with its negation, and what it speaks of."""

    way: Way
    words: tuple[str, ...]
    about: tuple[str, ...]


def directions(sentence: str, language: str = "en") -> tuple[Direction, ...]:
    """Every direction in a sentence with an object, in the order written.

    The object is looked for after the word of direction, up to the end of the clause; where
    nothing stands there ("the course was cancelled"), before it. A negation just before turns
    the way round: "do not cut" is more, "no longer offered" is less. Part of a name ("Pier End")
    or of a fixed expression ("stop smoking course") speaks of neither.
    """
    spoken = base_language(language)
    if spoken not in _WORDS:
        return ()
    fixed = [match.span() for match in _FIXED.finditer(sentence)] if spoken == "en" else []
    found = (
        _direction(sentence, match, spoken)
        for match in _WORDS[spoken].finditer(sentence)
        if not any(start <= match.start() < end for start, end in fixed)
        and not (spoken == "en" and _is_name(sentence, match))
    )
    return tuple(one for one in found if one is not None)


def _is_name(sentence: str, match: re.Match[str]) -> bool:
    """A capital inside a sentence, or a bare verb with nothing after it: "Pier End", "bus stop"."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    clause = _CLAUSE.split(before)[-1]
    if match.group(0)[0].isupper() and clause.strip() and _SMALL.search(before + after):
        return True
    is_last = not _CLAUSE.split(after, maxsplit=1)[0].strip()
    return is_last and bool(_BARE.fullmatch(match.group(0))) and bool(clause.strip())


def _direction(sentence: str, match: re.Match[str], language: str) -> Direction | None:
    before = _CLAUSE.split(sentence[: match.start()])[-1]
    after = _CLAUSE.split(sentence[match.end() :], maxsplit=1)[0]
    negation = _NEGATION[language].search(before)
    about = _content(after, language) or _content(before, language)
    if not about:
        return None
    is_less = match.lastgroup == "less"
    if negation is not None:
        is_less = not is_less
    said = ([negation.group(1)] if negation else []) + [match.group(0)]
    return Direction(Way.LESS if is_less else Way.MORE, tuple(said), about)


def _content(clause: str, language: str) -> tuple[str, ...]:
    return tuple(
        one.surface
        for one in words(clause, language=language)
        if not is_stop_word(one.surface, language=language)
    )


def _either(more: str, less: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:(?P<less>{less})|(?P<more>{more}))(?![\w-])", re.IGNORECASE)


_CLAUSE = re.compile(
    r"[,;:.!?()–—]\s?|\s(?:so that|in order|because|but|while|until|aber|damit|weil)\s"
)
_SMALL = re.compile(r"(?<![\w’'-])[a-z]\w{3,}")
"""A longer word in small letters: then not every word of the sentence is written large."""
_BARE = re.compile(
    r"end|close|stop|start|open|drop|fund|launch|raise|add|hire|build|lower|skip|withdraw|freeze|"
    r"increase|extend|expand|reduce|cancel|remove",
    re.IGNORECASE,
)
"""Without an object behind them these are nouns, or ask nothing; a participle may stand last."""
_FIXED = re.compile(
    r"\b(?:(?:stop|quit)[ -]smoking|end[ -]of[ -]life|(?:year|month|week|weekend|dead)[ -]?ends?|"
    r"open[ -](?:days?|doors?|house|air|evenings?|source|access|data|plan|water|wounds?)|"
    r"(?:opening|closing)[ -](?:hours|times?|dates?|balances?|ceremon(?:y|ies))|"
    r"(?:start|end|starting|closing)[ -]dates?|start[ -]ups?|drop[ -]ins?|bus[ -]stops?|"
    r"(?:pension|hardship|relief|trust)[ -]funds?|lower[ -](?:school|floor|deck|house|sixth)|"
    r"(?:no )?more[ -]or[ -]less|(?:once|any) more|clean[ -]cut|hair[ -]?cuts?|raised[ -]beds?)\b",
    re.IGNORECASE,
)
"""Expressions in which a word of direction tells none."""
_NEGATION = {
    "en": re.compile(
        r"\b(not|never|no longer|don['’]t|won['’]t|nobody|refuses? to|instead of|without|against|"
        r"rejects?|rejected|declines? to|declined to|avert(?:s|ed)?|prevent(?:s|ed)?)"
        r"(?:\s+\w+){0,2}\s*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(nicht|nie|kein(?:e[nrms]?)?|statt|ohne|gegen|verhindert?|ablehnt?)(?:\s+\w+){0,2}\s*$",
        re.IGNORECASE,
    ),
}
_WORDS = {
    "en": _either(
        more=(
            r"increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|"
            r"open(?:s|ed|ing)?|start(?:s|ed|ing)?|launch(?:e[sd]|ing)?|introduc(?:e[sd]?|ing)|"
            r"add(?:s|ed|ing)?|hir(?:e[sd]?|ing)|recruit(?:s|ed|ing)?|grow(?:s|n|ing)?|grew|"
            r"doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|widen(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|"
            r"resum(?:e[sd]?|ing)|restor(?:e[sd]?|ing)|approv(?:e[sd]?|ing)|fund(?:s|ed|ing)?|"
            r"invest(?:s|ed|ing)?|more|additional|extra|longer|buil[dt]s?|establish(?:e[sd]|ing)?|"
            r"strengthen(?:s|ed|ing)?|reinstat(?:e[sd]?|ing)|top(?:s|ped)? up|scal(?:e[sd]?|ing) up"
        ),
        less=(
            r"cut(?:s|ting)?|reduc(?:e[sd]?|ing|tions?)|clos(?:e[sd]?|ing|ures?)|stop(?:s|ped|"
            r"ping)?|"
            r"end(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|postpon(?:e[sd]?|ing)|suspend(?:s|ed|ing)?|"
            r"drop(?:s|ped|ping)?|shorten(?:s|ed|ing)?|freez(?:e[sd]?|ing)|froze|frozen|"
            r"halv(?:e[sd]?|ing)|lower(?:s|ed|ing)?|withdr[ae]wn?|withdraws?|remov(?:e[sd]?|ing)|"
            r"abolish(?:e[sd])?|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|dismiss(?:e[sd])?|"
            r"lay(?:s|ing)? off|laid off|fewer|less|shrink(?:s|ing)?|shrank|narrow(?:s|ed|ing)?|"
            r"defer(?:s|red)?|discontinu(?:e[sd]?|ing)|wind(?:s|ing)? down|phas(?:e[sd]?|ing) out|"
            r"waiv(?:e[sd]?|ing)|skip(?:s|ped|ping)?|shut(?:s|ting)?(?: down)?|revok(?:e[sd]?|ing)"
        ),
    ),
    "de": _either(
        more=(
            r"erhöh(?:t|en|te|ten|ung)|steiger(?:t|n|te|ten|ung)|ausgebaut|ausbau(?:t|en)?|"
            r"erweiter(?:t|n|te|ten|ung)|eröffne(?:t|n|te|ten)|gestartet|starten|eingeführt|"
            r"einführ(?:t|en|ung)|zusätzlich\w*|mehr|verdoppel(?:t|n|te|ten)|verlänger(?:t|n|te|"
            r"ten)|"
            r"eingestellt werden|aufgestockt|aufstocken|bewillig(?:t|en|te|ten)|genehmig(?:t|en|"
            r"te|ten)"
        ),
        less=(
            r"kürz(?:t|en|te|ten|ung|ungen)|gekürzt|verringer(?:t|n|te|ten|ung)|senk(?:t|en|te|"
            r"ten|ung)|"
            r"gesenkt|reduzier(?:t|en|te|ten)|schließ(?:t|en|ung)|geschlossen|gestrichen|"
            r"streich(?:t|en|ung)|"
            r"eingestellt|abgesagt|absag(?:e|en|t)|verschoben|verschieb(?:t|en|ung)|weniger|"
            r"halbier(?:t|en|te|ten)|abgeschafft|abschaff(?:t|en|ung)|verzichte(?:t|n|te|ten)|"
            r"ausgesetzt|aussetz(?:t|en|ung)|zurückgezogen|entlass(?:en|t|ung|ungen)"
        ),
    ),
}

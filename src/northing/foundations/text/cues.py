"""Which words of a sentence promise, stress, explain, admit or withdraw something?

A cue is a pointer for a reader, never a verdict: it returns the words that triggered, as written.
English and German wordings; an unknown language is read with the English ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from northing.foundations.text.words import base_language, is_stop_word, words


@dataclass(frozen=True, slots=True)
class Cue:
    """The wording found, as written and in its order; `about` are the words it speaks of, where
    the cue has an object."""

    words: tuple[str, ...]
    about: tuple[str, ...] = ()


def promises(sentence: str, language: str = "en") -> Cue | None:
    """The sentence promises: "we will", "must", "every member gets", or a goal that opens with
    its verb ("Promote accessibility")."""
    return _cue(sentence, _PROMISES[_spoken(language)])


def emphasis(sentence: str, language: str = "en") -> Cue | None:
    """The sentence calls something crucial, essential, core, a priority."""
    return _cue(sentence, _EMPHASIS[_spoken(language)])


def eases(sentence: str, language: str = "en") -> Cue | None:
    """The sentence explains why there is less of something: an expectation or a cause, and a
    decrease. `about` are the content words after the decrease: what there is less of."""
    spoken = _spoken(language)
    because, fewer = _BECAUSE[spoken].search(sentence), _FEWER[spoken].search(sentence)
    if because is None or fewer is None:
        return None
    pair = sorted((because, fewer), key=lambda found: found.start())
    after = sentence[fewer.end() : because.start() if because.start() > fewer.end() else None]
    about = _content_words(_CLAUSE_END.split(after, maxsplit=1)[0], spoken)
    if not about or fewer.group(0).casefold() in _DONE:
        # "travel is lower", "no longer needed", "postponed" follow what they speak of.
        about = _content_words(_CLAUSE_END.split(sentence[: fewer.start()])[-1], spoken)
    found = tuple(match.group(0) for match in pair)
    return Cue(found, tuple(word for word in about if word not in found))


def admits_error(sentence: str, language: str = "en") -> Cue | None:
    """The sentence says that something stated or done before was wrong."""
    return _cue(sentence, _ERRORS[_spoken(language)])


def withdraws(sentence: str, language: str = "en") -> Cue | None:
    """The sentence takes back what was given, planned or decided."""
    return _cue(sentence, _WITHDRAWALS[_spoken(language)])


def _cue(sentence: str, wording: re.Pattern[str]) -> Cue | None:
    found = tuple(
        " ".join(match.group(0).split()).lstrip("-*+•–#0123456789.() ")
        for match in wording.finditer(sentence)
    )
    return Cue(found) if found else None


def _spoken(language: str) -> str:
    base = base_language(language)
    return base if base in _PROMISES else "en"


def _content_words(clause: str, language: str) -> tuple[str, ...]:
    return tuple(
        word.surface
        for word in words(clause, language=language)
        if not is_stop_word(word.surface, language=language)
        and not _PERIOD_WORD.match(word.surface)
    )


def _any(*wordings: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(wordings)})(?!\w)", re.IGNORECASE)


_GOAL_VERBS = (
    "achieve|advance|advocate|build|champion|create|cultivate|deliver|develop|educate|empower|"
    "encourage|end|enforce|engage|enhance|ensure|establish|expand|foster|fund|grow|guarantee|help|"
    "improve|increase|inspire|invest|lead|listen|maintain|make|modernize|modernise|nurture|offer|"
    "prevent|promote|protect|provide|publish|put|raise|reach|reduce|respect|safeguard|secure|serve|"
    "share|strengthen|support|sustain|train|treat|uphold|welcome"
)
_WHO_WILL = (
    "board|organi[sz]ation|council|team|company|agency|foundation|hospital|school|university|"
    "charity|association|society|project|department|office|members|staff|management|directors"
)
_LIST_MARK = r"^\s*(?:(?:[-*+•–]|#{1,6}|\(?\w{1,2}[.)])\s+)?(?:\*\*)?"

_PROMISES = {
    "en": re.compile(
        rf"(?<![\w-])(?:we(?:\s+(?:all|also|always))?\s+(?:will|shall|must|promise|pledge|"
        rf"commit(?:\s+to)?|aim(?:\s+to)?|strive(?:\s+to)?|intend\s+to|undertake\s+to|seek\s+to|"
        rf"are\s+(?:committed|dedicated|determined)\s+to|vow(?:\s+to)?)|we['’]ll|shall|must|"
        rf"(?:is|are|remains?)\s+(?:committed|dedicated)\s+to|(?:commits?|pledges?|aims?)\s+to|"
        rf"(?:the|our)\s+(?:\w+\s+){{0,2}}(?:{_WHO_WILL})\s+will|"
        rf"(?:every|each)\s+\w+(?:\s+\w+)?\s+(?:gets?|receives?|will|can|is|has|deserves?)|"
        rf"(?:our|the|whose)(?:\s+\w+)?\s+(?:mission|purpose|goal|aim|vision)\s+is)(?!\w)"
        rf"|{_LIST_MARK}(?:to\s+)?(?:{_GOAL_VERBS})(?=\s+\w)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?<![\w-])(?:wir\s+(?:werden|wollen|müssen|verpflichten\s+uns|versprechen|setzen\s+uns|"
        r"streben|sorgen\s+dafür|garantieren|stehen\s+für)|verpflichten\s+wir\s+uns|"
        r"werden\s+wir|wollen\s+wir|(?:verpflichtet|bekennt)\s+sich|muss|müssen|soll|sollen|"
        r"jede[rs]?\s+\w+(?:\s+\w+)?\s+(?:bekommt|erhält|hat|wird|kann|soll)|"
        r"(?:unser(?:e)?|das|die|der)\s+(?:\w+\s+)?(?:mission|auftrag|ziel|zweck|vision)\s+ist)"
        r"(?!\w)",
        re.IGNORECASE,
    ),
}
_EMPHASIS = {
    "en": _any(
        r"crucial(?:ly)?",
        r"essential(?:ly)?",
        r"core",
        r"central",
        r"(?:top\s+)?priorit(?:y|ies)",
        r"prioriti[sz](?:e|es|ed)",
        r"vital(?:ly)?",
        r"at\s+the\s+(?:very\s+)?heart",
        r"heart\s+of",
        r"key\s+(?:to|part|priority|goal)",
        r"paramount",
        r"fundamental(?:ly)?",
        r"indispensable",
        r"critical\s+(?:to|for)",
        r"most\s+important",
        r"cornerstone",
        r"above\s+all",
    ),
    "de": _any(
        r"entscheidend\w*",
        r"wesentlich\w*",
        r"zentral\w*",
        r"kern",
        r"im\s+kern",
        r"vorrang\w*",
        r"priorität\w*",
        r"unerlässlich\w*",
        r"unverzichtbar\w*",
        r"lebenswichtig\w*",
        r"im\s+mittelpunkt",
        r"am\s+herzen",
        r"grundlegend\w*",
        r"vor\s+allem",
    ),
}
_BECAUSE = {
    "en": _any(
        r"expect(?:s|ed|ing)?",
        r"anticipat(?:es?|ed|ing)",
        r"because",
        r"due\s+to",
        r"owing\s+to",
        r"as\s+a\s+result(?:\s+of)?",
        r"since",
        r"reflect(?:s|ing)?",
        r"thanks\s+to",
        r"projects?(?=\s+(?:a|fewer|less)\b)",
        r"in\s+light\s+of",
        r"given(?:\s+that)?",
    ),
    "de": _any(
        r"erwarte(?:t|n|te|ten)",
        r"weil",
        r"wegen",
        r"aufgrund",
        r"infolge",
        r"da",
        r"durch",
        r"rechne(?:t|n)\s+mit",
        r"angesichts",
    ),
}
_FEWER = {
    "en": _any(
        r"less",
        r"fewer",
        r"reductions?",
        r"reduced",
        r"decreas(?:es?|ed|ing)",
        r"lower",
        r"declin(?:es?|ed|ing)",
        r"no\s+longer\s+(?:needed|required|necessary)",
        r"completed",
        r"completion",
        r"postponed",
        r"deferred",
        r"delay(?:s|ed)?",
        r"savings?",
        r"smaller",
        r"drop(?:s|ped)?",
        r"concluded",
    ),
    "de": _any(
        r"weniger",
        r"rückgang",
        r"verringer\w+",
        r"reduzier\w+",
        r"reduktion",
        r"gesunken\w*",
        r"nicht\s+mehr\s+(?:nötig|benötigt|erforderlich)",
        r"abgeschlossen\w*",
        r"verschoben\w*",
        r"einsparung(?:en)?",
        r"geringer\w*",
        r"niedriger\w*",
    ),
}
_DONE = (
    "no longer needed", "no longer required", "no longer necessary", "completed", "postponed",
    "deferred", "delayed", "concluded", "reduced", "decreased", "declined", "dropped",
    "nicht mehr nötig", "nicht mehr benötigt", "nicht mehr erforderlich",
)  # fmt: skip
_ERRORS = {
    "en": _any(
        r"(?:in\s+)?errors?",
        r"erroneous(?:ly)?",
        r"incorrect(?:ly)?",
        r"mistak(?:en|es?|enly)",
        r"instead\s+of\s+the\s+correct",
        r"restat(?:ed|ement|ements|es?)",
        r"corrections?",
        r"corrected",
        r"wrong(?:ly)?",
        r"misstat(?:ed|ement|ements)",
        r"inaccurate(?:ly)?",
        r"errat(?:um|a)",
    ),
    "de": _any(
        r"fehler(?:haft\w*)?",
        r"irrtüm(?:er|lich\w*)",
        r"irrtum",
        r"falsch\w*",
        r"unrichtig\w*",
        r"statt\s+(?:der|des|dem)\s+richtigen",
        r"korrektur(?:en)?",
        r"berichtig\w+",
        r"korrigiert\w*",
    ),
}
_WITHDRAWALS = {
    "en": _any(
        r"de-?allocat(?:ed?|es|ing|ions?)",
        r"withdr(?:awn|ew|awal|awals|aws?)",
        r"withdrawing",
        r"cancel(?:l?ed|s|l?ing|lations?|ation)?",
        r"revers(?:ed|al|als|es|ing)",
        r"revok(?:ed?|es|ing)",
        r"revocation",
        r"discontinu(?:ed?|es|ing|ation)",
        r"rescind(?:ed|s)?",
        r"retract(?:ed|s|ion)?",
        r"terminat(?:ed|ion)",
        r"scrapped",
        r"abandoned",
        r"repeal(?:ed)?",
    ),
    "de": _any(
        r"zurückgezogen\w*",
        r"zurückgenommen\w*",
        r"storniert\w*",
        r"abgesagt\w*",
        r"widerrufen\w*",
        r"eingestellt\w*",
        r"aufgehoben\w*",
        r"gestrichen\w*",
        r"rückgängig\s+gemacht",
    ),
}
_CLAUSE_END = re.compile(
    r"[,;:.!?]\s|[.!?]$|\b(?:in|for|during|im|für)\s+(?:FY|fiscal|\d{4})", re.IGNORECASE
)
_PERIOD_WORD = re.compile(r"^(?:FY|fiscal|year|years|Jahr|Jahre)$", re.IGNORECASE)

"""Which wordings hedge, boast, or could stand in anybody's statement? English ones."""

from __future__ import annotations

import re


def hedges(text: str) -> tuple[str, ...]:
    """Words that leave a way out: "where possible", "aim to"."""
    return _found(_HEDGES, text)


def boasts(text: str) -> tuple[str, ...]:
    """Claims of rank that no record could confirm: "world-class", "leading"."""
    return _found(_BOASTS, text)


def buzzwords(text: str) -> tuple[str, ...]:
    """Words that sound and do not say: "excellence", "solutions"."""
    return _found(_BUZZ, text)


def _found(wording: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Each once, in the order and spelling of the text."""
    return tuple(dict.fromkeys(" ".join(one.group(0).split()) for one in wording.finditer(text)))


def _any(wordings: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{wordings})(?![\w-])", re.IGNORECASE)


_HEDGES = _any(
    r"where(?:ver)? (?:possible|appropriate|practicable|feasible|needed)|as far as possible|"
    r"(?:aim|strive|seek|endeavou?r|try|intend|hope|aspire)s? to|(?:striving|seeking|aiming) to|"
    r"may|might|could|should|as appropriate|in principle|reasonabl[ey]|generally|often|"
    r"tend to|work towards?|committed to|dedicated to|where relevant|best efforts?|to the extent"
)
_BOASTS = _any(
    r"best|leading|world[- ]class|unparalleled|unrivall?ed|unmatched|unique(?:ly)?|finest|foremost|"
    r"premier|number one|first[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|"
    r"best[- ]in[- ]class|"
    r"most (?:trusted|admired|respected|innovative|valued)|of choice|outstanding|exceptional|"
    r"extraordinary|superior|pioneering|market[- ]leading|global leader|highest (?:quality|"
    r"standards?)"
)
_BUZZ = _any(
    r"excellence|innovation|innovative|synerg(?:y|ies)|leverag(?:e|es|ing)|empower(?:s|ing|ment)?|"
    r"holistic(?:ally)?|solutions?|stakeholders?|value[- ]added|added value|impactful|"
    r"transform(?:s|ing|ation|ative)?|passion(?:ate)?|dynamic|robust|seamless(?:ly)?|"
    r"next[- ]generation|thought leader(?:ship)?|ecosystems?|journey|unlock(?:s|ing)?|potential|"
    r"sustainable (?:value|growth|future|success)|future[- ]proof|agile|agility|integrity|"
    r"customer[- ]cent(?:ric|ered)|people[- ]first|making a difference|make a difference|"
    r"better (?:world|future|tomorrow)|positive impact|shared value|purpose[- ](?:driven|led)|"
    r"vibrant"
)

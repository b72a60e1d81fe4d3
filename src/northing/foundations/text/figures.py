"""Which amounts of money does a sentence state, and of what?

Precise rather than greedy: an amount needs a currency, a figure needs a label that the sentence
itself ties to the amount. What is not certain is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from northing.foundations.text.words import base_language, is_stop_word, stem


class Amount(NamedTuple):
    """Money as stated: its value, the currency's ISO code, and where it stands in the text."""

    value: Decimal
    currency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """An amount with the words that say of what, and for which period where that is said."""

    label: str
    period: str | None
    amount: Amount


def amounts_in(sentence: str, *, dollar: str = "USD") -> list[Amount]:
    """The amounts of money in a text, in their order. `dollar` is what a bare "$" stands for.

    "40,000", "40.000" and "40'000" are forty thousand: one mark before exactly three digits
    parts thousands, any other parts decimals, and of two different marks the last does. Words and
    letters multiply (k, thousand, M, million, Mio., bn, billion, Mrd.).
    """
    return [amount for match in _AMOUNT.finditer(sentence) if (amount := _read(match, dollar))]


def stated_figures(
    sentence: str, *, language: str = "en", dollar: str = "USD"
) -> list[StatedFigure]:
    """The amounts of a sentence that it names: "Label FY 2025: $1 FY 2026: $2", "Label: $3",
    "in 2024 we spent EUR 4 on label"."""
    amounts = amounts_in(sentence, dollar=dollar)
    listed = list(_listed(sentence, amounts))
    return listed or list(_told(sentence, amounts, base_language(language)))


def same_label(a: str, b: str, *, language: str = "en") -> bool:
    """Two labels name the same line: word for word equal, by stem, or one word shortening the
    other ("Misc" of at least 4 letters).

    Words such as "(total)" and "(subtotal)" say how the line was summed and are set aside; any
    other bracket names a different line.
    """
    left, right = _label_words(a, language), _label_words(b, language)
    if not left or len(left) != len(right):
        return False
    return all(_same_word(x, y, language) for x, y in zip(left, right, strict=True))


_CODES = "USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK PLN CZK HUF INR CNY BRL ZAR MXN SGD HKD KRW"
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_DOLLARS = {"US": "USD", "CA": "CAD", "C": "CAD", "A": "AUD", "AU": "AUD", "NZ": "NZD"}
_DOLLARS |= {"HK": "HKD", "S": "SGD"}
_NAMES = {
    "euro": "EUR", "euros": "EUR", "dollar": "", "dollars": "", "pounds": "GBP",
    "francs": "CHF", "franken": "CHF", "rupees": "INR", "yen": "JPY",
}  # fmt: skip
_TIMES = {
    "k": 3, "tsd": 3, "thousand": 3, "tausend": 3,
    "m": 6, "mn": 6, "mio": 6, "million": 6, "millions": 6, "millionen": 6,
    "b": 9, "bn": 9, "mrd": 9, "billion": 9, "billions": 9, "milliarde": 9, "milliarden": 9,
}  # fmt: skip

_NUMBER = r"\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
_MULTIPLIER = (
    r"(?:\s?(?P<times>thousand|tausend|tsd|millionen|millions?|milliarden?|billions?|mio|mrd|"
    r"mn|bn|[kmb])\b\.?)?"
)
_SIGN = rf"(?:(?P<country>US|CA|C|AU|A|NZ|HK|S)?(?P<dollar>\$)|(?P<sign>[{''.join(_SIGNS)}]))"
_CODE = "|".join(_CODES.split())
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<minus>[-−])?(?:{_SIGN}|(?P<code>{_CODE})\s?{_SIGN.replace('?P<', '?P<c_')}?)"
    rf"\s?(?P<inner>[-−])?(?P<number>{_NUMBER}){_MULTIPLIER}(?:\s?(?P<after>{_CODE})\b)?(?![\w])"
    rf"|(?<![\w.,$€£¥₹])(?P<minus2>[-−])?(?P<number2>{_NUMBER})"
    rf"{_MULTIPLIER.replace('?P<times>', '?P<times2>')}\s?"
    rf"(?:(?P<code2>{_CODE})\b|(?P<sign2>[{''.join(_SIGNS)}])|(?P<name2>{'|'.join(_NAMES)})\b"
    rf"|(?P<dollar2>\$)(?!\d))",
    re.IGNORECASE,
)


def _read(match: re.Match[str], dollar: str) -> Amount | None:
    found = {name.rstrip("2"): part for name, part in match.groupdict().items() if part}
    value = _value(found["number"])
    value *= Decimal(10) ** _TIMES.get(found.get("times", "").casefold(), 0)
    is_negative = ("minus" in found) != ("inner" in found)
    currency = _currency(found, dollar)
    return Amount(-value if is_negative else value, currency, match.start(), match.end())


def _currency(found: dict[str, str], dollar: str) -> str:
    if code := found.get("code") or found.get("after"):
        return code.upper()
    if sign := found.get("sign"):
        return _SIGNS[sign]
    if name := found.get("name"):
        return _NAMES[name.casefold()] or dollar
    return _DOLLARS.get(found.get("country", "").upper(), dollar)


_THOUSAND_DIGITS = 3


def _value(number: str) -> Decimal:
    marks = [mark for mark in number if not mark.isdigit()]
    if not marks:
        return Decimal(number)
    last = marks[-1]
    digits_after = len(number) - number.rindex(last) - 1
    is_second_mark = len(set(marks)) > 1 and last != marks[0]
    is_decimal = last in ".," and (is_second_mark or digits_after != _THOUSAND_DIGITS)
    whole, _, fraction = number.rpartition(last) if is_decimal else (number, "", "")
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{fraction}") if fraction else Decimal(digits)


_PERIOD = (
    r"(?:(?:FY|GJ|fiscal\s+year|calendar\s+year|Geschäftsjahr|Haushaltsjahr|in|im\s+Jahr)\s*)?"
    r"(?:Q[1-4]\s*/?\s*)?(?:19|20)\d{2}(?:\s?[/–-]\s?(?:(?:19|20)?\d{2}))?(?:\s?(?:H[12]|Q[1-4]))?"
)
_LABEL_AND_PERIOD = re.compile(
    rf"^(?P<label>.*?)[\s,(]*(?P<period>(?<!\w){_PERIOD})?\)?\s*$", re.IGNORECASE | re.DOTALL
)
_LEAD = re.compile(r"^[\s#>*+•|–-]+")
_LONGEST_LABEL = 8


def _listed(sentence: str, amounts: list[Amount]) -> Iterator[StatedFigure]:
    """Label, period and colon right before an amount; a following period keeps the label."""
    label, end = "", 0
    for amount in amounts:
        before = sentence[end : amount.start].rstrip()
        end = amount.end
        if not before.endswith(":"):
            label = ""
            continue
        own, period = _label_and_period(before[:-1])
        label = own or label
        if label and _is_label(label):
            yield StatedFigure(label, period, amount)


def _label_and_period(before: str) -> tuple[str, str | None]:
    last = re.split(r"[;.!?|\n](?:\s|$)", before)[-1]
    match = _LABEL_AND_PERIOD.match(last)
    if match is None:
        return "", None
    label = _LEAD.sub("", match["label"]).strip(" \t*_,;:-–(")
    period = match["period"]
    return label, " ".join(period.split()) if period else None


def _is_label(label: str) -> bool:
    """A label is short and holds a word; one with a colon or an amount inside is a sentence."""
    return (
        0 < len(label.split()) <= _LONGEST_LABEL
        and ":" not in label
        and not amounts_in(label)
        and any(char.isalpha() for char in label)
    )


_SPENT = re.compile(
    r"\b(?:spen[dt]s?|spending|allocat(?:ed?|es)|budget(?:s|ed)?|invest(?:s|ed)?|award(?:s|ed)?|"
    r"set\s+aside|paid|pays?|devot(?:ed?|es)|earmark(?:s|ed)?|gaben?|geben|gibt|investier\w*|"
    r"bezahl\w*|stell\w*)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"^\s*(?:on|for|to|towards?|in|für|in)\s+(?P<label>[^,;.:()$€£\d]+)", re.IGNORECASE
)
_OBJECT_BEFORE = re.compile(
    r"^\W*(?:for|on|towards?|für)\s+(?P<label>[^,;.:()$€£\d]+?),?\s+"
    r"(?:we|they|it|was|were|have|has|had|wir|sie|haben|hat|wurden?|gaben|geben)\b",
    re.IGNORECASE,
)
_OBJECT_END = re.compile(
    r"\s+(?:in|during|for|over|by|from|but|which|that|because|as|per|this|last|next|im|"
    r"aus|bis|von|ein|bereit|zur|weil|(?:and|und)(?!\s+[^\s]+\s*(?:$|in\b|during\b|im\b)))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""*and* joins two names where one word follows it; what goes on after it is another clause."""
_WHEN = re.compile(rf"\b(?:in|im\s+Jahr|for|during|für)?\s*(?P<period>{_PERIOD})\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|our|its|their|a|an|die|das|den|der|unsere?n?)\s+", re.IGNORECASE)


def _told(sentence: str, amounts: list[Amount], language: str) -> Iterator[StatedFigure]:
    """A verb of spending, one amount, and what it went on. Two amounts in one sentence could
    belong to either object, so such a sentence is left alone."""
    if len(amounts) != 1 or _SPENT.search(sentence[: amounts[0].start]) is None:
        return
    match = _OBJECT.match(sentence[amounts[0].end :]) or _OBJECT_BEFORE.match(sentence)
    if match is None:
        return
    label = _ARTICLE.sub("", _OBJECT_END.sub("", match["label"]).strip())
    when = [found["period"] for found in _WHEN.finditer(sentence)]
    period = (
        re.sub(r"^(?:in|im Jahr)\s+", "", when[0], flags=re.IGNORECASE) if len(when) == 1 else None
    )
    if _is_label(label) and not is_stop_word(label, language=language):
        yield StatedFigure(label, period, amounts[0])


_SUMMED = re.compile(
    r"[(\[]\s*(?:sub-?total|total|sum|summe|gesamt|zwischensumme)\s*[)\]]", re.IGNORECASE
)
_SHORTEST_PREFIX = 4


def _label_words(label: str, language: str) -> list[str]:
    plain = re.findall(r"[^\W_]+", _SUMMED.sub(" ", label).casefold())
    return [word for word in plain if not is_stop_word(word, language=language)]


def _same_word(x: str, y: str, language: str) -> bool:
    short, long = sorted((x, y), key=len)
    is_shortened = len(short) >= _SHORTEST_PREFIX and long.startswith(short)
    return x == y or is_shortened or stem(x, language=language) == stem(y, language=language)

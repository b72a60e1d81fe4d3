"""What does the file of a sample say, and is it whole?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from northing.foundations.sources.rows import Place, Refusal
from northing.stages.diagnose.verification.facts import (
    AGREED,
    CODERS,
    AccountThen,
    Answer,
    Earlier,
    Label,
    Labelled,
    Pair,
    PartThen,
    Sample,
    Standing,
    Stratum,
)

SCHEMA = 2
_REMEDY = (
    "Take it from a copy, or draw the sample again with northing sample and read the filled "
    "sheets again with northing verify."
)


def labelled_in(content: bytes, path: str) -> Labelled | Refusal:
    """The sample and its labels, or why the file cannot be used. Never raises for its content."""
    try:
        found = json.loads(content.decode("utf-8"), parse_float=Decimal)
        if found["schema"] != SCHEMA:
            return _refused(path, f"it has schema {found['schema']!r}"[:80] + f", not {SCHEMA}")
        return _labelled(found)
    except _Wrong as problem:
        return _refused(path, str(problem))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError):
        return _refused(path, "it is damaged or no file of northing sample")


class _Wrong(Exception):  # noqa: N818 - said, never raised beyond this file
    """The file can be read and contradicts itself."""


def _refused(path: str, reason: str) -> Refusal:
    return Refusal(Place(path), "", f"this sample cannot be used: {reason}", _REMEDY)


def _labelled(found: Mapping[str, Any]) -> Labelled:
    sample = _sample(found["sample"])
    labels = tuple(_label(one) for one in found["labels"])
    numbers = {one.number for one in sample.pairs}
    if not {one.pair for one in labels} <= numbers:
        raise _Wrong("it holds a label for a pair it does not have")
    said = [(one.pair, one.coder) for one in labels]
    if len(said) != len(set(said)):
        raise _Wrong("one coder answers the same pair twice in it")
    return Labelled(sample=sample, labels=labels)


def _sample(one: Mapping[str, Any]) -> Sample:
    strata = tuple(map(_stratum, one["strata"]))
    pairs = tuple(_pair(each, len(strata)) for each in one["pairs"])
    if sorted(each.number for each in pairs) != list(range(1, len(pairs) + 1)):
        raise _Wrong("its pairs are not numbered from 1 without a hole")
    return Sample(
        id=_text(one["id"]),
        on=date.fromisoformat(one["on"]),
        seed=_whole(one["seed"]),
        size=_whole(one["size"]),
        population=_whole(one["population"]),
        population_sha256=_text(one["population_sha256"]),
        strata=strata,
        pairs=pairs,
        outside=_texts(one["outside"]),
        accounts=tuple(map(_account, one["accounts"])),
        earlier=tuple(map(_earlier, one["earlier"])),
    )


def _account(one: Mapping[str, Any]) -> AccountThen:
    return AccountThen(
        account=_text(one["account"]),
        whole=_signed(one["whole"]),
        missing=_amount(one["missing"]),
        paid_back=tuple(
            (_text(name), _amount(linked), _amount(most)) for name, linked, most in one["paid_back"]
        ),
        parts=tuple(map(_part, one["parts"])),
    )


def _part(one: Mapping[str, Any]) -> PartThen:
    return PartThen(
        commitment=_text(one["commitment"]),
        standing=Standing(one["standing"]),
        is_quoted=bool(one["quoted"]),
        size=_whole(one["size"]),
        mass=_amount(one["mass"]),
        lightest=_amount(one["lightest"]),
        heaviest=_amount(one["heaviest"]),
    )


def _earlier(one: Mapping[str, Any]) -> Earlier:
    return Earlier(
        sample=_text(one["sample"]),
        pair=_whole(one["pair"]),
        record=_text(one["record"]),
        standing=Standing(one["standing"]),
        mass=_amount(one["mass"]),
    )


def _stratum(one: Mapping[str, Any]) -> Stratum:
    return Stratum(
        account=_text(one["account"]),
        commitment=_text(one["commitment"]),
        standing=Standing(one["standing"]),
        is_quoted=bool(one["quoted"]),
        size=_whole(one["size"]),
        mass=_amount(one["mass"]),
        drawn=_whole(one["drawn"]),
    )


def _pair(one: Mapping[str, Any], strata: int) -> Pair:
    place, chance = _whole(one["stratum"]), float(one["probability"])
    if place >= strata or not 0 < chance <= 1:
        raise _Wrong("a pair in it names no stratum, or no chance between 0 and 1")
    return Pair(
        number=_whole(one["number"]),
        record=_text(one["record"]),
        commitment=_text(one["commitment"]),
        stratum=place,
        probability=chance,
        mass=_amount(one["mass"]),
        weight=_amount(one["weight"]),
        account=_text(one["account"]),
        standing=Standing(one["standing"]),
        unit=None if one["unit"] is None else _text(one["unit"]),
        band=_text(one["band"]),
        words=_text(one["words"]),
        promise=_text(one["promise"]),
        coders=_texts(one["coders"]),
    )


def _label(one: Mapping[str, Any]) -> Label:
    if one["coder"] not in (*CODERS, AGREED):
        raise _Wrong("it names a coder who is neither A nor B, nor *agreed*")
    return Label(
        pair=_whole(one["pair"]),
        coder=one["coder"],
        answer=Answer(one["answer"]),
        note=_text(one.get("note", "")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is a text")
    return value


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("a count is a whole number")
    return value


def _amount(value: object) -> Decimal:
    found = _signed(value)
    if found < 0:
        raise _Wrong("a mass in it is no amount")
    return found


def _signed(value: object) -> Decimal:
    """What an account holds in all may lie below zero."""
    found = Decimal(_text(value))
    if not found.is_finite():
        raise _Wrong("a mass in it is no amount")
    return found

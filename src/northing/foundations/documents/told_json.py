"""How is a sentence kept in JSON so that its pattern and its places are not lost?

A text is itself; everything else is an object with one key that names what it is. A sentence
without places is its own pattern, and is kept as a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from northing.foundations.documents.told import (
    Count,
    Listed,
    Place,
    Sum,
    Term,
    Told,
    Written,
    tell,
)

Redact = Callable[[str], str]


def kept(said: Place, redact: Redact = str) -> Any:
    """As plain values; every text that people wrote passes `redact` on the way."""
    if isinstance(said, Told):
        places = {name: kept(one, redact) for name, one in said.places.items()}
        return {"say": said.pattern if places else redact(said.pattern), "with": places}
    if isinstance(said, Listed):
        return {"list": [kept(one, redact) for one in said.each], "by": said.by}
    return redact(said) if isinstance(said, str) else _figure(said)


def _figure(said: Place) -> Any:
    keep = _KEPT.get(type(said))
    return keep(said) if keep else said


_KEPT: Mapping[type, Callable[[Any], Any]] = {
    Written: lambda one: {"figure": _number(one.value), "form": one.form, "unit": one.unit},
    Sum: lambda one: {"sum": str(one.amount), "currency": one.currency},
    Count: lambda one: {"count": one.n, "noun": one.noun},
    Term: lambda one: {"term": one.word},
    date: lambda one: {"day": one.isoformat()},
}


def _number(value: float | Decimal) -> float:
    return value if isinstance(value, int) else float(value)


def read(value: Any) -> Place:
    """What was kept. Raises ValueError where it is nothing of the kind."""
    if isinstance(value, str | int):
        return value
    try:
        return _read(value)
    except (KeyError, TypeError, AttributeError, InvalidOperation, StopIteration) as error:
        raise ValueError(f"no sentence: {str(value)[:80]}") from error


def _read(value: Mapping[str, Any]) -> Place:
    return next(made for kind, made in _READ.items() if kind in value)(value)


_READ: Mapping[str, Callable[[Mapping[str, Any]], Place]] = {
    "say": lambda of: tell(of["say"], **{name: read(one) for name, one in of["with"].items()}),
    "list": lambda of: Listed(tuple(read(one) for one in of["list"]), of["by"]),
    "figure": lambda of: Written(_number(of["figure"]), of["form"], of["unit"]),
    "sum": lambda of: Sum(Decimal(of["sum"]), of["currency"]),
    "count": lambda of: Count(int(of["count"]), of["noun"]),
    "term": lambda of: Term(of["term"]),
    "day": lambda of: date.fromisoformat(of["day"]),
}

"""Which sign parts the decimals, in one number or in a whole column?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Literal

from northing.foundations.sources.rows import Cell

Mark = Literal[".", ","]

_DIGITS = re.compile(r"\d[\d.,'’\s]*\d|\d")
_SINGLE = re.compile(r"(\d+)([.,])(\d+)")
_SPACES = "\u0020\u00a0\u202f\u2009\u2007\t"
_GROUP = 3


def decimal_mark_of(values: Iterable[Cell]) -> Mark | None:
    """The decimal mark the clear cells of a column agree on; None if none is clear or they differ.

    Clear: both marks (1.234,56), not three digits after (1,5), more than three before or a
    leading zero (0,446), one mark twice (1,234,567). Not clear: 1,234.
    """
    return agreed_mark(clear_marks(values))


def clear_marks(values: Iterable[Cell]) -> set[Mark]:
    """The marks of the clear cells: a column that is read in parts puts those of its parts
    together."""
    marks = {_clear_mark(value) for value in values if isinstance(value, str)}
    return {mark for mark in marks if mark is not None}


def agreed_mark(marks: Collection[Mark]) -> Mark | None:
    return next(iter(marks)) if len(marks) == 1 else None


def plain_number(digits: str, *, decimal: Mark | None) -> Decimal | None:
    """The number of digits with group marks and a decimal mark; None unless the groups are true.

    With no mark known, 1,234 is read as thousands and 1.234 as a decimal.
    """
    mark = decimal or _clear_mark(digits) or "."
    grouping = rf"[{_SPACES}'’{'.' if mark == ',' else ','}]"
    whole, point, fraction = digits.partition(mark)
    groups = rf"\d+|\d{{1,3}}({grouping})(?:\d{{2,3}}\1)*\d{{3}}"
    if not re.fullmatch(groups, whole or "0") or (point and not fraction.isdecimal()):
        return None
    return Decimal(re.sub(r"\D", "", whole or "0") + ("." + fraction if point else ""))


def _clear_mark(value: str) -> Mark | None:
    found = _DIGITS.search(value[:100])
    text = found.group() if found else ""
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        return "." if text.rindex(".") > text.rindex(",") else ","
    if dots > 1 or commas > 1:
        return "," if dots else "."
    single = _SINGLE.fullmatch(re.sub(rf"[{_SPACES}'’]", "", text))
    if single is None:
        return None
    before, mark, after = single.groups()
    is_clear = len(after) != _GROUP or len(before) > _GROUP or before.startswith("0")
    return ("." if mark == "." else ",") if is_clear else None

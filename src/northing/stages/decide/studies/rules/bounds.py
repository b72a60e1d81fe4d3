"""How much may be asked at once?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain

from northing.stages.decide.studies.facts import Content

MOST = {"option": 200, "criterion": 30, "commitment": 200, "line": 2000}
NUL = "\\u0000"
"""As JSON writes what no table keeps."""
LARGEST = 1e12
"""Of any figure: beyond it neither cents nor the solver's numbers are exact."""


def beyond_bounds(content: Content, place: str) -> Iterator[str]:
    """What is too much for an answer within minutes, or is no figure that can be kept."""
    for part, most in MOST.items():
        rows = content.get(part)
        if isinstance(rows, Sequence) and len(rows) > most:
            yield f"{place}: there are more than {most} of [[{part}]]; keep those that matter most."
    try:
        plain = json.dumps(content, allow_nan=False, ensure_ascii=False)
        is_plain = NUL not in plain and bool(plain.encode())
    except (TypeError, ValueError, RecursionError):
        is_plain = False
    if not is_plain:
        yield f"{place}: it holds what is no text and no finite figure; write plain values."
        return
    if any(abs(one) > LARGEST for one in _figures(content)):
        yield f"{place}: a figure lies beyond a million millions; write it in a larger unit."


def _figures(content: object) -> Iterator[float]:
    """Every number that stands as one, and those within ranges that are written as text."""
    if isinstance(content, dict):
        yield from chain.from_iterable(map(_figures, content.values()))
    elif isinstance(content, list | tuple):
        yield from chain.from_iterable(map(_figures, content))
    elif isinstance(content, str):
        yield from (float(one) for one in content.split("..") if _is_number(one))
    elif isinstance(content, int | float):
        yield float(content)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True

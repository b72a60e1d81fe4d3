"""Which sign parts the cells of this table?"""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

NONE = "\x1f"  # the unit separator: control characters never reach a table
DELIMITERS = ("\t", ";", "|", ",")
_SAMPLED_ROWS = 200
SAMPLED_SIGNS = 200_000
_PROSE_SHARE = 0.8


def delimiter_of(text: str) -> str:
    """The sign under which most rows have the same width, from the header row on.

    Decimal commas do not mislead it: they are missing in the header. A single column of
    sentences keeps its commas, and gives `NONE`. Limit: looks at the first 200 rows.
    """
    sample = text[:SAMPLED_SIGNS]
    scored = [(_score(sample, sign), -place, sign) for place, sign in enumerate(DELIMITERS)]
    (share, _), _, best = max(scored)
    return best if share > 0 else NONE


def _score(sample: str, sign: str) -> tuple[float, int]:
    if sign not in sample:
        return (0.0, 0)
    rows = csv.reader(io.StringIO(sample, newline="\n"), delimiter=sign)
    widths = [len(row) for row in islice(rows, _SAMPLED_ROWS) if any(row)]
    usual, count = max(Counter(widths).items(), key=lambda item: (item[1], item[0]))
    if usual == 1:
        return (0.0, 0)
    start = widths.index(usual)
    if sign == "," and start > 0 and _is_prose(sample):
        return (0.0, 0)
    share = count / len(widths)
    share_below_header = count / (len(widths) - start)
    return (share * share_below_header, usual)


def _is_prose(sample: str) -> bool:
    return sample.count(", ") > _PROSE_SHARE * sample.count(",")

"""Does a column of ids name things, or only number the lines of its file?"""

from __future__ import annotations

from collections.abc import Iterable


def is_numbering(ids: Iterable[str | None]) -> bool:
    """Running numbers from 0 or 1: another file numbers its own lines the same way.

    Two lines numbered 3 in two files are two things; two vouchers 2024-0017 are one.
    """
    written = [one for one in ids if one]
    if not all(one.isdecimal() for one in written):
        return False
    return bool(written) and max(map(int, written)) <= 2 * len(written)

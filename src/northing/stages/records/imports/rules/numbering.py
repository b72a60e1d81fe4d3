"""Does a column of ids name things, or only number the lines of its file?"""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 18


@dataclass
class Numbering:
    """The ids of a table, heard one after the other: running numbers from 0 or 1, or more?

    Another file numbers its own lines the same way. Two lines numbered 3 in two files are two
    things; two vouchers 2024-0017 are one.
    """

    written: int = 0
    highest: int = 0
    is_decimal: bool = True

    def hear(self, given: str | None) -> None:
        if not given or not self.is_decimal:
            return
        self.is_decimal = given.isdecimal() and len(given) <= _LONGEST
        if self.is_decimal:
            self.written += 1
            self.highest = max(self.highest, int(given))

    @property
    def only_numbers(self) -> bool:
        return self.is_decimal and self.written > 0 and self.highest <= 2 * self.written

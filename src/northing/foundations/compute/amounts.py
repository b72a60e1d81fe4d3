"""How is a mass read, and split over topics so that the parts add up to the last digit?

Inside, a mass is a whole number of billionths: int64 where all of a batch fit, else Python's own
integers in an object array, for which numpy spells the same arithmetic.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from northing.foundations.compute.facts import MASS, UnusableInput

Wholes = npt.NDArray[Any]  # int64, or Python integers as objects
_CENT = 10**7
_FINER = (6, 5, 4, 3, 2, 1, 0)  # powers of ten of the digits after a cent
_UNIT = 10**9
_NUMBER = r"^[+-]?[0-9]{1,29}(\.[0-9]{1,9})?$"
_SMALLEST = np.iinfo(np.int64).min


def read_mass(column: pa.Array) -> pa.Array:
    """The column as MASS; null where it is null or, in a column of text, not a plain number."""
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        said = pc.utf8_trim_whitespace(column.cast(pa.string()))
        is_number = pc.match_substring_regex(said, _NUMBER)
        return pc.if_else(is_number, said, pa.scalar(None, pa.string())).cast(MASS)
    if pa.types.is_integer(kind) or pa.types.is_decimal(kind) or pa.types.is_null(kind):
        try:
            return column.cast(MASS)
        except pa.ArrowInvalid as error:
            raise UnusableInput(
                f"Column mass: {error}. Nine digits after the point and 29 before it is the most."
            ) from error
    raise UnusableInput(
        f"Column mass is of type {kind}. Give decimals, or whole minor units; a binary fraction "
        "cannot be added up exactly."
    )


def wholes_of(mass: pa.Array) -> Wholes:
    """Each mass in billionths; null as 0."""
    filled = mass.fill_null(0)
    halves = np.frombuffer(filled.buffers()[1], dtype="<i8")
    low, high = halves.reshape(-1, 2)[filled.offset : filled.offset + len(filled)].T
    if np.all((low >> 63 == high) & (low != _SMALLEST)):
        narrow: Wholes = low.astype(np.int64)
        return narrow
    wide = [
        (int(top) << 64) | (int(rest) & (2**64 - 1)) for rest, top in zip(low, high, strict=True)
    ]
    return np.array(wide, dtype=object)


def masses_of(wholes: Wholes) -> pa.Array:
    """The way back: billionths as MASS."""
    if wholes.dtype == object:
        held = b"".join(int(one).to_bytes(16, "little", signed=True) for one in wholes)
    else:
        held = np.column_stack([wholes, wholes >> 63]).astype("<i8").tobytes()
    return pa.Array.from_buffers(MASS, len(wholes), [None, pa.py_buffer(held)])


def steps_of(wholes: Wholes, *, are_minor_units: bool) -> Wholes:
    """The smallest part of each mass: a cent, or the mass's own last digit where that is finer.

    Of minor units it is one unit. Zeros at the end are no digits: 1.500 is split to the cent.
    """
    if are_minor_units:
        return np.full(len(wholes), _UNIT, dtype=np.int64)
    steps = np.full(len(wholes), _CENT, dtype=np.int64)
    for power in _FINER:
        steps[(wholes % steps) != 0] = 10**power
    return steps


def equal_part(wholes: Wholes, steps: Wholes, over: Wholes, place: Wholes) -> Wholes:
    """The part of the `place`-th of `over` equal shares.

    What does not divide goes step by step to the earlier places: largest remainders, and among
    equal ones the order of the shares.
    """
    units = np.abs(wholes) // steps
    part: Wholes = (units // over + (place < units % over)) * steps
    return np.where(wholes < 0, -part, part)

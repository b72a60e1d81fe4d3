"""Which texts stand for a corpus too large to hold?

The distinct texts of the smallest hashes: they follow from the corpus alone, not from its order,
its parts or its engine (bottom-k sampling; Cohen and Kaplan 2007).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Hashed = Callable[[pa.Array], pa.Array]
"""A hash of each text as uint64, the same everywhere."""


def bottom_texts(batches: Iterable[pa.Array], hashed: Hashed, *, size: int) -> pa.Array:
    """The `size` distinct texts of the smallest hashes, sorted; null as the empty text.

    Memory is bounded by `size` texts and one batch. Ties go to the smaller text.
    """
    return bottom_places(batches, hashed, size=size)["text"].combine_chunks().sort()


def bottom_places(batches: Iterable[pa.Array], hashed: Hashed, *, size: int) -> pa.Table:
    """The same as rows of place and text: the hash as int64, its order kept, for any engine."""
    kept = _NONE
    for texts in batches:
        distinct = pc.unique(texts.cast(pa.string()).fill_null(""))
        place = _signed(hashed(distinct))
        new = pa.table({"place": place, "text": distinct}, schema=_NONE.schema)
        if kept.num_rows == size and size:
            new = new.filter(pc.less_equal(new["place"], kept["place"][-1]))
        if new.num_rows:
            kept = _bottom(pa.concat_tables([kept, new]), size)
    return kept


_NONE = pa.schema([("place", pa.int64()), ("text", pa.string())]).empty_table()


def _signed(hashes: pa.Array) -> pa.Array:
    """Spark knows no unsigned integers: the topmost bit turned, the order is the same."""
    return pa.array((hashes.to_numpy() ^ np.uint64(1 << 63)).view(np.int64))


def _bottom(table: pa.Table, size: int) -> pa.Table:
    distinct = table.group_by(["place", "text"], use_threads=False).aggregate([])
    by = [("place", "ascending"), ("text", "ascending")]
    return distinct.sort_by(by).slice(0, size).combine_chunks()

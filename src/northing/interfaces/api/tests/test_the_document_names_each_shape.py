"""Does each shape stand in the document under a name of its own?

Of two that share one the document keeps the last, and says it of both.
"""

from __future__ import annotations

from collections import Counter

from pydantic import BaseModel

from northing.interfaces.api import addresses

OURS = addresses.__name__.removesuffix(".addresses")


def shapes(kind=BaseModel):
    for one in kind.__subclasses__():
        yield one
        yield from shapes(one)


def test_no_two_shapes_share_a_name():
    ours = {one for one in shapes() if one.__module__.startswith(OURS)}
    assert len(ours) > 80
    times = Counter(one.__name__ for one in ours)
    assert [name for name, many in times.items() if many > 1] == []

"""Which prompt of each topic is a text nearest to?

Prompts are held in columns sorted by topic, those of one topic in their own order; `order` leads
back to the numbers they have in the table of prompts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from northing.foundations.text.prepared import Prompts

Integers = npt.NDArray[np.int64]
Nearness = npt.NDArray[np.float32]


class Topics:
    """The columns of each topic: topic t has starts[t]:stops[t]."""

    def __init__(self, prompts: Prompts) -> None:
        of_topic = np.array(prompts.of_topic, np.int64)
        self.order: Integers = np.argsort(of_topic, kind="stable")
        self._starts = np.flatnonzero(np.diff(of_topic[self.order], prepend=-1))
        self._stops = np.append(self._starts[1:], len(of_topic))

    def best(self, near: Nearness) -> Nearness:
        """Per topic the nearness of its nearest prompt; the same array where each has one."""
        if len(self._starts) == near.shape[1]:
            return near
        found: Nearness = np.maximum.reduceat(near, self._starts, axis=1)
        return found

    def nearest(self, near: Nearness, row: Integers, topic: Integers) -> Integers:
        """The number of the nearest prompt for pairs of a text and a topic, ties the earlier."""
        first = self._starts[topic]
        counts = self._stops[topic] - first
        ends = np.cumsum(counts)
        pair = np.repeat(np.arange(len(row)), counts)
        column = np.arange(len(pair)) + np.repeat(first - (ends - counts), counts)
        said = near[row[pair], column]
        best = np.maximum.reduceat(said, ends - counts) if len(row) else said
        at = np.flatnonzero(said == best[pair])
        _, earliest = np.unique(pair[at], return_index=True)
        number: Integers = self.order[column[at[earliest]]]
        return number

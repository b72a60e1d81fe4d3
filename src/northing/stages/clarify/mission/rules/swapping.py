"""Could another organisation say this just as well?"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.text.encoder import encode
from northing.stages.clarify.mission.rules.reference import REFERENCE

METHOD = "swap test against {n} invented statements, Wilson, approximate"
_DIGITS = 4


def genericness(text: str, organisation: str) -> tuple[Measure, str]:
    """The part of the reference statements that stand farther from their nearest neighbour than
    this text stands from its nearest; and that nearest one.

    The name of the organisation is taken out first: a name makes nothing particular. Nearness is
    the cosine of the vectors of a sentence model. The reference is small and invented, so this
    tells a text that could be anybody's from one that could not, and nothing finer.
    """
    plain = _without_name(text, organisation)
    if not re.search(r"\w", plain):
        return Unknown("there is no word in it"), ""
    others = [one for one in REFERENCE if one.casefold() != plain.casefold()]
    near = np.round(encode([plain]) @ encode(others).T, _DIGITS)[0]
    nearest, at = float(near.max()), int(near.argmax())
    farther = int((_apart() < nearest).sum())
    found = wilson(farther, len(REFERENCE))
    if isinstance(found, Estimate):
        method = METHOD.format(n=len(REFERENCE))
        found = Estimate(found.value, found.low, found.high, found.level, found.n, method)
    return found, others[at]


@cache
def _apart() -> npt.NDArray[np.float32]:
    """How near every reference statement is to the nearest of the others."""
    vectors = encode(REFERENCE)
    near = np.round(vectors @ vectors.T, _DIGITS)
    np.fill_diagonal(near, -1)
    most: npt.NDArray[np.float32] = near.max(axis=1)
    return most


def _without_name(text: str, organisation: str) -> str:
    name = organisation.strip()
    if not name:
        return text
    return re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", "we", text, flags=re.IGNORECASE)

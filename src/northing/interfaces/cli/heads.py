"""How does somebody write down the head of a trail?"""

from __future__ import annotations

import re

from northing.foundations.trail.facts import Head
from northing.interfaces.cli.endings import BAD_CASE, end

_HEAD = re.compile(r"([1-9][0-9]{0,17}):([0-9a-f]{64})")


def head_in(text: str, *, option: str) -> Head:
    """NUMBER:DIGEST as verification says it; ends the run where it is anything else."""
    found = _HEAD.fullmatch(text)
    if not found:
        end(
            BAD_CASE,
            [f"{option} {text!r}: write it as NUMBER:DIGEST, as the verification says it."],
        )
    return Head(int(found[1]), found[2])

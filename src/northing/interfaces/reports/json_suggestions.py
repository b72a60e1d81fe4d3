"""How does a machine read what people should look at first?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from northing.stages.diagnose.stance.facts import Suggestion

Redact = Callable[[str], str]


def suggestions(found: Sequence[Suggestion], redact: Redact) -> list[dict[str, Any]]:
    """One object for each; a suggestion is no verdict and moves no figure."""
    return [
        {
            "record": one.record_id,
            "commitment": one.commitment,
            "stance": str(one.stance),
            "grounds": str(one.grounds),
            "words": [redact(word) for word in one.words],
            "why": redact(one.why),
        }
        for one in found
    ]

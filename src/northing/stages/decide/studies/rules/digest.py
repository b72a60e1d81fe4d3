"""By which digest is a question known, however its keys were ordered?"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from northing.stages.decide.studies.facts import Content, Wanted


def digest_of(wanted: Wanted) -> str:
    """Of the file and its seed: the same digest is the same question, with the same answer."""
    return _sealed({"asked": wanted.asked, "seed": wanted.seed})


def result_digest(result: Content) -> str:
    """What the trail says of an answer."""
    return _sealed(result)


def _sealed(content: Any) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()

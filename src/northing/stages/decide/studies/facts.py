"""What does somebody ask to be worked out?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Content = Mapping[str, Any]
"""A file of priorities or of a budget, parsed; every row of its table stands in it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name, and what is asked in the shape of the file; it was read without complaint."""

    name: str
    asked: Content
    seed: int = 0

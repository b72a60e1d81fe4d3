"""Which families of organisations are there, and how is one drawn?"""

from __future__ import annotations

import importlib
import pkgutil

from organisations import families
from organisations.drawing import Draw
from organisations.facts import Twins


def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(families.__path__)))


def build(name: str, seed: int) -> Twins:
    """The same family and seed give the same two organisations."""
    module = importlib.import_module(f"organisations.families.{name}")
    language = getattr(module, "LANGUAGE", "en")
    draw = Draw(seed, *name.encode(), language=language)
    twins: Twins = module.build(draw)
    return twins

"""What else changed between two audits, that may explain why their figures differ?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from northing.stages.diagnose.audits.rules.seeing import Content


class What(StrEnum):
    """One thing that may differ. All but the files are ways of measuring."""

    FILES_ADDED = "files added"
    FILES_GONE = "files gone"
    FILES_CHANGED = "files changed"
    PROMISES_ADDED = "promises added"
    PROMISES_GONE = "promises gone"
    PROMISES_REWORDED = "promises reworded"
    WEIGHTS = "weights or guardrails"
    RULES = "rules that tag records"
    LABELS = "answers of people to samples"
    CORRECTIONS = "corrections of links"
    BASIS = "how what is said is measured"
    MODELS = "how texts are compared"
    PROGRAM = "version of the program"
    SEED = "seed"


OF_FILES = (What.FILES_ADDED, What.FILES_GONE, What.FILES_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One thing that changed: which ones, or from what to what."""

    what: What
    names: tuple[str, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def is_method(self) -> bool:
        return self.what not in OF_FILES


@dataclass(frozen=True, slots=True)
class Method:
    """What `audit.json` does not tell of a case: its rules that tag records, each as one line."""

    rules: frozenset[str] = frozenset()


def explained(
    before: Content, after: Content, *, methods: tuple[Method, Method]
) -> tuple[Explained, ...]:
    """All that differs, files first; nothing where nothing does."""
    found = (
        *_sets(
            _by_id(before, "sources", "path", "sha256"),
            _by_id(after, "sources", "path", "sha256"),
            OF_FILES,
        ),
        *_sets(
            _by_id(before, "commitments", "id", "text"),
            _by_id(after, "commitments", "id", "text"),
            (What.PROMISES_ADDED, What.PROMISES_GONE, What.PROMISES_REWORDED),
        ),
        _weights(before, after),
        Explained(what=What.RULES, names=tuple(sorted(methods[0].rules ^ methods[1].rules))),
    )
    values = [_value(what, before, after) for what in _VALUES]
    return tuple(one for one in (*found, *values) if one.names or one.before != one.after)


def _sets(
    before: Mapping[str, Any], after: Mapping[str, Any], whats: tuple[What, What, What]
) -> Iterable[Explained]:
    added, gone, changed = whats
    yield Explained(what=added, names=tuple(sorted(after.keys() - before.keys())))
    yield Explained(what=gone, names=tuple(sorted(before.keys() - after.keys())))
    both = sorted(before.keys() & after.keys())
    yield Explained(what=changed, names=tuple(one for one in both if before[one] != after[one]))


def _weights(before: Content, after: Content) -> Explained:
    then = _by_id(before, "commitments", "id", "weight", "guardrail")
    now = _by_id(after, "commitments", "id", "weight", "guardrail")
    both = sorted(then.keys() & now.keys())
    return Explained(what=What.WEIGHTS, names=tuple(one for one in both if then[one] != now[one]))


def _by_id(content: Content, part: str, key: str, *values: str) -> dict[str, tuple[Any, ...]]:
    return {
        str(one[key]): tuple(one.get(value) for value in values) for one in content.get(part, ())
    }


def _value(what: What, before: Content, after: Content) -> Explained:
    path = _VALUES[what]
    return Explained(what=what, before=_at(before, path), after=_at(after, path))


def _at(content: Content, path: tuple[str, ...]) -> str:
    found: Any = content
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, (list, tuple)):
        return ", ".join(map(str, found))
    return "" if found is None else str(found)


_VALUES: dict[What, tuple[str, ...]] = {
    What.LABELS: ("verification", "labels"),
    What.CORRECTIONS: ("reproduce", "calibration", "corrections"),
    What.BASIS: ("say_basis",),
    What.MODELS: ("reproduce", "models"),
    What.PROGRAM: ("reproduce", "version"),
    What.SEED: ("reproduce", "seed"),
}

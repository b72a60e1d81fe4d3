"""Which commitments do people already say a record serves?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fnmatch import translate
from functools import lru_cache

from northing.stages.diagnose.linking.facts import Link, Origin, Rule
from northing.stages.records.ledger.facts import Record

_OF_EVERY_RECORD: Mapping[str, Callable[[Record], tuple[str, ...]]] = {
    "heading": lambda record: record.heading,
    "path": lambda record: (record.place.path,),
    "text": lambda record: (record.text,),
}


def given_links(record: Record) -> tuple[Link, ...] | None:
    """The source's own tags; `None` where it has none, empty where it says *none*."""
    if not record.given:
        return None
    return tuple(
        Link(
            record_id=record.id,
            commitment=name,
            origin=Origin.GIVEN,
            share=share,
            stance=record.stance,
        )
        for name, share in record.given
        if name != "none"
    )


class Rules:
    """The case's rules, ready to be asked for one record after the other."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_source: dict[int, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._by_source[rule.source].append(rule)

    def links(self, record: Record) -> tuple[Link, ...] | None:
        """What the first fitting rule says, and further fitting ones that name other commitments.

        `None` where no rule fits; empty where the first that fits says the row serves none.
        """
        fitting = [rule for rule in self._by_source.get(record.source, ()) if _fits(rule, record)]
        if not fitting:
            return None
        if not fitting[0].shares:
            return ()
        return _links(record, [rule for rule in fitting if rule.shares])


def _links(record: Record, rules: Sequence[Rule]) -> tuple[Link, ...]:
    """One rule's shares stand as declared; several rules share the record equally."""
    shares: dict[str, Decimal] = {}
    stances = {}
    for rule in rules:
        for name, share in rule.shares.items():
            if name not in shares:
                shares[name] = share / len(rules)
                stances[name] = rule.stance or record.stance
    whole = sum(shares.values())
    scale = Decimal(1) / whole if len(rules) > 1 and whole else Decimal(1)
    return tuple(
        Link(
            record_id=record.id,
            commitment=name,
            origin=Origin.RULE,
            share=share * scale,
            stance=stances[name],
        )
        for name, share in shares.items()
    )


def _fits(rule: Rule, record: Record) -> bool:
    return all(_is_met(column, wanted, record) for column, wanted in rule.where.items())


def _is_met(column: str, wanted: Sequence[str], record: Record) -> bool:
    values = _values(column, record)
    return any(_pattern(one).match(" ".join(value.split())) for one in wanted for value in values)


def _values(column: str, record: Record) -> Sequence[str]:
    """A column of the row, or one of the words every record knows about itself."""
    if column in record.cells:
        return (record.cells[column],)
    if column in _OF_EVERY_RECORD:
        return _OF_EVERY_RECORD[column](record)
    folded = {name.casefold(): value for name, value in record.cells.items()}
    value = folded.get(column.casefold())
    return () if value is None else (value,)


@lru_cache(maxsize=4096)
def _pattern(wanted: str) -> re.Pattern[str]:
    return re.compile(translate(" ".join(wanted.split())), re.IGNORECASE)

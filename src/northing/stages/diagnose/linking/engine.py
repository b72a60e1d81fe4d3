"""Which records bear on which commitments?

Given tags win, then the case's rules, then the machine. The machine is one pure function over
Arrow arrays (`foundations.text.match`) and sees only what nobody has tagged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pyarrow as pa

from northing.foundations.text.match import MatchSettings, match
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import CERTAIN, Link, Origin, Rule
from northing.stages.diagnose.linking.rules.known_tags import Rules, given_links
from northing.stages.records.ledger.facts import SPOKEN, Kind, Record

BREAKING = "breaking_it"

Matcher = Callable[[pa.Array, pa.Table, MatchSettings], pa.Table]
"""Texts, prompts and settings in, rows of `MATCHES` out: the same rows wherever it runs."""


@dataclass(frozen=True, slots=True)
class Links:
    """All links, in the order of the records, and for which records people had already spoken."""

    all: tuple[Link, ...]
    settled: frozenset[str]

    def by_record(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.all:
            found[link.record_id].append(link)
        return found


def link_records(
    records: Sequence[Record],
    commitments: Sequence[Commitment],
    rules: Iterable[Rule],
    *,
    settings: MatchSettings,
    matcher: Matcher | None = None,
) -> Links:
    """Every link between `records` and `commitments`, certain ones first for each record."""
    tags = Rules(rules)
    certain: dict[str, tuple[Link, ...]] = {}
    for record in records:
        known = given_links(record)
        known = tags.links(record) if known is None else known
        if known is not None:
            certain[record.id] = known
    open_records = [one for one in records if one.id not in certain and one.kind is Kind.LINE]
    machine = _machine_links(open_records, commitments, settings, matcher or _in_memory)
    found: list[Link] = []
    for record in records:
        found.extend(certain.get(record.id, ()))
        found.extend(machine.get(record.id, ()))
    return Links(tuple(found), frozenset(certain))


def _in_memory(texts: pa.Array, prompts: pa.Table, settings: MatchSettings) -> pa.Table:
    return match(texts, prompts, settings=settings)


def certain_links(links: Iterable[Link]) -> list[Link]:
    return [link for link in links if link.origin in CERTAIN]


def link_text(record: Record) -> str:
    """What the machine reads: a table's line with its total, a sentence as it stands."""
    return f"{record.text} · {record.parent}" if record.parent else record.text


def prompts_of(commitments: Sequence[Commitment]) -> pa.Table:
    """A commitment is met by its own words and by the signs people wrote for it."""
    rows = []
    for one in commitments:
        rows.append((one.id, one.text, "text"))
        rows.extend((one.id, sign, "living_it") for sign in one.living_it)
        rows.extend((one.id, sign, BREAKING) for sign in one.breaking_it)
    topics, prompts, signs = zip(*rows, strict=True)
    return pa.table({"topic": topics, "prompt": prompts, "sign": signs})


def _machine_links(
    records: Sequence[Record],
    commitments: Sequence[Commitment],
    settings: MatchSettings,
    matcher: Matcher,
) -> dict[str, list[Link]]:
    if not records:
        return {}
    texts = pa.array([link_text(record) for record in records], pa.string())
    found = matcher(texts, prompts_of(commitments), settings).to_pylist()
    rows: dict[int, list[dict[str, object]]] = defaultdict(list)
    for row in found:
        rows[int(row["text_index"])].append(row)
    return {records[index].id: _links(records[index], of) for index, of in rows.items()}


def _links(record: Record, rows: Sequence[dict[str, object]]) -> list[Link]:
    """The linked commitments share the record equally; merely plausible ones get nothing yet."""
    linked = [_counts(row, record) for row in rows]
    share = Decimal(1) / sum(linked) if any(linked) else Decimal(0)
    return [
        Link(
            record_id=record.id,
            commitment=str(row["topic"]),
            origin=Origin.MACHINE,
            share=share if counts else Decimal(0),
            is_linked=counts,
            match_score=float(str(row["match_score"])),
            words=tuple(str(word) for word in _words(row)),
            nearest=str(row["prompt"]),
            sign=str(row["sign"]),
        )
        for row, counts in zip(rows, linked, strict=True)
    ]


def _counts(row: dict[str, object], record: Record) -> bool:
    """A deed that comes nearest to a sign of breaking is no deed for the commitment.

    Wording alone is no verdict against it either: it stays plausible, for people to judge.
    """
    if record.channel not in SPOKEN and row["sign"] == BREAKING:
        return False
    return bool(row["linked"])


def _words(row: dict[str, object]) -> Sequence[object]:
    words = row["words"]
    return words if isinstance(words, list) else ()

"""Which links does comparing meaning add to those of words alone, and which does it take away?

Prints, for a case of yours, how many links of the machine came and went, by channel, and a sample
of both for a person to judge. Nothing is judged here. Run with
`python3 dev.py bench changed_links CASE [--root FOLDER] [--sample 25] [--seed 0] [--json]`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from northing.case import read_case
from northing.cycle import Case
from northing.foundations.text.redaction import Redactor
from northing.foundations.text.settings import MatchSettings
from northing.stages.diagnose.linking.engine import link_records, link_text
from northing.stages.diagnose.linking.facts import Link, Origin

Pairs = dict[tuple[str, str], Link]


@dataclass(frozen=True)
class Shown:
    """One link that came or went, as a person needs it to judge; texts without their people."""

    record: str
    channel: str
    text: str
    commitment: str
    promise: str
    nearest: str
    match_score: float | None
    words: tuple[str, ...]


def links_of(case: Case, *, meaning: bool) -> Pairs:
    """The machine's links that count, as the case makes them with or without meaning."""
    settings = MatchSettings(language=case.language, meaning=meaning)
    found = link_records(
        case.records,
        case.commitments,
        case.rules,
        settings=settings,
        said=case.corrections,
        organisation=case.organisation,
    )
    return {
        (one.record_id, one.commitment): one
        for one in found.all
        if one.is_linked and one.origin is Origin.MACHINE
    }


def drawn(keys: Sequence[tuple[str, str]], most: int, seed: int) -> list[tuple[str, str]]:
    """At most so many, without looking at them; the same seed draws the same."""
    ordered = sorted(keys)
    at = np.random.default_rng(seed).choice(len(ordered), min(most, len(ordered)), replace=False)
    return [ordered[one] for one in sorted(at)]


def shown(case: Case, links: Pairs, keys: Sequence[tuple[str, str]]) -> list[Shown]:
    redact = Redactor(sorted(case.names), language=case.language).redact
    records = {one.id: one for one in case.records}
    promises = {one.id: one.text for one in case.commitments}
    found = []
    for key in keys:
        record, link = records[key[0]], links[key]
        found.append(
            Shown(
                record=redact(record.id),
                channel=str(record.channel),
                text=redact(link_text(record)),
                commitment=link.commitment,
                promise=redact(promises[link.commitment]),
                nearest=redact(link.nearest),
                match_score=link.match_score,
                words=tuple(redact(word) for word in link.words),
            )
        )
    return found


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("case", type=Path)
    asked.add_argument("--root", type=Path)
    asked.add_argument("--sample", type=int, default=25)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    case = replace(read_case(given.case, root=given.root), labels=())
    words, meaning = links_of(case, meaning=False), links_of(case, meaning=True)
    came, went = meaning.keys() - words.keys(), words.keys() - meaning.keys()
    samples = {
        "added": shown(case, meaning, drawn(list(came), given.sample, given.seed)),
        "removed": shown(case, words, drawn(list(went), given.sample, given.seed)),
    }
    counts = {
        "words_alone": len(words), "with_meaning": len(meaning), "added": len(came),
        "removed": len(went), "kept": len(words.keys() & meaning.keys()),
    }  # fmt: skip
    channels = {one.id: str(one.channel) for one in case.records}
    by_channel = {
        name: dict(sorted(Counter(channels[record] for record, _ in keys).items()))
        for name, keys in (("added", came), ("removed", went))
    }
    if given.json:
        of = {name: [asdict(one) for one in few] for name, few in samples.items()}
        print(json.dumps({**counts, "by_channel": by_channel, "samples": of}, indent=1))
        return
    console = Console()
    console.print(counts, by_channel)
    for name, few in samples.items():
        title = f"{name}: {len(few)} of {counts[name]}, drawn with seed {given.seed}"
        table = Table("record", "text", "promise", "nearest", "words", title=title, show_lines=True)
        for one in few:
            table.add_row(one.record, one.text, one.promise, one.nearest, ", ".join(one.words))
        console.print(table, markup=False)


if __name__ == "__main__":
    main()

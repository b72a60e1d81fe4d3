"""Which records bear on which commitments?

A person's correction wins, then the source's tags, then the case's rules, then the machine. The
machine is one pure function over Arrow arrays (`foundations.text.match`) and sees only what nobody
has spoken of, words and deeds apart (`rules.apart`); what people corrected are signs for it, and
enough of them calibrate it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pyarrow as pa

from northing.foundations.text import kernel
from northing.foundations.text.reach import Reach
from northing.foundations.text.settings import MatchSettings
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import Correction, Link, Origin, Rule, Verdict
from northing.stages.diagnose.linking.rules.apart import sides
from northing.stages.diagnose.linking.rules.calibrating import LEAST, Calibration, calibrated
from northing.stages.diagnose.linking.rules.corrected import (
    Corrections,
    corrections_of,
    few_shots,
)
from northing.stages.diagnose.linking.rules.known_tags import Rules, given_links
from northing.stages.diagnose.linking.rules.labelled import with_verdicts
from northing.stages.diagnose.linking.rules.matching import (
    Matcher,
    MatchRow,
    among_plain_lines,
    in_memory,
    with_plain_lines,
)
from northing.stages.diagnose.linking.rules.telling import Telling, own_names, telling_part
from northing.stages.records.ledger.facts import SPOKEN, Kind, Record

BREAKING = "breaking_it"
FEW = 30
NOBODY_READ = Reach(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Links:
    """All links, in the order of the records, and for which records people had already spoken.

    `calibration` is what the probabilities of the machine's links rest on, where there are any;
    `reach` counts how the machine read the records it was given. `unasked` are the links as they
    stood before people were asked of single pairs: what a sample is drawn from.
    """

    all: tuple[Link, ...]
    settled: frozenset[str]
    calibration: Calibration | None = None
    reach: Reach = NOBODY_READ
    unasked: tuple[Link, ...] | None = None

    def by_record(self) -> dict[str, list[Link]]:
        return _by_record(self.all)

    def before_labels(self) -> dict[str, list[Link]]:
        """By record, as tags, rules and the machine alone make them."""
        return _by_record(self.all if self.unasked is None else self.unasked)

    def heard(self, verdicts: Sequence[Verdict], records: Sequence[Record]) -> Links:
        """The same with what people answered when they were asked; it wins over everything."""
        order = [record.id for record in records]
        links = with_verdicts(self.all, verdicts, order)
        return replace(self, all=links, unasked=self.all)


def _by_record(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.record_id].append(link)
    return found


def link_records(  # noqa: PLR0913 - everything a link may rest on
    records: Sequence[Record],
    commitments: Sequence[Commitment],
    rules: Iterable[Rule],
    *,
    settings: MatchSettings,
    said: Sequence[Correction] = (),
    matcher: Matcher | None = None,
    organisation: str = "",
) -> Links:
    """Every link between `records` and `commitments`, certain ones first for each record.

    `organisation` is the name whose words may tell nothing apart (see `rules.telling`).
    """
    corrections = corrections_of(records, said)
    certain = _certain(records, corrections, Rules(rules))
    open_records = [one for one in records if one.id not in certain and one.kind is Kind.LINE]
    telling = telling_part(own_names(organisation, commitments, language=settings.language))
    prompts = prompts_of(commitments, few_shots(said))
    machine, reach = _machine_links(open_records, prompts, settings, matcher or in_memory, telling)
    calibration = calibrated_on(said, records, commitments, settings, telling)
    found: list[Link] = []
    for record in records:
        found.extend(certain.get(record.id, ()))
        nearest = machine.get(record.id, ())
        allowed = [row for row in nearest if corrections.allows(record, str(row["topic"]))]
        found.extend(_links(record, allowed, calibration))
    return Links(tuple(found), frozenset(certain), calibration, reach)


def _certain(
    records: Sequence[Record], corrections: Corrections, rules: Rules
) -> dict[str, tuple[Link, ...]]:
    """What people said of each record, whoever is believed first."""
    certain: dict[str, tuple[Link, ...]] = {}
    for record in records:
        known = corrections.links(record)
        known = given_links(record) if known is None else known
        known = rules.links(record) if known is None else known
        if known is not None:
            certain[record.id] = known
    return certain


def link_text(record: Record) -> str:
    """What the machine reads: a table's line with its total, a sentence as it stands."""
    return f"{record.text} · {record.parent}" if record.parent else record.text


def prompts_of(
    commitments: Sequence[Commitment], shots: Sequence[tuple[str, str, str]] = ()
) -> pa.Table:
    """A commitment is met by its own words, the signs people wrote, and texts they corrected."""
    rows: list[tuple[str, str, str]] = []
    for one in commitments:
        rows.append((one.id, one.text, "text"))
        rows.extend((one.id, sign, "living_it") for sign in one.living_it)
        rows.extend((one.id, sign, BREAKING) for sign in one.breaking_it)
    topics, prompts, signs = zip(*rows, *shots, strict=True)
    return pa.table({"topic": topics, "prompt": prompts, "sign": signs})


def _machine_links(
    records: Sequence[Record],
    prompts: pa.Table,
    settings: MatchSettings,
    matcher: Matcher,
    telling: Telling,
) -> tuple[dict[str, list[MatchRow]], Reach]:
    """Words are few and read in memory; `matcher` reads the deeds, unless they are few, too.

    Of half a dozen deeds two that speak of the same thing would pass for what is usual.
    """
    said, done = sides(records)
    of_said, reach = _of_one_side(said, prompts, settings, among_plain_lines, telling)
    reader = among_plain_lines if len(done) < FEW else matcher
    of_done, further = _of_one_side(done, prompts, settings, reader, telling)
    return of_said | of_done, Reach(*(one + more for one, more in zip(reach, further, strict=True)))


def _of_one_side(
    records: Sequence[Record],
    prompts: pa.Table,
    settings: MatchSettings,
    matcher: Matcher,
    telling: Telling,
) -> tuple[dict[str, list[MatchRow]], Reach]:
    if not records:
        return {}, NOBODY_READ
    texts = pa.array([telling(link_text(record)) for record in records], pa.string())
    rows: dict[str, list[MatchRow]] = defaultdict(list)
    asked = _told(prompts, telling)
    written = dict(zip(asked["prompt"].to_pylist(), prompts["prompt"].to_pylist(), strict=True))
    matched = matcher(texts, asked, settings)
    for row in matched.rows.to_pylist():
        found = {**row, "prompt": written[row["prompt"]]}  # shown as people wrote it
        rows[records[int(row["text_index"])].id].append(found)
    return rows, matched.reach


def _told(prompts: pa.Table, telling: Telling) -> pa.Table:
    told = [telling(one) or one for one in prompts["prompt"].to_pylist()]
    return prompts.set_column(1, "prompt", pa.array(told, pa.string()))


def calibrated_on(
    said: Sequence[Correction],
    records: Sequence[Record],
    commitments: Sequence[Commitment],
    settings: MatchSettings,
    telling: Telling,
) -> Calibration | None:
    """Match each half of the corrections with the other half as signs: no text is its own."""
    if len(said) < LEAST:
        return None
    spoken = tuple({record.place.path for record in sides(records)[0]})
    found: list[tuple[float, bool]] = []
    for side, is_said in zip(sides(records), (True, False), strict=True):
        texts = pa.array([telling(link_text(one)) for one in side], pa.string())
        sample = kernel.bottom_sample(texts)
        if is_said:
            sample = with_plain_lines(texts, settings.language)
        for half in (0, 1):
            shots = few_shots([one for place, one in enumerate(said) if place % 2 != half])
            held = [one for one in said[half::2] if one.record.startswith(spoken) is is_said]
            if held:
                prompts = _told(prompts_of(commitments, shots), telling)
                prepared = kernel.prepare(sample, prompts, settings)
                known = (one.bears for one in held)
                found += zip(_match_scores(held, prepared, telling), known, strict=True)
    return calibrated(*zip(*found, strict=True))


def _match_scores(
    said: Sequence[Correction], prepared: kernel.Prepared, telling: Telling
) -> list[float]:
    """The match_score of each corrected pair; 0 where it was not even found plausible."""
    texts = pa.array([telling(one.text) for one in said], pa.string())
    rows = kernel.link(texts, prepared).to_pylist()
    found = {(int(row["text_index"]), str(row["topic"])): float(row["match_score"]) for row in rows}
    return [found.get((place, one.commitment), 0.0) for place, one in enumerate(said)]


def _links(record: Record, rows: Sequence[MatchRow], calibration: Calibration | None) -> list[Link]:
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
            probability=_probability(row, calibration),
            words=tuple(str(word) for word in _words(row)),
            nearest=str(row["prompt"]),
            sign=str(row["sign"]),
        )
        for row, counts in zip(rows, linked, strict=True)
    ]


def _probability(row: MatchRow, calibration: Calibration | None) -> float | None:
    if calibration is None:
        return None
    return round(calibration.probability(float(str(row["match_score"]))), 4)


def _counts(row: MatchRow, record: Record) -> bool:
    """A deed that comes nearest to a sign of breaking is no deed for the commitment.

    Wording alone is no verdict against it either: it stays plausible, for people to judge.
    """
    if record.channel not in SPOKEN and row["sign"] == BREAKING:
        return False
    return bool(row["linked"])


def _words(row: MatchRow) -> Sequence[object]:
    words = row["words"]
    return words if isinstance(words, list) else ()

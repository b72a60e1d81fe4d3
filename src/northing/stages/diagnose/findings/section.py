"""How is a finding told: promised, found, why, what follows, what to do, what speaks against it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from northing.foundations.documents.blocks import (
    Block,
    Column,
    Details,
    Evidence,
    Heading,
    Paragraph,
    Quote,
    Table,
    Tone,
)
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.records.ledger.facts import SPOKEN, Record
from northing.stages.records.ledger.section import Telling, Told, counted

FULLY = 12
OF_ONE_KIND = 3
MOST_QUOTES = 5
MOST_PLACES = 4
MOST_TITLE = 36
UNVERIFIED = "no person has verified these links"

TITLES = {
    "contradicted-by-tagged-records": "Records that run against a promise",
    "reward-against-promise": "Pay that rewards the opposite of a promise",
    "comes-near-a-sign-of-breaking": "Records that come near a sign of breaking",
    "announced-again-without-means": "Announced again, without means",
    "share-falls-while-called-crucial": "Called crucial while its share falls",
    "share-falls": "Its share falls from period to period",
    "more-said-than-done": "More said than done",
    "more-done-than-said": "More done than said",
    "allocation-withdrawn": "An allocation was taken back",
    "hidden-by-netting": "Units offset one another",
    "promised-and-no-deed-found": "Promised, and no deed found",
    "done-and-not-told": "Done and not told",
    "gone-silent": "No longer spoken of",
    "parent-and-parts-disagree": "A total and its parts disagree",
    "same-id-different-content": "One id, two contents",
    "stated-figure-differs": "A figure in a text differs from the records",
    "figure-stated-for-another-period": "A figure stands under another period",
    "source-documents-an-error": "The files own up to an error",
    "expected-but-missing": "Less was read than there should be",
    "initiatives-recur": "Initiatives return period after period",
}
WEIGHT = {
    Severity.HIGH: "high: for the board",
    Severity.MEDIUM: "medium: for the people in charge",
    Severity.LOW: "low: tentative until people have checked",
    Severity.NOTE: "a note",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The records a finding may quote, and gaps whose evidence already stands further up."""

    records: Mapping[str, Record]
    telling: Telling
    above: frozenset[tuple[str | None, str | None]] = frozenset()


def findings_section(findings: Sequence[Finding], shown: Shown) -> tuple[Block, ...]:
    """The gravest in full, a few of each kind; all others in a table one click away."""
    if not findings:
        return (
            Paragraph("Nothing was found that does not agree. That is no proof that all does."),
        )
    full, others = _parted(findings)
    blocks: list[Block] = [Paragraph(_lead(findings, len(full)))]
    for turn, one in enumerate(full, start=1):
        blocks += _finding(one, turn, shown)
    if others:
        blocks.append(
            Details(f"{counted(len(others), 'further finding')}", (_rest(others, shown),))
        )
    return tuple(blocks)


def _parted(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    met: Counter[str] = Counter()
    full: list[Finding] = []
    others: list[Finding] = []
    for one in findings:
        met[one.code] += 1
        is_full = len(full) < FULLY and met[one.code] <= OF_ONE_KIND
        (full if is_full else others).append(one)
    return full, others


def _lead(findings: Sequence[Finding], full: int) -> str:
    by_weight = Counter(one.severity for one in findings)
    counts = ", ".join(f"{by_weight[one]} {one}" for one in Severity if by_weight[one])
    rest = (
        "" if full == len(findings) else f" {full} are told in full, the others in the table below."
    )
    return f"{counted(len(findings), 'finding')} ({counts}), the gravest first.{rest}"


def title_of(finding: Finding, telling: Telling) -> str:
    """What it is about, in the reader's words; a code is never shown."""
    said = TITLES.get(finding.code, finding.code.replace("-", " ").capitalize())
    return (
        f"{said}: “{telling.name(finding.commitment, most=MOST_TITLE)}”"
        if finding.commitment
        else said
    )


def _finding(finding: Finding, turn: int, shown: Shown) -> list[Block]:
    telling = shown.telling
    blocks: list[Block] = [
        Heading(f"{turn}. {title_of(finding, telling)}", 3, anchor=f"finding-{turn}"),
        Paragraph(telling.sentence(finding.statement)),
        _five_parts(finding, turn, telling),
    ]
    is_above = (
        finding.code.startswith("more-") and (finding.commitment, finding.channel) in shown.above
    )
    if is_above:
        return [*blocks, Paragraph("Its evidence stands above, under the widest gaps.")]
    return [*blocks, *_evidence(finding, shown)]


def _five_parts(finding: Finding, turn: int, telling: Telling) -> Table:
    parts = (
        ("What was promised?", finding.criteria),
        ("What was found?", finding.condition),
        ("Why?", finding.cause or "Not stated in what was read."),
        ("What follows?", finding.consequence or "Not known."),
        ("What could be done?", finding.corrective_action or "Ask the people concerned."),
        (
            "What speaks against it?",
            finding.counter or "Nothing was found; no person has searched.",
        ),
        ("Where?", _places(finding, telling)),
    )
    checked = "people checked a sample of its records" if finding.is_verified else UNVERIFIED
    return Table(
        f"Finding {turn}. Weight: {WEIGHT[finding.severity]}. Standing: {checked}.",
        (Column("Question"), Column("Answer")),
        tuple((label, telling.sentence(text)) for label, text in parts if text),
    )


def _places(finding: Finding, telling: Telling) -> str:
    told = list(dict.fromkeys(telling.place(replace(one, column=None)) for one in finding.places))
    more = len(told) - MOST_PLACES
    return "\n".join((*told[:MOST_PLACES], *([f"and {more} more"] if more > 0 else ())))


def _evidence(finding: Finding, shown: Shown) -> list[Block]:
    """Words beside deeds where there are both, else the records as they stand."""
    records = [shown.records[id_] for id_ in finding.evidence if id_ in shown.records]
    against = [shown.records[id_] for id_ in finding.counter_evidence if id_ in shown.records]
    if finding.code.startswith("more-"):  # a gap has two sides, and neither is against it
        records, against = [*records, *against], []
    said = _quotes([one for one in records if one.channel in SPOKEN], Tone.WORDS, shown)
    done = _quotes([one for one in records if one.channel not in SPOKEN], Tone.DEEDS, shown)
    counter = _quotes(against, Tone.NOTE, shown)
    if not (said and done):
        told = (
            ("The records it rests on", (*said, *done)),
            ("Records that speak against it", counter),
        )
        return [Details(label, quotes) for label, quotes in told if quotes]
    empty = "No record was found that speaks against it; no person has searched yet."
    return [Evidence(said=said, done=done, against=counter, against_empty=empty)]


def _quotes(records: Sequence[Record], tone: Tone, shown: Shown) -> tuple[Quote, ...]:
    return shown.telling.quotes([Told(one, tone) for one in records], most=MOST_QUOTES)


def _rest(findings: Sequence[Finding], shown: Shown) -> Table:
    columns = (
        Column("Finding"),
        Column("What was found"),
        Column("What speaks against it"),
        Column("Weight"),
    )
    rows = tuple(
        (
            title_of(one, shown.telling),
            shown.telling.sentence(one.statement),
            shown.telling.sentence(one.counter) or "not looked for",
            str(one.severity),
        )
        for one in findings
    )
    note = f"Of each: {UNVERIFIED}. Their evidence is in audit.json."
    return Table("All findings that are not told in full above.", columns, rows, note=note)

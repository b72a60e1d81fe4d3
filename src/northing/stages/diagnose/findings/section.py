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
from northing.foundations.documents.numbers import day
from northing.stages.diagnose.findings.facts import (
    ACCUSING,
    Confidence,
    Finding,
    Found,
    Reply,
    Severity,
)
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.records.ledger.facts import SPOKEN, Record
from northing.stages.records.ledger.section import Telling, Told, counted

FULLY = 5
AT_LEAST = 3
OF_ONE_KIND = 3
MOST_QUOTES = 5
MOST_PLACES = 4
MOST_TITLE = 36
UNVERIFIED = "no person has verified these links"

TITLES = {one.code: one.title for one in CATALOGUE.values()}
WEIGHT = {
    Severity.HIGH: "high: for the board",
    Severity.MEDIUM: "medium: for the people in charge",
    Severity.LOW: "low: tentative until people have checked",
    Severity.NOTE: "a note",
}


CONFIDENCE = {
    Confidence.VERIFIED: "people looked at the records it rests on and bear it out",
    Confidence.AS_WRITTEN: f"it rests on what the files say themselves; {UNVERIFIED}",
    Confidence.TAGGED: f"it rests on tags and rules that people wrote; {UNVERIFIED}",
    Confidence.PARTLY_TAGGED: f"it rests partly on tags, partly on a machine; {UNVERIFIED}",
    Confidence.MACHINE_ONLY: f"it rests on a machine that compares words; {UNVERIFIED}",
}
FOLDED = "Findings that are not told in full above"
OF_NONE = "Of the files and of no single commitment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The records a finding may quote, and gaps whose evidence already stands further up."""

    records: Mapping[str, Record]
    telling: Telling
    above: frozenset[tuple[str | None, str | None]] = frozenset()


def findings_section(found: Found, shown: Shown) -> tuple[Block, ...]:
    """The gravest in full, no more than fits a screen; all others folded by commitment."""
    findings = found.findings
    if not findings:
        return (
            Paragraph("Nothing was found that does not agree. That is no proof that all does."),
            *_unanswered(found, shown),
        )
    full, others = _parted(findings)
    blocks: list[Block] = [Paragraph(_lead(findings, len(full))), *_chance(found)]
    for turn, one in enumerate(full, start=1):
        blocks += _finding(one, turn, shown)
    blocks += _folded(others, shown, turn=len(full))
    return (*blocks, *_unanswered(found, shown))


def _parted(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """High ones as far as a screen goes; where there are few, the next ones fill up."""
    met: Counter[str] = Counter()
    full: list[Finding] = []
    others: list[Finding] = []
    for one in findings:
        room = FULLY if one.severity is Severity.HIGH else AT_LEAST
        is_full = len(full) < room and met[one.code] < OF_ONE_KIND
        met[one.code] += 1
        (full if is_full else others).append(one)
    return full, others


def _lead(findings: Sequence[Finding], full: int) -> str:
    by_weight = Counter(one.severity for one in findings)
    counts = ", ".join(f"{by_weight[one]} {one}" for one in Severity if by_weight[one])
    rest = (
        ""
        if full == len(findings)
        else f" {full} are told in full, the others below, by commitment."
    )
    checked = sum(one.is_verified for one in findings)
    verified = f" People bear {checked} of them out." if checked else ""
    return (
        f"{counted(len(findings), 'finding')} ({counts}), the gravest first.{rest}{verified} "
        "High and medium accuse, low asks, a note tells."
    )


def _chance(found: Found) -> tuple[Block, ...]:
    """So many tries find something by chance: how many there were, and how many still count."""
    if not found.tests:
        return ()
    survive = sum(one.survives for one in found.tests)
    return (
        Paragraph(
            f"{counted(len(found.tests), 'hypothesis')} "
            f"{'was' if len(found.tests) == 1 else 'were'} tested for these findings; {survive} "
            f"still count after the correction for so many tries (Benjamini–Hochberg, "
            f"q = {found.q:g})."
        ),
    )


def _folded(others: Sequence[Finding], shown: Shown, *, turn: int) -> list[Block]:
    """One fold for each commitment, in the order of its gravest finding."""
    groups: dict[str | None, list[Finding]] = {}
    for one in others:
        groups.setdefault(one.commitment, []).append(one)
    blocks: list[Block] = []
    for commitment, of in groups.items():
        grave = [one for one in of if one.severity in ACCUSING][:AT_LEAST]
        told = [_five_parts(one, turn + at, shown.telling) for at, one in enumerate(grave, start=1)]
        turn += len(grave)
        name = f"“{shown.telling.name(commitment, most=80)}”" if commitment else OF_NONE
        weights = Counter(one.severity for one in of)
        counts = ", ".join(f"{weights[one]} {one}" for one in Severity if weights[one])
        blocks.append(Details(f"{name}: {counts}", (_rest(of, shown), *told)))
    return blocks


def _unanswered(found: Found, shown: Shown) -> tuple[Block, ...]:
    """A reply whose finding is no longer there is printed all the same."""
    if not found.unanswered:
        return ()
    rows = tuple(
        (TITLES.get(one.code, one.code), _reply(one, shown.telling)) for one in found.unanswered
    )
    columns = (Column("Finding"), Column("Reply"))
    return (Table("Replies to findings that this audit does not have.", columns, rows),)


def _reply(one: Reply, telling: Telling) -> str:
    return telling.sentence(f"“{one.text}” ({one.by}, {day(one.on)})")


def title_of(finding: Finding, telling: Telling) -> str:
    """What it is about, in the reader's words; a code is never shown."""
    said = TITLES[finding.code]
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
        ("Why?", finding.cause),
        ("What follows?", finding.consequence),
        ("What could be done?", finding.corrective_action),
        (
            "What speaks against it?",
            finding.counter or "Nothing was found; no person has searched.",
        ),
        ("What was looked for to speak against it?", finding.looked_for),
        ("What would change this verdict?", finding.change),
        ("May it be chance?", _tested(finding)),
        ("What else points to it?", "\n".join(one.statement for one in finding.signs)),
        ("What does the organisation reply?", _replies(finding, telling)),
        ("Where?", _places(finding, telling)),
    )
    return Table(
        f"Finding {turn}: {title_of(finding, telling)}. Weight: {WEIGHT[finding.severity]}. "
        f"Standing: {_standing(finding)}.",
        (Column("Question"), Column("Answer")),
        tuple((label, telling.sentence(text)) for label, text in parts if text),
    )


def _standing(finding: Finding) -> str:
    checked = f" ({counted(finding.checked, 'record')} checked)" if finding.checked else ""
    return f"{CONFIDENCE[finding.confidence]}{checked}"


def _tested(finding: Finding) -> str:
    one = finding.tested
    if one is None:
        return ""
    verdict = "it still counts" if one.survives else "it may be"
    return (
        f"p = {one.p_value:.2g} ({one.method}); {one.adjusted:.2g} after the correction for all "
        f"tests of this audit: {verdict}."
    )


def _replies(finding: Finding, telling: Telling) -> str:
    return "\n".join(_reply(one, telling) for one in finding.replies)


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
        Column("Standing"),
    )
    rows = tuple(
        (
            TITLES.get(one.code, one.code),
            shown.telling.sentence(one.statement),
            shown.telling.sentence(one.counter) or "not looked for",
            str(one.severity),
            str(one.confidence),
        )
        for one in findings
    )
    note = f"Where it does not say verified, {UNVERIFIED}. Their evidence is in audit.json."
    return Table(f"{FOLDED}.", columns, rows, note=note)

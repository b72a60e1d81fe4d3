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
from northing.foundations.documents.told import Listed, Place, Term, Written, tell, together
from northing.foundations.documents.told import Told as Said
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
from northing.stages.records.ledger.section import Telling, Told, counted, listed

FULLY = 5
AT_LEAST = 3
OF_ONE_KIND = 3
MOST_QUOTES = 5
MOST_PLACES = 4
MOST_TITLE = 36
TITLES = {one.code: Said(one.title) for one in CATALOGUE.values()}
WEIGHT = {
    Severity.HIGH: tell("high: for the board"),
    Severity.MEDIUM: tell("medium: for the people in charge"),
    Severity.LOW: tell("low: tentative until people have checked"),
    Severity.NOTE: tell("a note"),
}
CONFIDENCE = {
    Confidence.VERIFIED: tell("people looked at the records it rests on and bear it out"),
    Confidence.AS_WRITTEN: tell(
        "it rests on what the files say themselves; no person has verified these links"
    ),
    Confidence.TAGGED: tell(
        "it rests on tags and rules that people wrote; no person has verified these links"
    ),
    Confidence.PARTLY_TAGGED: tell(
        "it rests partly on tags, partly on a machine; no person has verified these links"
    ),
    Confidence.MACHINE_ONLY: tell(
        "it rests on a machine that compares words; no person has verified these links"
    ),
}


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
    checked = sum(one.is_verified for one in findings)
    others = "{n} are told in full, the others below, by commitment."
    return together(
        tell(
            "{findings} ({counts}), the gravest first.",
            findings=counted(len(findings), "finding"),
            counts=_by_weight(findings),
        ),
        "" if full == len(findings) else tell(others, n=full),
        tell("People bear {n} of them out.", n=checked) if checked else "",
        tell("High and medium accuse, low asks, a note tells."),
    )


def _by_weight(findings: Sequence[Finding]) -> str:
    """`3 high, 2 low`: how many there are of each weight."""
    met = Counter(one.severity for one in findings)
    each = ((met[one], _weight(one)) for one in Severity if met[one])
    return listed(tell("{n} {weight}", n=n, weight=weight) for n, weight in each)


def _weight(severity: Severity) -> str:
    return tell("{weight}", weight=Term(str(severity)))


def _chance(found: Found) -> tuple[Block, ...]:
    """So many tries find something by chance: how many there were, and how many still count."""
    if not found.tests:
        return ()
    told = tell(
        "{tests} was tested for these findings; {n} still count after the correction for so many "
        "tries (Benjamini–Hochberg, q = {q})."
        if len(found.tests) == 1
        else "{tests} were tested for these findings; {n} still count after the correction for so "
        "many tries (Benjamini–Hochberg, q = {q}).",
        tests=counted(len(found.tests), "hypothesis"),
        n=sum(one.survives for one in found.tests),
        q=Written(found.q, "g"),
    )
    return (Paragraph(told),)


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
        blocks.append(Details(_summary(commitment, of, shown.telling), (_rest(of, shown), *told)))
    return blocks


def _summary(commitment: str | None, findings: Sequence[Finding], telling: Telling) -> str:
    counts = _by_weight(findings)
    if commitment is None:
        return tell("Of the files and of no single commitment: {counts}", counts=counts)
    return tell("“{promise}”: {counts}", promise=telling.name(commitment, most=80), counts=counts)


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
    said = tell("“{text}” ({by}, {day})", text=one.text, by=one.by, day=day(one.on))
    return telling.sentence(said)


def title_of(finding: Finding, telling: Telling) -> str:
    """What it is about, in the reader's words; a code is never shown."""
    said = TITLES[finding.code]
    if not finding.commitment:
        return said
    promise = telling.name(finding.commitment, most=MOST_TITLE)
    return tell("{title}: “{promise}”", title=said, promise=promise)


def _finding(finding: Finding, turn: int, shown: Shown) -> list[Block]:
    telling = shown.telling
    blocks: list[Block] = [
        Heading(_numbered(turn, title_of(finding, telling)), 3, anchor=f"finding-{turn}"),
        Paragraph(telling.sentence(finding.statement)),
        _five_parts(finding, turn, telling),
    ]
    is_above = (
        finding.code.startswith("more-") and (finding.commitment, finding.channel) in shown.above
    )
    if is_above:
        return [*blocks, Paragraph("Its evidence stands above, under the widest gaps.")]
    return [*blocks, *_evidence(finding, shown)]


def _numbered(turn: int, title: str) -> str:
    return tell("{turn}. {title}", turn=turn, title=title)


def _five_parts(finding: Finding, turn: int, telling: Telling) -> Table:
    parts = (
        (tell("What was promised?"), finding.criteria),
        (tell("What was found?"), finding.condition),
        (tell("Why?"), finding.cause),
        (tell("What follows?"), finding.consequence),
        (tell("What could be done?"), finding.corrective_action),
        (
            tell("What speaks against it?"),
            finding.counter or tell("Nothing was found; no person has searched."),
        ),
        (tell("What was looked for to speak against it?"), finding.looked_for),
        (tell("What would change this verdict?"), finding.change),
        (tell("May it be chance?"), _tested(finding)),
        (tell("What else points to it?"), _lines([one.statement for one in finding.signs])),
        (tell("What does the organisation reply?"), _replies(finding, telling)),
        (tell("Where?"), _places(finding, telling)),
    )
    return Table(
        tell(
            "Finding {turn}: {title}. Weight: {weight}. Standing: {standing}.",
            turn=turn,
            title=title_of(finding, telling),
            weight=WEIGHT[finding.severity],
            standing=_standing(finding),
        ),
        (Column("Question"), Column("Answer")),
        tuple((label, telling.sentence(text)) for label, text in parts if text),
    )


def _lines(parts: Sequence[str]) -> str:
    """One below the other."""
    return listed(parts, by="\n") if parts else ""


def _standing(finding: Finding) -> str:
    said = CONFIDENCE[finding.confidence]
    if not finding.checked:
        return said
    checked = counted(finding.checked, "record")
    return tell("{standing} ({records} checked)", standing=said, records=checked)


def _tested(finding: Finding) -> str:
    one = finding.tested
    if one is None:
        return ""
    return tell(
        "p = {p} ({method}); {adjusted} after the correction for all tests of this audit: it still "
        "counts."
        if one.survives
        else "p = {p} ({method}); {adjusted} after the correction for all tests of this audit: it "
        "may be.",
        p=Written(one.p_value, ".2g"),
        method=_method(one.method),
        adjusted=Written(one.adjusted, ".2g"),
    )


def _method(name: str) -> Place:
    return Listed(tuple(Term(one) for one in name.split(", ")))


def _replies(finding: Finding, telling: Telling) -> str:
    return _lines([_reply(one, telling) for one in finding.replies])


def _places(finding: Finding, telling: Telling) -> str:
    told = list(dict.fromkeys(telling.place(replace(one, column=None)) for one in finding.places))
    more = len(told) - MOST_PLACES
    rest = [tell("and {n} more", n=more)] if more > 0 else []
    return _lines([*told[:MOST_PLACES], *rest])


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
            shown.telling.sentence(one.counter) or tell("not looked for"),
            _weight(one.severity),
            tell("{standing}", standing=Term(str(one.confidence))),
        )
        for one in findings
    )
    note = (
        "Where it does not say verified, no person has verified these links. Their evidence is in "
        "audit.json."
    )
    return Table("Findings that are not told in full above.", columns, rows, note=note)

"""Where do the files themselves say that a figure was wrong?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from northing.foundations.documents.told import Listed, Place, Sum, Term, tell
from northing.foundations.text.cues import admits_error
from northing.foundations.text.figures import amounts_in
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.phrases import money
from northing.stages.records.ledger.facts import Channel, Record

_PAIR = 2
_WRONG = re.compile(r"\b(?:erroneous|incorrect|wrong|mistaken)\s+(?=\S?\d)", re.IGNORECASE)
_RIGHT = re.compile(
    r"(?<!in)\bcorrect(?:ed)?\s+(?:(?:figure|amount|number|sum|total)\s+)?(?:(?:of|is|was)\s+)?(?=\S?\d)",
    re.IGNORECASE,
)
_COMMENTS = ("transaction_comment", "comment")


def admission_findings(evidence: Evidence) -> Iterator[Finding]:
    """A comment in the accounts that owns up to an error and names at least two amounts."""
    met: set[str] = set()
    for record in evidence.records:
        if record.channel in (Channel.MONEY, Channel.DECISIONS):
            for name in _COMMENTS:
                comment = " ".join(record.cells.get(name, "").split())
                if comment and comment not in met and admits_error(comment):
                    met.add(comment)
                    yield from _finding(evidence, record, comment)


def _finding(evidence: Evidence, record: Record, comment: str) -> Iterator[Finding]:
    found = dict.fromkeys(money(one.value, one.currency) for one in amounts_in(comment))
    amounts: list[Place] = list(found)
    if len(amounts) < _PAIR:
        return
    wrong, right = _after(_WRONG, comment), _after(_RIGHT, comment)
    if wrong and right:
        amounts = [
            tell("{sums} as wrong", sums=Listed(tuple(wrong))),
            tell("{sums} as correct", sums=Listed(tuple(right))),
        ]
    cue = admits_error(comment)
    words = dict.fromkeys(cue.words[:2]) if cue else ()
    yield Finding(
        code="source-documents-an-error",
        severity=Severity.NOTE,
        channel=str(record.channel),
        period=record.period,
        statement=tell(
            "The note to the entry of {day} says itself that a figure was wrong ({words}); it "
            "names {amounts} and {last}.",
            day=record.effective_on or Term("an unknown day"),
            words=Listed(tuple(tell("“{text}”", text=word) for word in words), " and "),
            amounts=Listed(tuple(amounts[:-1])),
            last=amounts[-1],
        ),
        criteria="A reported figure agrees with the records it is taken from.",
        condition=tell("“{text}”", text=_most(evidence.redact(comment))),
        cause="As the note says.",
        consequence="Earlier reports may still carry the wrong figure.",
        corrective_action="Check whether every page that used the figure was corrected.",
        counter="The organisation found and wrote down the error itself.",
        evidence=(record.id,),
        places=(record.place,),
    )


def _after(wording: re.Pattern[str], comment: str) -> list[Sum]:
    """The amounts that stand right behind such a word, as written there."""
    found = []
    for match in wording.finditer(comment):
        amounts = amounts_in(comment[match.end() : match.end() + 40])
        if amounts and amounts[0].start == 0:
            found.append(money(amounts[0].value, amounts[0].currency))
    return list(dict.fromkeys(found))


def _most(text: str, most: int = 1200) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

"""Which three gaps are widest, and what was said, done, and against each?"""

from __future__ import annotations

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Heading, Paragraph
from northing.foundations.documents.told import tell
from northing.foundations.methods.estimate import Estimate
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.linking.section import Linked, evidence_of
from northing.stages.diagnose.say_do.facts import Gap
from northing.stages.diagnose.say_do.section import gap_sentence, gap_size, whole_gaps
from northing.stages.records.ledger.section import Telling

THREE = 3
_LEAST = 0.005


def widest_gaps(audit: Audit, main: str) -> list[Gap]:
    """Half a point is no gap; what cannot be told stands under what we cannot tell."""
    gaps = [one for one in whole_gaps(audit.say_do, main) if one.commitment != NONE]
    return [one for one in gaps if gap_size(one) >= _LEAST][:THREE]


def gaps_page(audit: Audit, main: str, linked: Linked, telling: Telling) -> tuple[Block, ...]:
    """For each gap a sentence with its numbers, then the records themselves on both sides."""
    blocks: list[Block] = []
    for turn, gap in enumerate(widest_gaps(audit, main), start=1):
        more_said = isinstance(gap.gap, Estimate) and gap.gap.value > 0
        blocks += [
            Heading(_title(turn, telling.name(gap.commitment)), 3, anchor=f"gap-{turn}"),
            Paragraph(gap_sentence(gap, basis=audit.say_do.basis, telling=telling)),
            evidence_of(linked, gap.commitment, main, more_said=more_said),
        ]
    return tuple(blocks)


def _title(turn: int, promise: str) -> str:
    return tell("{turn}. {promise}", turn=turn, promise=promise)

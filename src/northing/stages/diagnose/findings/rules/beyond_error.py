"""Do more answers say something than people's errors would explain?"""

from __future__ import annotations

from collections.abc import Sequence

import scipy

from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.facts import HEARD, SPOKEN, Record

_LEAST = 2
_ALPHA = 0.05
_COUNTED = (Answer.ADVANCES, Answer.CONTRADICTS, Answer.NEITHER)


def is_beyond_error(evidence: Evidence, commitment: str, against: int) -> bool:
    """Whether the one-sided Clopper–Pearson bound of `against` lies above the human error.

    Of all answers on deeds beside this commitment. The bound holds at 95 % for all commitments
    together: so many were asked about, so many chances to err there were (Bonferroni). A single
    answer is enough for a guardrail only.
    """
    n = len(counted_answers(evidence, commitment))
    level = _ALPHA / max(1, sum(bool(evidence.answered(one.id)) for one in evidence.commitments))
    if against < (1 if evidence.is_guardrail(commitment) else _LEAST) or against > n:
        return False
    return float(scipy.stats.binom.sf(against - 1, n, evidence.human_error)) < level


def is_lone_answer(evidence: Evidence, commitment: str, deeds: Sequence[Record]) -> bool:
    """Whether nothing but one answer makes a deed of it, and that may well be an error.

    Where many are asked some err: a lone *advances* among so many answers fills no emptiness.
    """
    if len(deeds) != 1 or evidence.answer(deeds[0].id, commitment) is not Answer.ADVANCES:
        return False
    n = len(counted_answers(evidence, commitment))
    return n > 1 and 1 - (1 - evidence.human_error) ** n >= _ALPHA


def counted_answers(evidence: Evidence, commitment: str) -> Sequence[tuple[str, Answer]]:
    """Record and answer, for every deed people could judge beside the commitment."""
    answered = evidence.answered(commitment)
    return [
        (one.id, answered[one.id])
        for one in evidence.records
        if answered.get(one.id) in _COUNTED
        and one.channel not in SPOKEN
        and one.channel not in HEARD
    ]

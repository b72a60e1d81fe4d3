"""How would the test come out with these answers?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from northing.stages.decide.purpose_test.facts import Answer, Decision, Promise, Tested
from northing.stages.decide.purpose_test.rules.testing import result_of


def of_answers(
    decision: Decision, promises: Sequence[Promise], answers: Sequence[Answer]
) -> Tested:
    """Of what is answered by now; answers of promises that ended meanwhile count no more."""
    known = {one.id for one in promises}
    kept = tuple(one for one in answers if one.commitment in known)
    return result_of(replace(decision, answers=kept), promises)

"""What would people answer, if links are as right as they usually are?"""

from __future__ import annotations

from collections import defaultdict

from northing.stages.diagnose.verification.facts import (
    CODERS,
    Answer,
    Label,
    Labelled,
    Sample,
    Standing,
)
from northing.stages.diagnose.verification.rules.allocating import EXPECTED


def as_expected(sample: Sample) -> Labelled:
    """The sample as if every pair were answered, so that a plan can be reckoned like a result.

    In each kind of record and standing as many pairs bear on their promise as `EXPECTED` says,
    evenly spread over the sheet. What is reckoned from it is a plan, never a finding.
    """
    carried: dict[tuple[str, Standing], float] = defaultdict(lambda: 0.5)
    labels = []
    for pair in sample.pairs:
        key = (pair.account, pair.standing)
        carried[key] += EXPECTED[pair.standing]
        bears = carried[key] >= 1
        carried[key] -= bears
        answer = Answer.ADVANCES if bears else Answer.NEITHER
        labels.append(Label(pair=pair.number, coder=CODERS[0], answer=answer))
    return Labelled(sample=sample, labels=tuple(labels))

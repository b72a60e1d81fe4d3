"""Is a plan what the reckoning would give if people found what they usually find?"""

from __future__ import annotations

from northing.stages.diagnose.verification.engine import verification_of
from northing.stages.diagnose.verification.facts import Answer, Standing
from northing.stages.diagnose.verification.rules.allocating import EXPECTED
from northing.stages.diagnose.verification.rules.precision import as_expected
from northing.stages.diagnose.verification.tests.make import make_case, run, sample


def test_as_many_pairs_of_each_standing_bear_as_is_usual():
    drawn = sample(make_case(), size=60)
    found = as_expected(drawn)
    assert len(found.labels) == len(drawn.pairs)
    answers = {one.pair: one.answer for one in found.labels}
    for standing in Standing:
        for account in {one.account for one in drawn.pairs}:
            of = [one for one in drawn.pairs if (one.account, one.standing) == (account, standing)]
            bearing = sum(answers[one.number] is Answer.ADVANCES for one in of)
            assert abs(bearing - EXPECTED[standing] * len(of)) <= 1


def test_the_same_sample_gives_the_same_plan():
    drawn = sample(make_case(), size=30)
    assert as_expected(drawn) == as_expected(drawn)


def test_more_pairs_never_leave_fewer_kinds_of_records_with_a_figure():
    case = make_case()
    known = []
    for size in (10, 30, 60):
        found = verification_of(
            [as_expected(sample(case, size=size))], case.records,
            run(case).links.before_labels(), case.commitments, home_currency="EUR", seed=0,
        )  # fmt: skip
        known.append(sum(hasattr(one.right, "value") for one in found.accounts))
    assert known == sorted(known)
    assert known[-1] > 0

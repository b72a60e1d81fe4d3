from datetime import date

from northing.stages.diagnose.say_do.facts import Coverage
from northing.stages.diagnose.say_do.tests.make import REST, compare, said, spent

FOUND = compare(
    said(1),
    spent(1, 10, effective_on=date(2025, 4, 1)),
    spent(2, 10, effective_on=date(2024, 4, 1)),
    spent(3, 10, path="north.csv"),
)


def cell(commitment: str, channel: str) -> Coverage:
    return next(
        one for one in FOUND.coverage if (one.commitment, one.channel) == (commitment, channel)
    )


def test_a_cell_counts_records_files_and_days() -> None:
    found = cell("care", "money")
    assert (found.records, found.sources, found.days_old) == (3, 2, 30)
    assert found.reason_unknown is None


def test_a_channel_that_says_nothing_of_a_commitment_says_so() -> None:
    assert cell(REST, "money").reason_unknown == "no record of money could be linked to it"


def test_a_channel_nobody_gave_is_blind() -> None:
    assert cell("care", "time").reason_unknown == "the case has no source of time"


def test_an_account_is_linked_and_unlinked_together() -> None:
    found = compare(said(1), spent(1, 60), spent(2, 40, None))
    (account,) = [one for one in found.accounts if one.channel == "money"]
    whole = account.whole
    assert (whole.total, whole.linked, whole.unlinked, whole.records) == (100, 60, 40, 2)

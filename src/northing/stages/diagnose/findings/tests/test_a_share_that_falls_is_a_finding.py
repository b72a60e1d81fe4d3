from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Channel

CRUCIAL = said(1, text="Longer appointments are crucial to us.")
FALL = (
    spent(1, 40, period="2023"),
    spent(2, 60, REST, period="2023"),
    spent(3, 10, period="2024"),
    spent(4, 90, REST, period="2024"),
)


def test_while_it_is_called_crucial_it_is_grave() -> None:
    (one,) = find("share-falls-while-called-crucial", CRUCIAL, *FALL)
    assert one.severity is Severity.HIGH
    assert "from 40.0 % in 2023 to 10.0 % in 2024 while it is called “crucial”" in one.statement
    assert one.evidence[0] == "plan.md:1"


def test_what_the_organisation_says_about_it_is_heard() -> None:
    why = said(
        2, text="We expect fewer appointments because the region now offers them.", heading=()
    )
    (one,) = find("share-falls-while-called-crucial", CRUCIAL, why, *FALL)
    assert "because the region now offers them" in one.counter
    assert one.counter_evidence == ("plan.md:2",)


def test_without_praise_it_is_less() -> None:
    (one,) = find("share-falls", said(1, text="We care for patients."), *FALL)
    assert one.severity is Severity.MEDIUM


def test_others_that_grew_are_no_fall() -> None:
    grown = (*FALL[:2], spent(3, 40, period="2024"), spent(4, 900, REST, period="2024"))
    assert not find("share-falls", said(1), *grown)


def test_a_share_that_rises_between_is_no_fall() -> None:
    bump = (*FALL, spent(5, 50, period="2023b"), spent(6, 50, REST, period="2023b"))
    assert not find("share-falls", said(1), *bump)


def test_decisions_on_their_way_are_named_in_defence() -> None:
    decided = spent(9, 30, period="2024", channel=Channel.DECISIONS, path="decisions.csv")
    (one,) = find("share-falls-while-called-crucial", CRUCIAL, *FALL, decided)
    assert "1 decisions" in one.counter or "1 decision " in one.counter
    assert one.counter_evidence == ("decisions.csv:9",)

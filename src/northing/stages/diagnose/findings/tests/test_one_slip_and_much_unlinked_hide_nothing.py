"""What an auditor would still ask where one answer may be a slip, or half could not be linked."""

from __future__ import annotations

from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import answers, find, guessed, metric
from northing.stages.diagnose.say_do.tests.make import REST, Tagged, said
from northing.stages.diagnose.verification.facts import Answer
from northing.stages.records.ledger.tests.make import make_record

SAID = (said(1), said(2, REST), said(3, path="b.md"), said(4, REST, path="b.md"))
LATER = metric(9, REST)


def test_a_metric_that_one_answer_alone_calls_one_leaves_a_question() -> None:
    asked = {f"kpis.csv:{at}": Answer.NEITHER for at in range(2, 12)}
    found = answers({"kpis.csv:1": Answer.ADVANCES, **asked})
    more = [metric(at, None, text=f"Days to close the books {at}") for at in range(2, 12)]
    metrics = (metric(1, text="Days to close the books"), *more, LATER)
    (one,) = find("commitment-without-metric", *SAID, *metrics, verification=found)
    assert (one.commitment, one.severity) == ("care", Severity.LOW)
    assert "that may be a slip" in one.condition
    assert one.counter_evidence == ("kpis.csv:1",)


def test_a_metric_people_tagged_is_no_slip() -> None:
    assert not find("commitment-without-metric", *SAID, metric(1), metric(2), LATER)


def money(first: str, second: str, *, linked: int = 10, unlinked: int = 30) -> list[Tagged]:
    """In the North most is for the one promise, in the South for the other; and much unlinked."""
    ways = (("North", first, 9), ("North", second, 1), ("South", first, 1), ("South", second, 9))
    spans = [(unit, of, part * linked // 10) for unit, of, part in ways]
    found = [
        guessed(1000 * place + at, of, linked=True, unit=unit)
        for place, (unit, of, n) in enumerate(spans)
        for at in range(1, n + 1)
    ]
    rest = [(make_record(9000 + at, unit=("North", "South")[at % 2]), ()) for at in range(unlinked)]
    return [*found, *rest]


def test_units_that_offset_one_another_are_asked_about_where_half_is_unlinked() -> None:
    (one,) = find("hidden-by-netting", *SAID, *money("care", REST))
    assert one.severity is Severity.LOW
    assert one.statement == (
        "Of what could be linked in money, 40.0 points of the distance are hidden because units "
        "offset one another: “Every patient is treated as a whole person” takes 10.0 % in South "
        "and 90.0 % in North."
    )


def test_units_that_act_alike_are_not() -> None:
    alike = [
        guessed(1000 * place + at, of, linked=True, unit=unit)
        for place, (unit, of) in enumerate(
            (unit, of) for unit in ("North", "South") for of in ("care", REST)
        )
        for at in range(1, 11)
    ]
    assert not find("hidden-by-netting", *SAID, *alike)


def test_a_few_lines_are_not_enough() -> None:
    few = [
        guessed(1, "care", linked=True, unit="North"),
        guessed(2, REST, linked=True, unit="South"),
        guessed(3, REST, linked=True, unit="North"),
    ]
    assert not find("hidden-by-netting", *SAID, *few)

from datetime import date

from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import decision, find
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Side, Stance


def monthly(level_before: int, level_after: int, *, turns: date):
    """Three years of months: care and another commitment, with a little unevenness."""
    found = []
    for at in range(36):
        day = date(2022 + at // 12, at % 12 + 1, 10)
        level = level_before if day < turns else level_after
        of = {"effective_on": day, "is_dated_to_day": True, "period": str(day.year)}
        found.append(spent(2 * at, level + at * 7 % 5, **of))
        found.append(spent(2 * at + 1, 100, REST, **of))
    return found


TURNS = date(2023, 7, 1)


def test_the_day_lies_in_its_interval_and_the_movers_are_named() -> None:
    (one,) = find("turned", said(1), *monthly(100, 30, turns=TURNS))
    assert one.turn is not None
    assert one.turn.on == TURNS
    assert one.turn.low <= TURNS <= one.turn.high
    assert one.tested is not None
    assert one.tested.survives
    assert one.severity is Severity.MEDIUM
    assert one.evidence


UNEVEN = (143, 121, 101, 149, 97, 189, 31, 72, 147, 77, 27, 55, 54, 33, 32, 71, 43, 1, 1, 48)
"""Twenty months, too few for quarters."""


def by_month(amounts):
    """Amounts for care beside a hundred for another commitment, month by month."""
    for at, amount in enumerate(amounts):
        day = date(2022 + at // 12, at % 12 + 1, 10)
        of = {"effective_on": day, "is_dated_to_day": True, "period": str(day.year)}
        yield spent(2 * at, amount, **of)
        yield spent(2 * at + 1, 100, REST, **of)


def test_a_day_that_may_lie_anywhere_accuses_nobody() -> None:
    (one,) = find("turned", said(1), *by_month(UNEVEN))
    assert one.turn is not None
    assert one.tested is not None
    assert one.tested.survives
    assert (one.turn.high - one.turn.low).days > 10 * 31
    assert one.severity is Severity.LOW
    assert "cannot be told" in one.counter


def test_income_after_the_last_month_moves_nothing() -> None:
    of = {"effective_on": date(2025, 3, 1), "is_dated_to_day": True, "period": "2025"}
    income = spent(99, 10_000, side=Side.INCOME, **of)
    (one,) = find("turned", said(1), *monthly(100, 30, turns=TURNS), income)
    assert income[0].id not in one.evidence


def test_what_goes_on_as_before_has_not_turned() -> None:
    assert not find("turned", said(1), *monthly(100, 100, turns=TURNS))


def test_what_rises_is_no_accusation() -> None:
    found = find("turned", said(1), *monthly(30, 100, turns=TURNS))
    assert [one.commitment for one in found] == ["rest"]


def test_years_alone_tell_no_day() -> None:
    yearly = [
        spent(at, amount, period=str(2015 + at), effective_on=date(2015 + at, 1, 1))
        for at, amount in enumerate((9, 9, 9, 9, 9, 1, 1, 1, 1, 1))
    ]
    assert not find("turned", said(1), *yearly)


def test_decisions_that_turn_against_a_promise_are_dated() -> None:
    decided = [
        decision(
            at,
            stance=Stance.ADVANCES if at < 8 else Stance.CONTRADICTS,
            effective_on=date(2023, 1, 1 + at),
            is_dated_to_day=True,
        )
        for at in range(16)
    ]
    (one,) = find("turned", said(1), *decided)
    assert one.turn is not None
    assert one.turn.on == date(2023, 1, 9)
    assert "balance of decisions" in one.statement

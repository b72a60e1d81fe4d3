import pytest

from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.rules.readings import reaches
from northing.stages.diagnose.findings.tests.make import decision, find, metric
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Channel, Stance
from northing.stages.records.ledger.tests.make import make_record


def test_a_promise_without_a_metric() -> None:
    (one,) = find("commitment-without-metric", said(1), metric(1, REST))
    assert one.commitment == "care"
    assert one.severity is Severity.MEDIUM


def test_where_no_metric_was_read_or_linked_nobody_can_tell() -> None:
    assert not find("commitment-without-metric", said(1), spent(1, 10))
    assert not find("commitment-without-metric", said(1), metric(1, None))


def test_three_metrics_of_which_none_serves_any_promise_ask_once() -> None:
    off = [metric(at, None, text=f"Square metres let, hall {at}") for at in range(1, 4)]
    (one,) = find("commitment-without-metric", said(1), *off)
    assert (one.commitment, one.severity) == (None, Severity.LOW)
    assert "None of 3 metrics was seen to show whether any of 2 commitments is kept" in (
        one.statement
    )


def test_an_untagged_metric_leaves_a_question() -> None:
    open_one = make_record(2, path="kpis.csv", channel=Channel.METRICS), ()
    (one,) = find("commitment-without-metric", said(1), metric(1, REST), open_one)
    assert one.severity is Severity.LOW


def test_a_metric_that_serves_no_promise_is_told_and_accuses_nobody() -> None:
    (one,) = find("metric-without-commitment", metric(1), metric(2, None, text="Calls an hour"))
    assert one.severity is Severity.LOW
    assert "1 of 2 metrics serve no commitment: “Calls an hour”" in one.statement


GREEN = metric(1, text="Leaflets handed out", amount=120, target="100")
AGAINST = decision(1, text="Appointments cut to ten minutes", stance=Stance.CONTRADICTS)
CODE = "green-but-off-mission"


def test_met_while_decisions_run_against_it() -> None:
    (one,) = find(CODE, said(1), GREEN, AGAINST)
    assert (one.commitment, one.severity) == ("care", Severity.MEDIUM)
    assert "“Leaflets handed out” 120 of 100" in one.statement
    assert "Appointments cut to ten minutes" in one.statement


def test_met_while_its_money_falls() -> None:
    falling = [
        spent(number, amount, period=year)
        for number, (year, amount) in enumerate((("2022", 90), ("2023", 60), ("2024", 20)))
    ]
    rest = [spent(10 + at, 100, REST, period=str(2022 + at)) for at in range(3)]
    (one,) = find(CODE, said(1), GREEN, *falling, *rest)
    assert "its share of money fell" in one.statement


def test_met_and_nothing_against_it_is_good_news() -> None:
    assert not find(CODE, said(1), GREEN, decision(1))


def test_one_metric_that_misses_is_honest() -> None:
    missed = metric(2, text="Minutes a patient has", amount=9, target="20")
    assert not find(CODE, said(1), GREEN, missed, AGAINST)


def test_a_metric_without_a_target_is_not_green() -> None:
    assert not find(CODE, said(1), metric(1, amount=120), AGAINST)


def test_only_the_latest_reading_counts() -> None:
    before = metric(2, text="Leaflets handed out", amount=10, target="100", period="2023")
    assert find(CODE, said(1), before, GREEN, AGAINST)


def test_good_at_what_was_not_promised() -> None:
    idle = [metric(10 + at, None, text=f"Calls {at}", amount=9, target="5") for at in range(3)]
    missed = [metric(20 + at, text=f"Minutes {at}", amount=4, target="9") for at in range(3)]
    (one,) = find(CODE, said(1), *idle, *missed)
    assert one.severity is Severity.MEDIUM
    assert "3 of 3 readings that serve no commitment reach their target" in one.statement
    assert not find(CODE, said(1), *idle, *missed[:1])


@pytest.mark.parametrize(
    ("text", "amount", "target", "outcome", "met"),
    [
        ("Visits", 9, "8", None, True),
        ("Visits", 7, "8", None, False),
        ("Days until help", 7, "8", None, True),
        ("Days until help", 9, "8", None, False),
        ("Visits", 7, "at most 8", None, True),
        ("Days of waiting", 9, "at least 8", None, True),
        ("Visits", 9, "8", "missed", False),
        ("Visits", None, None, "green", True),
        ("Visits", 9, "8 to 10", None, None),
        ("Visits", 9, None, None, None),
    ],
)
def test_whether_a_target_is_met(text, amount, target, outcome, met) -> None:
    one = make_record(
        1, channel=Channel.METRICS, text=text, amount=amount, target=target, outcome=outcome
    )
    assert reaches(one) is met

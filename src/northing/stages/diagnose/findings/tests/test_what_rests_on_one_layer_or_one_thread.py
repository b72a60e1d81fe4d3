from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import decision, find, guessed, metric
from northing.stages.diagnose.say_do.tests.make import REST, said, spent
from northing.stages.records.ledger.facts import Channel

MONEY = tuple(spent(at, 10) for at in range(1, 4))
OTHERS = (metric(1, REST), decision(9, REST, channel=Channel.INCENTIVES, amount=5))
LAYER = "one-layer-only"


def test_all_deeds_in_one_layer_while_others_hold_deeds_of_others() -> None:
    (one,) = find(LAYER, said(1), *MONEY, *OTHERS)
    assert (one.commitment, one.severity) == ("care", Severity.MEDIUM)
    assert "operations and culture show none" in one.statement


def test_a_deed_that_comes_near_leaves_a_question() -> None:
    near = guessed(5, channel=Channel.METRICS, path="kpis.csv")
    (one,) = find(LAYER, said(1), *MONEY, *OTHERS, near)
    assert one.severity is Severity.LOW


def test_two_layers_are_enough() -> None:
    assert not find(LAYER, said(1), *MONEY, *OTHERS, metric(2))


def test_layers_nobody_read_are_unknown() -> None:
    assert not find(LAYER, said(1), *MONEY, spent(9, 10, REST))


def test_two_deeds_are_too_few() -> None:
    assert not find(LAYER, said(1), *MONEY[:2], *OTHERS)


ONE = "rests-on-one-initiative"


def paid(payees, commitment="care", start=0):
    return [
        spent(start + at, 10, commitment, cells={"Payee": name}) for at, name in enumerate(payees)
    ]


WIDE = paid(["Bruno & Co", "Chiara Ltd", "Dell", "Erb"] * 4, REST, start=50)


def test_four_fifths_with_one_payee() -> None:
    (one,) = find(ONE, *paid(["Amber GmbH"] * 5 + ["Dell"]), *WIDE)
    assert one.severity is Severity.LOW
    assert "83.3 % of the money" in one.statement
    assert "one payee, “Amber GmbH”" in one.statement


def test_spread_over_several_it_does_not() -> None:
    assert not find(ONE, *paid(["Amber GmbH"] * 4 + ["Dell"] * 2), *WIDE)


def test_where_everything_lies_with_one_it_tells_nothing() -> None:
    alone = paid(["Amber GmbH"] * 30, REST, start=90)
    assert not find(ONE, *paid(["Amber GmbH"] * 5), *alone)


def test_one_initiative_under_one_name_counts_like_one_payee() -> None:
    of = {"channel": Channel.INITIATIVES, "path": "plan.jsonl"}
    mine = [spent(at, 10, text=f"Summer camp #{at}", **of) for at in range(5)]
    others = [
        spent(50 + at, 10, REST, text=f"{name} {at}", **of) for at, name in enumerate("abcdefghij")
    ]
    (one,) = find(ONE, *mine, *others)
    assert "“summer camp”" in one.statement


def test_one_unit_counts_like_one_payee() -> None:
    mine = [spent(at, 10, unit="North") for at in range(5)]
    others = [spent(50 + at, 10, REST, unit=f"Unit {at}") for at in range(12)]
    (one,) = find(ONE, *mine, *others)
    assert "one unit, “North”" in one.statement

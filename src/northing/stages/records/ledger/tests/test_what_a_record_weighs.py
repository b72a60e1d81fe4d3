from decimal import Decimal

import pytest

from northing.stages.records.ledger.facts import Channel, Side
from northing.stages.records.ledger.rules.mass import account_of, is_counted, mass_of, measure_of
from northing.stages.records.ledger.tests.make import make_record


@pytest.mark.parametrize("channel", [Channel.MONEY, Channel.TIME, Channel.INCENTIVES])
def test_money_hours_and_weights_count_by_their_amount(channel: Channel) -> None:
    assert mass_of(make_record(channel=channel, amount=7)) == 7


@pytest.mark.parametrize("channel", [Channel.DECISIONS, Channel.METRICS, Channel.WORDS])
def test_all_others_count_as_one_each(channel: Channel) -> None:
    assert mass_of(make_record(channel=channel, amount=700)) == 1


def test_without_an_amount_a_line_counts_as_one() -> None:
    assert mass_of(make_record(channel=Channel.INCENTIVES, amount=None)) == Decimal(1)


def test_a_foreign_currency_has_an_account_of_its_own() -> None:
    assert account_of(make_record(currency="USD"), "EUR") == "money in USD"
    assert account_of(make_record(currency="EUR"), "EUR") == "money"
    assert account_of(make_record(currency=None), "EUR") == "money"


def test_a_measure_is_named() -> None:
    assert measure_of(make_record(currency="USD"), "EUR") == "USD"
    assert measure_of(make_record(channel=Channel.TIME), "EUR") == "hours"
    assert measure_of(make_record(channel=Channel.DECISIONS), "EUR") == "records"


def test_income_is_never_counted_with_spending() -> None:
    assert not is_counted(make_record(side=Side.INCOME))

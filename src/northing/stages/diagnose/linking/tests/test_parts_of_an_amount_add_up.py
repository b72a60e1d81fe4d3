from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from northing.stages.diagnose.linking.rules.splitting import split

AMOUNTS = st.decimals(-1_000_000, 1_000_000, places=2)
SHARES = st.lists(st.integers(0, 100), min_size=0, max_size=5).filter(lambda one: sum(one) <= 100)
THIRD = Decimal(1) / 3


def test_three_thirds_of_ten_cents() -> None:
    parts = split(Decimal("0.10"), [THIRD, THIRD, THIRD])
    assert parts == (Decimal("0.04"), Decimal("0.03"), Decimal("0.03"), 0)


def test_what_no_share_takes_is_left_over() -> None:
    assert split(Decimal(100), [Decimal("0.6")]) == (60, 40)


def test_one_record_in_three_parts_is_still_one() -> None:
    assert sum(split(Decimal(1), [THIRD, THIRD, THIRD])) == 1


def test_an_amount_of_thirty_digits_keeps_its_cents() -> None:
    amount = Decimal("9" * 30 + ".99")
    parts = split(amount, [Decimal("0.5")])
    assert [f"{part}"[-3:] for part in parts] in ([".00", ".99"], [".99", ".00"])


@settings(max_examples=100)
@given(amount=AMOUNTS, percents=SHARES)
def test_the_parts_always_add_up(amount: Decimal, percents: list[int]) -> None:
    parts = split(amount, [Decimal(one) / 100 for one in percents])
    assert sum(parts) == amount
    assert len(parts) == len(percents) + 1


@settings(max_examples=100)
@given(amount=AMOUNTS, percents=SHARES)
def test_no_part_is_a_cent_from_its_share(amount: Decimal, percents: list[int]) -> None:
    parts = split(amount, [Decimal(one) / 100 for one in percents])
    for part, percent in zip(parts, percents, strict=False):
        assert abs(part - amount * percent / 100) <= Decimal("0.01")
        assert part * amount >= 0

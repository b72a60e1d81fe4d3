"""The section on pay: every scheme, the worst one in full, and what would help."""

from __future__ import annotations

from northing.foundations.documents.blocks import Block, Paragraph, Table
from northing.stages.diagnose.incentives.section import rewards_section
from northing.stages.diagnose.incentives.tests.make import CARE, REST, paid, rewards
from northing.stages.records.ledger.section import Telling

TELLING = Telling(
    redact=lambda text: text.replace("Amina Okoye", "[person]"),
    names={CARE: "Whole-person care", REST: "Rested nurses"},
)


def shown(blocks: tuple[Block, ...]) -> str:
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        if isinstance(block, Table):
            texts += [block.caption, block.note, *(cell for row in block.rows for cell in row)]
    return "\n".join(texts)


def test_without_incentives_there_is_no_section() -> None:
    assert rewards_section((), TELLING, currency="EUR") == ()


def test_the_scheme_that_pays_against_a_promise_is_told_with_what_would_help() -> None:
    found = rewards(
        paid(1, 30, CARE, against=True, text="Visits an hour", stake=9_000, period="2025"),
        paid(2, 10, CARE, text="Patients' rating", period="2025"),
        paid(3, 60, text="Costs", period="2025"),
        paid(4, 100, REST, text="Rest days", period="2024"),
    )
    text = shown(rewards_section(found, TELLING, currency="EUR"))
    assert "2 schemes of pay were read; 1 of them pays against a promise" in text
    assert "against “Whole-person care”" in text
    assert "9,000" in text
    assert "Rested nurses" in text  # nobody is paid for it in 2025
    assert "The least change of weights" in text


def test_measures_that_can_only_pay_against_need_new_ones() -> None:
    found = rewards(paid(1, 50, CARE, against=True))
    assert "new ones are needed" in shown(rewards_section(found, TELLING, currency=None))


def test_a_congruence_carries_its_bounds_and_how_many_measures() -> None:
    text = shown(rewards_section(rewards(paid(1, 50, CARE)), TELLING, currency=None))
    assert "as tagged, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}1" in text


def test_nobody_is_named_in_a_measure() -> None:
    found = rewards(paid(1, 50, CARE, text="Sales by Amina Okoye"))
    text = shown(rewards_section(found, TELLING, currency=None))
    assert "Amina" not in text
    assert "[person]" in text

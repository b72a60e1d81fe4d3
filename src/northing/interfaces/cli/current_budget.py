"""How does the money of a case become a file of a budget that somebody goes on from?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import tomli_w

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.interfaces.cli.endings import BAD_CASE, end
from northing.stages.decide.budget.intake.current import Spent, current_budget
from northing.stages.records.ledger.facts import Channel, Record, Side

HALF = 50
HEAD = """# The current budget of a case: the newest period of its money, line by line.
# Until you say otherwise every unit of money does the same for the mission, give or take all of
# it: put your own points into `impact`, and what has to hold into the commitments. Each line is
# taken to work with half of its money; `least` says it of each.

"""


def current_file(case: Path) -> str:
    """The file as TOML; ends with a sentence where the case has no money that is spent."""
    try:
        content = read_case(case)
    except UnreadableCase as error:
        end(BAD_CASE, error.complaints)
    spent = _newest([one for one in content.records if _is_spent(one)])
    if not spent:
        end(BAD_CASE, [f"{case}: no record of money is spent; add a source with channel money."])
    currency = next((one.currency for one in spent if one.currency), content.currency or "EUR")
    lines = [
        Spent(one.text, one.amount, one.unit or "", dict(one.given))
        for one in spent
        if one.amount is not None and one.currency in (None, currency)
    ]
    promised = {one.id: one.text for one in content.commitments}
    file = current_budget(
        lines, promised, title=f"{content.organisation}: current budget", currency=currency,
        rest="All smaller lines together",
        least=HALF,
    )  # fmt: skip
    return HEAD + tomli_w.dumps(file)


def _is_spent(one: Record) -> bool:
    return one.channel is Channel.MONEY and one.side is Side.SPENDING and one.amount is not None


def _newest(records: Sequence[Record]) -> list[Record]:
    """Those of the last period; all where none is named."""
    last = max(
        (one for one in records if one.effective_on and one.period),
        key=lambda one: (one.effective_on, one.period),
        default=None,
    )
    return [one for one in records if last is None or one.period == last.period]

"""What stands on the one page at the end of each way, as values that can be kept?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.clarify.approach.facts import Advice
from northing.stages.decide.budget.facts import Conflict, Cut
from northing.stages.decide.budget.rules.cutting import cut
from northing.stages.decide.ways_in.facts import Does, Spending
from northing.stages.decide.ways_in.rules.lines import limits_of, lines_of, points_of
from northing.stages.decide.ways_in.rules.next_money import next_money
from northing.stages.decide.ways_in.rules.ninety_days import ninety_days
from northing.stages.decide.ways_in.rules.reserve import reserve_of
from northing.stages.diagnose.readiness.facts import Readiness

DRAWS, SEED = 20, 0
Answers = Mapping[str, Any]


def spending_in(answers: Answers) -> tuple[Spending, ...]:
    """The lines as somebody left them."""
    return tuple(Spending(**{**one, "does": Does(one["does"])}) for one in answers.get("lines", ()))


def funding_page(answers: Answers) -> dict[str, Any]:
    """How long the reserve lasts, what stays whatever the size of the cut, and what goes."""
    money, spending = answers["money"], spending_in(answers)
    reserve = reserve_of(tuple(money["reserve"]), tuple(money["spending"]), lost=money["lost"])
    kept = answers.get("protect", {}).get("kept", {})
    lines = lines_of(spending)
    found = cut(lines, limits_of(spending, kept), percent=money["lost"], seed=SEED, draws=DRAWS)
    today = sum(one.now for one in spending)
    told = {
        "lost": money["lost"],
        "currency": money["currency"],
        "source": money.get("source", ""),
        "today": today,
        "whole": points_of(lines),
        "alone": measure(reserve.alone),
        "covering": measure(reserve.covering),
        "unknown": sum(one.does is Does.UNKNOWN for one in spending),
        "kept": kept,
    }
    return told | (_conflict(found) if isinstance(found, Conflict) else _cut(found, spending))


def next_page(answers: Answers) -> dict[str, Any]:
    """Where the next money goes, how sure that is, and on what each line's part rests."""
    money, spending = answers["money"], spending_in(answers)
    lines = lines_of(spending)
    found = next_money(lines, more=money["more"], seed=SEED)
    called = {one.id: one for one in spending}
    return {
        "currency": money["currency"],
        "source": money.get("source", ""),
        "more": found.more,
        "today": sum(one.now for one in spending),
        "takers": [
            {"amount": one.amount, "share": one.share} | _evidence(called[one.line])
            for one in found.takers
        ],
        "whole": points_of(lines),
        "is_sure": found.is_sure,
        "points": found.points,
        "left": found.left,
        "draws": found.draws,
        "unknown": sum(one.does is Does.UNKNOWN for one in spending),
    }


def chief_page(
    ready: Readiness, advice: Advice | None, *, start: date, chosen: str
) -> dict[str, Any]:
    """How ready it is, where to begin, and the first ninety days."""
    days = ninety_days(ready, advice, start=start, is_chosen=bool(chosen))
    return {
        "start": start.isoformat(),
        "on": ready.on.isoformat(),
        "whole": ready.whole.value,
        "ready": [{"id": one.question.id, "answer": one.answer.value} for one in ready.answered],
        "advised": advice.clear.value if advice and advice.clear else "",
        "is_asked": advice is not None,
        "open": len(advice.open) if advice else 0,
        "chosen": chosen,
        "days": [
            {"on": one.on.isoformat(), "deed": one.deed.value, "about": one.about,
             "count": one.count}
            for one in days
        ],
    }  # fmt: skip


def measure(one: Measure) -> list[float | None] | None:
    """The figure with both ends; None where it is unknown."""
    return [one.value, one.low, one.high] if isinstance(one, Estimate) else None


def _conflict(found: Conflict) -> dict[str, Any]:
    return {"conflict": list(found.limits), "budget": found.budget, "floors": found.floors}


def _cut(found: Cut, spending: Sequence[Spending]) -> dict[str, Any]:
    called = {one.id: one for one in spending}
    return {
        "conflict": None,
        "budget": found.proposal.limits.budget,
        "left": found.proposal.left,
        "best": measure(found.proposal.impact),
        "alike": measure(found.alike),
        "regret": measure(found.regret),
        "alike_ends": [called[one].name for one in found.alike_ends],
        "by_commitment": dict(found.proposal.by_commitment),
        "lines": [
            {
                "amount": one.amount,
                "is_core": one.line.id in found.core,
                "must_stay": called[one.line.id].must_stay,
            }
            | _evidence(called[one.line.id])
            for one in found.proposal.given
        ],
    }


def _evidence(one: Spending) -> dict[str, Any]:
    return {
        "name": one.name,
        "now": one.now,
        "does": one.does.value,
        "serves": sorted(one.serves),
        "by_people": one.by_people,
        "by_machine": one.by_machine,
    }

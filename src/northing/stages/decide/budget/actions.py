"""How is a budget asked to be cut?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import Refused
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.studies import actions as studies
from northing.stages.decide.studies.models import Study
from northing.stages.decide.studies.rules.refusals import NO_CUT

KIND = studies.Kind(Action.BUDGETS, "budget")
WHOLE = Decimal(100)


def cut(row: StoredBudget, percent: Decimal, *, by: Member, at: datetime, seen: int) -> bool:
    """By so many percent less; whether it has to be worked out first."""
    if not 0 <= percent <= WHOLE:
        raise Refused(NO_CUT, field="percent")
    with transaction.atomic():
        held = studies.hold(row, KIND, by=by, seen=seen)
        known = held.state == Study.State.DONE and key_of(percent) in held.result.get("cuts", {})
        held.cut = percent
        if known:
            held.revision += 1
            held.save(update_fields=["cut", "revision"])
        else:
            studies.wait_again(held, "cut")
        studies.tell_trail(KIND, "cut asked for", held, by=by, at=at, percent=key_of(percent))
    return not known


def with_cut(row: StoredBudget, found: Mapping[str, Any]) -> dict[str, Any]:
    """What was worked out before, and this: the same question at several sizes."""
    before = StoredBudget.objects.values_list("result", flat=True).get(id=row.id)
    return {"cuts": {**before.get("cuts", {}), **found}}


def key_of(percent: Decimal) -> str:
    """By what the answer to one cut is known: 25, or 12.5."""
    return f"{percent.normalize():f}"

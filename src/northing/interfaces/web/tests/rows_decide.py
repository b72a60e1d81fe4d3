"""Which rows do the addresses of decisions, filters and appeals name?"""

from __future__ import annotations

from datetime import date

from northing.foundations.people.tests.make import NOON
from northing.stages.decide.models import StoredAppeal
from northing.stages.decide.purpose_test.actions import filtering, noting, writing
from northing.stages.decide.purpose_test.actions.filtering import Rules
from northing.stages.decide.purpose_test.actions.noting import Past
from northing.stages.decide.purpose_test.actions.writing import Draft, Wanted

ENDS = ("decide_judgement", "decide_submission")
"""Names of addresses that end what others look at: they are tried last."""


def rows(owner):
    """The row behind each name of an address, in the owner's organisation."""
    written = Draft(
        question="<b>Harbour</b> vans: do we buy two?", options=("buy", "wait"), proposed="buy",
        review_on=date(2100, 1, 1), affected=("<i>patients</i>",),
    )  # fmt: skip
    one = writing.draft(written, by=owner, at=NOON)
    wanted = [Wanted(text="<b>Harbour</b> asks first", owner=owner, due_on=date(2100, 1, 1))]
    one = writing.set_conditions(one, wanted, by=owner, at=NOON, seen=one.revision)
    rules = Rules(name="<b>Harbour</b> contracts", kinds=("contract",), signers=(owner,))
    made = filtering.save_filter(rules, by=owner, at=NOON)
    appeal = StoredAppeal.objects.create(
        decision=one, reason="<b>Harbour</b> knows better", made_by=owner, made_at=NOON
    )
    past = noting.note_past(Past(question="<b>Harbour</b> pier: sold?"), by=owner, at=NOON)
    return {
        "decision": one,
        "condition": one.conditions.get(),
        "filter": made,
        "appeal": appeal,
        "past": past,
    }

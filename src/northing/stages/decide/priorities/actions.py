"""How are priorities asked for, and how does each person say what counts?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from northing.foundations.people.access import Action
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.stages.decide.priorities.models import OwnWeights, StoredPriorities
from northing.stages.decide.studies import actions as studies
from northing.stages.decide.studies import store
from northing.stages.decide.studies.rules.refusals import NO_WEIGHTS, SET_ASIDE

KIND = studies.Kind(Action.PRIORITIES, "priorities")


def give_weights(
    study: StoredPriorities, swings: Mapping[str, float], *, by: Member, at: datetime
) -> bool:
    """One's own points for every criterion; given again they replace one's own, nobody else's.

    Whether anything changed: then the study waits to be worked out anew.
    """
    studies.check(KIND, by)
    if study.organisation_id != by.organisation_id:
        raise NotAllowed
    with transaction.atomic():
        held = store.held(StoredPriorities, study.id)
        if held.set_aside_at:
            raise Refused(SET_ASIDE)
        criteria = [one["id"] for one in held.asked.get("criterion", ())]
        if set(swings) != set(criteria) or not any(swings.values()):
            raise Refused(NO_WEIGHTS)
        before = OwnWeights.objects.filter(study=held, member=by).first()
        if before and before.swings == dict(swings):
            return False
        OwnWeights.objects.update_or_create(
            study=held, member=by, defaults={"swings": dict(swings), "given_at": at}
        )
        studies.wait_again(held)
        studies.tell_trail(KIND, "weighed", held, by=by, at=at)
    return True

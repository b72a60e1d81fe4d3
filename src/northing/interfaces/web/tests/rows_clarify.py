"""Which rows do the addresses of the mission and its commitments name?"""

from __future__ import annotations

from datetime import date

from northing.foundations.people.tests.make import NOON
from northing.stages.clarify.approach import actions as approach
from northing.stages.clarify.approach.facts import Approach, Reply
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments.actions import Promise
from northing.stages.clarify.mission import actions as mission
from northing.stages.clarify.mission.actions import Wording
from northing.stages.clarify.theory_of_change import actions as carrying
from northing.stages.clarify.theory_of_change.actions import Saying
from northing.stages.clarify.theory_of_change.facts import Carries, Level

ENDS = (
    "clarify_commitment_end",
    "clarify_value_end",
    "clarify_practice_end",
    "clarify_line_end",
)
"""Names of addresses that end what others look at: they are tried last."""


def rows(owner):
    """The row behind each name of an address, in the owner's organisation."""
    by = {"by": owner, "at": NOON}
    wording = Wording(text="We keep people well.", effective_from=date(2026, 6, 1))
    commitment = commitments.add(Promise(text="Every patient is a whole person"), **by)
    replies = (Reply("urgent", 3, "the contract ends in June"), Reply("trust", 2, "<i>survey</i>"))
    said = approach.Saying(replies=replies, chosen=Approach.HYBRID, reason="<b>both</b>")
    return {
        "statement": approach.state(said, **by, seen=0),
        "version": mission.write(wording, **by),
        "commitment": commitment,
        "value": mission.add_value("Candour", "Bad news is told the same day.", **by),
        "practice": carrying.add_practice(commitment, Carries.METRIC, "minutes a visit", **by),
        "line": carrying.add_line(Saying(level=Level.WHY, text="People stay well"), **by),
    }

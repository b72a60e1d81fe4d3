"""Which rows do the addresses of what is due, the first thirty minutes and guided ways name?"""

from northing.foundations.people.tests.make import NOON
from northing.stages.decide.ways_in import actions as ways
from northing.stages.decide.ways_in.facts import Step, Way

ENDS = ()
"""Names of addresses that end what others look at: they are tried last."""


def rows(owner):
    """The row behind each name of an address, in the owner's organisation."""
    return {
        "walk": ways.begin(Way.FUNDING, by=owner, at=NOON),
        "step": Step.MONEY,
    }

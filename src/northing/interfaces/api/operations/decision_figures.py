"""What do all decisions tell together, and which ways lose less than one that failed its test?"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel, Field

from northing.foundations.people.access import Action
from northing.interfaces.api import errors
from northing.interfaces.api.door import call_of, changes, sees
from northing.interfaces.api.errors import ERRORS
from northing.interfaces.api.operations.decisions import ONE, decision_of
from northing.interfaces.api.operations.trade_offs import Points, plain_of
from northing.interfaces.api.parts import Perhaps500, Sent, Text80, Text500
from northing.stages.decide.purpose_test.store.indicators import indicators_of
from northing.stages.decide.trade_offs.facts import Alternative, Attribute
from northing.stages.decide.trade_offs.rules.offering import offered

router = Router(tags=["decisions"])
HERE = "/organisations/{uuid:organisation}/decision-indicators"
Figures = dict[Text80, Points]
MOST = 20


class QuestionTold(BaseModel):
    """What the answers to one commitment's questions tell, in bits; `never_tells` may go."""

    commitment: str
    answers: dict[str, int]
    bits: dict[str, Any] | None
    never_tells: bool


class Indicators(BaseModel):
    """Each figure is an estimate with its interval, or says why it is unknown. `completeness` is
    that of the register, `rigidity` how often the test stops or is gone round, `teams` how far
    forecasts lay from what came, by unit; `waits` counts forecasts whose day of review is past."""

    tested: int
    untested: int
    completeness: dict[str, Any]
    days_to_decide: dict[str, Any]
    rigidity: dict[str, Any]
    questions: list[QuestionTold]
    teams: dict[str, dict[str, Any]]
    waits: int


class Differing(Sent):
    """Something the ways differ in, and which end of it is the better one."""

    id: Text80
    name: Text80
    better: Literal["more", "less"] = "more"


class WayOut(Sent):
    """A way, with a figure by the id of what differs; one nobody knows is left out."""

    name: Perhaps500 = ""
    figures: Annotated[Figures, Field(max_length=MOST)] = Field(default_factory=dict)


class NamedWay(WayOut):
    """One that has a name."""

    name: Text500


class WaysAsked(Sent):
    """The way that failed, the others, and what they differ in. Nothing of it is kept."""

    differing: Annotated[list[Differing], Field(min_length=1, max_length=MOST)]
    failed: WayOut = Field(default_factory=WayOut)
    others: Annotated[list[NamedWay], Field(min_length=1, max_length=MOST)]


class WayOffered(BaseModel):
    """A way no other one beats; what is better, worse or unknown beside the one that failed."""

    name: str
    better: list[str]
    worse: list[str]
    unknown: list[str]


@router.get(HERE, response={200: Indicators, **ERRORS}, auth=sees(Action.DECISIONS))
def decision_indicators(request: HttpRequest, organisation: UUID) -> Indicators:
    """How many of the decisions that matter are tested, how long they take, and what tests tell."""
    call = call_of(request, organisation)
    found = indicators_of(call.organisation, on=call.at.date())
    return Indicators(
        tested=len(found.tested),
        untested=len(found.untested),
        completeness=plain_of(found.register),
        days_to_decide=plain_of(found.days),
        rigidity=plain_of(found.rigidity),
        questions=[QuestionTold.model_validate(plain_of(one)) for one in found.questions],
        teams={unit: plain_of(one) for unit, one in found.teams.items()},
        waits=found.waits,
    )


@router.post(
    ONE + "/alternatives",
    response={200: list[WayOffered], **ERRORS},
    auth=changes(Action.DECIDE),
)
def better_ways(
    request: HttpRequest, organisation: UUID, decision: UUID, sent: WaysAsked
) -> list[WayOffered]:
    """The ways that no other beats on everything, those that lose least often first."""
    one = decision_of(call_of(request, organisation), decision)
    ids = [each.id for each in sent.differing]
    if len(set(ids)) < len(ids):
        raise errors.wrong("differing", "Two of them have one id.")
    if strange := {key for way in (sent.failed, *sent.others) for key in way.figures} - set(ids):
        raise errors.wrong("figures", f"Nothing that differs has this id: {min(strange)}.")
    kept = [Attribute(each.id, each.name, each.better) for each in sent.differing]
    failed = _way(0, sent.failed, one.proposed)
    others = [_way(at, each, each.name) for at, each in enumerate(sent.others, 1)]
    return [
        WayOffered(name=each.alternative.name, **_sides(asdict(each)))
        for each in offered(failed, others, kept)
    ]


def _way(at: int, sent: WayOut, name: str) -> Alternative:
    return Alternative(str(at), name, sent.figures)


def _sides(found: dict[str, Any]) -> dict[str, list[str]]:
    return {name: list(found[name]) for name in ("better", "worse", "unknown")}

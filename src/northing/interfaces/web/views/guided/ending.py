"""What is reckoned at the end of a way, and how is it said?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.sentences_guided import ADDRESSES, DEEDS, DOES, KEPT, REASONS
from northing.interfaces.web.sentences_ready import ANSWERS, APPROACHES, FLAGS, READY, SIGNS
from northing.interfaces.web.visit import Visit
from northing.stages.clarify.approach import store as approach
from northing.stages.clarify.approach.facts import Approach
from northing.stages.clarify.approach.rules.advising import advice
from northing.stages.clarify.approach.rules.questions import QUESTIONS
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.ways_in.engine import chief_page, funding_page, next_page
from northing.stages.decide.ways_in.facts import Deed, Does, Step, Way
from northing.stages.decide.ways_in.models import WayIn
from northing.stages.diagnose.readiness import store as readiness
from northing.stages.diagnose.readiness.facts import Answer

ALL = 100
FLOOR, STAYS = "the floor for ", " must stay"


def reckoned(visit: Visit, row: WayIn) -> dict[str, Any]:
    """The page at the end, as values that are kept."""
    if row.way == Way.FUNDING:
        return funding_page(row.answers)
    if row.way == Way.NEXT_EURO:
        return next_page(row.answers)
    last = approach.newest(visit.organisation)
    return chief_page(
        readiness.readiness_of(visit.organisation, on=visit.at.date()),
        advice(QUESTIONS, approach.replies_of(last)) if last else None,
        start=date.fromisoformat(row.answers[Step.START]["on"]),
        chosen=last.chosen if last else "",
    )


def told(visit: Visit, row: WayIn) -> dict[str, Any]:
    """What the page shows, in the reader's language."""
    texts = {one.key: one.text for one in commitments.commitments(visit.organisation)}
    found = dict(row.result)
    if row.way == Way.FUNDING:
        return _funding(found, texts)
    return _next(found, texts) if row.way == Way.NEXT_EURO else _chief(found)


def _funding(found: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    lines = [_line(one, texts) for one in found.get("lines", ())]
    served = found.get("by_commitment", {})
    kept = [
        {"text": texts.get(key, key), "kept": KEPT[part], "gets": served.get(key)}
        for key, part in found["kept"].items()
        if part
    ]
    return {
        "found": found,
        "limits": [_limit(one, texts) for one in found.get("conflict") or ()],
        "lines": lines,
        "core": [one for one in lines if one["is_core"]],
        "goes": [one for one in lines if not one["amount"]],
        "smaller": [one for one in lines if 0 < one["amount"] < one["now"]],
        "kept": kept,
        "regret": [ALL * part for part in found["regret"]] if found.get("regret") else None,
    }


def _limit(said: str, texts: dict[str, str]) -> str:
    """A limit as people call it: the solver names promises by their keys."""
    if said.startswith(FLOOR):
        key = said.removeprefix(FLOOR)
        return _("What is protected for “%(text)s”") % {"text": texts.get(key, key)}
    if said.endswith(STAYS):
        return _("“%(name)s” has to stay") % {"name": said.removesuffix(STAYS)}
    return text_said(said)


def _next(found: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    takers = [
        _line(one, texts) | {"share": ALL * one["share"], "amount": one["amount"]}
        for one in found["takers"]
    ]
    return {"found": found, "takers": takers, "first": takers[0] if takers else None}


def _line(one: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    return one | {
        "does": DOES[Does(one["does"])],
        "is_unknown": one["does"] == Does.UNKNOWN,
        "serves": [texts.get(key, key) for key in one["serves"]],
    }


def _chief(found: dict[str, Any]) -> dict[str, Any]:
    ready = [
        {
            "text": READY[one["id"]],
            "answer": ANSWERS[Answer(one["answer"])],
            "sign": SIGNS[Answer(one["answer"])],
        }
        for one in found["ready"]
    ]
    whole = Answer(found["whole"])
    return {
        "found": found,
        "start": date.fromisoformat(found["start"]),
        "on": date.fromisoformat(found["on"]),
        "ready": ready,
        "whole": whole.value,
        "sign": SIGNS[whole],
        "shown": sum(one["answer"] == Answer.YES for one in found["ready"]),
        "advised": APPROACHES[Approach(found["advised"])] if found["advised"] else "",
        "chosen": APPROACHES[Approach(found["chosen"])] if found["chosen"] else "",
        "days": [_day(one) for one in found["days"]],
    }


def _day(one: dict[str, Any]) -> dict[str, Any]:
    deed, about = Deed(one["deed"]), one["about"]
    return {
        "on": date.fromisoformat(one["on"]),
        "deed": DEEDS[deed],
        "why": REASONS[deed],
        "about": FLAGS.get(about, READY.get(about, "")) if deed is not Deed.AUDIT else "",
        "address": ADDRESSES[deed],
    }

"""Where in the first thirty minutes does somebody stand?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from northing.foundations.people.models import Organisation
from northing.interfaces.web.forms.deciding import DECISIONS
from northing.interfaces.web.forms.start import PROMISES
from northing.interfaces.web.sentences_start import STEPS
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.mission import store as missions
from northing.stages.clarify.models import Commitment, MissionVersion
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.models import TypedRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is there already: everything is kept as it is typed, so this is all one has to know."""

    mission: MissionVersion | None
    draft: MissionVersion | None
    commitments: list[Commitment]
    decisions: list[TypedRecord]

    @property
    def is_beyond(self) -> bool:
        """The organisation has more commitments than this path asks for."""
        return len(self.commitments) > PROMISES

    @property
    def next(self) -> str:
        """The first step that is still to do."""
        done = self.done
        return next((step for step in STEPS if step not in done), "start_result")

    @property
    def done(self) -> frozenset[str]:
        judged = [one for one in self.decisions if one.stance]
        steps = {
            "start": bool((self.mission or self.draft) and self.commitments),
            "start_decisions": bool(self.decisions),
            "start_evidence": bool(judged) and len(judged) == len(self.decisions),
        }
        return frozenset(step for step, is_done in steps.items() if is_done)


def standing_of(organisation: Organisation, *, on: date) -> Standing:
    typed = [one for one in ledger.typed(organisation) if one.channel == Channel.DECISIONS]
    return Standing(
        mission=missions.current(organisation, on=on),
        draft=missions.draft(organisation),
        commitments=commitments.commitments(organisation),
        decisions=typed[:DECISIONS],
    )


def steps(standing: Standing, here: str) -> list[dict[str, Any]]:
    """The four steps with their marks; those one can go to have an address."""
    done = standing.done
    order = list(STEPS)
    reach = order.index(standing.next)
    return [
        {
            "address": step,
            "said": said,
            "done": step in done,
            "here": step == here,
            "open": at <= reach and step != here,
        }
        for at, (step, said) in enumerate(STEPS.items())
    ]

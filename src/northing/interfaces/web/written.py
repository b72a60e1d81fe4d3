"""What did one person write here, in every organisation, that they may take with them?

Their own words and marks, and what these were about by its name; the records and findings of an
organisation are not theirs to carry off.
"""

from __future__ import annotations

from typing import Any

from northing.foundations.people.models import Person
from northing.stages.clarify.approach import store as approach
from northing.stages.decide.priorities import store as priorities
from northing.stages.decide.purpose_test.store import looked_at
from northing.stages.decide.purpose_test.store import rows as decisions
from northing.stages.decide.ways_in import store as ways
from northing.stages.diagnose.findings import store as findings
from northing.stages.diagnose.linking import store as linking
from northing.stages.diagnose.publication.store import publishing
from northing.stages.diagnose.verification import store as verification

Rows = list[dict[str, Any]]


def written_by(person: Person) -> dict[str, Rows]:
    """Everything as plain values, the first first."""
    return {
        "answers_in_samples": _answers(person),
        "replies_to_findings": _replies(person),
        "opinions_on_audits": _opinions(person),
        "corrections_of_links": _corrections(person),
        "statements_of_the_approach": _statements(person),
        "guided_ways": _ways(person),
        "decisions": _decisions(person),
        "words_on_decisions": _words(person),
        "appeals": _appeals(person),
        "weights_on_priorities": _weights(person),
    }


def _answers(person: Person) -> Rows:
    """An answer that is null was taken back."""
    return [
        {
            "organisation": str(one.sample.organisation_id),
            "sample": one.sample.name,
            "pair": one.pair,
            "coder": one.coder,
            "answer": one.answer or None,
            "note": one.note,
            "given_at": one.made_at.isoformat(),
        }
        for one in verification.given_by(person)
    ]


def _replies(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.follow_up.organisation_id),
            "finding": one.follow_up.code,
            "commitment": one.follow_up.commitment,
            "channel": one.follow_up.channel,
            "as": one.role,
            "on": one.on.isoformat(),
            "text": one.text,
        }
        for one in findings.replies_of(person)
    ]


def _opinions(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.audit.organisation_id),
            "audit": one.audit.number,
            "opinion": one.kind,
            "text": one.text,
            "given_at": one.given_at.isoformat(),
        }
        for one in publishing.opinions_of(person)
    ]


def _corrections(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.organisation_id),
            "record": one.record,
            "commitment": one.commitment,
            "bears": one.bears,
            "said_at": one.made_at.isoformat(),
            "taken_back_at": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
        }
        for one in linking.said_by(person)
    ]


def _statements(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.organisation_id),
            "number": one.number,
            "answers": one.replies,
            "chosen": one.chosen,
            "reason": one.reason,
            "stated_at": one.made_at.isoformat(),
        }
        for one in approach.stated_by(person)
    ]


def _ways(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.organisation_id),
            "way": one.way,
            "answers": one.answers,
            "begun_at": one.made_at.isoformat(),
            "finished_at": one.finished_at.isoformat() if one.finished_at else None,
        }
        for one in ways.begun_by(person)
    ]


def _decisions(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.organisation_id),
            "number": one.number,
            "question": one.question,
            "options": one.options,
            "proposed": one.proposed,
            "evidence": one.evidence,
            "state": one.state,
            "drafted_at": one.made_at.isoformat(),
        }
        for one in decisions.written_by(person)
    ]


def _words(person: Person) -> Rows:
    """What one said, for oneself or for somebody else; not what somebody else said for one."""
    return [
        {
            "organisation": str(one.decision.organisation_id),
            "decision": one.decision.number,
            "said": one.act,
            "reason": one.reason,
            "at": one.at.isoformat(),
        }
        for one in decisions.signed_by(person)
    ]


def _appeals(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.decision.organisation_id),
            "decision": one.decision.number,
            "reason": one.reason,
            "made_at": one.made_at.isoformat(),
        }
        for one in looked_at.appealed_by(person)
    ]


def _weights(person: Person) -> Rows:
    return [
        {
            "organisation": str(one.study.organisation_id),
            "priorities": one.study.name,
            "points": one.swings,
            "given_at": one.given_at.isoformat(),
        }
        for one in priorities.given_by(person)
    ]

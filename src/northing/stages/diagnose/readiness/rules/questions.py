"""What does change need, and which records can show that it is there?

Seven questions of ours, to be changed by whoever knows better. They ask for what can be seen in
records, not for moods: how willing people are, a survey asks.
"""

from __future__ import annotations

from northing.stages.diagnose.readiness.facts import AUDIT, Question
from northing.stages.records.ledger.facts import Channel

QUESTIONS = (
    Question(
        id="audited",
        text="Has somebody looked at where words and deeds part?",
        kinds=(AUDIT,),
        months=6,
        is_of_promise=False,
    ),
    Question(
        id="measured",
        text="Do the measures people steer by bear on what is promised?",
        kinds=(Channel.METRICS,),
        months=12,
    ),
    Question(
        id="rewarded",
        text="Are people rewarded for what is promised?",
        kinds=(Channel.INCENTIVES,),
        months=12,
    ),
    Question(
        id="paid-for",
        text="Is there money for what is promised?",
        kinds=(Channel.MONEY,),
        months=12,
    ),
    Question(
        id="decided",
        text="Have decisions been taken for what is promised?",
        kinds=(Channel.DECISIONS,),
        months=6,
    ),
    Question(
        id="lived",
        text="Is it part of the work: of time, initiatives or practices?",
        kinds=(Channel.TIME, Channel.INITIATIVES, Channel.PRACTICES),
        months=12,
    ),
    Question(
        id="heard",
        text="Have those it concerns been heard?",
        kinds=(Channel.VOICE,),
        months=12,
        is_of_promise=False,
    ),
)

"""How do pages say where change should begin, and whether what it needs is there?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.sentences_kinds import Said
from northing.stages.clarify.approach.facts import Approach
from northing.stages.clarify.approach.rules.advising import LEADERS_FIRST, NO_GUARDRAILS, NO_TIME
from northing.stages.diagnose.readiness.facts import Answer, Ground

VERBS = {"approach stated": _("stated where change should begin")}
APPROACHES: Said = {
    Approach.TOP_DOWN: _("top-down"),
    Approach.GRASSROOTS: _("grassroots"),
    Approach.HYBRID: _("hybrid"),
}
MEANT: Said = {
    Approach.TOP_DOWN: _("Leadership decides and goes first; units follow."),
    Approach.GRASSROOTS: _("Units try, learn from each other, and leadership makes room."),
    Approach.HYBRID: _("A written frame for all, and freedom within it."),
}
PITFALLS: Said = {
    Approach.TOP_DOWN: _(
        "What is ordered is done as long as somebody looks; those it was ordered of may never "
        "own it."
    ),
    Approach.GRASSROOTS: _(
        "What grows in one place need not reach the next, and pay, budgets and rules stay as "
        "they are."
    ),
    Approach.HYBRID: _(
        "Both at once costs most; without written guardrails nobody knows what is free and what "
        "is not."
    ),
}
FLAGS: Said = {
    LEADERS_FIRST: _(
        "Leaders' own conduct is apart from the mission: mend that before asking others."
    ),
    NO_TIME: _("There is little time, and grassroots change takes it: agree on what cannot wait."),
    NO_GUARDRAILS: _("Write down what is not negotiable before units go their own ways."),
}
ASKED: Said = {
    "urgent": _("Something outside leaves little time."),
    "uniform": _("What is done has to be the same everywhere."),
    "central": _("Leadership is strong and decides centrally."),
    "established": _("There are established ways to carry change through."),
    "large": _("It is large, with many sites."),
    "subcultures": _("Units differ in culture, or were merged lately."),
    "front-line": _("The front line has a strong culture of its own."),
    "leaders-off": _("Leaders' own conduct is apart from the mission."),
    "barriers": _("Systems (pay, budgets, rules) stand in the way."),
    "autonomy": _("People value deciding for themselves."),
    "trust": _("There is trust, and people who can moderate."),
    "middle": _("Middle management is for it."),
    "guardrails": _("What is not negotiable is written down."),
    "time": _("There is time to try and to learn."),
}
"""By the question's id: what may be so."""
DEGREES = {
    0: _("not at all"),
    1: _("a little"),
    2: _("in part"),
    3: _("mostly"),
    4: _("wholly"),
}
READY: Said = {
    "audited": _("Has somebody looked at where words and deeds part?"),
    "measured": _("Do the measures people steer by bear on what is promised?"),
    "rewarded": _("Are people rewarded for what is promised?"),
    "paid-for": _("Is there money for what is promised?"),
    "decided": _("Have decisions been taken for what is promised?"),
    "lived": _("Is it part of the work: of time, initiatives or practices?"),
    "heard": _("Have those it concerns been heard?"),
}
READY_NEXT: Said = {
    "audited": _("Ask for an audit"),
    "measured": _("Hand in the figures people steer by"),
    "rewarded": _("Hand in the scheme people are paid by"),
    "paid-for": _("Hand in the budget"),
    "decided": _("Hand in minutes, or test a decision"),
    "lived": _("Hand in calendars, initiatives or practices"),
    "heard": _("Hand in a survey or notes of talks"),
}
"""What would answer a question that is open."""
ANSWERS: Said = {
    Answer.YES: _("yes"),
    Answer.NO: _("no"),
    Answer.UNKNOWN: _("unknown"),
}
SIGNS = {Answer.YES: "better", Answer.NO: "against", Answer.UNKNOWN: "unknown"}
GROUNDS: Said = {
    Ground.SHOWN: _("%(shown)s of %(looked_at)s records of the last %(months)s months show it."),
    Ground.AGAINST: _(
        "Records of the last %(months)s months go against a promise, and none is for one."
    ),
    Ground.NONE_FOR_IT: _(
        "People looked at all %(looked_at)s records of the last %(months)s months: none shows it."
    ),
    Ground.NOT_CHECKED: _(
        "%(looked_at)s records of the last %(months)s months, none tied to a promise; for "
        "%(unchecked)s of them nobody has checked that."
    ),
    Ground.TOO_OLD: _("The newest that shows it is of %(newest)s, over %(months)s months ago."),
    Ground.NO_DAY: _("Records show it, and bear no day."),
    Ground.ONLY_SAID: _("It is said, and no record shows it."),
    Ground.NOTHING: _("No record of this kind from the last %(months)s months."),
}

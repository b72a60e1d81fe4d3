"""How do pages ask what brings somebody here, and say what stands at the end of each way?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.sentences_kinds import Said
from northing.stages.decide.ways_in.facts import Deed, Does, Step, Way

VERBS = {
    "way in begun": _("began a guided way"),
    "way in answered": _("answered a step of a guided way"),
    "way in finished": _("came to the end of a guided way"),
}
BRINGS: Said = {
    Way.FUNDING: _("We have lost a part of our funding"),
    Way.NEXT_EURO: _("We have a fixed budget and want to use it well"),
    Way.NEW_CHIEF: _("We have a new chief executive"),
}
"""What brings you here?"""
GIVES: Said = {
    Way.FUNDING: _("How many months the reserve lasts, what to protect, and what stays."),
    Way.NEXT_EURO: _("Where more money would go, and on what evidence."),
    Way.NEW_CHIEF: _("How ready it is, where to begin, and the first ninety days."),
}
STEPS: Said = {
    Step.MONEY: _("The money"),
    Step.PROTECT: _("What to protect"),
    Step.LINES: _("Line by line"),
    Step.START: _("The first day"),
    Step.READY: _("What is there"),
    Step.APPROACH: _("Where to begin"),
}
ASKS = {
    (Way.FUNDING, Step.MONEY): _("What is lost, and what is left?"),
    (Way.FUNDING, Step.PROTECT): _("Which promises have to be kept, whatever goes?"),
    (Way.FUNDING, Step.LINES): _("What does each line do, and how small can it become?"),
    (Way.NEXT_EURO, Step.MONEY): _("Which budget is it, and how much more could there be?"),
    (Way.NEXT_EURO, Step.LINES): _("What does each line do, and how much more could it use?"),
    (Way.NEW_CHIEF, Step.START): _("When does the new chief executive begin?"),
    (Way.NEW_CHIEF, Step.READY): _("Is what change needs there?"),
    (Way.NEW_CHIEF, Step.APPROACH): _("Where should change begin?"),
}
"""By way and step: the question that is the title of its page."""
DOES: Said = {
    Does.UNKNOWN: _("nobody can tell"),
    Does.MUCH: _("much"),
    Does.SOME: _("as much as most"),
    Does.LITTLE: _("little"),
}
LEAST = {
    100: _("it cannot become smaller"),
    75: _("with three quarters"),
    50: _("with half"),
    25: _("with a quarter"),
    0: _("with anything"),
}
MOST = {
    100: _("nothing more"),
    110: _("a tenth more"),
    125: _("a quarter more"),
    150: _("half more"),
    200: _("twice as much"),
}
KEPT = {
    0: _("may go"),
    50: _("keeps at least half of its money"),
    75: _("keeps at least three quarters"),
    100: _("loses nothing"),
}
DEEDS: Said = {
    Deed.AUDIT: _("Ask for an audit: nobody has looked lately at where words and deeds part."),
    Deed.PROMISES: _("Read what is promised, and say which promises hold."),
    Deed.FLAG: _("Agree in the leadership:"),
    Deed.MEND: _("Mend what holds everything else back:"),
    Deed.FIND_OUT: _("Find out, for nobody can tell:"),
    Deed.ASK: _("Answer the questions of where to begin, each with what it was seen in."),
    Deed.CHECK: _("Let people check a sample of what the machine tied to promises."),
    Deed.CHOOSE: _("Say where change begins: at the top, at the front line, or at both."),
    Deed.DECISION: _("Put the next decision that matters to the test against the mission."),
    Deed.LOOK_BACK: _("Ask the seven questions again, and tell everybody what changed."),
}
REASONS: Said = {
    Deed.AUDIT: _("Without it every other step rests on opinion."),
    Deed.PROMISES: _("A new chief is asked what holds; silence is read as an answer."),
    Deed.FLAG: _("The answers on where to begin say so."),
    Deed.MEND: _("Records show that it goes against a promise, or that nothing is done for it."),
    Deed.FIND_OUT: _("What is unknown is neither a yes nor a no, and holds back as much."),
    Deed.ASK: _("An answer that was seen in nothing counts as not known."),
    Deed.CHECK: _("Until people have looked, a yes rests on the machine alone."),
    Deed.CHOOSE: _("Everybody waits for it, and does both or neither meanwhile."),
    Deed.DECISION: _("One decision tested in the open says more than a speech."),
    Deed.LOOK_BACK: _("What is not looked at again was not meant."),
}
ADDRESSES = {
    Deed.AUDIT: "audits_ask",
    Deed.PROMISES: "clarify_commitments",
    Deed.MEND: "audits_readiness",
    Deed.FIND_OUT: "audits_readiness",
    Deed.ASK: "clarify_approach",
    Deed.FLAG: "clarify_approach",
    Deed.CHECK: "verify_samples",
    Deed.CHOOSE: "clarify_approach",
    Deed.DECISION: "decide_list",
    Deed.LOOK_BACK: "audits_readiness",
}
"""Where each is done."""

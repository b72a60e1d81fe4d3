"""How do pages say what is promised, what became of it and what it leaves open?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.stages.clarify.commitments import facts
from northing.stages.clarify.commitments.facts import Change, Layer
from northing.stages.clarify.mission.facts import (
    DRAFT_IS_THERE,
    HOLDS_TOO_EARLY,
    VALUE_EXISTS,
    Point,
    Said,
)
from northing.stages.clarify.theory_of_change.facts import SERVES_NOTHING_ABOVE, Carries, Level

REFUSALS = {
    DRAFT_IS_THERE: _(
        "Somebody began a draft meanwhile; there is one at a time. Look at it and change it."
    ),
    HOLDS_TOO_EARLY: _(
        "The version before it holds from a later day. Give that day or one after it."
    ),
    VALUE_EXISTS: _("There is a value of this name already."),
    facts.APPROVER_MISSING: _("Say who approved it: a board, a meeting, a vote, and when."),
    facts.REASON_MISSING: _("Say why: its words or its reach are not what they were."),
    facts.TEXT_MISSING: _("Write how it reads from then on, or say that it was dropped."),
    facts.NOT_NEW: _("An earlier version knew this commitment, so it is not new."),
    SERVES_NOTHING_ABOVE: _("A what serves a how, and a how serves a why. Choose one of those."),
}
VERBS = {
    "mission drafted": _("began a draft of the mission"),
    "mission draft changed": _("changed the draft of the mission"),
    "mission approved": _("recorded that a mission was approved"),
    "commitment added": _("added a commitment"),
    "commitment changed": _("changed a commitment"),
    "commitment ended": _("ended a commitment"),
    "commitment brought back": _("brought a commitment back"),
    "commitments put in order": _("put the commitments in another order"),
    "value added": _("added a value"),
    "value changed": _("changed a value"),
    "value ended": _("ended a value"),
    "value brought back": _("brought a value back"),
    "practice added": _("added what carries a commitment"),
    "practice ended": _("ended what carried a commitment"),
    "practice brought back": _("brought back what carries a commitment"),
    "purpose line added": _("added a line of why, how and what"),
    "purpose line changed": _("changed a line of why, how and what"),
    "purpose line ended": _("ended a line of why, how and what"),
    "purpose line brought back": _("brought back a line of why, how and what"),
}
LAYERS_ASK = {
    Layer.STRATEGIC: _("where the organisation puts its means"),
    Layer.OPERATIONAL: _("how the daily work is done"),
    Layer.CULTURAL: _("how people treat one another"),
}
CHANGES = {
    Change.NEW: _("new"),
    Change.KEPT: _("kept"),
    Change.NARROWED: _("narrowed"),
    Change.WIDENED: _("widened"),
    Change.DROPPED: _("dropped"),
}
CARRIES = {
    Carries.BEHAVIOUR: _("Behaviours"),
    Carries.METRIC: _("Metrics"),
    Carries.CRITERION: _("Decision criteria"),
}
CARRIES_ONE = {
    Carries.BEHAVIOUR: _("Behaviour"),
    Carries.METRIC: _("Metric"),
    Carries.CRITERION: _("Decision criterion"),
}
CARRIES_ASK = {
    Carries.BEHAVIOUR: _("What would somebody see people do?"),
    Carries.METRIC: _("Which figure would move?"),
    Carries.CRITERION: _("Which question is asked before money or time is given?"),
}
LEVELS = {Level.WHY: _("Why"), Level.HOW: _("How"), Level.WHAT: _("What")}
LEVELS_ASK = {
    Level.WHY: _("What the organisation is there for"),
    Level.HOW: _("In which way it goes about it"),
    Level.WHAT: _("What it does on an ordinary day"),
}
POINTS = {
    Point.BENEFICIARY: _("For whom"),
    Point.CHANGE: _("What changes"),
    Point.PLACE: _("Where"),
    Point.MEANS: _("By what means"),
    Point.BOUNDARY: _("What is ruled out"),
    Point.HORIZON: _("By when"),
    Point.QUANTITY: _("How much"),
    Point.CONTRADICTION: _("What record would contradict it"),
}
POINTS_ASK = {
    Point.BENEFICIARY: _("For whom exactly? Name the people (or the river) who would notice."),
    Point.CHANGE: _("What would be different for them? Use a verb one can watch."),
    Point.PLACE: _("Where does it hold, and where not yet?"),
    Point.MEANS: _("By doing what? Name the work, the money or the rule behind it."),
    Point.BOUNDARY: _("What will you not do, even where it would pay?"),
    Point.HORIZON: _("By when, or how often? A date, or a rhythm."),
    Point.QUANTITY: _("How many, how much, or is it every one of them?"),
    Point.CONTRADICTION: _(
        "Which record would show that it was broken? As long as none is written down, the promise "
        "cannot fail and so cannot be kept."
    ),
}
SAID = {
    Said.YES: _("said"),
    Said.NO: _("left open"),
    Said.UNSURE: _("for a person to say"),
}

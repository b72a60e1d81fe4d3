"""How do pages say what is worked out of priorities and budgets, and how far that is?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.stages.decide.studies.models import Study
from northing.stages.decide.studies.rules import refusals

REFUSALS = {
    refusals.SET_ASIDE: _("This is set aside. Bring it back first; nothing of it was lost."),
    refusals.NOT_WORKED_OUT: _("This is not worked out yet. Wait until it is."),
    refusals.NO_CUT: _("A cut lies between 0 and 100 percent."),
    refusals.NO_WEIGHTS: _(
        "Give every criterion points, 0 where it does not count, and at least one of them more. "
        "If somebody changed the criteria meanwhile, look at them again."
    ),
}
VERBS = {
    "priorities asked for": _("asked for priorities"),
    "priorities changed": _("changed what priorities are asked for"),
    "priorities set aside": _("set priorities aside"),
    "priorities brought back": _("brought priorities back"),
    "priorities weighed": _("gave their own weights to priorities"),
    "priorities worked out": _("worked priorities out"),
    "priorities not worked out": _("could not work priorities out"),
    "budget asked for": _("asked for a budget"),
    "budget changed": _("changed what a budget is asked for"),
    "budget set aside": _("set a budget aside"),
    "budget brought back": _("brought a budget back"),
    "budget cut asked for": _("asked for a cut of a budget"),
    "budget worked out": _("worked a budget out"),
    "budget not worked out": _("could not work a budget out"),
}
STATES = {
    Study.State.WAITING: _("waiting"),
    Study.State.RUNNING: _("being worked out"),
    Study.State.DONE: _("worked out"),
    Study.State.FAILED: _("not worked out"),
}
STEPS = {
    "ranking": _("Ranking under many weights"),
    "placing": _("Placing between money and mission"),
    "proposing": _("Looking for the best budget"),
    "cutting": _("Looking for what is best kept at every size"),
    "weighing": _("Weighing the mission against money back"),
}
QUADRANTS = {
    "both": _("both"),
    "return alone": _("return alone"),
    "mission alone": _("mission alone"),
    "neither": _("neither"),
}
CRITERIA = {
    "gap": _("How much more is said than done, in points"),
    "impact": _("What it would change for those we serve"),
    "feasibility": _("How surely it can be done"),
    "readiness": _("How ready our culture is for it"),
    "resources": _("How far our own means suffice"),
    "reach": _("How many people it reaches"),
}
COLUMNS = {
    "name": _("What it is called"),
    "worst": _("Its worst"),
    "best": _("Its best"),
    "swing": _("Points for going all the way"),
    "veto": _("Limit to be kept whatever else"),
    "weight": _("Weight"),
    "floor": _("Gets at least, in money"),
    "floor_share": _("Gets at least, as a part of all (0 to 1)"),
    "words": _("Its part of the words (0 to 1)"),
    "return": _("Money it returns"),
    "reaches_daily": _("People meet it daily"),
    "cost": _("What all of it costs"),
    "least": _("Smallest amount with which it works"),
    "now": _("What it gets today"),
    "impact": _("Points for the mission"),
    "reach": _("People it reaches"),
    "budget.reach": _("People to be reached at least"),
    "requires": _("Cannot do without (ids, with commas)"),
    "instead_of": _("Only one of all with this word"),
    "must_stay": _("A contract binds: it must stay"),
    "no_go": _("Ruled out, because"),
    "title": _("Title"),
    "keep_order": _("Keep the order of importance where weights are doubted"),
    "currency": _("Currency"),
    "return_cut": _("Much return begins at"),
    "advancement_cut": _("Much for the mission begins at (−1 to 1)"),
    "total": _("Total, where it differs from what the lines get today"),
    "apart_from_words": _("Money may lie apart from the words by at most (0 to 1)"),
}

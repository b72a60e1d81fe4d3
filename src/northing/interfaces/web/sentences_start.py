"""How do the first thirty minutes say what decisions did, and what would be worth knowing?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from northing.stages.diagnose.first_look.facts import Bearing, Worth
from northing.stages.diagnose.first_look.rules.bearing import NOBODY_TELLS, NONE_BEARS
from northing.stages.records.ledger.facts import Stance

STEPS = {
    "start": _("What is promised"),
    "start_decisions": _("Three decisions"),
    "start_evidence": _("What each did"),
    "start_result": _("What shows"),
}
STANCES = {
    Stance.ADVANCES: _("It advanced it"),
    Stance.CONTRADICTS: _("It went against it"),
    Stance.NEUTRAL: _("It did neither"),
    Stance.UNKNOWN: _("Nobody can tell yet"),
}
DID = {
    Stance.ADVANCES: _("advanced it"),
    Stance.CONTRADICTS: _("went against it"),
    Stance.NEUTRAL: _("did neither"),
    Stance.UNKNOWN: _("nobody can tell"),
}
SIGNS = {
    Stance.ADVANCES: "better",
    Stance.CONTRADICTS: "against",
    Stance.NEUTRAL: "deeds",
    Stance.UNKNOWN: "unknown",
}
BEARINGS = {
    Bearing.ADVANCED: _("advanced"),
    Bearing.CONTRADICTED: _("gone against"),
    Bearing.BOTH_WAYS: _("advanced and gone against"),
    Bearing.NEITHER: _("touched, neither way"),
}
UNKNOWN = _("unknown")
BEARING_SIGNS = {
    Bearing.ADVANCED: "better",
    Bearing.CONTRADICTED: "against",
    Bearing.BOTH_WAYS: "against",
    Bearing.NEITHER: "deeds",
}
REASONS = {
    NONE_BEARS: ngettext_lazy(
        "The decision you named does not bear on it.",
        "None of the decisions you named bears on it.",
        "count",
    ),
    NOBODY_TELLS: ngettext_lazy(
        "Of the decision that bears on it nobody can tell what it did.",
        "Of the decisions that bear on it nobody can tell what they did.",
        "count",
    ),
}
NEXT = {
    Worth.WHAT_WENT_AGAINST: ngettext_lazy(
        "How much money and time went the same way as the decision that went against a "
        "commitment, and what was gained by it?",
        "For %(count)s commitments: how much money and time went the same way as the decisions "
        "that went against them, and what was gained by it?",
        "count",
    ),
    Worth.UNTOUCHED: ngettext_lazy(
        "Which record would show anything of the commitment that no decision bears on?",
        "Which records would show anything of the %(count)s commitments that no decision bears on?",
        "count",
    ),
    Worth.NOBODY_KNOWS: ngettext_lazy(
        "Who could say what the decision did that nobody can judge yet?",
        "Who could say what the %(count)s decisions did that nobody can judge yet?",
        "count",
    ),
    Worth.WITHOUT_EVIDENCE: ngettext_lazy(
        "On what evidence rests the decision that was judged without naming any?",
        "On what evidence rest the %(count)s decisions that were judged without naming any?",
        "count",
    ),
    Worth.WITHOUT_SIGNS: ngettext_lazy(
        "Which record would break the commitment for which none is written down? Until then it "
        "cannot fail, and so cannot be kept.",
        "Which record would break each of the %(count)s commitments for which none is written "
        "down? Until then they cannot fail, and so cannot be kept.",
        "count",
    ),
    Worth.NOT_APPROVED: ngettext_lazy(
        "Since when does the mission hold, and who approved it? It is a draft so far.",
        "Since when does the mission hold, and who approved it? It is a draft so far.",
        "count",
    ),
    Worth.ALL_THE_REST: ngettext_lazy(
        "What do all the other records say? Decisions that come to mind are not the usual ones: "
        "the budget shows where the money goes.",
        "What do all the other records say? Decisions that come to mind are not the usual ones: "
        "the budget shows where the money goes.",
        "count",
    ),
}
LEADS_TO = {
    Worth.WHAT_WENT_AGAINST: "records_hand_in",
    Worth.UNTOUCHED: "records_hand_in",
    Worth.NOBODY_KNOWS: "start_evidence",
    Worth.WITHOUT_EVIDENCE: "start_evidence",
    Worth.WITHOUT_SIGNS: "start",
    Worth.NOT_APPROVED: "clarify_mission",
    Worth.ALL_THE_REST: "records_hand_in",
}
"""The address where each is found out."""

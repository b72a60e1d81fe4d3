"""How do pages say where a decision stands, what its test comes to, and what people did to it?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.sentences_kinds import Said as Words
from northing.stages.decide.purpose_test.facts import Act, Result, Said, State
from northing.stages.decide.purpose_test.rules import refusals

STATES: Words = {
    State.DRAFT: _("draft"),
    State.SUBMITTED: _("waits for signatures"),
    State.CHANGES_ASKED: _("changes asked for"),
    State.ACCEPTED: _("accepted"),
    State.REJECTED: _("rejected"),
    State.EXPIRED: _("ran out of time"),
    State.SUPERSEDED: _("superseded"),
}
RESULTS: Words = {
    Result.PASS: _("passes"),
    Result.CONDITIONS: _("passes with conditions"),
    Result.FAIL: _("fails"),
    Result.CANNOT_TELL: _("cannot be told yet"),
}
RESULTS_IN_FULL: Words = {
    Result.PASS: _("It passes: nothing stands against it, and it advances a promise."),
    Result.CONDITIONS: _("It passes with conditions: each has somebody who answers for it."),
    Result.FAIL: _("It fails: it goes against a promise, and nothing makes up for it."),
    Result.CANNOT_TELL: _("It cannot be told yet: something that counts is not answered."),
}
ANSWERS: Words = {
    Said.YES: _("yes"),
    Said.NO: _("no"),
    Said.CANNOT_TELL: _("cannot tell"),
}
WORDS_OF: Words = {
    Act.AGREE: _("agrees"),
    Act.OBJECT: _("objects"),
    Act.ASK_CHANGES: _("asks for changes"),
    Act.REJECT: _("rejects it"),
    Act.OVERRIDE: _("took it against the test or the signers"),
}
MAY_SAY: Words = {
    Act.AGREE: _("I agree"),
    Act.OBJECT: _("I object; my reason stays beside the decision for good"),
    Act.ASK_CHANGES: _("I ask for changes; it goes back to its author"),
    Act.REJECT: _("I reject it; it ends here"),
}
REFUSALS: Words = {
    refusals.NOT_A_DRAFT: _(
        "Only a draft can be changed. Take it back first, as long as nobody has decided."
    ),
    refusals.NO_QUESTION: _("Write the question that is to be decided."),
    refusals.UNKNOWN_COMMITMENT: _(
        "One of the answers is for a commitment that does not hold today. Leave it out."
    ),
    refusals.ANSWERED_TWICE: _("One commitment is answered twice. Keep one answer."),
    refusals.FORECAST_MISSING: _(
        "A filter asks how likely success is. Give it as a share between 0 and 1."
    ),
    refusals.QUESTIONS_OPEN: _("A filter asks questions that are not answered. Answer them."),
    refusals.CONDITION_NEEDS_DAY: _("The day of a condition is over. Give a day to come."),
    refusals.NOT_ACCEPTED: _("This decision is not accepted, so this cannot be done to it."),
    refusals.REVIEW_TOO_EARLY: _("Its day of review has not come. Look at it again on that day."),
    refusals.CONDITION_IS_MET: _("This condition is met already."),
    refusals.FILTER_EXISTS: _("A filter has this name already. Choose another one."),
    refusals.FILTER_SIGNERS_ARE_FEW: _(
        "Fewer people are named than have to sign. Name more, or ask fewer to sign."
    ),
    refusals.FILTER_HAS_ENDED: _("The last day of this filter is over. Renew it first."),
    refusals.NOTHING_TO_APPEAL: _("The test did not stop this decision; there is no block."),
    refusals.APPEAL_JUDGED: _("This appeal is judged already."),
    refusals.JUDGES_OWN_CASE: _(
        "Nobody judges an appeal they made, or one about a decision they wrote. Ask somebody else."
    ),
    refusals.NOT_YOURS: _("Only whoever wrote this decision, or answers for it, can do that."),
    refusals.SUCCESSOR_NOT_TAKEN: _("The decision that is to take its place is not accepted."),
    refusals.HAS_ANOTHER_PLACE: _(
        "That decision stands in the place of another one already. Choose one that does not."
    ),
    refusals.AMOUNT_BELOW_NOTHING: _("An amount is not below 0. Write what it is over."),
    refusals.SIGNER_UNKNOWN: _(
        "One of those named is no member who may sign here. Choose somebody else."
    ),
    refusals.DAY_IS_AHEAD: _("This day has not come yet. Give today or an earlier day."),
    refusals.ODD_RULES: _(
        "At least one person signs, has one day at least, and more than none has to agree."
    ),
}
VERBS: Words = {
    "decision drafted": _("drafted a decision"),
    "decision reworded": _("reworded the draft of a decision"),
    "decision tested": _("answered what a decision does to each commitment"),
    "decision conditions set": _("wrote the conditions of a decision"),
    "decision submitted": _("submitted a decision"),
    "decision withdrawn": _("took a decision back"),
    "decision reopened": _("took a decision up again"),
    "decision agreed to": _("agreed to a decision"),
    "decision objected to": _("objected to a decision"),
    "changes to a decision asked for": _("asked for changes to a decision"),
    "decision rejected": _("rejected a decision"),
    "decision overridden": _("took a decision against its test or its signers"),
    "signature delegated": _("asked somebody to sign in their place"),
    "decision accepted": _("gave the word by which a decision was accepted"),
    "decision superseded": _("put a later decision in the place of one"),
    "decision ran out of time": _("let a decision run out of time"),
    "decision review overdue": _("noted that a decision was not looked at again on its day"),
    "decision reviewed": _("looked at a decision again"),
    "condition met": _("met a condition of a decision"),
    "test appealed against": _("appealed against a test"),
    "appeal judged": _("judged an appeal against a test"),
    "filter written": _("wrote a filter"),
    "filter changed": _("changed a filter"),
    "filter switched on": _("switched a filter on"),
    "filter switched off": _("switched a filter off"),
    "filter renewed": _("renewed a filter"),
    "past decision noted": _("put down a decision that nobody tested"),
    "past decision changed": _("changed what is known of a decision that nobody tested"),
    "trade-off told": _("said what a decision gives up"),
}

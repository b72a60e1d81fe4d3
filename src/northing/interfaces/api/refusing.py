"""What does the API say of each thing that an action refuses?

One sentence and one remedy each, in English, for whoever reads a program's log. What stands in
`CONFLICTS` is refused because of how things are now, and may be so no longer later: 409.
"""

from __future__ import annotations

from northing.foundations.people import refusals as people
from northing.interfaces.notices import troubles
from northing.interfaces.webhooks import facts as webhooks
from northing.stages.clarify.commitments import facts as commitments
from northing.stages.clarify.mission import facts as mission
from northing.stages.clarify.theory_of_change.facts import SERVES_NOTHING_ABOVE
from northing.stages.decide.purpose_test.rules import refusals as decisions
from northing.stages.decide.studies.rules import refusals as plans
from northing.stages.diagnose.audits.facts import NO_PROMISE, NO_RECORD
from northing.stages.diagnose.publication import facts as publication
from northing.stages.diagnose.verification.rules import refusals as verification
from northing.stages.records.imports.actions import HERE_ALREADY
from northing.stages.records.ledger.actions import OTHER_CHANNEL

Said = dict[str, tuple[str, str]]
CONFLICTS: Said = {
    people.CHANGED_MEANWHILE: (
        "This is not in the state you looked at; nothing was overwritten.",
        "Read it again, and send the revision it has now.",
    ),
    people.OPEN_ALREADY: (
        "This address has an open invitation.",
        "Withdraw that one first to send another.",
    ),
    people.MEMBER_ALREADY: ("This person is a member already.", "Change the member instead."),
    people.LAST_OWNER: ("This is the last owner.", "Make somebody else an owner first."),
    people.UNIT_EXISTS: (
        "There is a unit of this name here already.",
        "Look for it among the units, or choose another name.",
    ),
    people.UNIT_IN_USE: (
        "People or other units belong to this unit, or did.",
        "Move those that do; one that people belonged to stays.",
    ),
    HERE_ALREADY: (
        "This file is here already, byte for byte.",
        "Look for its sha256 among the imports.",
    ),
    plans.SET_ASIDE: ("This is set aside.", "Bring it back on its page first."),
    mission.DRAFT_IS_THERE: ("A draft lies there already.", "Rewrite that one, or approve it."),
    mission.VALUE_EXISTS: ("A value of this name is there already.", "Change that one instead."),
    publication.NOT_DONE: ("The audit is not done.", "Wait until its state is `done`."),
    publication.ISSUED_ALREADY: ("The audit is issued already.", "Nothing of it changes any more."),
    publication.SET_ASIDE_ALREADY: (
        "The audit is set aside already.",
        "Its reason stands; it cannot be altered.",
    ),
    verification.SAMPLE_NOT_OPEN: (
        "The sample is not open.",
        "Its state says whether it is still being drawn, or closed.",
    ),
    verification.SEAT_IS_TAKEN: ("Somebody else sits there.", "Take the other seat, or free it."),
    verification.OTHER_SEAT_BEFORE: (
        "This member was the other coder of this sample.",
        "Have somebody else take this seat: no pair is answered by one person twice.",
    ),
    verification.NO_SEAT: ("This member holds no seat of this sample.", "Take a seat first."),
    verification.NOT_YOURS: (
        "Somebody else answered one of these pairs in this seat.",
        "Leave those out; the others are kept.",
    ),
    verification.STILL_ANSWERING: (
        "One of the two has not answered all that both are asked.",
        "Ask again when both have.",
    ),
    verification.NOT_IN_DISPUTE: (
        "The two did not answer this pair differently.",
        "Look at the differences for those they did.",
    ),
    decisions.NOT_A_DRAFT: (
        "The decision is no draft.",
        "Withdraw or reopen it first; what was accepted is changed by nobody.",
    ),
    decisions.NOT_ACCEPTED: ("The decision is not accepted.", "Its state says where it stands."),
    decisions.NOT_YOURS: (
        "Only its author, or whoever answers for this part of it, can do that.",
        "Let them send it.",
    ),
    decisions.REVIEW_TOO_EARLY: ("Its day of review has not come.", "Send it on that day."),
    decisions.CONDITION_IS_MET: ("This condition is met already.", "There is nothing to do."),
    decisions.FILTER_EXISTS: ("A filter of this name is there.", "Choose another name."),
    decisions.FILTER_HAS_ENDED: ("The last day of this filter is over.", "Renew it first."),
    decisions.NOTHING_TO_APPEAL: (
        "The test did not stop it.",
        "There is nothing to appeal against.",
    ),
    decisions.APPEAL_JUDGED: ("This appeal is judged.", "The judgement stands."),
    decisions.JUDGES_OWN_CASE: (
        "Nobody judges an appeal of their own, or one about what they wrote.",
        "Let somebody else judge it.",
    ),
    decisions.SUCCESSOR_NOT_TAKEN: (
        "The decision that is to take its place is not accepted.",
        "Wait until it is.",
    ),
    decisions.HAS_ANOTHER_PLACE: (
        "That decision stands in the place of another one already.",
        "Name the decision that was taken for this one.",
    ),
    webhooks.HOOKS_ARE_MANY: (
        "The organisation has as many webhooks as it may.",
        "Remove one that is not needed.",
    ),
}
OTHERS: Said = {
    plans.NO_CUT: ("A cut lies between 0 and 100 percent.", "Send another percentage."),
    plans.NO_WEIGHTS: (
        "These are not points for every criterion, or all of them are 0.",
        "Send one figure for each criterion that `asked` names, at least one above 0.",
    ),
    people.END_IS_PAST: ("This day is over.", "Give a day to come, or none."),
    people.NEEDS_END: ("An outside auditor looks in until a day.", "Give that day."),
    people.UNIT_BELOW_ITSELF: (
        "A unit cannot belong to itself or to a unit below it.",
        "Choose a parent elsewhere in the tree.",
    ),
    OTHER_CHANNEL: (
        "A typed record keeps its channel.",
        "Withdraw it and type it in again in the other channel.",
    ),
    NO_PROMISE: ("There is no commitment to audit.", "Write down what was promised first."),
    NO_RECORD: ("There is no record to audit.", "Hand in a file or type in a record first."),
    mission.HOLDS_TOO_EARLY: (
        "An approved version holds from a later day.",
        "Give a day that is not before it.",
    ),
    commitments.APPROVER_MISSING: ("Nobody is said to have approved it.", "Say who did."),
    commitments.REASON_MISSING: (
        "The words of a commitment change, and no reason is given.",
        "Give the reason.",
    ),
    commitments.TEXT_MISSING: (
        "A commitment that stays has to say something.",
        "Give its text, or drop it.",
    ),
    commitments.NOT_NEW: (
        "An earlier version knew this commitment.",
        "Say whether it was kept, narrowed or widened.",
    ),
    SERVES_NOTHING_ABOVE: (
        "A line serves one that stands one level above it.",
        "A what serves a how, a how serves a why.",
    ),
    verification.NO_SUCH_SIZE: ("A sample of this size is not drawn.", "Send 1 to 2000 pairs."),
    verification.NOT_ASKED: (
        "One of these pairs is not asked of this coder.",
        "Answer those that `questions` names.",
    ),
    decisions.NO_QUESTION: ("There is no question.", "Write what is to be decided."),
    decisions.AMOUNT_BELOW_NOTHING: ("An amount is not below 0.", "Send what it is over."),
    decisions.UNKNOWN_COMMITMENT: (
        "One of the answers is for a commitment that does not hold today.",
        "Name commitments by the keys that hold.",
    ),
    decisions.ANSWERED_TWICE: ("A commitment is answered twice.", "Send one answer for each."),
    decisions.FORECAST_MISSING: ("A filter asks for a forecast.", "Give one from 0 to 1."),
    decisions.QUESTIONS_OPEN: (
        "A filter asks questions that are not answered.",
        "Send each question with its answer in `said`.",
    ),
    decisions.CONDITION_NEEDS_DAY: ("The day of a condition is over.", "Give a day to come."),
    decisions.FILTER_SIGNERS_ARE_FEW: (
        "Fewer people are named than have to sign.",
        "Name more, or lower the quorum.",
    ),
    decisions.SIGNER_UNKNOWN: ("One of those named may not sign.", "Name members who may."),
    decisions.DAY_IS_AHEAD: ("This day has not come.", "Give today or an earlier day."),
    decisions.ODD_RULES: (
        "Nobody can keep these rules.",
        "At least one person signs, has one day, and a share above 0 has to agree.",
    ),
    troubles.UNKNOWN_CHAT: (
        "This is no address of a chat that can be written to.",
        "Send it as the chat's service gives it.",
    ),
    troubles.LOCAL_CHAT: (
        "The address leads into the network this installation stands in.",
        "Whoever runs the installation can open it.",
    ),
    troubles.CHAT_IS_SILENT: ("It could not be looked at in time.", "Try again in a minute."),
    webhooks.NO_ADDRESS: ("This is no address.", "Write it as https://example.org/hear."),
    webhooks.NOT_SAFE: ("An address begins with https://.", "Let the receiver answer over TLS."),
    webhooks.HAS_PASSWORD: (
        "An address holds no name and no password.",
        "Leave them out: messages are signed instead.",
    ),
    webhooks.UNKNOWN_HOST: ("There is no host of this name.", "Look at how it is written."),
    webhooks.LOCAL: (
        "The address lies in the network this installation stands in.",
        "Whoever runs the installation can open it.",
    ),
}
REFUSALS = CONFLICTS | OTHERS

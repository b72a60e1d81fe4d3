"""How do pages say what became of a finding, of a gap and of an audit?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.sentences_kinds import Said
from northing.stages.diagnose.audits.models import Opinion, PublicationRule
from northing.stages.diagnose.audits.rules import seeing
from northing.stages.diagnose.audits.rules.comparing import Kind
from northing.stages.diagnose.audits.rules.explaining import What
from northing.stages.diagnose.audits.rules.following import Outcome
from northing.stages.diagnose.findings.facts import Confidence, Severity
from northing.stages.diagnose.findings.models import FollowUp
from northing.stages.diagnose.publication.facts import (
    ISSUED_ALREADY,
    NOT_DONE,
    SET_ASIDE_ALREADY,
)
from northing.stages.diagnose.verification.facts import Answer

REFUSALS: Said = {
    NOT_DONE: _("This audit is not done. Wait until it is, or ask for it again."),
    ISSUED_ALREADY: _("This audit is issued; nothing of it changes any more."),
    SET_ASIDE_ALREADY: _("This audit is set aside already, with the reason below."),
}
VERBS: Said = {
    "finding followed up": _("said what is done about a finding"),
    "finding answered": _("answered a finding"),
    "publication rule fixed": _("fixed a rule of publication"),
    "audit issued": _("issued an audit"),
    "audit set aside": _("set an audit aside"),
    "opinion given": _("gave a reviewer's opinion"),
}
SEVERITIES: Said = {
    Severity.HIGH: _("high: for the board"),
    Severity.MEDIUM: _("medium: for the people in charge"),
    Severity.LOW: _("low: it asks and does not accuse"),
    Severity.NOTE: _("a note"),
}
SEVERITIES_SHORT: Said = {
    Severity.HIGH: _("high"),
    Severity.MEDIUM: _("medium"),
    Severity.LOW: _("low"),
    Severity.NOTE: _("note"),
}
CONFIDENCE: Said = {
    Confidence.VERIFIED: _("People looked at the records it rests on and bear it out."),
    Confidence.AS_WRITTEN: _(
        "It rests on what the files say themselves; no person has verified these links."
    ),
    Confidence.TAGGED: _(
        "It rests on tags and rules that people wrote; no person has verified these links."
    ),
    Confidence.PARTLY_TAGGED: _(
        "It rests partly on tags, partly on a machine; no person has verified these links."
    ),
    Confidence.MACHINE_ONLY: _(
        "It rests on a machine that compares words; no person has verified these links."
    ),
}
STATES: Said = {
    FollowUp.State.OPEN: _("open"),
    FollowUp.State.ANSWERED: _("answered"),
    FollowUp.State.UNDER_WAY: _("under way"),
    FollowUp.State.TO_BE_AUDITED: _("to be audited again"),
    Outcome.GONE: _("no longer found"),
    Outcome.UNSEEN: _("not looked at again"),
}
OUTCOMES: Said = {
    Outcome.AGAIN: _("found"),
    Outcome.GONE: _("no longer found"),
    Outcome.UNSEEN: _("not looked at"),
}
UNSEEN: Said = {
    seeing.NO_COMMITMENT: _("that audit did not look at this commitment"),
    seeing.NO_CHANNEL: _("that audit read no records of this channel"),
    seeing.NO_FILE: _("that audit did not read a file this finding rests on"),
    seeing.FILE_CHANGED: _("a file it rests on holds something else in the other audit"),
    seeing.RECORDS_MISSING: _("records it might have come from are known to be missing there"),
}
ANSWERS: Said = {
    Answer.ADVANCES: _("it advances the promise"),
    Answer.CONTRADICTS: _("it contradicts the promise"),
    Answer.NEITHER: _("it does neither"),
    Answer.CANNOT_TELL: _("it cannot be told"),
}
GAPS_CHANGED: Said = {
    Kind.BETTER: _("closer together"),
    Kind.WORSE: _("further apart"),
    Kind.TURNED: _("turned round"),
    Kind.UNTOLD: _("cannot be told apart"),
    Kind.UNCHANGED: _("unchanged"),
    Kind.UNKNOWN: _("unknown both times"),
    Kind.NEWLY_SEEN: _("unknown before"),
    Kind.NOT_SEEN: _("unknown now"),
}
FINDINGS_CHANGED: Said = {
    Kind.BETTER: _("weighs less"),
    Kind.WORSE: _("weighs more"),
    Kind.APPEARED: _("appeared"),
    Kind.WENT: _("no longer found"),
    Kind.STAYED: _("stayed"),
    Kind.NEWLY_SEEN: _("not looked at before"),
    Kind.NOT_SEEN: _("not looked at any more"),
}
EXPLAINED: Said = {
    What.FILES_ADDED: _("Files that were not read before"),
    What.FILES_GONE: _("Files that are not read any more"),
    What.FILES_CHANGED: _("Files whose content changed"),
    What.PROMISES_ADDED: _("Commitments added"),
    What.PROMISES_GONE: _("Commitments gone"),
    What.PROMISES_REWORDED: _("Commitments that read otherwise"),
    What.WEIGHTS: _("Commitments with another weight or guardrail"),
    What.RULES: _("Rules that tag records"),
    What.LABELS: _("Answers of people to samples"),
    What.CORRECTIONS: _("Corrections of links"),
    What.BASIS: _("How what is said is measured"),
    What.MODELS: _("How texts are compared"),
    What.PROGRAM: _("Version of the program"),
    What.SEED: _("Seed"),
}
OPINIONS: Said = {
    Opinion.Kind.CLEAN: _("clean"),
    Opinion.Kind.QUALIFIED: _("qualified"),
    Opinion.Kind.ADVERSE: _("adverse"),
    Opinion.Kind.NONE: _("no opinion can be given"),
}
OPINIONS_MEAN: Said = {
    Opinion.Kind.CLEAN: _("The audit shows fairly what the records say."),
    Opinion.Kind.QUALIFIED: _(
        "The audit shows fairly what the records say, but for what is named below."
    ),
    Opinion.Kind.ADVERSE: _(
        "The audit does not show fairly what the records say; the reasons are below."
    ),
    Opinion.Kind.NONE: _("Too little could be examined to say."),
}
READERS: Said = {
    PublicationRule.Readers.MEMBERS: _("the members of the organisation"),
    PublicationRule.Readers.PUBLIC: _("anybody who has the address, without signing in"),
}

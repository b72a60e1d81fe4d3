"""How do pages say what people are asked of a record, what they answer, and what follows?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.foundations.methods.agreement import NO_VARIATION
from northing.stages.diagnose.verification.facts import Answer, Standing
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.diagnose.verification.rules import refusals
from northing.stages.diagnose.verification.rules.judging import NOBODY_TWICE

REFUSALS = {
    refusals.AUDIT_NOT_DONE: _("Only an audit that is done can be verified. Choose another."),
    refusals.SAMPLE_NOT_OPEN: _(
        "This sample takes no answers: it is closed, or not drawn yet. What was answered stands."
    ),
    refusals.SEAT_IS_TAKEN: _("Somebody else answers as this coder already."),
    refusals.OTHER_SEAT_BEFORE: _(
        "You have answered as the other coder. The same person cannot be both, for then nobody "
        "would know whether two people see the same."
    ),
    refusals.NO_SEAT: _(
        "You do not answer as a coder of this sample, or your seat was given to somebody else."
    ),
    refusals.NOT_ASKED: _("This pair is not among those you are asked about."),
    refusals.NOT_YOURS: _("Whoever had this seat before you has answered this pair."),
    refusals.NOT_IN_DISPUTE: _("The two coders do not differ on this pair."),
    refusals.STILL_ANSWERING: _(
        "The two coders have not both answered every pair they share. Until then neither sees "
        "what the other said."
    ),
    refusals.OTHER_SHEET: _(
        "This sheet has answers of another coder. Whoever answered them hands it in themselves."
    ),
    refusals.NO_SUCH_SIZE: _("Give a number of pairs from 1 to 2,000."),
}
VERBS = {
    "sample asked for": _("asked for a sample"),
    "sample size chosen": _("chose the size of a sample"),
    "sample drawn": _("drew a sample"),
    "sample failed": _("could not draw a sample"),
    "sample closed": _("closed a sample"),
    "seat taken": _("began to answer as a coder"),
    "seat left": _("freed the seat of a coder"),
    "answers given": _("took up answers to a sample"),
}
ANSWERS = {
    Answer.ADVANCES: _("advances it"),
    Answer.CONTRADICTS: _("contradicts it"),
    Answer.NEITHER: _("neither"),
    Answer.CANNOT_TELL: _("cannot tell"),
}
ANSWERS_ASK = {
    Answer.ADVANCES: _("helps to keep the promise"),
    Answer.CONTRADICTS: _("works against it"),
    Answer.NEITHER: _("has nothing to do with it"),
    Answer.CANNOT_TELL: _("what stands here does not decide it"),
}
STANDINGS = {
    Standing.TAGGED: _("tagged in the file"),
    Standing.LINKED: _("linked by the machine"),
    Standing.PLAUSIBLE: _("plausible to the machine"),
    Standing.NO_LINK: _("without a link"),
}
STATES = {
    StoredSample.State.PLANNING: _("being planned"),
    StoredSample.State.PLANNED: _("waits for its size"),
    StoredSample.State.DRAWING: _("being drawn"),
    StoredSample.State.OPEN: _("open"),
    StoredSample.State.CLOSED: _("closed"),
    StoredSample.State.FAILED: _("failed"),
}
RULES = {
    "publish": _("the answers may be published"),
    "tentative": _("the answers are tentative"),
    "re-rate": _("the pairs should be rated again, with a clearer wording of the promise"),
    "undecidable": _("nothing can be said of agreement yet"),
}
NOT_RECKONED = _("Nobody can tell yet: it is reckoned together with the figures above.")
NO_AGREEMENT = {
    NOBODY_TWICE: _("No pair was answered by both yet."),
    NO_VARIATION: _(
        "Both gave one and the same answer throughout: whether they agree beyond chance, "
        "nobody can tell from that."
    ),
}

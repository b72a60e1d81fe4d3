"""How do pages say where a decision stands, what its test comes to, and what people did to it?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.web.sentences_kinds import Said as Words
from northing.stages.decide.purpose_test.facts import Act, Result, Said, State

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

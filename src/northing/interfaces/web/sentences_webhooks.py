"""How do pages say what another system is told, and why it heard nothing?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.webhooks import facts
from northing.interfaces.webhooks.facts import TEST

EVENTS = {
    "audit.asked-for": _("an audit is asked for"),
    "audit.done": _("an audit is ready"),
    "audit.failed": _("an audit came to nothing"),
    "audit.issued": _("an audit is issued"),
    "audit.set-aside": _("an audit is set aside"),
    "opinion.given": _("a reviewer gives an opinion"),
    "finding.followed-up": _("what is done about a finding changes"),
    "finding.answered": _("a finding is answered"),
    "import.handed-in": _("a file is handed in"),
    "import.done": _("a file is read"),
    "import.refused": _("a file is refused"),
    "import.undone": _("an import is undone"),
    "record.typed-in": _("a record is typed in"),
    "record.changed": _("a typed record is changed"),
    "record.withdrawn": _("a typed record is withdrawn"),
    "link.corrected": _("a link is corrected"),
    "mission.approved": _("a mission is approved"),
    "commitment.added": _("a commitment is added"),
    "commitment.changed": _("a commitment is changed"),
    "commitment.ended": _("a commitment ends"),
    "sample.drawn": _("a sample is drawn"),
    "sample.closed": _("a sample is closed"),
    "decision.submitted": _("a decision is submitted"),
    "decision.accepted": _("a decision is accepted"),
    "decision.overridden": _("a decision is taken against its test or its signers"),
    "decision.rejected": _("a decision is rejected"),
    "decision.expired": _("a decision runs out of time"),
    "decision.review-overdue": _("a decision was not looked at again on its day"),
}
ALL_EVENTS = EVENTS | {TEST: _("somebody tries the address")}
FAILURES = {
    facts.NO_ADDRESS: _("This is no address. Write it as https://example.org/hear."),
    facts.NOT_SAFE: _("An address begins with https://, so that nobody reads along on the way."),
    facts.HAS_PASSWORD: _(
        "Take the name and the password out of the address: messages are signed instead."
    ),
    facts.UNKNOWN_HOST: _("There is no host of this name. Look at how it is written."),
    facts.LOCAL: _(
        "This address lies in the network this installation stands in, and nothing is sent there. "
        "Whoever runs the installation can open it."
    ),
    facts.NOT_REACHED: _("nobody is there"),
    facts.BAD_CERTIFICATE: _("its certificate is not trusted"),
    facts.TOO_SLOW: _("it took longer than ten seconds"),
    facts.NO_HTTP: _("what came back is no answer"),
    facts.KEY_LOST: _("its secret cannot be opened any more"),
}
STOPPED = {
    facts.A_DAY: _(
        "It took no message for a whole day, so nothing more is sent. What happened since waits: "
        "see to the receiver, then go on."
    ),
    facts.GONE: _("It said that it is gone for good (410), so nothing more is sent."),
    facts.BY_HAND: _("Somebody stopped it. What happened since waits."),
    facts.KEY_LOST: _(
        "The installation has another key by now and cannot open the secret. Draw a new one, hand "
        "it to the receiver, then go on."
    ),
}
_MOST = _("Twenty webhooks are enough for one organisation. Remove one that is not needed.")
REFUSALS = {
    facts.HOOKS_ARE_MANY: _MOST,
    **{word: FAILURES[word] for word in (
        facts.NO_ADDRESS, facts.NOT_SAFE, facts.HAS_PASSWORD, facts.UNKNOWN_HOST, facts.LOCAL,
    )},
}  # fmt: skip
VERBS = {
    "webhook made": _("had another system told of events"),
    "webhook changed": _("changed what another system is told"),
    "webhook secret drawn": _("drew a new secret for a webhook"),
    "webhook stopped": _("stopped telling another system"),
    "webhook resumed": _("went on telling another system"),
    "webhook removed": _("removed a webhook"),
    "webhook gave up": _("gave up telling another system"),
}

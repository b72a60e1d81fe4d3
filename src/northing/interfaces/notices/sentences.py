"""In which words is somebody told that something is due? That it is, never what it says.

No text of a record or a finding, and nobody's name: letters lie on servers of others.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.notices.kinds import Kind

NAMES = {
    Kind.ASSIGNED: _("You are to answer for a finding"),
    Kind.REPLY_DUE: _("A finding you answer for is due"),
    Kind.AUDIT_DUE: _("A finding waits to be audited again"),
    Kind.SAMPLE: _("A sample waits to be verified"),
    Kind.READY: _("An audit is done"),
    Kind.FAILED: _("An audit failed"),
    Kind.ISSUED: _("An audit is issued"),
    Kind.REFUSED: _("A file you handed in could not be read whole"),
    Kind.PUBLICATION: _("An audit will be issued by its rule"),
    Kind.OPINION: _("An audit waits for your opinion"),
    Kind.OWN_END: _("Your membership ends soon"),
    Kind.OTHERS_END: _("The membership of somebody ends soon"),
    Kind.SIGN: _("A decision waits for your word"),
    Kind.SIGN_SOON: _("The time to sign a decision is short"),
    Kind.CHANGES: _("A decision you wrote came back"),
    Kind.DECIDED: _("A decision you wrote came out"),
    Kind.REVIEW: _("A decision is to be looked at again"),
    Kind.CONDITION: _("A condition of a decision is due"),
}
"""What a kind is called: on the page of wishes, and in a subject."""

LINES = {
    Kind.ASSIGNED: _("You are to answer for a finding. Read it, and say what you will do."),
    Kind.REPLY_DUE: _("A finding you answer for is due on %(day)s."),
    Kind.AUDIT_DUE: _(
        "What was done about a finding was to be audited again by %(day)s. Only an audit can say "
        "that a finding is gone."
    ),
    Kind.SAMPLE: _("A sample has a free seat: records wait to be judged by a person."),
    Kind.READY: _("Audit %(number)s is done and can be read."),
    Kind.FAILED: _("Audit %(number)s failed. Its page says why, and what to do."),
    Kind.ISSUED: _("Audit %(number)s is issued."),
    Kind.REFUSED: _("A file you handed in could not be read. Its page says why, and what to do."),
    Kind.PUBLICATION: _("By its rule, audit %(number)s is issued on %(day)s."),
    Kind.OPINION: _("Audit %(number)s is done; your opinion would be printed with it."),
    Kind.OWN_END: _("Your membership ends on %(day)s."),
    Kind.OTHERS_END: _("The membership of somebody ends on %(day)s."),
    Kind.SIGN: _("Decision %(number)s waits for your word until %(day)s."),
    Kind.SIGN_SOON: _("Decision %(number)s waits for your word; its time ends on %(day)s."),
    Kind.CHANGES: _("Somebody asks for changes to decision %(number)s, which you wrote."),
    Kind.DECIDED: _("What becomes of decision %(number)s, which you wrote, is settled."),
    Kind.REVIEW: _("Decision %(number)s is to be looked at again on %(day)s."),
    Kind.CONDITION: _("A condition you answer for, of decision %(number)s, is due on %(day)s."),
}
LATE = {
    Kind.REPLY_DUE: _("A finding you answer for was due on %(day)s."),
    Kind.REVIEW: _("Decision %(number)s was to be looked at again on %(day)s."),
    Kind.CONDITION: _("A condition you answer for, of decision %(number)s, was due on %(day)s."),
}
"""Once the day is past."""
MINE = _("You sit at a sample, and %(number)s pairs wait for your answer.")
"""Instead of the free seat, where it is one's own."""
SOME_LINES = _("%(number)s lines of a file you handed in could not be read.")
"""Instead of the whole file, where it is read but for some lines."""

"""How do pages say roles, refusals and events in the reader's language?

What is stored and hashed stays in English; here it becomes a sentence.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.foundations.people import refusals
from northing.foundations.people.access import Role
from northing.interfaces.web import (
    sentences_audits,
    sentences_clarify,
    sentences_findings,
    sentences_guided,
    sentences_notices,
    sentences_plans,
    sentences_purpose,
    sentences_ready,
    sentences_records,
    sentences_verify,
    sentences_webhooks,
)

ROLES = {
    Role.OWNER: _("owner"),
    Role.PURPOSE_OFFICER: _("purpose officer"),
    Role.LEADER: _("leader"),
    Role.MANAGER: _("manager"),
    Role.CHAMPION: _("champion"),
    Role.MEMBER: _("member"),
    Role.AUDITOR: _("outside auditor"),
    Role.CONSULTANT: _("consultant"),
}
REFUSALS = {
    refusals.OPEN_ALREADY: _(
        "This address has an open invitation. Withdraw that one first to send another."
    ),
    refusals.MEMBER_ALREADY: _("This person is a member already."),
    refusals.NEEDS_END: _("An outside auditor looks in until a day. Give that day."),
    refusals.END_IS_PAST: _("This day is over. Give a day to come."),
    refusals.END_IS_FAR: _("A token holds for a year at most. Give an earlier day."),
    refusals.TOKENS_ARE_MANY: _(
        "You have fifty tokens that still open something. Revoke one that is not used any more."
    ),
    refusals.LAST_OWNER: _(
        "This is the last owner. Make somebody else an owner first; then nobody is locked out."
    ),
    refusals.CHANGED_MEANWHILE: _(
        "Somebody changed this meanwhile; nothing was overwritten. Look at it again."
    ),
    refusals.OTHER_ADDRESS: _(
        "This invitation is for another address. Sign in with the address it was sent to."
    ),
    refusals.ADDRESS_TAKEN: _("This address has an account. Sign in, then open the link again."),
    refusals.LINK_IS_SPENT: _(
        "This link was used, withdrawn or is too old. Ask whoever sent it for another."
    ),
    refusals.NOT_VERIFIED: _(
        "Your provider has not verified your e-mail address. Have it verified there, then sign in "
        "again."
    ),
    refusals.OTHER_DOMAIN: _(
        "This provider does not speak for your e-mail address. Sign in with the address of your "
        "organisation."
    ),
    refusals.NOT_ASKED_IN: _(
        "Nobody has invited your e-mail address yet. Ask an owner of your organisation for an "
        "invitation, then sign in again."
    ),
    refusals.OTHER_ISSUER: _(
        "What came back is not from the provider that was asked. Tell whoever runs this "
        "installation; nobody was signed in."
    ),
    refusals.NOT_VOUCHED: _(
        "Your provider did not say who you are: it was cancelled there, took too long, or this "
        "answer was used before. Sign in again."
    ),
    refusals.PROVIDER_IS_ILL: _(
        "Your provider does not answer as it should. Wait a moment and sign in again; if it goes "
        "on, tell whoever runs this installation."
    ),
    refusals.UNIT_EXISTS: _("There is a unit of this name here already."),
    refusals.UNIT_IN_USE: _(
        "People or other units belong to this unit, or did. Move those that do; "
        "a unit that people belonged to stays, so that what they did keeps its place."
    ),
    refusals.UNIT_BELOW_ITSELF: _("A unit cannot belong to itself or to a unit below it."),
    **sentences_clarify.REFUSALS,
    **sentences_audits.REFUSALS,
    **sentences_records.REFUSALS,
    **sentences_verify.REFUSALS,
    **sentences_findings.REFUSALS,
    **sentences_notices.REFUSALS,
    **sentences_plans.REFUSALS,
    **sentences_purpose.REFUSALS,
    **sentences_webhooks.REFUSALS,
}
VERBS = {
    "organisation founded": _("founded the organisation"),
    "organisation renamed": _("renamed the organisation"),
    "second factor asked for": _("asked everybody for a second factor"),
    "second factor left to everybody": _("left a second factor to everybody"),
    "invitation sent": _("invited somebody"),
    "invitation withdrawn": _("withdrew an invitation"),
    "member joined": _("joined"),
    "member changed": _("changed a member"),
    "member left": _("ended a membership"),
    "token made": _("made a token for a program"),
    "token revoked": _("revoked a token"),
    "unit added": _("added a unit"),
    "unit changed": _("changed a unit"),
    "unit removed": _("removed a unit"),
    "example made": _("made the example"),
    "list taken along": _("took a list along"),
    "organisation taken along": _("took the whole organisation along"),
    "organisation taken in": _("took the organisation in from an archive"),
    **sentences_clarify.VERBS,
    **sentences_audits.VERBS,
    **sentences_records.VERBS,
    **sentences_verify.VERBS,
    **sentences_findings.VERBS,
    **sentences_guided.VERBS,
    **sentences_notices.VERBS,
    **sentences_ready.VERBS,
    **sentences_plans.VERBS,
    **sentences_purpose.VERBS,
    **sentences_webhooks.VERBS,
}

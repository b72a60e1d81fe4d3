"""How do pages say what people hear of, how soon, and what went wrong on the way?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from northing.interfaces.notices import troubles
from northing.interfaces.notices.kinds import Channel, Rhythm

RHYTHMS = {
    Rhythm.AT_ONCE: _("at once"),
    Rhythm.DAILY: _("once a day"),
    Rhythm.WEEKLY: _("once a week"),
    Rhythm.NEVER: _("never"),
}
CHANNELS = {Channel.MAIL: _("by e-mail"), Channel.CHAT: _("in your chat")}
REFUSALS = {
    troubles.UNKNOWN_CHAT: _(
        "This is no address of a chat that Northing can write to. Copy the address of an incoming "
        "webhook from your chat, or write it as it stands in the list of services."
    ),
    troubles.CHAT_IS_SILENT: _("It could not be looked at in time. Try again in a minute."),
}
TROUBLES = {
    troubles.NO_SERVER: _("the mail server did not answer, or would not take it from us"),
    troubles.NO_ADDRESS: _("the mail server says that there is no such address"),
    troubles.NOT_TAKEN: _("the chat did not take it"),
    troubles.CHAT_IS_SILENT: _("the chat did not answer in time"),
    troubles.LOCAL_CHAT: _(
        "the address of the chat leads into the network this installation stands in, and whoever "
        "runs it has not opened that"
    ),
    troubles.UNKNOWN_CHAT: _("the address of the chat is none that Northing can write to"),
    troubles.KEY_LOST: _(
        "the secret of this installation was changed: give the chat's address again"
    ),
    troubles.UNFORESEEN: _(
        "an error that nobody foresaw: whoever runs the installation finds the reason in its log"
    ),
}
VERBS = {
    "notices chosen": _("chose what to hear of"),
    "notices ended": _("ended notices by a link in one of them"),
    "chat given": _("gave the address of a chat"),
    "chat removed": _("removed the address of a chat"),
    "address trusted again": _("said that letters arrive again"),
    "calendar made": _("made the address of a calendar"),
    "calendar revoked": _("revoked the address of a calendar"),
}

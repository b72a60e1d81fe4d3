"""What does a message say, in its reader's language?"""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import ngettext, override

from northing.foundations.people.models import Member
from northing.interfaces.notices import signing
from northing.interfaces.notices.facts import Due, Letter
from northing.interfaces.notices.kinds import Channel, Kind
from northing.interfaces.notices.models import Message, Wishes
from northing.interfaces.notices.sentences import LATE, LINES, MINE, NAMES, SOME_LINES

A_DAY = "DATE_FORMAT"


def letter_of(message: Message, wishes: Wishes, dues: list[Due]) -> Letter:
    member, channel = message.member, Channel(message.channel)
    with override(wishes.language):
        context = {
            "organisation": _name_of(member),
            "subject": subject_of(member, dues),
            "language": wishes.language,
            "lines": [{"said": said_of(one), "address": address_of(one)} for one in dues],
            "wishes": absolute(reverse("notices", args=[member.organisation_id])),
            "stop": absolute(reverse("notices_stop", args=[signing.token_of(member, channel)])),
        }
        template = "message" if channel is Channel.MAIL else "chat"
        return Letter(
            subject=str(context["subject"]),
            text=render_to_string(f"notices/{template}.txt", context),
            html=render_to_string("notices/message.html", context),
            stop_address=str(context["stop"]),
        )


def subject_of(member: Member, dues: list[Due]) -> str:
    """The organisation and a kind, or a number of them; in one line, whatever its name holds."""
    if len({one.kind for one in dues}) == 1:
        return f"{_name_of(member)}: {NAMES[dues[0].kind]}"
    said = ngettext("%(count)s thing waits for you", "%(count)s things wait for you", len(dues))
    return f"{_name_of(member)}: {said % {'count': len(dues)}}"


def _name_of(member: Member) -> str:
    return " ".join(member.organisation.name.split())


def said_of(due: Due) -> str:
    """The sentence, with its day and its number."""
    day = date_format(due.day, A_DAY) if due.day else ""
    sentence = str(LINES[due.kind])
    if due.kind is Kind.SAMPLE and due.period:
        sentence = str(MINE)
    elif due.kind is Kind.REFUSED and due.number:
        sentence = str(SOME_LINES)
    elif due.kind in LATE and due.period.endswith("late"):
        sentence = str(LATE[due.kind])
    return sentence % {"day": day, "number": due.number}


def address_of(due: Due) -> str:
    named = [due.member.organisation_id, *([due.row] if due.row else [])]
    return absolute(reverse(due.page, args=named))


def absolute(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"

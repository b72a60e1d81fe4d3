"""How is one message handed to a mail server or a chat, and what does their refusal mean?"""

from __future__ import annotations

import re
import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from northing.interfaces.notices import chatting, troubles
from northing.interfaces.notices.facts import Letter, NotDelivered
from northing.interfaces.notices.kinds import Channel
from northing.interfaces.notices.models import Message, Wishes
from northing.interfaces.webhooks.sealing import KeyLost, unseal

FINAL = range(500, 600)
ENHANCED = re.compile(rb"^\s*5\.(\d{1,3})\.(\d{1,3})\b")
OF_THE_ADDRESS = (b"1", b"2")
"""Subjects of enhanced codes (RFC 3463) that speak of an address or a mailbox."""
OF_OURSELVES = (503, 521, 530, 535, 554)
"""Without an enhanced code these speak of the server or of us, not of whom we write to."""


def send(message: Message, wishes: Wishes, letter: Letter) -> None:
    """Raises NotDelivered."""
    if message.channel == Channel.MAIL:
        _mail(message, letter)
    else:
        _chat(wishes, letter)


def _mail(message: Message, letter: Letter) -> None:
    headers = {
        "Message-ID": f"<{message.id}@{_host()}>",
        "List-Unsubscribe": f"<{letter.stop_address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",  # RFC 3834: no vacation answers to us
    }
    to = message.member.person.email
    mail = EmailMultiAlternatives(letter.subject, letter.text, None, [to], headers=headers)
    mail.attach_alternative(letter.html, "text/html")
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()), (0, b""))
        is_final = speaks_of_the_address(code, said)
        trouble = troubles.NO_ADDRESS if is_final else troubles.NO_SERVER
        raise NotDelivered(trouble, is_final=is_final, code=code) from error
    except OSError as error:  # of which all others of smtplib are kinds
        raise NotDelivered(troubles.NO_SERVER) from error


def speaks_of_the_address(code: int, said: bytes) -> bool:
    """Whether a refusal is for good and means this address, and not our server or its rules."""
    if code not in FINAL:
        return False
    found = ENHANCED.match(said)
    if found:
        return found[1] in OF_THE_ADDRESS
    return code not in OF_OURSELVES


def _host() -> str:
    return settings.PUBLIC_ADDRESS.partition("://")[2].partition(":")[0]


def _chat(wishes: Wishes, letter: Letter) -> None:
    try:
        address = unseal(wishes.chat)
    except KeyLost as error:
        raise NotDelivered(troubles.KEY_LOST, is_final=True) from error
    answer = chatting.say(address, letter.subject, letter.text)
    if answer.trouble:
        raise NotDelivered(answer.trouble, is_final=answer.trouble in chatting.FOR_GOOD)

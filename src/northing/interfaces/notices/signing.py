"""How does a letter carry the right to end what it is one of, and no other right?"""

from __future__ import annotations

from uuid import UUID

from django.core import signing

from northing.foundations.people.models import Member
from northing.interfaces.notices.kinds import Channel

SALT = "northing.notices.stop"


def token_of(member: Member, channel: Channel) -> str:
    """It does not expire: somebody may want to hear no more after years. Always the same one."""
    return signing.Signer(salt=SALT).sign_object([member.id.hex, str(channel)])


def meant_by(token: str) -> tuple[UUID, Channel] | None:
    """The member and the way; None where nobody of ours signed this."""
    try:
        member, channel = signing.Signer(salt=SALT).unsign_object(token)
        return UUID(member), Channel(channel)
    except (signing.BadSignature, ValueError, TypeError):
        return None

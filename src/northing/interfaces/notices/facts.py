"""What is one thing that is due, and what is said of it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northing.foundations.people.models import Member
from northing.interfaces.notices.kinds import Kind

Key = tuple[str, UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that is due for one member: on what, until when, and on which page."""

    kind: Kind
    subject: UUID
    member: Member
    page: str
    row: UUID | None = None
    period: str = ""
    day: date | None = None
    number: int = 0

    @property
    def key(self) -> Key:
        return (str(self.kind), self.subject, self.period)


class NotDelivered(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """It was not taken. `is_final`: the address is none, and never will be."""

    def __init__(self, trouble: str, *, is_final: bool = False, code: int = 0) -> None:
        super().__init__(trouble)
        self.trouble, self.is_final, self.code = trouble, is_final, code


@dataclass(frozen=True, slots=True)
class Letter:
    """What is said, ready to be sent."""

    subject: str
    text: str
    html: str
    stop_address: str

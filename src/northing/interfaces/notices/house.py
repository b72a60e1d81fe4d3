"""Who is in an organisation at one moment, and who of them may hear of a thing that is due?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from northing.foundations.people import store as people
from northing.foundations.people.access import Role
from northing.foundations.people.models import Member, Organisation
from northing.interfaces.notices.kinds import KINDS, Kind

SOON = timedelta(days=7)
NEWS = timedelta(days=14)
"""What happened longer ago is no news. Longer than a week's gathering and a day of retries."""


@dataclass(frozen=True)
class House:
    """One organisation at one moment, and who is in it: everybody, or one member alone."""

    organisation: Organisation
    at: datetime
    only: Member | None = None
    early: timedelta = timedelta()
    members: dict[UUID, Member] = field(init=False)

    def __post_init__(self) -> None:
        rows = people.in_force(self.on).filter(organisation=self.organisation)
        if self.only:
            rows = rows.filter(id=self.only.id)
        object.__setattr__(self, "members", {one.id: one for one in rows.order_by("id")})

    @property
    def on(self) -> date:
        return self.at.date()

    def is_near(self, day: date, near: timedelta) -> bool:
        return day - self.on <= near + self.early

    def who_may(self, kind: Kind) -> list[Member]:
        return [one for one in self.members.values() if KINDS[kind].lets(Role(one.role))]

    def owner(self, kind: Kind, member: UUID | None) -> list[Member]:
        """The member meant, or nobody: they left, or the right was taken from them."""
        found = self.members.get(member) if member else None
        return [found] if found and KINDS[kind].lets(Role(found.role)) else []

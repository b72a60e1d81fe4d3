"""What was done last to something, as far as one member may know it?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from northing.foundations.people import store
from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.models import Member
from northing.foundations.trail.store import newest_of


@dataclass(frozen=True, slots=True)
class Change:
    """When it was; what was done, in a verb of the trail, to which parts where it names them, and
    by whom, for who may read the trail. Without a name it was the installation, or somebody who
    was erased.
    """

    at: datetime
    verb: str | None = None
    by: str | None = None
    parts: tuple[str, ...] = ()


def rows_in(named: Mapping[str, object]) -> frozenset[UUID]:
    """The rows that the parts of an address name; the organisation itself is none of them."""
    found = (_id(one) for name, one in named.items() if name != "organisation")
    return frozenset(one for one in found if one)


def last_change(
    subjects: Collection[UUID], *, told_to: Member, may_read: bool = True
) -> Change | None:
    """The newest entry on any of these; who did something oneself may know that it was oneself.

    `may_read` is False where a door lets less through than the member's role.
    """
    event = newest_of(told_to.organisation_id, subjects)
    if event is None:
        return None
    is_told = may_read and opens(Role(told_to.role), Action.TRAIL, Wish.SEE)
    if not is_told and event.actor != told_to.person_id:
        return Change(event.at)
    name = store.names([event.actor]).get(event.actor) if event.actor else None
    parts = str(event.details.get("changed", ""))
    return Change(event.at, event.verb, name, tuple(parts.split(", ")) if parts else ())


def _id(part: object) -> UUID | None:
    try:
        return UUID(str(part))
    except ValueError:
        return None

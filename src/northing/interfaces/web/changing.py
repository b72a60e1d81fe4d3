"""How does a page say what somebody else did meanwhile to what is being changed on it?

The door of a page notes which rows its address names; whoever refuses there need not know of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from northing.foundations.people.changes import Change, last_change, rows_in
from northing.foundations.people.models import Member
from northing.interfaces.web.sentences import VERBS

_Looks = tuple[Member, frozenset[UUID]]
_looks: ContextVar[_Looks | None] = ContextVar("looks", default=None)


@contextmanager
def looking_at(member: Member, named: Mapping[str, Any]) -> Iterator[None]:
    """Within it this member looks at the rows an address names."""
    before = _looks.set((member, rows_in(named)))
    try:
        yield
    finally:
        _looks.reset(before)


def changed_said(rows: frozenset[UUID] = frozenset()) -> str:
    """Who did what last to these, or to what the address names, and when; as far as the reader
    may know, and nothing where the address names nothing of its own."""
    looks = _looks.get()
    if looks is None:
        return ""
    member, named = looks
    change = last_change(rows or named, told_to=member)
    return _told(change) if change else ""


def _told(change: Change) -> str:
    at = _("%(when)s (UTC)") % {"when": date_format(change.at, "DATETIME_FORMAT")}
    if change.verb is None:
        return _("It was changed last on %(when)s.") % {"when": at}
    return _("The last change: %(who)s %(what)s, %(when)s.") % {
        "who": change.by or _("The installation, or an erased person,"),
        "what": VERBS.get(change.verb, change.verb),
        "when": at,
    }

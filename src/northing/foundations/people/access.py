"""Who may do what?

One table, read by every page: for each role and each action one answer. `yes` sees and changes,
`read only` sees, `own unit` sees and changes what belongs to one's unit and the units below it,
`no` does neither.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in one organisation."""

    OWNER = "owner"
    PURPOSE_OFFICER = "purpose officer"
    LEADER = "leader"
    MANAGER = "manager"
    CHAMPION = "champion"
    MEMBER = "member"
    AUDITOR = "outside auditor"
    CONSULTANT = "consultant"


class Action(StrEnum):
    """What can be seen or changed."""

    ORGANISATION = "organisation"
    UNITS = "units"
    MEMBERS = "members and invitations"
    TRAIL = "trail"
    MISSION = "mission and commitments"
    RECORDS = "records and imports"
    AUDITS = "audits before they are issued"
    ISSUED = "issued audits"
    FINDINGS = "replies to findings"
    LABELS = "verification"
    OPINION = "reviewer's opinion"
    PRIORITIES = "priorities"
    BUDGETS = "budgets"
    DECISIONS = "decisions and trade-offs"
    DECIDE = "decisions of one's own"
    SIGN = "signing where asked"
    OVERRIDE = "overriding a purpose test"
    FILTERS = "filters of the purpose test"
    NOTICES = "notices of one's own"
    REPLY = "replying to findings one answers for"


class Answer(StrEnum):
    """What the table may say."""

    YES = "yes"
    READ_ONLY = "read only"
    OWN_UNIT = "own unit"
    NO = "no"


class Wish(StrEnum):
    """Whether somebody looks or alters."""

    SEE = "see"
    CHANGE = "change"


_LETTERS = {"y": Answer.YES, "r": Answer.READ_ONLY, "u": Answer.OWN_UNIT, "-": Answer.NO}
# In the order of `Action`: organisation, units, members, trail; mission, records, audits, issued;
# findings, labels, opinion; priorities, budgets; decisions, decide, sign, override, filters;
# notices, reply.
_ROWS = {
    Role.OWNER: "yyyr yyyy yyr yy ryyyy yy",
    Role.PURPOSE_OFFICER: "ryyr yyyy yyr yy ryy-y yy",
    Role.LEADER: "rrur rrrr y-r yy ryyyr yy",
    Role.MANAGER: "rru- rr-r r-r yr ryy-r yy",
    Role.CHAMPION: "rr-- rr-r ryr y- ryy-r yy",
    Role.MEMBER: "rr-- r--r r-r -- ryy-r yy",
    Role.AUDITOR: "rrrr rrrr rry rr r---r yr",
    Role.CONSULTANT: "rrr- yyyr yyr yy ry--r yy",
}
TABLE = {
    (role, action): _LETTERS[letter]
    for role, row in _ROWS.items()
    for action, letter in zip(Action, row.replace(" ", ""), strict=True)
}

GRANTS = {
    Role.OWNER: frozenset(Role),
    Role.PURPOSE_OFFICER: frozenset(Role) - {Role.OWNER, Role.PURPOSE_OFFICER},
    Role.LEADER: frozenset({Role.MANAGER, Role.CHAMPION, Role.MEMBER}),
    Role.MANAGER: frozenset({Role.CHAMPION, Role.MEMBER}),
}
"""Which roles somebody may give, take or alter. Nobody raises a person to above themselves."""

ENDS = frozenset({Role.AUDITOR})
"""Roles that are held until a day: whoever looks from outside does not stay by oversight."""


def allows(role: Role, action: Action, wish: Wish, *, is_own_unit: bool = False) -> bool:
    """What the table says to one wish. `is_own_unit`: it concerns one's unit or one below it."""
    answer = TABLE[role, action]
    if answer is Answer.OWN_UNIT:
        return is_own_unit
    return answer is Answer.YES or (answer is Answer.READ_ONLY and wish is Wish.SEE)


def opens(role: Role, action: Action, wish: Wish) -> bool:
    """Whether there is anything at all behind this door; which rows, `allows` says of each."""
    return allows(role, action, wish, is_own_unit=True)


def may_grant(giver: Role, given: Role) -> bool:
    """Whether somebody may give this role, take it away, or alter a member who holds it."""
    return given in GRANTS.get(giver, frozenset())


def is_in_force(*, until: date | None, on: date) -> bool:
    """A membership holds through its last day."""
    return until is None or on <= until

"""Does the table of access say what the pages print, for every role, action and wish?"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from northing.foundations.people.access import (
    ENDS,
    GRANTS,
    TABLE,
    Action,
    Answer,
    Role,
    Wish,
    allows,
    is_in_force,
    may_grant,
    opens,
)  # fmt: skip

DRAWN = """
                 organisation  units      members    trail      mission    records    audits     issued     findings   labels     opinion     priorities  budgets    decisions  decide     sign       override   filters            notices  reply
owner            yes           yes        yes        read only  yes        yes        yes        yes        yes        yes        read only   yes         yes        read only  yes        yes        yes        yes                yes      yes
purpose officer  read only     yes        yes        read only  yes        yes        yes        yes        yes        yes        read only   yes         yes        read only  yes        yes        no         yes                yes      yes
leader           read only     read only  own unit   read only  read only  read only  read only  read only  yes        no         read only   yes         yes        read only  yes        yes        yes        read only          yes      yes
manager          read only     read only  own unit   no         read only  read only  no         read only  read only  no         read only   yes         read only  read only  yes        yes        no         read only          yes      yes
champion         read only     read only  no         no         read only  read only  no         read only  read only  yes        read only   yes         no         read only  yes        yes        no         read only          yes      yes
member           read only     read only  no         no         read only  no         no         read only  read only  no         read only   no          no         read only  yes        yes        no         read only          yes      yes
outside auditor  read only     read only  read only  read only  read only  read only  read only  read only  read only  read only  yes         read only   read only  read only  no         no         no         read only          yes      read only
consultant       read only     read only  read only  no         yes        yes        yes        read only  yes        yes        read only   yes         yes        read only  yes        no         no         read only          yes      yes
"""  # noqa: E501 - a table is read across
SAYS = {
    (Answer.YES, Wish.SEE): (True, True),
    (Answer.YES, Wish.CHANGE): (True, True),
    (Answer.READ_ONLY, Wish.SEE): (True, True),
    (Answer.READ_ONLY, Wish.CHANGE): (False, False),
    (Answer.OWN_UNIT, Wish.SEE): (False, True),
    (Answer.OWN_UNIT, Wish.CHANGE): (False, True),
    (Answer.NO, Wish.SEE): (False, False),
    (Answer.NO, Wish.CHANGE): (False, False),
}


def drawn():
    for line in DRAWN.strip().splitlines()[1:]:
        role, *answers = [one.strip() for one in line.split("  ") if one.strip()]
        yield from ((Role(role), action, a) for action, a in zip(Action, answers, strict=True))


def test_the_table_is_the_drawn_one():
    assert {(role, action): Answer(answer) for role, action, answer in drawn()} == TABLE
    assert set(TABLE) == set(product(Role, Action))


@pytest.mark.parametrize(("role", "action", "wish"), list(product(Role, Action, Wish)))
def test_every_answer_holds_within_and_beyond_the_own_unit(role, action, wish):
    beyond, within = SAYS[TABLE[role, action], wish]
    assert allows(role, action, wish) is beyond
    assert allows(role, action, wish, is_own_unit=True) is within
    assert opens(role, action, wish) is within


def test_nobody_rewrites_the_trail_and_who_looks_from_outside_changes_nothing():
    assert not [role for role in Role if opens(role, Action.TRAIL, Wish.CHANGE)]
    written = [one for one in Action if opens(Role.AUDITOR, one, Wish.CHANGE)]
    # The one thing an independent reviewer is there to say; and of what they themselves hear.
    assert written == [Action.OPINION, Action.NOTICES]
    assert Role.AUDITOR in ENDS


def test_nobody_gives_a_role_above_their_own():
    assert {role for role in Role if may_grant(role, Role.OWNER)} == {Role.OWNER}
    for giver in set(GRANTS) - {Role.OWNER}:
        assert not may_grant(giver, giver)
    for giver in Role:
        changes = opens(giver, Action.MEMBERS, Wish.CHANGE)
        assert changes is any(may_grant(giver, given) for given in Role)


def test_a_membership_holds_through_its_last_day():
    may = date(2026, 5, 31)
    assert is_in_force(until=None, on=may)
    assert is_in_force(until=may, on=may)
    assert not is_in_force(until=may, on=date(2026, 6, 1))

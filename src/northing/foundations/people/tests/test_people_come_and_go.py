"""How does somebody come in, change and leave, and what is refused on the way?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from northing.foundations.people import invitations, members, refusals, store, units
from northing.foundations.people.access import Role
from northing.foundations.people.invitations import LASTS, Place
from northing.foundations.people.models import Invitation, Member, Unit
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.people.tests.make import (
    NOON,
    make_member,
    make_organisation,
    make_person,
    make_unit,
)  # fmt: skip
from northing.foundations.trail import store as trail
from northing.foundations.trail.rules.chain import first_break

pytestmark = [pytest.mark.database, pytest.mark.django_db]
MEMBER = Place(Role.MEMBER)


def refusal(call, *arguments, **named):
    with pytest.raises(Refused) as found:
        call(*arguments, **named)
    return found.value.code


def verbs(member):
    return [entry.event.verb for entry in trail.entries(member.organisation_id)]


def test_an_invitation_opens_once_and_leaves_a_trail():
    amina, bruno = make_organisation(), make_person("Bruno")
    token = invitations.invite(" Bruno@Example.org ", MEMBER, by=amina, at=NOON)
    assert not Invitation.objects.filter(token_sha256=token).exists()
    joined = invitations.accept(token, bruno, at=NOON)
    assert (joined.organisation, joined.role) == (amina.organisation, Role.MEMBER)
    assert refusal(invitations.accept, token, bruno, at=NOON) == refusals.LINK_IS_SPENT
    assert verbs(amina) == [
        "organisation founded", "member joined", "invitation sent", "member joined",
    ]  # fmt: skip
    assert first_break(trail.entries(amina.organisation_id)) is None


def test_a_link_is_for_one_address_and_fourteen_days():
    amina, chiara = make_organisation(), make_person("Chiara")
    token = invitations.invite("bruno@example.org", MEMBER, by=amina, at=NOON)
    assert refusal(invitations.accept, token, chiara, at=NOON) == refusals.OTHER_ADDRESS
    assert store.open_invitation(token, at=NOON + LASTS - timedelta(seconds=1))
    bruno = make_person("Bruno")
    assert refusal(invitations.accept, token, bruno, at=NOON + LASTS) == refusals.LINK_IS_SPENT
    again = invitations.invite("bruno@example.org", MEMBER, by=amina, at=NOON + LASTS)
    assert invitations.accept(again, bruno, at=NOON + LASTS)


def test_nobody_is_invited_twice():
    amina = make_organisation()
    make_member(amina, "Bruno")
    invite = invitations.invite
    assert refusal(invite, "bruno@example.org", MEMBER, by=amina, at=NOON) == "member already"
    invite("daan@example.org", MEMBER, by=amina, at=NOON)
    assert refusal(invite, "DAAN@example.org", MEMBER, by=amina, at=NOON) == "open already"


def test_a_withdrawn_link_opens_nothing():
    amina = make_organisation()
    token = invitations.invite("bruno@example.org", MEMBER, by=amina, at=NOON)
    for _ in range(2):
        invitations.withdraw(Invitation.objects.get(email="bruno@example.org"), by=amina, at=NOON)
    assert store.open_invitation(token, at=NOON) is None
    assert verbs(amina).count("invitation withdrawn") == 1


def test_a_newer_set_up_link_closes_the_older():
    older = invitations.invite_founder(at=NOON)
    newer = invitations.invite_founder(at=NOON)
    assert store.open_invitation(older, at=NOON) is None
    assert store.open_invitation(newer, at=NOON)


def test_an_outside_auditor_needs_a_day_to_come_and_is_gone_after_it():
    amina = make_organisation()
    place, past = Place(Role.AUDITOR), Place(Role.AUDITOR, until=date(2026, 5, 3))
    invite = invitations.invite
    assert refusal(invite, "b@example.org", place, by=amina, at=NOON) == refusals.NEEDS_END
    assert refusal(invite, "b@example.org", past, by=amina, at=NOON) == refusals.END_IS_PAST
    bruno = make_member(amina, "Bruno", Role.AUDITOR, until=date(2026, 5, 31))
    for day, is_there in ((date(2026, 5, 31), True), (date(2026, 6, 1), False)):
        found = store.member_of(bruno.person, amina.organisation_id, on=day)
        assert (found == bruno) is is_there


def test_a_leader_acts_in_the_own_unit_and_below_it_alone():
    amina = make_organisation()
    north = make_unit(amina.organisation, "North")
    clinic = make_unit(amina.organisation, "Clinic", north)
    south = make_unit(amina.organisation, "South")
    leader = make_member(amina, "Bruno", Role.LEADER, north)
    within = make_member(amina, "Chiara", unit=clinic)
    beyond = make_member(amina, "Daan", unit=south)
    assert set(store.members_seen_by(leader)) == {leader, within}
    members.change(within, Place(Role.MANAGER, clinic), by=leader, at=NOON, seen=1)
    with pytest.raises(NotAllowed):
        members.change(beyond, Place(Role.MANAGER, south), by=leader, at=NOON, seen=1)
    with pytest.raises(NotAllowed):
        members.change(within, Place(Role.MEMBER, south), by=leader, at=NOON, seen=2)
    with pytest.raises(NotAllowed):
        invitations.invite("e@example.org", Place(Role.OWNER, north), by=leader, at=NOON)
    with pytest.raises(NotAllowed):
        invitations.invite("e@example.org", MEMBER, by=leader, at=NOON)


def test_two_who_change_the_same_member_do_not_overwrite_each_other():
    amina = make_organisation()
    bruno = make_member(amina, "Bruno")
    members.change(bruno, Place(Role.CHAMPION), by=amina, at=NOON, seen=1)
    code = refusal(members.change, bruno, Place(Role.MANAGER), by=amina, at=NOON, seen=1)
    assert code == refusals.CHANGED_MEANWHILE
    assert Member.objects.get(id=bruno.id).role == Role.CHAMPION


def test_the_last_owner_stays_and_the_second_to_last_may_go():
    amina = make_organisation()
    assert refusal(members.end, amina, by=amina, at=NOON) == refusals.LAST_OWNER
    place = Place(Role.OWNER, until=date(2030, 1, 1))
    assert refusal(members.change, amina, place, by=amina, at=NOON, seen=1) == refusals.LAST_OWNER
    bruno = make_member(amina, "Bruno", Role.OWNER)
    members.end(amina, by=amina, at=NOON)
    assert refusal(members.end, bruno, by=bruno, at=NOON) == refusals.LAST_OWNER
    assert store.member_of(amina.person, amina.organisation_id, on=NOON.date()) is None


def test_whoever_left_can_come_back():
    amina = make_organisation()
    bruno = make_member(amina, "Bruno")
    members.end(bruno, by=bruno, at=NOON)
    assert make_member(amina, "Bruno").id != bruno.id


def test_a_consultant_belongs_to_several_organisations():
    amina, chiara = make_organisation(), make_organisation("Dune Trust", "Chiara")
    bruno = make_member(amina, "Bruno", Role.CONSULTANT).person
    make_member(chiara, "Bruno", Role.CONSULTANT)
    found = store.memberships(bruno, on=NOON.date())
    assert [one.organisation.name for one in found] == ["Dune Trust", "Harbour Health"]


def test_units_are_a_tree_with_one_name_in_one_place():
    amina = make_organisation()
    north = units.add_unit("North", None, by=amina, at=NOON)
    units.add_unit("Clinic", north, by=amina, at=NOON)
    units.add_unit("Clinic", None, by=amina, at=NOON)
    assert refusal(units.add_unit, "North", None, by=amina, at=NOON) == refusals.UNIT_EXISTS
    tree = [(depth, unit.name) for depth, unit in store.units(amina.organisation)]
    assert tree == [(0, "Clinic"), (0, "North"), (1, "Clinic")]
    bruno = make_member(amina, "Bruno")
    with pytest.raises(NotAllowed):
        units.add_unit("South", None, by=bruno, at=NOON)
    with pytest.raises(NotAllowed):
        members.rename(amina.organisation, "Mine", by=bruno, at=NOON)


def test_a_unit_moves_anywhere_but_below_itself():
    amina = make_organisation()
    north = make_unit(amina.organisation, "North")
    clinic = make_unit(amina.organisation, "Clinic", north)
    moved = refusal(units.change_unit, north, "North", clinic, by=amina, at=NOON)
    assert moved == refusals.UNIT_BELOW_ITSELF
    units.change_unit(clinic, "Ward", None, by=amina, at=NOON)
    tree = [(depth, unit.name) for depth, unit in store.units(amina.organisation)]
    assert tree == [(0, "North"), (0, "Ward")]
    again = refusal(units.change_unit, clinic, "Clinic", None, by=amina, at=NOON)
    assert again == refusals.CHANGED_MEANWHILE
    ward = Unit.objects.get(id=clinic.id)
    assert refusal(units.change_unit, ward, "North", None, by=amina, at=NOON) == (
        refusals.UNIT_EXISTS
    )


def test_a_unit_goes_only_where_nobody_belongs_to_it():
    amina = make_organisation()
    north, south, west = (make_unit(amina.organisation, one) for one in ("N", "S", "W"))
    bruno = make_member(amina, "Bruno", unit=north)
    members.end(bruno, by=amina, at=NOON)
    make_unit(amina.organisation, "Clinic", south)
    invitations.invite("d@example.org", Place(Role.MEMBER, west), by=amina, at=NOON)
    for unit in (north, south, west):
        assert refusal(units.remove_unit, unit, by=amina, at=NOON) == refusals.UNIT_IN_USE
    empty = make_unit(amina.organisation, "Empty")
    with pytest.raises(NotAllowed):
        units.remove_unit(empty, by=make_member(amina, "Chiara"), at=NOON)
    units.remove_unit(empty, by=amina, at=NOON)
    assert not Unit.objects.filter(name="Empty").exists()
    assert verbs(amina)[-1] == "unit removed"

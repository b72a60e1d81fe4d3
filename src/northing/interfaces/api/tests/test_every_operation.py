"""Does every operation keep to the table, for every role, every scope and every stranger?

The operations are read from the program: one that is added is tried, or the test fails.
"""

from __future__ import annotations

import re
import uuid

import pytest
from django.utils import timezone

from northing.foundations.people import invitations
from northing.foundations.people.access import Action, Role, Wish, opens
from northing.foundations.people.invitations import Place
from northing.foundations.people.models import Invitation
from northing.foundations.people.tests.make import (
    make_member,
    make_organisation,
    make_unit,
)
from northing.foundations.people.tokens import SCOPES
from northing.interfaces.api.addresses import ROUTERS
from northing.interfaces.api.door import Bearer
from northing.interfaces.api.tests.knocking import Knock, token_of
from northing.interfaces.web.tests import (
    rows_audits,
    rows_clarify,
    rows_decide,
    rows_home,
    rows_plans,
    rows_records,
    rows_verify,
    rows_webhooks,
)
from northing.stages.diagnose.audits.store import folder_of

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
AREAS = (
    rows_clarify,
    rows_records,
    rows_audits,
    rows_verify,
    rows_webhooks,
    rows_plans,
    rows_decide,
    rows_home,
)
LET_IN = (200, 201, 202, 409, 422)
ENDING = ("end", "withdraw", "undo", "remove", "close", "approval")
WITHIN = "/organisations/{organisation}"
CONVERTED = re.compile(r"{\w+:")


def operations():
    """Each address with its method and what its door asks."""
    for router in ROUTERS:
        for path, view in router.path_operations.items():
            for one in view.operations:
                for method in one.methods:
                    yield method.lower(), CONVERTED.sub("{", path), one.auth_callbacks[0]


ALL = list(operations())
INSIDE = [one for one in ALL if one[1].startswith(WITHIN)]


@pytest.fixture(autouse=True)
def _as_often_as_one_likes(settings):
    """There are more operations than a token may ask in a minute."""
    settings.API_CALLS_A_MINUTE = 10**9


class House:
    """Two organisations, each with a row for whatever an address names."""

    def __init__(self):
        self.owner = make_organisation()
        self.unit = make_unit(self.owner.organisation, "Clinic")
        self.elsewhere = make_organisation("Dune Trust", "Chiara")
        self.rows = {one.organisation_id: self.made(one) for one in (self.owner, self.elsewhere)}

    def made(self, owner):
        found = {"unit": make_unit(owner.organisation, "Ward")}
        stands = self.unit if owner == self.owner else found["unit"]
        found["member"] = make_member(owner, f"Seen by {owner.person.name}", unit=stands)
        place = Place(Role.MEMBER, stands)
        invitations.invite("daan@example.org", place, by=owner, at=timezone.now())
        rows = Invitation.objects.filter(organisation=owner.organisation, accepted_at=None)
        found["invitation"] = rows.get()
        for area in AREAS:
            found |= area.rows(owner)
        case = folder_of(found["audit"]) / "case"
        case.mkdir(parents=True)
        (case / "northing.toml").write_text("")
        return found

    def path(self, path, rows):
        names = self.rows[rows.organisation_id] | {"file": None}
        names["file"] = "audit.json" if "/audits/" in path else names["handed_in"]
        rest = path.removeprefix(WITHIN)
        return re.sub(r"{(\w+)}", lambda m: str(key_of(names[m.group(1)])), rest)


def key_of(row):
    return getattr(row, "id", row)


@pytest.fixture(scope="module")
def named():
    """Addresses of one method stand together, so that what ends something is tried last."""
    return sorted(INSIDE, key=lambda one: one[1].rsplit("/", 1)[-1] in ENDING)


def asked(knock, method, path):
    found = knock.get(path, name="x") if method == "get" else knock.send(method, path, {})
    if found.streaming:
        list(found.streaming_content)  # what is handed out in pieces holds its file until then
    return found


def test_every_operation_has_a_door():
    assert len(ALL) > 40
    assert all(isinstance(door, Bearer) for _method, _path, door in ALL)
    assert all(door.action is not None for _method, _path, door in INSIDE)
    assert {path for _m, path, _d in ALL} - {path for _m, path, _d in INSIDE} == {
        "/me",
        "/organisations",
    }


def test_what_changes_asks_for_change_and_what_reads_does_not():
    for method, path, door in INSIDE:
        assert (door.wish is Wish.SEE) is (method == "get"), path


@pytest.mark.parametrize("role", list(Role))
def test_the_table_decides_for_every_role(role, named):
    house = House()
    member = make_member(house.owner, "Bruno", role, house.unit)
    knock = Knock(token_of(member), house.owner.organisation_id)
    for method, path, door in named:
        found = asked(knock, method, house.path(path, house.owner))
        may = opens(role, door.action, door.wish)
        there = (*LET_IN, 404) if path.endswith(("/record", "/line")) else LET_IN
        assert found.status_code in (there if may else (403,)), (method, path)
        if not may:
            assert found.json()["error"] == "not_allowed"


def test_the_scopes_decide_for_an_owner(named):
    house = House()
    for action in Action:
        word = f"{action.name.lower()}:see"
        knock = Knock(token_of(house.owner, word), house.owner.organisation_id)
        for method, path, door in named:
            found = asked(knock, method, house.path(path, house.owner))
            is_open = door.action is action and door.wish is Wish.SEE
            assert (found.status_code != 403) is is_open, (word, method, path)


def test_for_a_stranger_there_is_no_organisation(named):
    house = House()
    secret = token_of(house.elsewhere)
    there = Knock(secret, house.owner.organisation_id)
    never = Knock(secret, uuid.uuid4())
    for method, path, _door in named:
        address = house.path(path, house.owner)
        found, gone = asked(there, method, address), asked(never, method, address)
        assert (found.status_code, found.content) == (gone.status_code, gone.content), path
        assert found.status_code == 404


def test_a_stranger_with_no_scope_at_all_is_told_no_more(named):
    house = House()
    secret = token_of(house.elsewhere, "units:see")
    knock = Knock(secret, house.owner.organisation_id)
    for method, path, _door in named:
        assert asked(knock, method, house.path(path, house.owner)).status_code == 404


def test_rows_of_another_organisation_are_not_there(named):
    house = House()
    knock = Knock(token_of(house.owner), house.owner.organisation_id)
    for method, path, door in named:
        if "{" not in path.removeprefix(WITHIN) or not opens(Role.OWNER, door.action, door.wish):
            continue
        found = asked(knock, method, house.path(path, house.elsewhere))
        # A body is looked at before the row: what it lacks is said whatever the address names.
        assert found.status_code in (404, 422), (method, path)
        if found.status_code == 422:
            own = asked(knock, method, house.path(path, house.owner))
            assert own.content == found.content, path


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer x", "Basic YTpi", "Bearer northing_"]
)
def test_without_a_token_nothing_opens(header, named):
    house = House()
    knock = Knock("", house.owner.organisation_id)
    knock.headers = {"Authorization": header} if header is not None else {}
    for method, path, _door in named:
        found = asked(knock, method, house.path(path, house.owner))
        assert (found.status_code, found.json()["error"]) == (401, "no_token"), path
        assert found["WWW-Authenticate"] == "Bearer"


def test_a_session_of_the_pages_opens_nothing(client, named):
    house = House()
    client.force_login(house.owner.person)
    for method, path, _door in named:
        address = f"/api/organisations/{house.owner.organisation_id}"
        found = getattr(client, method)(address + house.path(path, house.owner))
        assert found.status_code == 401, path


def test_every_scope_can_be_asked_for_by_some_role():
    assert {str(one) for one in SCOPES.values()} == set(SCOPES)
    for one in SCOPES.values():
        held = [role for role in Role if opens(role, one.action, one.wish)]
        assert held or (one.action, one.wish) in NOBODYS


NOBODYS = {(Action.TRAIL, Wish.CHANGE), (Action.DECISIONS, Wish.CHANGE)}
"""What no role may: the trail is only ever added to; and of decisions each changes their own, or
what they are asked to sign, which are doors of their own."""

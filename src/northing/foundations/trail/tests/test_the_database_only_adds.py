"""Does the database itself refuse to rewrite what happened?"""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from northing.foundations.trail import actions, apps, store, triggers
from northing.foundations.trail.models import TrailEvent
from northing.foundations.trail.rules.chain import NOTHING, first_break, head_of
from northing.foundations.trail.tests.make import AMINA, CHAIN, make_event

pytestmark = [pytest.mark.database, pytest.mark.django_db]
EVERY_COLUMN = "id, chain, sequence, at, verb, actor, subject, grounds, details, sealed, previous"
REFUSED = {
    "UPDATE trail_event SET verb = 'forged'",
    "UPDATE trail_event SET sequence = 9",
    "DELETE FROM trail_event",
}
FORGED = f"({EVERY_COLUMN}, digest) SELECT {EVERY_COLUMN}, 'forged' FROM trail_event"  # noqa: S608
ELSEWHERE = FORGED.replace("SELECT id", "SELECT id + 1000")
OF_SQLITE = {
    f"INSERT OR REPLACE INTO trail_event {FORGED}",
    f"REPLACE INTO trail_event {ELSEWHERE}",
}
OF_POSTGRESQL = {
    "TRUNCATE trail_event",
    f"INSERT INTO trail_event {FORGED} ON CONFLICT (id) DO UPDATE SET verb = 'forged'",
}


def written(*verbs):
    return [actions.append(make_event(verb)) for verb in verbs]


def test_events_come_back_as_they_were_written():
    entries = written("opened", "changed", "closed")
    assert list(store.entries(CHAIN)) == entries
    assert store.head(CHAIN) == head_of(entries[-1])
    assert first_break(store.entries(CHAIN)) is None
    assert [one.event.verb for one in store.page(CHAIN, before=3, size=1)] == ["changed"]


def test_each_organisation_has_a_chain_of_its_own():
    written("opened")
    actions.append(make_event("elsewhere", chain=UUID(int=8)))
    assert [one.sequence for one in store.entries(UUID(int=8))] == [1]
    assert store.head(UUID(int=9)) == NOTHING
    assert {CHAIN, UUID(int=8)} <= set(store.chains())


def test_every_way_to_change_it_is_refused():
    written("opened", "changed")
    others = OF_SQLITE if connection.vendor == "sqlite" else OF_POSTGRESQL
    for statement in sorted(REFUSED | others):
        with pytest.raises(DatabaseError, match=triggers.REFUSAL), transaction.atomic():
            connection.cursor().execute(statement)
    assert first_break(store.entries(CHAIN)) is None


def test_the_model_cannot_change_it_either():
    written("opened")
    row = TrailEvent.objects.get(chain=CHAIN)
    for change in (row.delete, row.save, TrailEvent.objects.all().delete):
        with pytest.raises(DatabaseError, match=triggers.REFUSAL), transaction.atomic():
            change()


def test_the_triggers_stand_after_all_migrations():
    assert triggers.are_in_place(connection)
    with pytest.raises(NotImplementedError, match="not on oracle"):
        triggers.statements("oracle")


def test_an_event_belongs_to_the_change_it_speaks_of():
    def fails():
        with transaction.atomic():
            written("promised")
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert store.head(CHAIN) == NOTHING


def test_erasing_a_person_keeps_the_chain():
    entry = actions.append(
        make_event("joined"), personal=actions.Personal(AMINA, {"name": "Amina", "town": "Harbour"})
    )
    assert set(store.opened([entry]).values()) == {"Amina", "Harbour"}
    head = store.head(CHAIN)
    assert actions.erase(AMINA) == 2
    assert store.opened([entry]) == {}
    assert first_break(store.entries(CHAIN), anchors=[head]) is None
    assert "Amina" not in "".join(str(row) for row in TrailEvent.objects.values_list())


def test_a_database_that_would_lose_events_is_named(settings):
    assert apps.transactions_begin_immediate() == []
    if connection.vendor == "sqlite":
        mode = connection.settings_dict["OPTIONS"].pop("transaction_mode")
        try:
            assert [one.id for one in apps.transactions_begin_immediate()] == ["trail.E001"]
        finally:
            connection.settings_dict["OPTIONS"]["transaction_mode"] = mode

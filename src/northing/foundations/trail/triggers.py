"""How does the database itself refuse to change what was written?

Whoever owns the tables can still drop the triggers; a head written down elsewhere shows that.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "the trail is only ever added to"
_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
# INSERT OR REPLACE deletes without asking a trigger for DELETE.
_IN_PLACE = "(id = NEW.id OR (chain = NEW.chain AND sequence = NEW.sequence))"
_TAKES_A_PLACE = f"WHEN EXISTS (SELECT 1 FROM trail_event WHERE {_IN_PLACE})"  # noqa: S608 - ours
_CREATE = "CREATE TRIGGER trail_event_no_"
_SQLITE = (
    f"{_CREATE}update BEFORE UPDATE ON trail_event {_REFUSE}",
    f"{_CREATE}delete BEFORE DELETE ON trail_event {_REFUSE}",
    f"{_CREATE}replace BEFORE INSERT ON trail_event {_TAKES_A_PLACE} {_REFUSE}",
)
_FUNCTION = "CREATE OR REPLACE FUNCTION trail_event_refuse() RETURNS trigger LANGUAGE plpgsql AS "
_ROW = "FOR EACH ROW EXECUTE FUNCTION trail_event_refuse()"
_STATEMENT = "FOR EACH STATEMENT EXECUTE FUNCTION trail_event_refuse()"
_POSTGRESQL = (
    f"{_FUNCTION}$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    f"{_CREATE}change BEFORE UPDATE OR DELETE ON trail_event {_ROW}",
    f"{_CREATE}truncate BEFORE TRUNCATE ON trail_event {_STATEMENT}",
)
_FOUND = {
    "sqlite": """SELECT count(*) FROM sqlite_master WHERE type = 'trigger'
        AND tbl_name = 'trail_event' AND name LIKE 'trail_event_no_%'""",
    "postgresql": """SELECT count(*) FROM pg_trigger WHERE tgrelid = 'trail_event'::regclass
        AND tgname LIKE 'trail_event_no_%' AND tgenabled = 'O'""",
}
_EXPECTED = {"sqlite": 3, "postgresql": 2}


def statements(vendor: str) -> tuple[str, ...]:
    """What installs the guard. Raises for a database that has none: a trail needs one."""
    if vendor == "sqlite":
        return _SQLITE
    if vendor == "postgresql":
        return _POSTGRESQL
    raise NotImplementedError(f"The trail runs on SQLite and PostgreSQL, not on {vendor}.")


def are_in_place(connection: BaseDatabaseWrapper) -> bool:
    """Whether the database still refuses: a restored copy may have lost its triggers."""
    with connection.cursor() as cursor:
        cursor.execute(_FOUND[connection.vendor])
        found = cursor.fetchone()
    return bool(found and found[0] == _EXPECTED[connection.vendor])

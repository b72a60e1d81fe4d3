"""How does the database itself refuse to change an audit that was issued, and what was said of it?

An issued audit, its findings and its links stay as they are; opinions, replies and publication
rules are only ever added. Whoever owns the tables can still drop the triggers; the digests of the
issued files and the trail show that. A migration that makes one of these tables anew has to end
with `install` again: a test looks whether all triggers are in place.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REFUSAL = "what was issued stays as it is"
AUDITS = "diagnose_storedaudit"
PARTS = ("diagnose_storedfinding", "diagnose_storedlink")
ADDED = ("diagnose_opinion", "diagnose_storedreply", "diagnose_publicationrule")
NAMED = "diagnose_stays_"
CHANGES = ("UPDATE", "DELETE")
BOTH = "BEFORE UPDATE OR DELETE"


def install(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in statements(editor.connection.vendor):
        editor.execute(statement, params=None)


def statements(vendor: str) -> tuple[str, ...]:
    """What installs the guard. Raises for a database that has none."""
    if vendor == "sqlite":
        return _sqlite()
    if vendor == "postgresql":
        return _postgresql()
    raise NotImplementedError(f"Issued audits are kept on SQLite and PostgreSQL, not on {vendor}.")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that should stand and do not: a restored copy may have lost them."""
    wanted = {
        one.split()[2] for one in statements(connection.vendor) if one.startswith("CREATE TRIGGER")
    }
    sql = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return wanted - {name for (name,) in cursor.fetchall()}


def _sqlite() -> tuple[str, ...]:
    """INSERT OR REPLACE deletes without asking a trigger for DELETE: so INSERT is asked too."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    found = [
        *(_guard(AUDITS, verb, "WHEN OLD.issued_at IS NOT NULL", refuse) for verb in CHANGES),
        _guard(AUDITS, "INSERT", f"WHEN EXISTS ({_issued('one.id = NEW.id')})", refuse),
    ]
    for table in PARTS:
        for verb in ("INSERT", *CHANGES):
            row = "NEW" if verb == "INSERT" else "OLD"
            held = f"WHEN EXISTS ({_issued(f'one.id = {row}.audit_id')})"
            found.append(_guard(table, verb, held, refuse))
    for table in ADDED:
        again = f"SELECT 1 FROM {table} WHERE id = NEW.id"  # noqa: S608 - ours
        found.append(_guard(table, "INSERT", f"WHEN EXISTS ({again})", refuse))
        found += [_guard(table, verb, "", refuse) for verb in CHANGES]
    return tuple(found)


def _guard(table: str, verb: str, when: str, then: str) -> str:
    return f"CREATE TRIGGER {NAMED}{table}_{verb} BEFORE {verb} ON {table} {when} {then}"


def _postgresql() -> tuple[str, ...]:
    in_added, of_row = "one.id IN (SELECT audit_id FROM added)", "one.id = OLD.audit_id"
    found = [
        _function("refuse", f"RAISE EXCEPTION '{REFUSAL}';"),
        _function("refuse_added", f"{_if_issued(in_added)} RETURN NULL;"),
        _function("refuse_part", f"{_if_issued(of_row)} RETURN COALESCE(NEW, OLD);"),
        _each(AUDITS, "changed", BOTH, "FOR EACH ROW WHEN (OLD.issued_at IS NOT NULL)", "refuse"),
    ]
    for table in PARTS:
        added = "REFERENCING NEW TABLE AS added FOR EACH STATEMENT"
        found.append(_each(table, "added", "AFTER INSERT", added, "refuse_added"))
        found.append(_each(table, "changed", BOTH, "FOR EACH ROW", "refuse_part"))
    for table in ADDED:
        found.append(_each(table, "changed", BOTH, "FOR EACH ROW", "refuse"))
    for table in (AUDITS, *PARTS, *ADDED):
        found.append(_each(table, "emptied", "BEFORE TRUNCATE", "FOR EACH STATEMENT", "refuse"))
    return tuple(found)


def _each(table: str, name: str, when: str, each: str, then: str) -> str:
    return (
        f"CREATE TRIGGER {NAMED}{table}_{name} {when} ON {table} {each} "
        f"EXECUTE FUNCTION {NAMED}{then}()"
    )


def _function(name: str, body: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {NAMED}{name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {body} END $$"
    )


def _issued(which: str) -> str:
    return f"SELECT 1 FROM {AUDITS} AS one WHERE one.issued_at IS NOT NULL AND {which}"  # noqa: S608


def _if_issued(which: str) -> str:
    return f"IF EXISTS ({_issued(which)}) THEN RAISE EXCEPTION '{REFUSAL}'; END IF;"

"""How does the database itself refuse to rewrite what was said of a decision, and what was taken?

A word on a decision and a wording of a filter are only ever added. What an accepted decision says,
what its test came to and that it was overridden stay; it can be superseded, looked at again and
have its conditions met. Whoever owns the tables can still drop the triggers; the trail shows that.
A migration that makes one of these tables anew has to end with `install` again: a test looks
whether all triggers are in place.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REFUSAL = "what was said of a decision stays as it is"
DECISIONS, ANSWERS = "decide_storeddecision", "decide_storedanswer"
ADDED = ("decide_storedsignature", "decide_filterversion")
NAMED = "decide_stays_"
TAKEN = "('accepted', 'superseded')"
KEPT = (
    "number", "question", "options", "proposed", "amount", "evidence", "said", "success", "result",
    "grounds", "caught", "quorum", "agreement", "rounds", "is_overridden",
)  # fmt: skip


def install(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in statements(editor.connection.vendor):
        editor.execute(statement, params=None)


def statements(vendor: str) -> tuple[str, ...]:
    """What installs the guard. Raises for a database that has none."""
    if vendor == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        return tuple(
            f"CREATE TRIGGER {NAMED}{table} BEFORE UPDATE ON {table} {_when(when)} {refuse}"
            for table, when in _guards("IS NOT").items()
        )
    if vendor == "postgresql":
        function = (
            f"CREATE OR REPLACE FUNCTION {NAMED}refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
        answers = (
            f"CREATE OR REPLACE FUNCTION {NAMED}refuse_answer() RETURNS trigger LANGUAGE plpgsql "
            f"AS $$ BEGIN IF {_of_taken()} THEN RAISE EXCEPTION '{REFUSAL}'; END IF; "
            "RETURN NEW; END $$"
        )
        return (function, answers, *map(_postgresql, _guards("IS DISTINCT FROM").items()))
    raise NotImplementedError(f"Decisions are kept on SQLite and PostgreSQL, not on {vendor}.")


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


def _guards(differs: str) -> dict[str, str]:
    """By table, when a change is refused; empty: always."""
    changed = " OR ".join(f"NEW.{one} {differs} OLD.{one}" for one in KEPT)
    moved = f"NEW.state NOT IN {TAKEN}"
    return {
        DECISIONS: f"OLD.state IN {TAKEN} AND ({moved} OR {changed})",
        ANSWERS: _of_taken(),
        **dict.fromkeys(ADDED, ""),
    }


def _of_taken() -> str:
    return (
        f"EXISTS (SELECT 1 FROM {DECISIONS} AS one "  # noqa: S608 - ours
        f"WHERE one.id = OLD.decision_id AND one.state IN {TAKEN})"
    )


def _when(condition: str) -> str:
    return f"WHEN {condition}" if condition else ""


def _postgresql(guard: tuple[str, str]) -> str:
    """A condition there looks at the row alone; what asks another table is asked in a function."""
    table, condition = guard
    asks_elsewhere = table == ANSWERS
    when = f"WHEN ({condition})" if condition and not asks_elsewhere else ""
    call = "refuse_answer" if asks_elsewhere else "refuse"
    return (
        f"CREATE TRIGGER {NAMED}{table} BEFORE UPDATE ON {table} FOR EACH ROW {when} "
        f"EXECUTE FUNCTION {NAMED}{call}()"
    )

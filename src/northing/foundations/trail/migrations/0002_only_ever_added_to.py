"""How does the database come to refuse changes of the trail?

A later migration that alters `trail_event` on SQLite makes the table anew and has to end with
`install` again; a test looks whether the triggers are in place after all migrations.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from northing.foundations.trail.triggers import statements


def install(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in statements(editor.connection.vendor):
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Forwards only: nobody takes the guard off by accident."""

    dependencies: ClassVar = [("trail", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(install)]

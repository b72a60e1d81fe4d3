"""PostgreSQL reads a page of records by itself: to start two more processes takes longer."""

from typing import Any, ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_ALONE = "ALTER TABLE records_storedrecord SET (parallel_workers = 0)"


def alone(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(_ALONE, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("records", "0003_records_by_unit")]

    operations: ClassVar = [migrations.RunPython(alone, migrations.RunPython.noop)]

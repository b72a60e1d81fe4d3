"""Words of which only the beginning is sought are found by an index of beginnings."""

from typing import ClassVar

from django.db import migrations

from northing.stages.records.migrations import _begun_words


class Migration(migrations.Migration):
    dependencies: ClassVar = [("records", "0001_initial")]

    operations: ClassVar = [
        migrations.RunPython(_begun_words.install, migrations.RunPython.noop),
    ]

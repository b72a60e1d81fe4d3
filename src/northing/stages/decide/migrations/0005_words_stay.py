"""What was said of a decision, and what was taken, is rewritten by nobody."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from northing.stages.decide.migrations import _words_stay


class Migration(migrations.Migration):
    dependencies: ClassVar = [("decide", "0004_ways_in")]
    operations: ClassVar = [migrations.RunPython(_words_stay.install, migrations.RunPython.noop)]

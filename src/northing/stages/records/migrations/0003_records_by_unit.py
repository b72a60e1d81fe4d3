"""Records of one unit are found without looking through all the others."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("records", "0002_begun_words")]

    operations: ClassVar = [
        migrations.AddIndex(
            model_name="storedrecord",
            index=models.Index(
                fields=["organisation", "unit", "effective_on", "id"], name="records_by_unit"
            ),
        ),
    ]

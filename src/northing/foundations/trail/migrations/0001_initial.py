"""Which tables are there at first?"""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SealedValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("person", models.UUIDField(db_index=True)),
                ("salt", models.BinaryField(max_length=32)),
                ("value", models.TextField()),
            ],
            options={
                "db_table": "trail_sealed_value",
            },
        ),
        migrations.CreateModel(
            name="TrailEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.UUIDField()),
                ("sequence", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("verb", models.CharField(max_length=80)),
                ("actor", models.UUIDField(null=True)),
                ("subject", models.UUIDField(null=True)),
                ("grounds", models.TextField()),
                ("details", models.TextField()),
                ("sealed", models.TextField()),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "trail_event",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "sequence"), name="trail_one_place_each"
                    )
                ],
            },
        ),
    ]

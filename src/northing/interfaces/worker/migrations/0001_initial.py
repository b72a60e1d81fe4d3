"""Which worker holds which job, and which workers are there?"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lease",
            fields=[
                (
                    "job",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="django_tasks_database.dbtaskresult",
                    ),
                ),
                ("worker", models.CharField(max_length=64)),
                ("attempt", models.PositiveIntegerField(default=0)),
                ("lost", models.PositiveIntegerField(default=0)),
                ("beat_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "db_table": "worker_lease",
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("worker", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("beat_at", models.DateTimeField()),
            ],
            options={
                "db_table": "worker_presence",
            },
        ),
    ]

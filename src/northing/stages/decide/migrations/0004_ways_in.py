"""How far somebody has come on a way in is kept."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0003_overdue_is_told"),
        ("people", "0004_came_with_an_archive"),
    ]

    operations = [
        migrations.CreateModel(
            name="WayIn",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("funding", "funding"),
                            ("next-euro", "next-euro"),
                            ("new-chief", "new-chief"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answers", models.JSONField(default=dict)),
                ("result", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at", None)),
                        fields=("organisation", "way"),
                        name="decide_one_open_walk_a_way",
                    )
                ],
            },
        ),
    ]

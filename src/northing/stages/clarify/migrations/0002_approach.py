"""Statements of where change should begin are kept."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clarify", "0001_initial"),
        ("people", "0004_came_with_an_archive"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApproachStatement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("replies", models.JSONField(default=list)),
                (
                    "chosen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("top-down", "top-down"),
                            ("grassroots", "grassroots"),
                            ("hybrid", "hybrid"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000)),
                ("made_at", models.DateTimeField()),
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
                        fields=("organisation", "number"), name="clarify_one_statement_a_number"
                    )
                ],
            },
        ),
    ]

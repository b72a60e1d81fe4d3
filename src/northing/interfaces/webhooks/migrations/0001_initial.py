"""Which webhooks are there, and what became of each message?"""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_tokens"),
    ]

    operations = [
        migrations.CreateModel(
            name="Webhook",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("address", models.CharField(max_length=2000)),
                ("events", models.JSONField(default=list)),
                ("secret", models.TextField()),
                ("secret_before", models.TextField(blank=True)),
                ("before_until", models.DateTimeField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("on", "On"), ("stopped", "Stopped")], default="on", max_length=8
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("after", models.PositiveBigIntegerField(default=0)),
                ("is_queued", models.BooleanField(default=False)),
                ("next_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
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
                "db_table": "webhooks_webhook",
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("message", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sequence", models.PositiveBigIntegerField(null=True)),
                ("event", models.CharField(max_length=40)),
                ("body", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("taken", "Taken"), ("dead", "Dead")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("tries", models.PositiveIntegerField(default=0)),
                ("status", models.PositiveIntegerField(null=True)),
                ("failure", models.CharField(blank=True, max_length=40)),
                ("made_at", models.DateTimeField()),
                ("tried_at", models.DateTimeField(null=True)),
                (
                    "webhook",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="webhooks.webhook",
                    ),
                ),
            ],
            options={
                "db_table": "webhooks_delivery",
                "indexes": [
                    models.Index(fields=["webhook", "state", "id"], name="webhooks_in_order")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("webhook", "sequence"), name="webhooks_one_message_each"
                    )
                ],
            },
        ),
    ]

"""What do people wish to hear, and what were they told?"""

import datetime
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0003_tokens"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoppedAddress",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("address_sha256", models.CharField(max_length=64)),
                ("code", models.PositiveSmallIntegerField()),
                ("stopped_at", models.DateTimeField()),
            ],
            options={
                "db_table": "notices_stopped_address",
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "channel",
                    models.CharField(choices=[("mail", "mail"), ("chat", "chat")], max_length=4),
                ),
                ("slot", models.CharField(max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("sent", "Sent"),
                            ("empty", "Empty"),
                            ("given up", "Given Up"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("send_at", models.DateTimeField()),
                ("is_closed", models.BooleanField(default=False)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("trouble", models.CharField(blank=True, max_length=20)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "notices_message",
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "channel",
                    models.CharField(choices=[("mail", "mail"), ("chat", "chat")], max_length=4),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("finding assigned", "finding assigned"),
                            ("reply due", "reply due"),
                            ("audit due again", "audit due again"),
                            ("sample waits", "sample waits"),
                            ("audit ready", "audit ready"),
                            ("audit failed", "audit failed"),
                            ("audit issued", "audit issued"),
                            ("lines refused", "lines refused"),
                            ("publication due", "publication due"),
                            ("opinion asked", "opinion asked"),
                            ("own end near", "own end near"),
                            ("end of another near", "end of another near"),
                        ],
                        max_length=24,
                    ),
                ),
                ("subject", models.UUIDField()),
                ("period", models.CharField(blank=True, max_length=40)),
                (
                    "member",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="notices.message",
                    ),
                ),
            ],
            options={
                "db_table": "notices_notice",
            },
        ),
        migrations.CreateModel(
            name="Wishes",
            fields=[
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="people.member",
                    ),
                ),
                ("language", models.CharField(max_length=7)),
                ("zone", models.CharField(max_length=64)),
                ("quiet_from", models.TimeField(null=True)),
                ("quiet_until", models.TimeField(null=True)),
                ("gathered_at", models.TimeField(default=datetime.time(7, 0))),
                ("weekday", models.PositiveSmallIntegerField(default=0)),
                ("rhythms", models.JSONField(default=dict)),
                ("ended", models.JSONField(default=list)),
                ("chat", models.TextField(blank=True)),
                ("service", models.CharField(blank=True, max_length=20)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "notices_wishes",
            },
        ),
        migrations.CreateModel(
            name="Calendar",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "notices_calendar",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("member",),
                        name="notices_one_calendar_each",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["state", "send_at"], name="notices_in_turn"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                fields=("member", "channel", "slot"), name="notices_one_message_a_slot"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("member", "channel", "kind", "subject", "period"), name="notices_told_once"
            ),
        ),
    ]

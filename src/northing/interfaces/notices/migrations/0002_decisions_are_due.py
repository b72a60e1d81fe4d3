"""What may be due of decisions has its kinds of notices."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
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
                    ("signature asked", "signature asked"),
                    ("time to sign is short", "time to sign is short"),
                    ("changes asked", "changes asked"),
                    ("decision came out", "decision came out"),
                    ("review due", "review due"),
                    ("condition due", "condition due"),
                ],
                max_length=24,
            ),
        ),
    ]

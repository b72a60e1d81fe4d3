"""A decision remembers of which late review the trail was told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0002_priorities_and_budgets"),
    ]

    operations = [
        migrations.AddField(
            model_name="storeddecision",
            name="overdue_told_on",
            field=models.DateField(null=True),
        ),
    ]

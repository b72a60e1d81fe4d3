"""Whether does an organisation ask everybody for a second factor?"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="asks_second_factor",
            field=models.BooleanField(default=False),
        ),
    ]

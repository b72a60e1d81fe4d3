"""How are proposed budgets kept, at the size they have today and after cuts?"""

from __future__ import annotations

from django.db import models

from northing.stages.decide.studies.models import Study


class StoredBudget(Study):
    """Lines and limits, and what is proposed. `cut` is by how many percent less it was last asked.

    `result` has what was worked out under `cuts`, by the percentage: those asked for before stay.
    """

    cut = models.DecimalField(max_digits=5, decimal_places=2, default=0)

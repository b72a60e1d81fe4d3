"""Which proposed budgets are there?"""

from __future__ import annotations

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation
from northing.stages.decide.budget.models import StoredBudget
from northing.stages.decide.studies import store as studies


def budgets(organisation: Organisation) -> QuerySet[StoredBudget]:
    return studies.all_of(StoredBudget, organisation)

"""Which addresses open the pages of priorities and budgets?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.plans import budgets, priorities

ORDER = "plans/priorities/<uuid:priority>/"
BUDGET = "plans/budgets/<uuid:budget>/"
pages: list[URLPattern] = [
    path("plans/priorities/", priorities.priorities, name="plans_priorities"),
    path("plans/priorities/new/", priorities.new, name="plans_priorities_new"),
    path("plans/priorities/new/table/", priorities.table, name="plans_priorities_table"),
    path("plans/priorities/new/gaps/", priorities.gaps, name="plans_priorities_gaps"),
    path("plans/priorities/new/form/", priorities.empty_form, name="plans_priorities_form"),
    path(ORDER, priorities.priority, name="plans_priority"),
    path(f"{ORDER}table/", priorities.priority_table, name="plans_priority_table"),
    path(f"{ORDER}weights/", priorities.weights, name="plans_priority_weights"),
    path(f"{ORDER}turning/", priorities.turning, name="plans_priority_turning"),
    path(f"{ORDER}progress/", priorities.progress, name="plans_priority_progress"),
    path(f"{ORDER}file/", priorities.asked, name="plans_priority_file"),
    path("plans/budgets/", budgets.budgets, name="plans_budgets"),
    path("plans/budgets/new/", budgets.new, name="plans_budgets_new"),
    path("plans/budgets/new/table/", budgets.table, name="plans_budgets_table"),
    path("plans/budgets/new/form/", budgets.empty_form, name="plans_budgets_form"),
    path(BUDGET, budgets.budget, name="plans_budget"),
    path(f"{BUDGET}table/", budgets.budget_table, name="plans_budget_table"),
    path(f"{BUDGET}cut/", budgets.cut, name="plans_budget_cut"),
    path(f"{BUDGET}proposal/", budgets.proposal, name="plans_budget_proposal"),
    path(f"{BUDGET}turning/", budgets.turning, name="plans_budget_turning"),
    path(f"{BUDGET}progress/", budgets.progress, name="plans_budget_progress"),
    path(f"{BUDGET}file/", budgets.asked, name="plans_budget_file"),
]

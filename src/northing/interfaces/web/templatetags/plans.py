"""Which words does a template say of what is worked out, and of the rows it is asked with?"""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

from northing.foundations.documents.blocks import Column, Table
from northing.interfaces.web.sentences_plans import STATES, STEPS

register = template.Library()
PARTS = {
    "criterion": _("What you compare by"),
    "commitment": _("Commitments"),
    "option": _("Options"),
    "line": _("Lines"),
}
TOLD = {
    "criterion": _("Each from its worst to its best, with what going all the way is worth."),
    "commitment": _("What each is called here, and what has to hold for it."),
    "option": _("What could be done, and how it stands on everything above."),
    "line": _("What could be paid for."),
}
MORE = {
    "criterion": _("Add a criterion"),
    "commitment": _("Add a commitment"),
    "option": _("Add options"),
    "line": _("Add lines"),
}


@register.filter
def plan_state_said(state: str) -> str:
    return str(STATES.get(state, state))  # type: ignore[call-overload] # a state by its word


@register.filter
def plan_step_said(step: str) -> str:
    return str(STEPS.get(step, step))


@register.filter
def plan_part_said(part: str) -> str:
    return str(PARTS[part])


@register.filter
def plan_part_told(part: str) -> str:
    return str(TOLD[part])


@register.filter
def plan_part_more(part: str) -> str:
    return str(MORE[part])


@register.filter
def plan_cells(table: Table) -> list[list[tuple[str, Column]]]:
    """Every row with each cell's text, and the column it stands in."""
    return [list(zip(row, table.columns, strict=True)) for row in table.rows]

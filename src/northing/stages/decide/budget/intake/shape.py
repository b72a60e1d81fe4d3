"""How is a file of a budget built?"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from northing.stages.decide.priorities.intake.shape import Id, Part, Text

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Many = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class CommitmentPart(Part):
    """A commitment, what it gets at least (money, or a share of the budget), and what is said."""

    id: Id
    name: Text | None = None
    floor: Many | None = None
    floor_share: Share | None = None
    words: Share | None = None


class BudgetPart(Part):
    title: Text = "Budget"
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "EUR"
    total: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    apart_from_words: Share | None = None
    reach: Many = 0
    table: Text | None = None


class BudgetFile(Part):
    budget: BudgetPart = BudgetPart()
    commitment: tuple[CommitmentPart, ...] = ()
    line: tuple[dict[str, Any], ...] = ()

"""How does a page offer its list to take along, with the filters it was asked for?"""

from __future__ import annotations

from typing import Any

from django import template

from northing.foundations.documents.rows_out import MOST_IN_A_SHEET, Form

register = template.Library()
OF_ONE_PAGE = ("after", "before", "page", "format", "moved", "ended", "verify")


@register.inclusion_tag("web/along.html", takes_context=True)
def take_along(
    context: dict[str, Any], address: str = "", *, is_one: bool = False
) -> dict[str, Any]:
    """Links to the list of this page, or of another `address`, in every form there is; or to the
    one thing it shows.

    `narrowed` is what the page took of what was asked for, where it did not take all.
    """
    asked = context.get("narrowed", context["request"].GET).copy()
    for name in OF_ONE_PAGE:
        asked.pop(name, None)
    forms = []
    for form in Form:
        asked["format"] = form
        forms.append((form.upper(), f"{address}?{asked.urlencode()}"))
    return {"forms": forms, "most": None if is_one else MOST_IN_A_SHEET}

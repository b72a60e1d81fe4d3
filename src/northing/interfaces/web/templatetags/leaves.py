"""How does one get from one page of a long list to the next, keeping what was asked for?"""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page

from northing.interfaces.web.leafing import ALL
from northing.interfaces.web.templatetags.along import OF_ONE_PAGE

register = template.Library()


@register.inclusion_tag("web/leaves.html", takes_context=True)
def leaves(context: dict[str, Any], page: Page[Any], place: str = "") -> dict[str, Any]:
    """Back and further, and all on one page, where there is more than one; `place` is an anchor."""
    asked = context["request"].GET.copy()
    for name in OF_ONE_PAGE:
        asked.pop(name, None)

    def to(number: int | str) -> str:
        asked["page"] = str(number)
        return f"?{asked.urlencode()}{place}"

    return {
        "page": page,
        "newer": to(page.previous_page_number()) if page.has_previous() else "",
        "older": to(page.next_page_number()) if page.has_next() else "",
        "all": to(ALL),
    }

"""Which part of a long list stands on this page?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ALL = "all"


def leaf_of(request: HttpRequest, rows: Sequence[Any] | QuerySet[Any], *, size: int) -> Page[Any]:
    """The page that is asked for, the last where there are not so many; `page=all` is one of all.

    Whoever prints the list or looks for a word in it asks for all of it.
    """
    asked = request.GET.get("page", "")
    if asked == ALL:
        size = max(size, len(rows))
    return Paginator(rows, size).get_page(asked)

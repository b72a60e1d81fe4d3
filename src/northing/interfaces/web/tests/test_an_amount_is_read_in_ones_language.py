"""Does whoever checks a record read its amount and day as their language writes them?"""

from __future__ import annotations

import pytest
from django.utils import translation

from northing.interfaces.web.templatetags.answers import amount_said


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (
            "EUR\u00a01,200.50 · 3\u00a0March\u00a02026",
            "1.200,50\u00a0EUR · 3.\u00a0März\u00a02026",
        ),
        ("USD \u2212500,000 · FY2025", "\u2212500.000\u00a0USD · FY2025"),
        ("12 hours", "12 hours"),
        ("", ""),
    ],
)
def test_an_amount_is_read_in_german_as_germans_write_it(kept, read):
    with translation.override("de"):
        assert amount_said(kept) == read


def test_an_amount_is_read_in_english_as_it_was_kept():
    with translation.override("en"):
        assert amount_said("EUR\u00a01,200 · 3\u00a0March\u00a02026") == (
            "EUR\u00a01,200 · 3\u00a0March\u00a02026"
        )

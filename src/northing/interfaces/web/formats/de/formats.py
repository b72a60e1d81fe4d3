"""How does German write a day? 14. März 2026: the number is an ordinal, and ends in a point."""

from __future__ import annotations

DATE_FORMAT = "j. F Y"
DATETIME_FORMAT = "j. F Y, H:i"
MONTH_DAY_FORMAT = "j. F"
SHORT_DATETIME_FORMAT = "j. F, H:i"

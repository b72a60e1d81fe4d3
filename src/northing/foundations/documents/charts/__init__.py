"""Which pictures can a report draw, and what goes into each?"""

from northing.foundations.documents.charts.coverage_map import coverage_map
from northing.foundations.documents.charts.dumbbell import DumbbellRow, dumbbell
from northing.foundations.documents.charts.trend import TrendPoint, TrendSeries, trend

__all__ = [
    "DumbbellRow",
    "TrendPoint",
    "TrendSeries",
    "coverage_map",
    "dumbbell",
    "trend",
]

"""Which pictures can a report draw, and what goes into each?"""

from northing.foundations.documents.charts.coverage_map import coverage_map
from northing.foundations.documents.charts.dumbbell import DumbbellRow, Names, dumbbell, dumbbell_of
from northing.foundations.documents.charts.trend import TrendPoint, TrendSeries, trend

__all__ = [
    "DumbbellRow",
    "Names",
    "TrendPoint",
    "TrendSeries",
    "coverage_map",
    "dumbbell",
    "dumbbell_of",
    "trend",
]

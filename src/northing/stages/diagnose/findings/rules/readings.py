"""Does a metric reach its target, and which way does it point?"""

from __future__ import annotations

import re
from decimal import Decimal

from northing.foundations.sources.written_amounts import UnreadableAmount, parse_amount
from northing.stages.records.ledger.facts import Record

_AT_MOST = re.compile(
    r"≤|<|\b(?:at\s+most|max(?:imum|imal)?|under|below|less\s+than|no\s+more\s+than|up\s+to|"
    r"höchstens|unter|weniger\s+als|nicht\s+mehr\s+als)\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"≥|>|\b(?:at\s+least|min(?:imum|destens)?|over|above|more\s+than|mindestens|über|mehr\s+als)\b",
    re.IGNORECASE,
)
_LESS_IS_BETTER = re.compile(
    r"\b(?:wait(?:ing|s)?|delay\w*|days?\s+(?:until|to|from|late|open)|late|complain\w*|"
    r"incident\w*|accident\w*|injur\w*|error\w*|defect\w*|turnover|absence\w*|sick(?:ness)?|"
    r"emission\w*|waste|cost\w*|churn|overdue|backlog|missed|cancel\w*|time\s+(?:to|until|from)|"
    r"wartezeit\w*|wartet|beschwerde\w*|unfälle|fehler\w*|ausfälle|krank\w*|kosten|müll|"
    r"überstunden|overtime|double\s+shifts)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|green|reached|achieved|hit|exceeded|on\s+track|yes|grün|erreicht|erfüllt|ja)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:missed|not\s+(?:met|reached|achieved)|red|amber|off\s+track|behind|no|rot|gelb|verfehlt|"
    r"nicht\s+erreicht|nein)\b",
    re.IGNORECASE,
)


def reaches(metric: Record) -> bool | None:
    """Whether it is met; `None` where nothing says so.

    The outcome, where one is written, decides. A target without a direction is *at least*, unless
    the metric counts what there should be less of.
    """
    said = metric.outcome or ""
    if _MISSED.search(said):
        return False
    if _MET.search(said):
        return True
    target = _target(metric.target)
    if target is None or metric.amount is None:
        return None
    return metric.amount <= target if _is_capped(metric) else metric.amount >= target


def _is_capped(metric: Record) -> bool:
    written = metric.target or ""
    if _AT_MOST.search(written):
        return True
    return not _AT_LEAST.search(written) and bool(_LESS_IS_BETTER.search(metric.text))


def _target(written: str | None) -> Decimal | None:
    """The one number in the words; two numbers are a range, and no target that can be read."""
    found = re.findall(r"\d[\d.,’' ]*\d|\d", written or "")
    if len(found) != 1:
        return None
    try:
        return parse_amount(found[0]).value
    except UnreadableAmount:
        return None

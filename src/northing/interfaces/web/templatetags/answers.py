"""Which words does a template say of answers, kinds of records and what became of a sample?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from northing.foundations.documents.numbers import MINUS, day, habits_of, money, percent
from northing.interfaces.web import sentences_verify as said
from northing.interfaces.web.sentences_kinds import CHANNELS
from northing.stages.diagnose.verification.facts import Answer, Standing
from northing.stages.diagnose.verification.models import StoredSample
from northing.stages.records.ledger.facts import NO_DEEDS, Channel

register = template.Library()
PARTS = {
    "sheet": gettext_lazy("sheet"),
    "page": gettext_lazy("page"),
    "line": gettext_lazy("line"),
    "column": gettext_lazy("column"),
}
"""Of a place in a file, as a sample keeps it; what the file or the sheet is called stays."""
PART = re.compile(rf"(?<=, )({'|'.join(PARTS)})(?= )")

MONEY = re.compile(rf"([A-Z]{{3}})\s({MINUS}?[\d,]+(?:\.\d+)?)")
MONTHS = habits_of("en").months
DAY = re.compile(rf"(\d{{1,2}})\s({'|'.join(MONTHS)})\s(\d{{4}})")


@register.filter
def answer_said(answer: str) -> str:
    return str(said.ANSWERS[Answer(answer)])


@register.filter
def place_said(place: str) -> str:
    """`budget.xlsx, sheet North, line 5` in the reader's language."""
    return PART.sub(lambda found: str(PARTS[found[1]]), place)


@register.filter
def amount_said(amount: str) -> str:
    """`EUR 1,200 · 3 March 2026`, as a sample keeps it, in the reader's language."""
    language = (get_language() or "en").partition("-")[0]
    return " · ".join(_in(language, part) for part in amount.split(" · "))


@register.filter
def kind_said(channel: str) -> str:
    return str(CHANNELS[Channel(channel)])


@register.filter
def is_deed(channel: str) -> bool:
    return Channel(channel) not in NO_DEEDS


@register.filter
def standing_said(standing: str) -> str:
    return str(said.STANDINGS[Standing(standing)])


@register.filter
def sample_said(sample: StoredSample) -> str:
    """By what people know it: the audit it was drawn from, and the day it was asked for."""
    day = date_format(sample.asked_at, "DATE_FORMAT")
    if sample.audit is None:
        return _("Sample of %(day)s") % {"day": day}
    return _("Sample from audit %(number)s, %(day)s") % {"number": sample.audit.number, "day": day}


@register.filter
def state_said(state: str) -> str:
    return str(said.STATES[StoredSample.State(state)])


@register.filter
def rule_said(rule: str) -> str:
    return str(said.RULES[rule])


@register.filter
def no_agreement_said(progress: Mapping[str, Any]) -> str:
    """Why it is unknown how far two people agree; before anything is reckoned, that it is not."""
    reason = progress.get("alpha", {}).get("unknown", "")
    return str(said.NO_AGREEMENT.get(reason, reason or said.NOT_RECKONED))


@register.filter
def share_said(measure: Mapping[str, Any]) -> str:
    """`72 % (58 to 84 %, n = 31)`, or nothing where it is unknown: the page draws the hatch."""
    if "unknown" in measure:
        return ""
    low, high = measure.get("low"), measure.get("high")
    if low is None or high is None:
        return _("%(value)s (n = %(n)s, no interval)") % _parts(measure)
    between = {"low": percent(low), "high": percent(high)}
    return _("%(value)s (%(low)s to %(high)s, n = %(n)s)") % (_parts(measure) | between)


@register.filter
def half_width(measure: Mapping[str, Any]) -> str:
    """How far the interval reaches to either side, in points."""
    low, high = measure.get("low"), measure.get("high")
    return "" if low is None or high is None else points((high - low) / 2)


@register.filter
def points(share: float) -> str:
    return f"{100 * share:.0f}"


def _in(language: str, part: str) -> str:
    if found := MONEY.fullmatch(part):
        digits = found[2].replace(",", "").replace(MINUS, "-")
        return money(Decimal(digits), found[1], language=language)
    if found := DAY.fullmatch(part):
        when = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        return day(when, language=language)
    return part


def _parts(measure: Mapping[str, Any]) -> dict[str, Any]:
    return {"value": percent(measure["value"]), "n": measure["n"]}

"""Which words does a template say of audits, their measures, kinds of records and links?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from northing.foundations.documents.blocks import Column, Table
from northing.foundations.documents.numbers import MINUS, NO_BREAK_SPACE
from northing.foundations.methods.estimate import Estimate, Measure
from northing.interfaces.web import sentences_audits as said
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.sentences_kinds import CHANNELS, LAYERS, STANCES
from northing.stages.diagnose.audits.rules.cells import measure_in
from northing.stages.records.ledger.facts import SPOKEN

register = template.Library()
UNKNOWN = "?"
_EVEN = 0.0005
_SMALLEST_P = 0.001


@register.filter
def channel_said(channel: str) -> str:
    """The kind of record in the reader's language; a foreign currency stays behind it."""
    kind, of, currency = channel.partition(" in ")
    named = str(CHANNELS.get(kind, kind))
    return f"{named} ({currency})" if of else named


@register.filter
def audit_state_said(state: str) -> str:
    return str(said.STATES.get(state, state))


@register.filter
def step_said(step: str) -> str:
    return str(said.STEPS.get(step, step))


@register.filter
def layer_said_of(layer: str) -> str:
    return str(LAYERS.get(layer, layer))


@register.filter
def stance_said(stance: str) -> str:
    return str(STANCES.get(stance, stance))


@register.filter
def report_said(name: str) -> str:
    return str(said.REPORTS.get(name, name))


@register.filter
def method_said(method: str) -> str:
    """What a method means, part by part; the name of a part nobody described."""
    parts = [one for one in method.split(", ") if one]
    return " ".join(str(said.METHODS.get(one, f"{text_said(one)}.")) for one in parts)


@register.filter
def sides(channel: str) -> str:
    """Which sign a kind of record carries: that of words or that of deeds."""
    return "words" if channel in SPOKEN else "deeds"


@register.filter
def measured(kept: Mapping[str, Any] | None) -> Measure:
    """What a row or a file keeps of a measure, as a measure."""
    return measure_in(kept)


@register.filter
def known(one: Measure) -> bool:
    return isinstance(one, Estimate)


@register.filter
def percent_said(one: Measure) -> str:
    """`31.2 %`, or "?" where it is unknown."""
    return _percent(one.value) if isinstance(one, Estimate) else UNKNOWN


@register.filter
def points_said(one: Measure) -> str:
    """`+27.1`, or "?" where it is unknown."""
    return _signed(one.value) if isinstance(one, Estimate) else UNKNOWN


@register.filter
def between_said(one: Measure) -> str:
    """The interval of a gap in points, or why there is none."""
    if not isinstance(one, Estimate):
        return text_said(one.reason)
    if one.low is None or one.high is None:
        return _("no interval: %(why)s") % {"why": text_said(one.no_interval)}
    if one.low == one.high:
        return _("exact as linked")
    ends = {"low": _signed(one.low), "high": _signed(one.high)}
    return _("between %(low)s and %(high)s") % ends


@register.filter
def share_between(one: Measure) -> str:
    """The interval of a share, or why there is none."""
    if not isinstance(one, Estimate) or one.low is None or one.high is None or one.low == one.high:
        return between_said(one)
    ends = {"low": _percent(max(one.low, 0)), "high": _percent(min(one.high, 1))}
    return _("between %(low)s and %(high)s") % ends


@register.filter
def apart_said(one: Measure) -> str:
    """Which side is larger, and by how much; never a verdict."""
    if not isinstance(one, Estimate):
        return _("unknown")
    if abs(one.value) < _EVEN:
        return _("said and done in the same measure")
    size = {"points": _plain(abs(one.value))}
    if one.value > 0:
        return _("%(points)s points more said than done") % size
    return _("%(points)s points more done than said") % size


@register.filter
def holds_zero(one: Measure) -> bool:
    """Whether a gap may be none, as far as its interval tells."""
    if not isinstance(one, Estimate) or one.low is None or one.high is None:
        return False
    return one.low < 0 < one.high


@register.filter
def p_said(value: float | None) -> str:
    """`p = 0.034`, or that it is smaller than a thousandth; on one line."""
    if value is None:
        return UNKNOWN
    if value < _SMALLEST_P:
        return f"p{NO_BREAK_SPACE}<{NO_BREAK_SPACE}{number_format(_SMALLEST_P, decimal_pos=3)}"
    return f"p{NO_BREAK_SPACE}={NO_BREAK_SPACE}{number_format(round(value, 3), decimal_pos=3)}"


@register.filter
def by_column(table: Table) -> list[list[tuple[Column, str]]]:
    """The rows of a table, each text beside the column it stands in."""
    return [list(zip(table.columns, row, strict=True)) for row in table.rows]


@register.filter
def match_said(match_score: float | None) -> str:
    """How near a text came to a prompt, from 0 to 1."""
    return "" if match_score is None else number_format(round(match_score, 2), decimal_pos=2)


def _percent(share: float) -> str:
    return f"{_plain(share)}{NO_BREAK_SPACE}%"


def _plain(share: float) -> str:
    return number_format(round(100 * share, 1), decimal_pos=1, force_grouping=True)


def _signed(share: float) -> str:
    if round(100 * share, 1) == 0:
        return _plain(0)
    return f"{'+' if share > 0 else MINUS}{_plain(abs(share))}"

"""Which words does a template say of records, imports and links?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from northing.interfaces.web import sentences_records as said
from northing.interfaces.web.sentences_kinds import CHANNELS, ORIGINS, STANCES
from northing.stages.decide.purpose_test.rules.publishing import number_in
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.facts import SPOKEN
from northing.stages.records.ledger.models import StoredRecord

register = template.Library()
KINDS: Mapping[str, Mapping[Any, Any]] = {
    "state": said.STATES,
    "channel": CHANNELS,
    "side": said.SIDES,
    "audience": said.AUDIENCES,
    "stance": STANCES,
    "origin": ORIGINS,
    "order": said.ORDERS,
    "column": said.COLUMNS,
    "step": said.STEPS,
    "left_out": said.LEFT_OUT,
    "reason": said.REASONS,
}
_SURE, _LIKELY = 0.75, 0.5
_MINUTE = 60
_KILO = 1024


@register.filter
def record_word(value: str, kind: str) -> str:
    """The word in the reader's language; what nobody translated is shown as it is."""
    return str(KINDS[kind].get(value, value))


@register.filter
def side_said(name: str) -> str:
    """Which side a sum is of: an account calls it `EUR spending`."""
    return record_word(name.rsplit(" ", maxsplit=1)[-1], "side")


@register.filter
def currency_said(name: str) -> str:
    """In which currency a sum is; nothing where no row named one."""
    return " ".join(name.split(" ")[:-1])


@register.filter
def iso_day(written: str) -> str:
    """A day that an account keeps as text, as the reader writes days."""
    return str(date_format(date.fromisoformat(written)))


@register.filter
def record_sign(channel: str) -> str:
    """Words are a hollow circle, deeds a filled one."""
    return "words" if channel in SPOKEN else "deeds"


@register.filter
def amount_said(amount: Decimal | str | None) -> str:
    """In the reader's way of writing numbers; cents only where there are any."""
    if amount is None or amount == "":
        return ""
    found = Decimal(amount)
    whole = found == found.to_integral_value()
    places = 0 if whole else max(2, -int(found.normalize().as_tuple().exponent))
    return str(number_format(found, decimal_pos=places, force_grouping=True))


@register.filter
def place_said(record: StoredRecord) -> str:
    """`budget.csv, sheet North, line 14`: where people find it."""
    if record.typed_id:
        return _("typed in, on line %(line)d") % {"line": record.line}
    decision = None if record.source else number_in(record.name)
    if decision is not None:
        return _("decision %(number)d") % {"number": decision}
    parts = [record.source.path if record.source else record.name]
    if record.sheet:
        parts.append(_("sheet %(sheet)s") % {"sheet": record.sheet})
    if record.line:
        parts.append(_("line %(line)d") % {"line": record.line})
    return ", ".join(parts)


@register.filter
def day_said(record: StoredRecord) -> str:
    """The day, or the period where the file names none: a year is no first of January."""
    if record.effective_on is None or (not record.is_dated_to_day and record.period):
        return record.period
    return record.effective_on.isoformat()


@register.filter
def match_said(match_score: float | None) -> str:
    """A machine's match in words: a number alone would look more certain than it is."""
    if match_score is None:
        return ""
    if match_score >= _SURE:
        word = _("close match")
    else:
        word = _("fair match") if match_score >= _LIKELY else _("weak match")
    return f"{word} ({number_format(round(match_score, 2), decimal_pos=2)})"


@register.filter
def size_said(count: int) -> str:
    """Bytes as people say them."""
    if count < _KILO * _KILO:
        return _("%(size)s KB") % {"size": number_format(max(1, round(count / _KILO)))}
    return _("%(size)s MB") % {
        "size": number_format(round(count / _KILO / _KILO, 1), decimal_pos=1)
    }


@register.filter
def time_said(left: timedelta | None) -> str:
    """How long it still takes, as far as anybody can tell."""
    if left is None:
        return ""
    seconds = max(1, round(left.total_seconds()))
    if seconds < _MINUTE:
        return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    minutes = round(seconds / _MINUTE)
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


@register.filter
def at_key(table: Mapping[str, Any], key: str) -> Any:
    return table.get(key, "")


@register.filter
def named_in(key: str, names: Mapping[str, str]) -> str:
    """What is called so; a key that means nothing any more is shown as it is."""
    return names.get(key, key)


@register.filter
def is_waiting(one: Import) -> bool:
    """Whether a job is at it."""
    return one.state in (Import.State.LOOKING, Import.State.READING)

"""Which words does a template say of findings, figures, comparisons and opinions?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from northing.foundations.documents.numbers import MINUS, NO_BREAK_SPACE
from northing.interfaces.web import sentences_findings as said
from northing.interfaces.web.reading_aloud import methods_said, text_said
from northing.interfaces.web.sentences_audits import METHODS
from northing.interfaces.web.sentences_kinds import CHANNELS, ORIGINS, Said
from northing.stages.diagnose.audits.models import StoredFinding
from northing.stages.diagnose.audits.rules.telling import sentence_in
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.records.ledger.facts import SPOKEN

register = template.Library()
PER_CENT = re.compile(r"(?<=\d) (?=%)")
SAID: dict[str, Said] = {
    "severity": said.SEVERITIES,
    "severity_short": said.SEVERITIES_SHORT,
    "confidence": said.CONFIDENCE,
    "state": said.STATES,
    "outcome": said.OUTCOMES,
    "unseen": said.UNSEEN,
    "origin": ORIGINS,
    "answer": said.ANSWERS,
    "channel": CHANNELS,
    "gap": said.GAPS_CHANGED,
    "finding": said.FINDINGS_CHANGED,
    "explained": said.EXPLAINED,
    "opinion": said.OPINIONS,
    "opinion_means": said.OPINIONS_MEAN,
    "readers": said.READERS,
}

_COMPANY: dict[tuple[bool, bool], Any] = {
    (True, False): gettext_lazy("%(value)s (between %(low)s and %(high)s; n = %(n)s, %(method)s)"),
    (False, False): gettext_lazy("%(value)s (no interval: %(why)s; n = %(n)s, %(method)s)"),
    (True, True): gettext_lazy("%(value)s (between %(low)s and %(high)s; n = %(n)s)"),
    (False, True): gettext_lazy("%(value)s (no interval: %(why)s; n = %(n)s)"),
}
"""A figure in its company, by whether it has an interval, and whether its method is left out."""


@register.filter("text_said")
def together(text: str) -> str:
    """A sentence in the reader's language; a figure and its per cent stay on one line."""
    return PER_CENT.sub(NO_BREAK_SPACE, text_said(text))


@register.filter
def said_as(value: str, kind: str) -> str:
    """The word of that kind in the reader's language; what is not known is shown as it is."""
    return str(SAID[kind].get(value, value))


@register.filter
def code_said(code: str) -> str:
    """What a finding of this code is called; the code itself where nobody named it."""
    entry = CATALOGUE.get(code)
    return text_said(entry.title) if entry else code


@register.filter
def code_means(code: str) -> str:
    entry = CATALOGUE.get(code)
    return text_said(entry.definition) if entry else ""


@register.filter
def finding_said(content: Mapping[str, Any], part: str) -> str:
    """A sentence of a finding as `audit.json` has it, in the reader's language."""
    return together(sentence_in(content, part))


@register.filter
def statement_said(finding: StoredFinding) -> str:
    """What a finding says, in the reader's language."""
    return finding_said(finding.content, "statement") or finding.statement


@register.filter
def side_of(channel: str) -> str:
    """Which sign a record carries: of words or of deeds."""
    return "words" if channel in SPOKEN else "deeds"


@register.filter
def points_said(share: float | None) -> str:
    """`0.201` -> "+20.1"; unknown stays a word."""
    if share is None:
        return _("unknown")
    rounded = round(share * 100, 1)
    written = number_format(abs(rounded), decimal_pos=1, force_grouping=True)
    return written if rounded == 0 else f"{'+' if share > 0 else MINUS}{written}"


@register.filter
def share_said(share: float | None) -> str:
    """`0.201` -> "20.1 %"; unknown stays a word."""
    if share is None:
        return _("unknown")
    return f"{number_format(round(share * 100, 1), decimal_pos=1)}{NO_BREAK_SPACE}%"


@register.filter
def gap_said(gap: Mapping[str, Any] | None) -> str:
    """A gap in points with its interval, n and method; or why it is not known.

    A method that pages have a sentence for is left to that sentence.
    """
    method = str((gap or {}).get("method", ""))
    is_brief = all(part in METHODS for part in method.split(", "))
    return _measure(gap, points_said, _(" points"), is_brief=is_brief)


@register.filter
def estimate_said(found: Mapping[str, Any] | None) -> str:
    """A share with its interval, n and method; or why it is not known."""
    return _measure(found, share_said, "")


@register.filter
def key(found: Mapping[str, Any], name: str) -> Any:
    """What stands under that name; nothing where nothing does."""
    return found.get(name, "")


def _measure(
    found: Mapping[str, Any] | None, written: Any, unit: str, *, is_brief: bool = False
) -> str:
    if not found:
        return _("not measured")
    if "unknown" in found:
        return _("unknown: %(reason)s") % {"reason": text_said(found["unknown"])}
    parts = {
        "value": written(found["value"]) + unit,
        "low": written(found.get("low")),
        "high": written(found.get("high")),
        "n": number_format(found.get("n", 0), force_grouping=True),
        "method": methods_said(found.get("method", "")),
    }
    if found.get("low") is None:
        parts["why"] = text_said(found.get("no_interval", ""))
    return str(_COMPANY[found.get("low") is not None, is_brief]) % parts

"""How does what the rules say in English read in the language of whoever looks?"""

from __future__ import annotations

import re

from django.utils.translation import get_language

from northing.foundations.documents.told import Told, Tongue, joined, told_in
from northing.stages.decide.purpose_test.rules.german import GERMAN as DECISIONS
from northing.stages.decide.studies.rules.german import GERMAN as PLANS
from northing.stages.diagnose.findings.rules.german.all import GERMAN as FINDINGS
from northing.stages.diagnose.verification.rules.german import GERMAN as SHEETS
from northing.stages.records.imports.rules.german.all import GERMAN as FILES

TONGUES = {"de": joined(FINDINGS, FILES, SHEETS, DECISIONS, PLANS)}
"""By the first part of a language's tag; English is what rules say themselves."""
_BETWEEN = re.compile(r"(?<=\.) (?=[A-Z])")


def text_said(text: str) -> str:
    """A sentence or a reason of the rules; what no language has words for stays as it is."""
    tongue = _tongue()
    if tongue is None or not text:
        return text
    found = told_in(tongue, text)
    if isinstance(text, Told) or found != text:
        return found
    return " ".join(told_in(tongue, one) for one in _BETWEEN.split(text))


def methods_said(method: str) -> str:
    """The name of a method, part by part."""
    return ", ".join(text_said(one) for one in method.split(", "))


def _tongue() -> Tongue | None:
    return TONGUES.get((get_language() or "en").partition("-")[0])

"""How does what the rules say in English read in the language of whoever looks?"""

from __future__ import annotations

from django.utils.translation import get_language

from northing.foundations.documents.told import Tongue, told_in
from northing.stages.diagnose.findings.rules.german.all import TONGUES


def text_said(text: str) -> str:
    """A sentence or a reason of the rules; what no language has words for stays as it is."""
    tongue = _tongue()
    return told_in(tongue, text) if tongue and text else text


def methods_said(method: str) -> str:
    """The name of a method, part by part."""
    return ", ".join(text_said(one) for one in method.split(", "))


def _tongue() -> Tongue | None:
    """None for English, which the rules speak themselves."""
    return TONGUES.get((get_language() or "en").partition("-")[0])

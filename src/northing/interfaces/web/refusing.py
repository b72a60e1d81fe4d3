"""What is said to whom the state of things refuses something, in the language they read?"""

from __future__ import annotations

from northing.foundations.people.refusals import Refused
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.sentences import REFUSALS


def refusal_said(refusal: Refused) -> str:
    """The sentence of its code; a rule that refuses in a whole sentence says that one."""
    return str(REFUSALS[refusal.code]) if refusal.code in REFUSALS else text_said(refusal.code)

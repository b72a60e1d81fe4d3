"""What is said to whom the state of things refuses something, in the language they read?"""

from __future__ import annotations

from northing.foundations.people.refusals import CHANGED_MEANWHILE, Refused
from northing.interfaces.web.changing import changed_said
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.sentences import REFUSALS


def refusal_said(refusal: Refused) -> str:
    """The sentence of its code; a rule that refuses in a whole sentence says that one.

    Where somebody was quicker, also who did what, when, as far as the reader may know it.
    """
    if refusal.code == CHANGED_MEANWHILE:
        said = (str(REFUSALS[refusal.code]), changed_said(refusal.rows))
        return " ".join(one for one in said if one)
    return str(REFUSALS[refusal.code]) if refusal.code in REFUSALS else text_said(refusal.code)

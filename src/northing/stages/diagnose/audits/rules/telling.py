"""Which sentence of a finding stands in `audit.json`, ready to be told in any language?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from northing.foundations.documents.told import Told
from northing.foundations.documents.told_json import read


def sentence_in(content: Mapping[str, Any], part: str) -> Told:
    """The English sentence, with its pattern and its places where the audit kept them.

    An audit from before they were kept, or one that another program wrote, has the text alone.
    """
    english = Told(str(content.get(part) or ""))
    kept = (content.get("told") or {}).get(part)
    try:
        found = read(kept) if kept else english
    except ValueError:
        return english
    return found if isinstance(found, Told) else english

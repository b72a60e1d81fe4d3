"""Does an author's cell name a person, or a role and a body?"""

from __future__ import annotations

import re

_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")
_BODIES = frozenset(
    [
        "team",
        "board",
        "officer",
        "director",
        "manager",
        "committee",
        "council",
        "department",
        "finance",
        "head",
        "office",
        "group",
        "unit",
        "lead",
        "staff",
        "human",
        "resources",
        "executive",
        "chief",
        "president",
        "chair",
        "secretary",
        "operations",
        "it",
        "hr",
        "management",
        "senior",
        "service",
        "services",
        "programme",
        "program",
        "division",
        "branch",
        "clinic",
        "trust",
        "foundation",
        "vorstand",
        "leitung",
        "abteilung",
    ]
)


def is_person(author: str | None) -> bool:
    """Two to four words, none of them an office. A role is not redacted, a person always is."""
    if author is None or not _NAME.fullmatch(author):
        return False
    return not _BODIES & set(author.casefold().split())

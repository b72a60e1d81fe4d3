"""Of what does whom hear, by which right, and how soon where nobody said otherwise?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from northing.foundations.people.access import Action, Role, Wish, allows


class Channel(StrEnum):
    """The way by which somebody hears."""

    MAIL = "mail"
    CHAT = "chat"


class Rhythm(StrEnum):
    """How soon somebody hears."""

    AT_ONCE = "at once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class Kind(StrEnum):
    """What may be due for somebody."""

    ASSIGNED = "finding assigned"
    REPLY_DUE = "reply due"
    AUDIT_DUE = "audit due again"
    SAMPLE = "sample waits"
    READY = "audit ready"
    FAILED = "audit failed"
    ISSUED = "audit issued"
    REFUSED = "lines refused"
    PUBLICATION = "publication due"
    OPINION = "opinion asked"
    OWN_END = "own end near"
    OTHERS_END = "end of another near"
    SIGN = "signature asked"
    SIGN_SOON = "time to sign is short"
    CHANGES = "changes asked"
    DECIDED = "decision came out"
    REVIEW = "review due"
    CONDITION = "condition due"


class Whom(StrEnum):
    """Whether one person is meant, or everybody who may."""

    OWN = "whose it is"
    ALL = "all who may"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table: without the right nobody hears, whoever they are."""

    whom: Whom
    action: Action
    wish: Wish
    at_first: Rhythm

    def lets(self, role: Role) -> bool:
        return allows(role, self.action, self.wish)


_OWN, _ALL = Whom.OWN, Whom.ALL
_SEE, _CHANGE = Wish.SEE, Wish.CHANGE
_ONCE, _DAILY, _WEEKLY = Rhythm.AT_ONCE, Rhythm.DAILY, Rhythm.WEEKLY
KINDS = {
    Kind.ASSIGNED: Entry(_OWN, Action.FINDINGS, _SEE, _ONCE),
    Kind.REPLY_DUE: Entry(_OWN, Action.FINDINGS, _SEE, _DAILY),
    Kind.AUDIT_DUE: Entry(_ALL, Action.AUDITS, _CHANGE, _WEEKLY),
    Kind.SAMPLE: Entry(_ALL, Action.LABELS, _CHANGE, _DAILY),
    Kind.READY: Entry(_ALL, Action.AUDITS, _CHANGE, _ONCE),
    Kind.FAILED: Entry(_ALL, Action.AUDITS, _CHANGE, _ONCE),
    Kind.ISSUED: Entry(_ALL, Action.ISSUED, _SEE, _DAILY),
    Kind.REFUSED: Entry(_OWN, Action.RECORDS, _SEE, _ONCE),
    Kind.PUBLICATION: Entry(_ALL, Action.ISSUED, _CHANGE, _DAILY),
    Kind.OPINION: Entry(_ALL, Action.OPINION, _CHANGE, _DAILY),
    Kind.OWN_END: Entry(_OWN, Action.ORGANISATION, _SEE, _DAILY),
    Kind.OTHERS_END: Entry(_ALL, Action.MEMBERS, _CHANGE, _DAILY),
    Kind.SIGN: Entry(_OWN, Action.SIGN, _CHANGE, _ONCE),
    Kind.SIGN_SOON: Entry(_OWN, Action.SIGN, _CHANGE, _DAILY),
    Kind.CHANGES: Entry(_OWN, Action.DECIDE, _CHANGE, _ONCE),
    Kind.DECIDED: Entry(_OWN, Action.DECISIONS, _SEE, _ONCE),
    Kind.REVIEW: Entry(_OWN, Action.DECIDE, _CHANGE, _DAILY),
    Kind.CONDITION: Entry(_OWN, Action.DECIDE, _CHANGE, _DAILY),
}


def open_to(role: Role) -> list[Kind]:
    """What somebody of this role may ever hear of."""
    return [kind for kind, entry in KINDS.items() if entry.lets(role)]

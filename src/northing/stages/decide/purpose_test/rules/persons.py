"""Who may do what to a decision?

Whoever wrote a decision never approves it: not as a signer, not for one, not by an override.
"""

from __future__ import annotations

from northing.stages.decide.purpose_test.facts import Act, Doing, Refused, Standing

OF_THE_AUTHOR = {Act.SUBMIT, Act.WITHDRAW, Act.REVISE}
OF_A_SIGNER = {Act.AGREE, Act.OBJECT, Act.ASK_CHANGES, Act.REJECT, Act.DELEGATE}


def may_do(standing: Standing, doing: Doing) -> Refused | None:
    """Why this person may not, or None."""
    if not doing.by or doing.act is Act.EXPIRE:
        return _calendar(doing)
    if doing.act is Act.SUPERSEDE:
        return None
    if doing.act in OF_THE_AUTHOR:
        return None if doing.by == standing.author else Refused("Only whoever wrote it can.")
    return _judging(standing, doing)


def stands_for(standing: Standing, by: str) -> str:
    """Whom somebody signs for: themselves if asked, else whoever delegated to them."""
    if by in standing.signers:
        return by
    return next((signer for signer, other in standing.delegates if other == by), by)


def eligible(standing: Standing) -> frozenset[str]:
    """Whose word counts: those asked, without the author."""
    return standing.signers - {standing.author}


def _calendar(doing: Doing) -> Refused | None:
    if doing.act is not Act.EXPIRE:
        return Refused("Somebody has to do that; the calendar lets decisions expire, no more.")
    return Refused("Only the calendar lets a decision expire.") if doing.by else None


def _judging(standing: Standing, doing: Doing) -> Refused | None:
    if doing.by == standing.author:
        return Refused("Whoever wrote a decision never approves it.")
    if doing.act is Act.OVERRIDE:
        return None if doing.may_override else Refused("You have no right to override.")
    if stands_for(standing, doing.by) not in eligible(standing):
        return Refused("You are not asked to sign this.")
    return None

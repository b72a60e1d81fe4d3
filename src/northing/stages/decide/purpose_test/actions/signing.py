"""How does somebody say their word on a decision, pass it on, or take it against the others?

A signature is given to one round: `seen` is the round somebody looked at. What was withdrawn and
submitted again meanwhile is another one, and nobody signs what they did not read.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from northing.foundations.people import refusals as people
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.foundations.trail.rules.chain import digest_of
from northing.stages.decide.purpose_test.actions.holding import (
    check_may,
    keep,
    moved,
    tell,
)
from northing.stages.decide.purpose_test.facts import Act, Doing, Standing, State
from northing.stages.decide.purpose_test.models import (
    StoredDecision,
    StoredDelegate,
    StoredSignature,
)
from northing.stages.decide.purpose_test.rules.persons import stands_for
from northing.stages.decide.purpose_test.rules.publishing import name_of as published_as
from northing.stages.decide.purpose_test.rules.publishing import published
from northing.stages.decide.purpose_test.rules.refusals import SIGNER_UNKNOWN
from northing.stages.decide.purpose_test.store import rows
from northing.stages.decide.purpose_test.store.standing import name_of, recorded, standing
from northing.stages.records.ledger import actions as records
from northing.stages.records.ledger.facts import Channel, Stance, Typed

VERBS = {
    Act.AGREE: "decision agreed to",
    Act.OBJECT: "decision objected to",
    Act.ASK_CHANGES: "changes to a decision asked for",
    Act.REJECT: "decision rejected",
    Act.OVERRIDE: "decision overridden",
}
OF_SIGNERS = frozenset(VERBS) - {Act.OVERRIDE}


def sign(
    row: StoredDecision, act: Act, reason: str = "", *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """Agree, object, ask for changes or reject, for oneself or for who delegated.

    The same word twice is one.
    """
    if act not in OF_SIGNERS:
        raise ValueError(f"{act} is no word of a signer")
    check_may(by, row.organisation_id, Action.SIGN)
    return _say(row, act, reason, by=by, at=at, seen=seen)


def override(
    row: StoredDecision, reason: str, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """Take it against the test or the signers: in the open, with a reason, and counted for good."""
    check_may(by, row.organisation_id, Action.OVERRIDE)
    return _say(row, Act.OVERRIDE, reason, by=by, at=at, seen=seen)


def delegate(
    row: StoredDecision, to: Member, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    """Let somebody sign in one's place, in this round; said anew it is somebody else."""
    check_may(by, row.organisation_id, Action.SIGN)
    with transaction.atomic():
        found = _held(row, seen)
        if not rows.may_sign(found.organisation, on=at.date()).filter(id=to.id).exists():
            raise Refused(SIGNER_UNKNOWN, field="to")
        doing = Doing(Act.DELEGATE, name_of(by), at.date(), to=name_of(to))
        keep(found, moved(found, doing))
        signer = _member_named(found, name_of(by))
        StoredDelegate.objects.update_or_create(
            decision=found, round=found.rounds, signer=signer, defaults={"to": to, "at": at}
        )
        tell("signature delegated", found, by, at, round=found.rounds, to=str(to.person_id))
    return found


def _say(
    row: StoredDecision, act: Act, reason: str, *, by: Member, at: datetime, seen: int
) -> StoredDecision:
    reason = reason.strip()
    with transaction.atomic():
        found = _held(row, seen)
        if _is_said(found, act, reason, by):
            return found
        may_override = allows(Role(by.role), Action.OVERRIDE, Wish.CHANGE)
        doing = Doing(act, name_of(by), at.date(), reason, may_override=may_override)
        before, after = standing(found), moved(found, doing)
        _add_word(found, before, doing, by, at)
        if after.state is State.ACCEPTED:
            found.decided_on = at.date()
        keep(found, after)
        tell(VERBS[act], found, by, at, round=found.rounds, reason=digest_of(reason))
        if after.state is State.ACCEPTED:
            _accepted(found, by, at)
    return found


def _held(row: StoredDecision, seen: int) -> StoredDecision:
    found = rows.held(row.id)
    if found.rounds != seen:
        raise Refused(people.CHANGED_MEANWHILE)
    return found


def _is_said(row: StoredDecision, act: Act, reason: str, by: Member) -> bool:
    """Whether this very click was heard before."""
    words = StoredSignature.objects.filter(decision=row, round=row.rounds, act=act.value)
    return words.filter(by__person_id=by.person_id, reason=reason).exists()


def _add_word(
    row: StoredDecision, before: Standing, doing: Doing, by: Member, at: datetime
) -> None:
    whose = stands_for(before, doing.by)
    StoredSignature.objects.create(
        decision=row,
        round=row.rounds,
        stands_for=by if whose == doing.by else _member_named(row, whose),
        by=by,
        act=doing.act.value,
        reason=doing.reason,
        on=doing.on,
        at=at,
    )


def _member_named(row: StoredDecision, name: str) -> Member:
    """The membership by which somebody is asked to sign."""
    for one in row.signers.select_related("member__person"):
        if name_of(one.member) == name:
            return one.member
    raise NotAllowed


def _accepted(row: StoredDecision, by: Member, at: datetime) -> None:
    """It is taken: a deed the next audit reads, in the place of what it was to supersede."""
    count = _publish(row)
    tell("decision accepted", row, by, at, round=row.rounds, overridden=row.is_overridden,
         records=count)  # fmt: skip
    if row.supersedes_id:
        before = rows.held(row.supersedes_id)
        if before.state == State.ACCEPTED:
            doing = Doing(Act.SUPERSEDE, name_of(by), at.date())
            keep(before, moved(before, doing))
            tell("decision superseded", before, by, at, successor=row.number)


def _publish(row: StoredDecision) -> int:
    named = {
        published_as(row.number, place): Typed(
            channel=Channel.DECISIONS,
            text=one.text,
            effective_on=one.on,
            received_on=one.on,
            unit=one.unit,
            commitment=one.commitment,
            stance=Stance(one.stance) if one.stance else None,
        )
        for place, one in enumerate(published(recorded([row])))
    }
    records.publish(row.organisation, named)
    return len(named)

"""What may be done to a decision next, and where does it then stand?

One table of states, and one function that moves between them. Whoever wrote a decision never
approves it: not as a signer, not for one, not by an override.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from northing.stages.decide.purpose_test.facts import (
    Act,
    Doing,
    Refused,
    Result,
    Signature,
    Standing,
    State,
)
from northing.stages.decide.purpose_test.rules.persons import (
    OF_A_SIGNER,
    eligible,
    may_do,
    stands_for,
)

MOVES: dict[State, dict[Act, tuple[State, ...]]] = {
    State.DRAFT: {Act.SUBMIT: (State.SUBMITTED,)},
    State.SUBMITTED: {
        Act.WITHDRAW: (State.DRAFT,),
        Act.AGREE: (State.SUBMITTED, State.ACCEPTED),
        Act.OBJECT: (State.SUBMITTED, State.ACCEPTED),
        Act.ASK_CHANGES: (State.CHANGES_ASKED,),
        Act.REJECT: (State.REJECTED,),
        Act.OVERRIDE: (State.ACCEPTED,),
        Act.DELEGATE: (State.SUBMITTED,),
        Act.EXPIRE: (State.EXPIRED,),
    },
    State.CHANGES_ASKED: {Act.REVISE: (State.DRAFT,), Act.EXPIRE: (State.EXPIRED,)},
    State.ACCEPTED: {Act.SUPERSEDE: (State.SUPERSEDED,)},
    State.REJECTED: {Act.REVISE: (State.DRAFT,)},
    State.EXPIRED: {Act.REVISE: (State.DRAFT,)},
    State.SUPERSEDED: {},
}
"""From each state, what may be done, and where that may lead."""

WITH_A_REASON = {Act.OBJECT, Act.ASK_CHANGES, Act.REJECT, Act.OVERRIDE}
FAILED = "The test fails; change the decision, or let somebody override it in the open."
NOT_TOLD = "The test cannot be told yet; answer what is open, or write a condition to find out."
NO_CONDITION = "It passes only with conditions; write each with its owner and its day."


def after(standing: Standing, doing: Doing) -> Standing | Refused:
    """Where a decision stands once somebody did this, or why they may not."""
    refused = _out_of_place(standing, doing) or may_do(standing, doing)
    if refused is not None:
        return refused
    mark = Signature(
        stands_for(standing, doing.by), doing.by, doing.act, doing.reason.strip(), doing.on
    )
    return _DO[doing.act](standing, mark, doing.to)


def agreeing(standing: Standing) -> float | None:
    """The part of those who signed that agrees; None where nobody did."""
    if not standing.signatures:
        return None
    agree = sum(one.act is Act.AGREE for one in standing.signatures)
    return agree / len(standing.signatures)


def waits_for(standing: Standing) -> frozenset[str]:
    """Whose word is still missing, by the people asked, whoever stands for them."""
    if standing.state is not State.SUBMITTED:
        return frozenset()
    return eligible(standing) - {one.as_ for one in standing.signatures}


def _out_of_place(standing: Standing, doing: Doing) -> Refused | None:
    """Why nobody could do this now, whoever they are."""
    if doing.act not in MOVES[standing.state]:
        return Refused(f"It is {standing.state.value}; nobody can {doing.act.value} it now.")
    if doing.act in WITH_A_REASON and not doing.reason.strip():
        return Refused("Give the reason: others have to be able to answer it.")
    late = standing.due_on is not None and doing.on > standing.due_on
    if late and doing.act in OF_A_SIGNER | {Act.OVERRIDE}:
        return Refused(f"Its time ran out on {standing.due_on}; the author may submit it again.")
    return None


def _submit(standing: Standing, mark: Signature, _to: str) -> Standing | Refused:
    if len(eligible(standing)) < standing.quorum:
        return Refused(
            f"{standing.quorum} have to sign besides the author; name enough people who can."
        )
    if standing.result is Result.CONDITIONS and not standing.conditions:
        return Refused(NO_CONDITION)
    return replace(
        standing,
        state=State.SUBMITTED,
        due_on=mark.on + timedelta(days=standing.days),
        signatures=(),
        delegates=(),
        rounds=standing.rounds + 1,
    )


def _sign(standing: Standing, mark: Signature, _to: str) -> Standing | Refused:
    if mark.as_ in {one.as_ for one in standing.signatures}:
        return Refused("Their word is given already; one person has one.")
    if mark.act is Act.AGREE and (stopped := _stopped(standing)):
        return stopped
    objected = mark.act is Act.OBJECT
    signed = replace(
        standing,
        signatures=(*standing.signatures, mark),
        objections=(*standing.objections, mark) if objected else standing.objections,
    )
    share = agreeing(signed)
    enough = len(signed.signatures) >= signed.quorum and share is not None
    if enough and share is not None and share >= signed.agreement and not _stopped(signed):
        return replace(signed, state=State.ACCEPTED)
    return signed


def _stopped(standing: Standing) -> Refused | None:
    """Why nobody's agreement could accept this."""
    if standing.result is Result.FAIL:
        return Refused(FAILED)
    if standing.result is Result.CANNOT_TELL and not standing.conditions:
        return Refused(NOT_TOLD)
    return None


def _ask_changes(standing: Standing, mark: Signature, _to: str) -> Standing | Refused:
    return replace(standing, state=State.CHANGES_ASKED, objections=(*standing.objections, mark))


def _reject(standing: Standing, mark: Signature, _to: str) -> Standing | Refused:
    return replace(standing, state=State.REJECTED, objections=(*standing.objections, mark))


def _override(standing: Standing, mark: Signature, _to: str) -> Standing | Refused:
    return replace(standing, state=State.ACCEPTED, overridden=mark)


def _delegate(standing: Standing, mark: Signature, to: str) -> Standing | Refused:
    if mark.by not in standing.signers:
        return Refused("What was delegated to you is not yours to pass on.")
    taken = {standing.author, *standing.signers, *(other for _, other in standing.delegates)}
    if not to or to in taken:
        return Refused("Choose somebody who neither wrote it nor signs it already.")
    if mark.as_ in {one.as_ for one in standing.signatures}:
        return Refused("Their word is given already; there is nothing left to delegate.")
    kept = tuple(pair for pair in standing.delegates if pair[0] != mark.by)
    return replace(standing, delegates=(*kept, (mark.by, to)))


def _back_to_draft(standing: Standing, _mark: Signature, _to: str) -> Standing | Refused:
    return replace(standing, state=State.DRAFT, signatures=(), delegates=(), due_on=None)


def _expire(standing: Standing, mark: Signature, _to: str) -> Standing | Refused:
    if standing.due_on is None or mark.on <= standing.due_on:
        return Refused("Its time has not run out.")
    return replace(standing, state=State.EXPIRED)


def _supersede(standing: Standing, _mark: Signature, _to: str) -> Standing | Refused:
    return replace(standing, state=State.SUPERSEDED)


_DO: dict[Act, Callable[[Standing, Signature, str], Standing | Refused]] = {
    Act.SUBMIT: _submit,
    Act.WITHDRAW: _back_to_draft,
    Act.AGREE: _sign,
    Act.OBJECT: _sign,
    Act.ASK_CHANGES: _ask_changes,
    Act.REVISE: _back_to_draft,
    Act.REJECT: _reject,
    Act.OVERRIDE: _override,
    Act.DELEGATE: _delegate,
    Act.EXPIRE: _expire,
    Act.SUPERSEDE: _supersede,
}

"""Do the decisions of a repository hold together, each by itself and one with the other?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from northing.stages.decide.purpose_test.facts import (
    Filter,
    Promise,
    Recorded,
    Result,
    State,
)
from northing.stages.decide.purpose_test.rules.filtering import due, signers_of
from northing.stages.decide.purpose_test.rules.reviewing import overdue
from northing.stages.decide.purpose_test.rules.testing import result_of


def complaints_of(
    one: Recorded, promises: Sequence[Promise], filters: Sequence[Filter], *, on: date
) -> Iterator[str]:
    """What keeps one decision from standing as its page says it does, each with its remedy."""
    decision = one.decision
    unknown = {answer.commitment for answer in decision.answers} - {each.id for each in promises}
    for name in sorted(unknown):
        yield f"{name} is no commitment; mend its name or remove the row."
    if unknown or one.state is not State.ACCEPTED:
        return
    yield from _signed(one, filters, on)
    found = result_of(decision, promises)
    if found.result in {Result.FAIL, Result.CANNOT_TELL} and not one.overridden:
        yield f"it is accepted, but the test says {found.result.value}: {found.grounds[0].sentence}"
    if overdue(decision, on=on):
        yield f"its review was due on {decision.review_on}; hold it and write `reviewed`."


def complaints_of_all(pages: Sequence[Recorded]) -> Iterator[tuple[str, str]]:
    """What does not hold between decisions: (id, sentence)."""
    ids = [one.decision.id for one in pages]
    for one, times in sorted(Counter(ids).items()):
        if times > 1:
            yield one, f"{times} pages have this id; give each its own."
    states = {one.decision.id: one.state for one in pages}
    later = {one.decision.id: one.superseded_by for one in pages if one.superseded_by}
    for one, state in sorted(states.items()):
        yield from ((one, said) for said in _succession(one, state, states, later))


def _succession(
    one: str, state: State, states: Mapping[str, State], later: Mapping[str, str]
) -> Iterator[str]:
    by = later.get(one)
    if by is None:
        if state is State.SUPERSEDED:
            yield "it is superseded, but does not say by which; write `superseded by`."
        return
    if by not in states:
        yield f"it is superseded by {by}, which is no page here."
    elif states[by] not in {State.ACCEPTED, State.SUPERSEDED}:
        yield f"{by} takes its place, but is {states[by].value}."
    if state is not State.SUPERSEDED:
        yield f"it names a successor, but is {state.value}; set its status to superseded."
    if _goes_in_a_circle(one, later):
        yield "it takes its own place in a circle; mend `superseded by`."


def _signed(one: Recorded, filters: Sequence[Filter], on: date) -> Iterator[str]:
    decision = one.decision
    if decision.author in (*one.signed, one.overridden_by):
        yield "whoever wrote it has approved it; somebody else has to."
    if one.overridden:
        return
    caught = due(decision, filters, on=decision.decided_on or on)
    signers, quorum, _, _ = signers_of(caught)
    others = {name for name in one.signed if name != decision.author}
    counted = others & signers if signers else others
    if len(counted) < quorum:
        who = f" of {', '.join(sorted(signers))}" if signers else ""
        yield f"{quorum}{who} have to sign, {len(counted)} did."


def _goes_in_a_circle(one: str, superseded_by: Mapping[str, str]) -> bool:
    seen, at = {one}, superseded_by.get(one, "")
    while at:
        if at == one:
            return True
        if at in seen:
            return False
        seen.add(at)
        at = superseded_by.get(at, "")
    return False

"""Does a decision advance the mission, and does it compromise any promise?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from northing.stages.decide.purpose_test.facts import (
    Answer,
    Decision,
    Ground,
    Promise,
    Result,
    Said,
    Tested,
)

UNANSWERED = "Nobody said what it does to"
COMPROMISES = "It compromises"
"""How these two kinds of grounds begin; pages tell by it what is open and what is a harm."""
WORST_FIRST = (Result.FAIL, Result.CANNOT_TELL, Result.CONDITIONS, Result.PASS)


def result_of(decision: Decision, promises: Sequence[Promise]) -> Tested:
    """The test of a decision against every commitment.

    * A guardrail it compromises fails it, whatever else it does.
    * Another commitment it compromises is a condition where one is written, else a failure.
    * What was not answered, or not known of a guardrail, cannot be told; that of another
      commitment is a condition: to find out.
    * It passes where nothing stands against it and at least one commitment is advanced with a
      reason; where none is, it does nothing for the mission, and cannot be told to serve it.

    Parameters
    ----------
    decision : Decision
        With at most one answer for each commitment.
    promises : sequence of Promise
        All that hold on the day.

    Raises
    ------
    ValueError
        Two answers for one commitment, or one for a commitment that is none.

    """
    answers = {one.commitment: one for one in decision.answers}
    known = {one.id for one in promises}
    if len(answers) < len(decision.answers) or not set(answers) <= known:
        raise ValueError("every commitment has one answer, and every answer a commitment")
    grounds = [one for promise in promises for one in _grounds(promise, answers.get(promise.id))]
    if not any(one.advances is Said.YES and one.reason for one in decision.answers):
        sentence = "Nobody said, with a reason, which promise it advances; say which, and why."
        grounds.append(Ground("", Result.CANNOT_TELL, sentence))
    grounds.sort(key=lambda one: WORST_FIRST.index(one.result))
    result = grounds[0].result if grounds else Result.CANNOT_TELL
    return Tested(result, tuple(grounds))


def _grounds(promise: Promise, answer: Answer | None) -> Iterator[Ground]:
    if answer is None:
        yield _unanswered(promise)
        return
    if answer.compromises is Said.YES:
        yield _compromised(promise, answer)
    elif answer.compromises is Said.CANNOT_TELL:
        result = Result.CANNOT_TELL if promise.guardrail else Result.CONDITIONS
        yield Ground(
            promise.id,
            result,
            f"Whether it compromises {_in_quotes(promise)} is not known; find out.",
        )
    if answer.advances is Said.YES:
        said = f"It advances {_in_quotes(promise)}"
        if answer.reason:
            yield Ground(promise.id, Result.PASS, f"{said}: {answer.reason}")
        else:
            yield Ground(promise.id, Result.CONDITIONS, f"{said}, but no reason is given; give it.")


def _unanswered(promise: Promise) -> Ground:
    result = Result.CANNOT_TELL if promise.guardrail else Result.CONDITIONS
    sentence = f"{UNANSWERED} {_in_quotes(promise)}; answer both questions."
    return Ground(promise.id, result, sentence)


def _compromised(promise: Promise, answer: Answer) -> Ground:
    if promise.guardrail:
        because = f": {answer.reason}" if answer.reason else ""
        sentence = f"It crosses the guardrail {_in_quotes(promise)}{because}"
        return Ground(promise.id, Result.FAIL, sentence)
    because = f": {_unstopped(answer.reason)}" if answer.reason else ""
    said = f"{COMPROMISES} {_in_quotes(promise)}{because}"
    if answer.condition:
        return Ground(promise.id, Result.CONDITIONS, f"{said}; only if {answer.condition}")
    return Ground(promise.id, Result.FAIL, f"{said}, and no condition makes up for it")


def _in_quotes(promise: Promise) -> str:
    return f"“{_unstopped(promise.name)}”"


def _unstopped(text: str) -> str:
    """Without the full stop it ends with: the sentence around it goes on."""
    return text if text.endswith("..") else text.removesuffix(".")

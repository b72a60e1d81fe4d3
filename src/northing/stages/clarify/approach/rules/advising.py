"""Which approach do the answers speak for, and how little would turn that?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from northing.stages.clarify.approach.facts import Advice, Approach, Question, Reply, Standing

FULL = 4
CLEAR = 0.10
TELLING = 3
SEVERE = 3
LEADERS_FIRST = "Leaders' own conduct is apart from the mission: mend that before asking others."
NO_TIME = "There is little time, and grassroots change takes it: agree on what cannot wait."
NO_GUARDRAILS = "Write down what is not negotiable before units go their own ways."


def advice(questions: Sequence[Question], replies: Sequence[Reply]) -> Advice:
    """What the answers speak for.

    Points are added up; an answer without evidence may be any, so every approach has a lowest
    and a highest. There is a clear winner where one leads by a tenth of the range that points
    can span, and still leads, lowest against highest of the others, with what is not known. Else
    there is none, and that is the answer.

    Raises
    ------
    ValueError
        A reply to a question that is not asked, or two to one.

    """
    known = _known(questions, replies)
    standings = tuple(_standing(one, questions, known) for one in Approach)
    ordered = sorted(standings, key=lambda one: (-one.points, list(Approach).index(one.approach)))
    return Advice(
        standings=standings,
        clear=_clear(ordered, questions),
        telling=_telling(questions, known),
        flip=_flip(questions, known),
        flags=tuple(_flags(known, ordered[0].approach)),
        open=tuple(one.id for one in questions if one.id not in known),
    )


def _known(questions: Sequence[Question], replies: Sequence[Reply]) -> dict[str, int]:
    ids = [one.question for one in replies]
    if len(set(ids)) < len(ids) or not set(ids) <= {one.id for one in questions}:
        raise ValueError("every question has one answer, and every answer a question")
    return {one.question: one.answer for one in replies if one.evidence.strip()}


def _standing(
    approach: Approach, questions: Sequence[Question], known: Mapping[str, int]
) -> Standing:
    points = sum(_adds(one, approach, known[one.id]) for one in questions if one.id in known)
    may = [one.points[approach] for one in questions if one.id not in known]
    low = points + sum(min(0, one) for one in may)
    high = points + sum(max(0, one) for one in may)
    return Standing(approach, points, low, high)


def _adds(one: Question, approach: Approach, answer: int) -> float:
    return one.points[approach] * answer / FULL


def _clear(ordered: Sequence[Standing], questions: Sequence[Question]) -> Approach | None:
    first, second = ordered[0], ordered[1]
    span = max(sum(abs(one.points[approach]) for one in questions) for approach in Approach)
    leads = first.points - second.points >= CLEAR * span
    firm = all(first.low > other.high for other in ordered[1:])
    return first.approach if leads and firm else None


def _lead(questions: Sequence[Question], known: Mapping[str, int]) -> tuple[Approach, float]:
    points = sorted(
        (-_standing(one, questions, known).points, place) for place, one in enumerate(Approach)
    )
    return list(Approach)[points[0][1]], points[1][0] - points[0][0]


def _telling(questions: Sequence[Question], known: Mapping[str, int]) -> tuple[str, ...]:
    """The answers without which the lead changes most."""
    leader, lead = _lead(questions, known)
    change = []
    for one in known:
        other, without = _lead(questions, {key: known[key] for key in known if key != one})
        change.append((-abs(lead - (without if other is leader else -without)), one))
    return tuple(one for size, one in sorted(change) if size)[:TELLING]


def _flip(questions: Sequence[Question], known: Mapping[str, int]) -> tuple[str, int, int] | None:
    """The smallest change of a single answer that puts another approach first."""
    leader, _ = _lead(questions, known)
    found = [
        (abs(answer - known[one]), one, known[one], answer)
        for one in known
        for answer in range(FULL + 1)
        if answer != known[one] and _lead(questions, {**known, one: answer})[0] is not leader
    ]
    return min(found)[1:] if found else None


def _flags(known: Mapping[str, int], leading: Approach) -> list[str]:
    flags = []
    if leading is Approach.TOP_DOWN and known.get("leaders-off", 0) >= SEVERE:
        flags.append(LEADERS_FIRST)
    if leading is Approach.GRASSROOTS and known.get("urgent", 0) >= SEVERE:
        flags.append(NO_TIME)
    if leading is Approach.HYBRID and known.get("guardrails", FULL) < SEVERE:
        flags.append(NO_GUARDRAILS)
    return flags

"""What would a person have to answer, so that a promise could be kept or broken?"""

from __future__ import annotations

from collections.abc import Sequence

from northing.foundations.documents.told import Listed, tell
from northing.stages.clarify.mission.facts import Answer, Point, Said

QUESTIONS = {
    Point.BENEFICIARY: "For whom exactly? Name the people (or the river) who would notice.",
    Point.CHANGE: "What would be different for them if it were kept? Use a verb one can watch.",
    Point.PLACE: "Where does it hold, and where not yet?",
    Point.MEANS: "By doing what? Name the work, the money or the rule behind it.",
    Point.BOUNDARY: "What will you not do, even where it would pay?",
    Point.HORIZON: "By when, or how often? A date, or a rhythm.",
    Point.QUANTITY: "How many, how much, or is it every one of them?",
    Point.CONTRADICTION: (
        "Which record would show that it was broken? Write it down as a sign of breaking it; "
        "as long as there is none, the promise cannot fail and so cannot be kept."
    ),
}


def prompts_for(
    answers: Sequence[Answer], *, boasts: Sequence[str], buzzwords: Sequence[str]
) -> tuple[str, ...]:
    """One question for each point that is open or unsure, then one for words that only sound."""
    found = [QUESTIONS[one.point] for one in answers if one.said is not Said.YES]
    empty = [*boasts, *buzzwords]
    if empty:
        shown = Listed(tuple(tell("“{text}”", text=one) for one in empty[:4]))
        found.append(
            tell("What do {words} mean on an ordinary day? Say that instead.", words=shown)
        )
    return tuple(found)

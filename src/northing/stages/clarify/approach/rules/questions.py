"""What does an approach hang on?

A default to be changed by whoever knows better: points for and against are judgements of ours,
shown with every advice, not findings of anybody. Durations that are told elsewhere (nine,
eighteen months) are anecdotes and count nothing.
"""

from __future__ import annotations

from northing.stages.clarify.approach.facts import Approach, Question

TOP, GRASS, BOTH = Approach.TOP_DOWN, Approach.GRASSROOTS, Approach.HYBRID


def _asked(id_: str, text: str, top: int, grass: int, both: int) -> Question:
    return Question(id_, text, {TOP: top, GRASS: grass, BOTH: both})


QUESTIONS = (
    _asked("urgent", "Something outside leaves little time.", 3, -3, 0),
    _asked("uniform", "What is done has to be the same everywhere.", 3, -2, 1),
    _asked("central", "Leadership is strong and decides centrally.", 2, -1, 1),
    _asked("established", "There are established ways to carry change through.", 2, 0, 1),
    _asked("large", "It is large, with many sites.", -1, 0, 2),
    _asked("subcultures", "Units differ in culture, or were merged lately.", -2, 1, 2),
    _asked("front-line", "The front line has a strong culture of its own.", -1, 3, 1),
    _asked("leaders-off", "Leaders' own conduct is apart from the mission.", -3, 1, 0),
    _asked("barriers", "Systems (pay, budgets, rules) stand in the way.", 2, -2, 2),
    _asked("autonomy", "People value deciding for themselves.", -2, 3, 1),
    _asked("trust", "There is trust, and people who can moderate.", 0, 2, 2),
    _asked("middle", "Middle management is for it.", 1, 0, 2),
    _asked("guardrails", "What is not negotiable is written down.", 1, 0, 3),
    _asked("time", "There is time to try and to learn.", -1, 2, 1),
)

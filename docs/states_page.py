"""How is the way of a decision written for readers, from the table the program itself follows?"""

from __future__ import annotations

from northing.stages.decide.purpose_test.facts import Act
from northing.stages.decide.purpose_test.rules.persons import OF_A_SIGNER, OF_THE_AUTHOR
from northing.stages.decide.purpose_test.rules.signing import MOVES, WITH_A_REASON


def page() -> str:
    """The states drawn as arrows, and a table of who may do what in each."""
    lines = ["```text"]
    for state, moves in MOVES.items():
        lines.append(state.value)
        lines += [
            f"  {act.value:>16} -> {' or '.join(one.value for one in to)}"
            for act, to in moves.items()
        ] or ["  (nothing more)"]
    lines += ["```", "", "| act | who | needs a reason |", "|---|---|---|"]
    lines += [
        f"| {act.value} | {_who(act)} | {'yes' if act in WITH_A_REASON else 'no'} |" for act in Act
    ]
    return "\n".join(lines)


def _who(act: Act) -> str:
    of_their_own = {
        Act.EXPIRE: "the calendar",
        Act.OVERRIDE: "whoever has that right; never whoever wrote it",
        Act.SUPERSEDE: "whoever decides what takes its place",
        **dict.fromkeys(OF_THE_AUTHOR, "whoever wrote it"),
        **dict.fromkeys(
            OF_A_SIGNER, "whoever is asked to sign, or stands for them; never whoever wrote it"
        ),
    }
    return of_their_own[act]

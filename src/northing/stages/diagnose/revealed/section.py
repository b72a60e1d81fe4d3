"""Which purpose do choices show, beside the stated one? Facts in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping

from northing.foundations.documents.blocks import (
    Block,
    Callout,
    Column,
    Details,
    Paragraph,
    Table,
    Tone,
)
from northing.foundations.documents.numbers import MINUS, number, percent
from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.revealed.facts import RevealedPurpose, TooLittle, Weight

Names = Mapping[str, str]
_HOW = (
    "Conditional logit (McFadden): the weights that make the options that were taken most likely "
    "among those that stood open, each as a share of what moving over its whole range did. "
    "Intervals from {draws:,} draws of the fit (Krinsky and Robb), level 95 %, approximate; seed "
    "{seed}. Choices in which a figure is not known are left out. Weights show what choices "
    "followed, not what anybody meant; what was never on the table cannot show."
)


def revealed_section(found: RevealedPurpose | TooLittle, names: Names) -> tuple[Block, ...]:
    """The answer, both weights side by side, and how they are found."""
    if isinstance(found, TooLittle):
        return (Callout(Tone.UNKNOWN, answer(found, names)),)
    columns = (
        Column("What options differed in"),
        Column("Stated", numeric=True),
        Column("Revealed", numeric=True),
        Column("Apart, points", numeric=True),
        Column("What that says"),
    )
    rows = tuple(
        (
            names.get(one.dimension, one.dimension),
            percent(one.stated, decimals=0),
            interval(one.revealed),
            points(one.apart),
            verdict(one),
        )
        for one in found.weights
    )
    how = _HOW.format(draws=found.draws, seed=found.seed)
    return (
        Paragraph(answer(found, names), lead=True),
        Table(f"Stated and revealed weights, n = {found.choices} choices.", columns, rows),
        Details("How weights are found", (Paragraph(how), Paragraph(_explained(found)))),
    )


def answer(found: RevealedPurpose | TooLittle, names: Names) -> str:
    """The answer in a sentence; where the choices carry none, how many would."""
    if isinstance(found, TooLittle):
        return _refusal(found)
    apart = [one for one in found.weights if is_apart(one)]
    if not apart:
        return f"{found.choices} choices agree with what is stated, as far as they can tell."
    most = max(apart, key=lambda one: abs(one.apart.value))
    name = names.get(most.dimension, most.dimension)
    said = percent(most.stated, decimals=0)
    return (
        f"Choices part from what is stated most over “{name}”: it is said to weigh {said}, and "
        f"choices followed it with {interval(most.revealed)}."
    )


def is_apart(one: Weight) -> bool:
    """Whether the interval of the difference keeps clear of zero."""
    apart = one.apart
    if apart.low is None or apart.high is None:
        return False
    return apart.low > 0 or apart.high < 0


def verdict(one: Weight) -> str:
    if not is_apart(one):
        return "may be as stated"
    if one.revealed.high is not None and one.revealed.high < 0:
        return "chosen against"
    return "weighs more than stated" if one.apart.value > 0 else "weighs less than stated"


def interval(one: Estimate) -> str:
    if one.low is None or one.high is None:
        return percent(one.value, decimals=0)
    low, high = percent(one.low, decimals=0), percent(one.high, decimals=0)
    return f"{percent(one.value, decimals=0)} ({low} to {high})"


def points(one: Estimate) -> str:
    if one.low is None or one.high is None:
        return _signed(one.value)
    return f"{_signed(one.value)} ({_signed(one.low)} to {_signed(one.high)})"


def _signed(value: float) -> str:
    sign = MINUS if round(value * 100) < 0 else "+"
    return f"{sign}{number(abs(value) * 100, decimals=0)}"


def _refusal(found: TooLittle) -> str:
    so_far = f"{found.choices} choices cannot carry weights: {found.reason}."
    if found.needed is None:
        return f"{so_far} More choices of this kind would not help."
    return f"{so_far} About {found.needed:,} of this kind would."


def _explained(found: RevealedPurpose) -> str:
    one = found.explained
    if not isinstance(one, Estimate):
        return f"How much of the choices they explain is unknown: {one.reason}."
    return f"They explain {percent(one.value, decimals=0)} of the choices better than lot would."

"""What was promised, in its own words? Facts in, blocks out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from northing.foundations.documents.blocks import Block, Column, Details, Table
from northing.foundations.documents.numbers import number
from northing.foundations.documents.told import Term, tell
from northing.stages.clarify.commitments.facts import NONE, Commitment

SHORT = 60
NOTHING = tell("Linked to no commitment")

Redact = Callable[[str], str]


def short_name(text: str, *, most: int = SHORT) -> str:
    """The first words of a commitment: as many as fit, cut at a word."""
    whole = " ".join(text.split()).rstrip(".")
    if len(whole) <= most:
        return whole
    head = whole[:most]
    cut = head.rfind(" ")
    return f"{(head[:cut] if cut > 0 else head).rstrip(' ,;:–-')}…"


def names_of(commitments: Sequence[Commitment], redact: Redact) -> Mapping[str, str]:
    """Every id with its short text; where two begin alike, both stand in full."""
    texts = {one.id: redact(one.text) for one in commitments}
    seen = Counter(short_name(text) for text in texts.values())
    names = {
        id_: short_name(text) if seen[short_name(text)] == 1 else text
        for id_, text in texts.items()
    }
    return {**names, NONE: NOTHING}


def commitments_section(commitments: Sequence[Commitment], redact: Redact) -> tuple[Block, ...]:
    """Every commitment in full, with its layer, its weight and the signs people wrote for it."""
    columns = (
        Column("Commitment"),
        Column("Where it is lived"),
        Column("Declared weight", numeric=True),
        Column("Guardrail"),
    )
    rows = tuple(
        (
            redact(one.text),
            tell("{layer}", layer=Term(str(one.layer))) if one.layer else tell("not said"),
            number(one.weight, decimals=_decimals(one)),
            tell("yes: must not be crossed") if one.guardrail else tell("no"),
        )
        for one in commitments
    )
    caption = "What was promised, as the case states it."
    table = Table(caption, columns, rows, empty="The case states no commitment.")
    signs = _signs(commitments, redact)
    return (
        (table, Details("By which signs each one is recognised", (signs,))) if signs else (table,)
    )


def _decimals(one: Commitment) -> int:
    exponent = one.weight.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _signs(commitments: Sequence[Commitment], redact: Redact) -> Table | None:
    rows = tuple(
        (redact(one.text), _listed(one.living_it, redact), _listed(one.breaking_it, redact))
        for one in commitments
        if one.living_it or one.breaking_it
    )
    if not rows:
        return None
    columns = (Column("Commitment"), Column("Signs of living it"), Column("Signs of breaking it"))
    return Table("Signs that people wrote for each commitment.", columns, rows)


def _listed(signs: Sequence[str], redact: Redact) -> str:
    return "\n".join(map(redact, signs)) or tell("none written")

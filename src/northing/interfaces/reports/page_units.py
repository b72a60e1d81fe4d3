"""Where in the organisation do words and deeds part, and what do units hide by offsetting?"""

from __future__ import annotations

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Column, Paragraph, Table
from northing.foundations.documents.numbers import NO_BREAK_SPACE, number, percent, points
from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.say_do.facts import ChannelAccount, HierarchySplit, UnitPart
from northing.stages.diagnose.say_do.section import (
    account_of,
    bounded,
    bounds_words,
    divergence_of,
    said_as,
)
from northing.stages.records.ledger.section import Telling, counted, n_is

MOST_UNITS = 20
_HUNDRED = 100


def units_page(audit: Audit, main: str, telling: Telling) -> tuple[Block, ...]:
    """Nothing with fewer than two units; else what netting hides, and every unit's distance."""
    split = next((one for one in audit.say_do.hierarchies if one.channel == main), None)
    account = account_of(audit.say_do, main)
    if split is None or account is None or len(split.units) < 2:  # noqa: PLR2004 - units offset in pairs
        return ()
    return (Paragraph(_hidden(audit, split)), _table(audit, split, account, telling))


def _hidden(audit: Audit, split: HierarchySplit) -> str:
    hidden, joint = split.hidden_by_netting, split.joint_tv
    if not isinstance(hidden, Estimate) or not isinstance(joint, Estimate):
        reason = "" if isinstance(hidden, Estimate) else hidden.reason
        return f"How much the units hide by offsetting one another is unknown: {reason}."
    whole, said = divergence_of(audit.say_do, split.channel), said_as(audit.say_do)
    company = f" ({bounds_words(hidden)}; {n_is()}{counted(hidden.n, 'unit')})"
    seen = (
        f"The organisation as a whole stands {percent(whole.tv.value)} from its {said} in "
        f"{split.channel}"
        if whole and isinstance(whole.tv, Estimate)
        else f"The distance of the whole in {split.channel} is unknown"
    )
    return (
        f"{seen}; its units, taken one by one, {percent(joint.value)}. "
        f"{points(hidden.value).lstrip('+')} are hidden because units offset one another{company}. "
        "Units may have different tasks; then different shares are meant."
    )


def _table(audit: Audit, split: HierarchySplit, account: ChannelAccount, telling: Telling) -> Table:
    records, said = {one.label: one.records for one in account.units}, said_as(audit.say_do)
    ordered = sorted(split.units, key=lambda one: (-one.weight * (one.tv or 0.0), one.unit))
    rows = tuple(
        _row(audit, one, records.get(one.unit, 0), split.channel, telling)
        for one in ordered[:MOST_UNITS]
    )
    nameless = records.get(None, 0)
    notes = [
        f"{counted(nameless, 'record')} name no unit and stand in no row." if nameless else "",
        f"{counted(len(ordered) - MOST_UNITS, 'further unit')} stand in audit.json."
        if len(ordered) > MOST_UNITS
        else "",
    ]
    columns: tuple[Column, ...] = (
        Column("Unit"),
        Column(f"Share of {split.channel}, %", numeric=True),
        Column(f"Distance from the {said}, %", numeric=True),
        Column("Records", numeric=True),
        Column("Note"),
    )
    caption = f"Every unit’s distance from the {said} in {split.channel}, the weightiest first."
    if not any(one.note for one in ordered):
        columns, rows = columns[:-1], tuple(row[:-1] for row in rows)
    return Table(caption, columns, rows, note=" ".join(filter(None, notes)))


def _row(
    audit: Audit, part: UnitPart, records: int, channel: str, telling: Telling
) -> tuple[str, ...]:
    found = next(
        (
            one.tv
            for one in audit.say_do.divergences
            if one.channel == channel and one.unit == part.unit
        ),
        None,
    )
    distance = "?"
    if isinstance(found, Estimate):
        distance = bounded(found)
    elif part.tv is not None:
        distance = f"{number(part.tv * _HUNDRED, decimals=1)}\nno{NO_BREAK_SPACE}interval"
    return (
        telling.text(part.unit, most=60),
        number(part.weight * _HUNDRED, decimals=1),
        distance,
        number(records),
        part.note or "–",
    )

"""Where in the organisation do words and deeds part, and what do units hide by offsetting?"""

from __future__ import annotations

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Column, Paragraph, Table
from northing.foundations.documents.numbers import number, percent, points
from northing.foundations.documents.told import Term, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.stages.diagnose.say_do.facts import (
    ChannelAccount,
    HierarchySplit,
    SayBasis,
    UnitPart,
)
from northing.stages.diagnose.say_do.section import (
    NO_INTERVAL,
    account_of,
    bounded,
    bounds_words,
    divergence_of,
)
from northing.stages.records.ledger.section import Telling, counted, kind_told, n_is

MOST_UNITS = 20
_HUNDRED = 100
_FROM_WORDS = "Distance from the words, %"
_FROM_WEIGHTS = "Distance from the declared weights, %"


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
        unknown = "How much the units hide by offsetting one another is unknown: {reason}."
        return tell(unknown, reason=Term(reason))
    return together(
        tell(
            "{seen}; its units, taken one by one, {share}.",
            seen=_seen(audit, split),
            share=percent(joint.value),
        ),
        tell(
            "{size} are hidden because units offset one another ({bounds}; {n}).",
            size=points(hidden.value, signed=False),
            bounds=bounds_words(hidden),
            n=n_is(counted(hidden.n, "unit")),
        ),
        tell("Units may have different tasks; then different shares are meant."),
    )


def _seen(audit: Audit, split: HierarchySplit) -> str:
    """How far the whole stands from its words, as a subject of the sentence that goes on."""
    whole, kind = divergence_of(audit.say_do, split.channel), kind_told(split.channel)
    if whole is None or not isinstance(whole.tv, Estimate):
        return tell("The distance of the whole in {channel} is unknown", channel=kind)
    return tell(
        "The organisation as a whole stands {share} from its declared weights in {channel}"
        if _is_declared(audit)
        else "The organisation as a whole stands {share} from its words in {channel}",
        share=percent(whole.tv.value),
        channel=kind,
    )


def _is_declared(audit: Audit) -> bool:
    return audit.say_do.basis is SayBasis.DECLARED


def _table(audit: Audit, split: HierarchySplit, account: ChannelAccount, telling: Telling) -> Table:
    records = {one.label: one.records for one in account.units}
    ordered = sorted(split.units, key=lambda one: (-one.weight * (one.tv or 0.0), one.unit))
    rows = tuple(
        _row(audit, one, records.get(one.unit, 0), split.channel, telling)
        for one in ordered[:MOST_UNITS]
    )
    nameless = records.get(None, 0)
    kind, is_declared = kind_told(split.channel), _is_declared(audit)
    columns: tuple[Column, ...] = (
        Column("Unit"),
        Column(tell("Share of {channel}, %", channel=kind), numeric=True),
        Column(_FROM_WEIGHTS if is_declared else _FROM_WORDS, numeric=True),
        Column("Records", numeric=True),
        Column("Note"),
    )
    caption = tell(
        "Every unit’s distance from the declared weights in {channel}, the weightiest first."
        if is_declared
        else "Every unit’s distance from the words in {channel}, the weightiest first.",
        channel=kind,
    )
    if not any(one.note for one in ordered):
        columns, rows = columns[:-1], tuple(row[:-1] for row in rows)
    note = together(_nameless(nameless), _further(len(ordered) - MOST_UNITS))
    return Table(caption, columns, rows, note=note)


def _nameless(n: int) -> str:
    n_records = counted(n, "record")
    return tell("{records} name no unit and stand in no row.", records=n_records) if n else ""


def _further(n: int) -> str:
    """What stands in no row for want of room."""
    units = counted(n, "further unit")
    return tell("{units} stand in audit.json.", units=units) if n > 0 else ""


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
        value = number(part.tv * _HUNDRED, decimals=1)
        distance = tell("{value}\n{none}", value=value, none=NO_INTERVAL)
    return (
        telling.text(part.unit, most=60),
        number(part.weight * _HUNDRED, decimals=1),
        distance,
        number(records),
        tell("{note}", note=Term(part.note)) if part.note else "–",
    )

"""What is there to go by, how fresh is it, and where can we not tell?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.say_do.facts import Coverage
from northing.stages.records.ledger.facts import Channel, Record


def coverage_of(
    records: Iterable[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    *,
    on: date,
) -> tuple[Coverage, ...]:
    """One cell for each commitment and channel, also where there is nothing, with the reason."""
    cells: dict[tuple[str, Channel], list[Record]] = defaultdict(list)
    present: set[Channel] = set()
    for record in records:
        present.add(record.channel)
        for link in links.get(record.id, ()):
            if link.is_linked:
                cells[(link.commitment, record.channel)].append(record)
    return tuple(
        _cell(
            one.id, channel, cells.get((one.id, channel), []), is_present=channel in present, on=on
        )
        for one in commitments
        for channel in Channel
    )


def _cell(
    commitment: str, channel: Channel, records: Sequence[Record], *, is_present: bool, on: date
) -> Coverage:
    days = [record.effective_on for record in records if record.effective_on is not None]
    newest = max(days, default=None)
    reason = None
    if not is_present:
        reason = f"the case has no source of {channel}"
    elif not records:
        reason = f"no record of {channel} could be linked to it"
    return Coverage(
        commitment=commitment,
        channel=channel,
        records=len(records),
        newest_on=newest,
        days_old=None if newest is None else max(0, (on - newest).days),
        sources=len({record.place.path for record in records}),
        reason_unknown=reason,
    )

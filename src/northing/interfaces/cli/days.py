"""As of which day is a case audited?"""

from __future__ import annotations

from datetime import date

from northing.cycle import Case
from northing.interfaces.cli.endings import BAD_CASE, NOTHING_READ, end


def day_of(on: str | None, case: Case) -> date:
    """The day asked for, else the newest received; ends the run where there is neither."""
    if not case.records:
        reasons = [
            f"{one.place.path}: {one.reason.rstrip('.')}. {one.remedy}"
            for source in case.sources
            for one in source.refused
        ]
        end(NOTHING_READ, ["Nothing could be read from this case.", *reasons[:10]])
    if on is not None:
        return _day(on)
    newest = case.newest_received()
    if newest is None:
        end(
            BAD_CASE,
            ["No record of this case carries a date; say the day with --on 2026-03-31."],
        )
    return newest


def written_day(on: str | None, *, needed_with: str) -> date:
    """The day asked for, where nothing else could tell it; ends the run where it is missing."""
    if on is None:
        end(BAD_CASE, [f"{needed_with} needs the day the report bears: --on 2026-03-31."])
    return _day(on)


def _day(on: str) -> date:
    try:
        return date.fromisoformat(on)
    except ValueError:
        end(BAD_CASE, [f"--on {on}: this is not a date; write it as 2026-03-31."])

"""Do the cases that must come out well, badly or open do so? Each check answers yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from organisations.judging import SPOKEN, of_commitments
from organisations.running import LABELS, Deed, Run, Seen

SLACK = 1e-9


def checks(runs: Mapping[str, Run], mode: str) -> dict[str, bool]:
    """By a sentence; what needs a family that was not run is left out."""
    found: dict[str, bool] = {}
    for name, run in runs.items():
        if run.twins.must_be_clean and name != "half_missing":
            clean = not of_commitments(run.guilty[mode], run.twins.must_be_clean)
            found[f"{name} carries no accusing finding"] = clean
    if {"hypocrite", "quiet_doer"} <= set(runs):
        worse = worse_in_every_channel(
            runs["hypocrite"].guilty[mode], runs["quiet_doer"].guilty[mode]
        )
        found["the hypocrite is worse than the quiet doer on every channel but words"] = worse
    if "half_missing" in runs:
        run = runs["half_missing"]
        left = run.carried if run.carried and mode == LABELS else run.guilty[mode]
        more = accused_more(left, run.honest[mode], run.twins.must_be_clean)
        found["half missing: unknown, no further accusation"] = not more
        found["half missing: never better bounds"] = never_better(left, run.honest[mode])
        found["half missing: no share of deeds closer"] = never_closer(left, run.honest[mode])
    return found


def worse_in_every_channel(bad: Seen, good: Seen) -> bool:
    """Less done for the promises and more against them, in each channel of deeds alike."""
    channels = {channel for channel, _ in bad.deeds} & {channel for channel, _ in good.deeds}
    channels -= set(SPOKEN)
    return bool(channels) and all(
        _done(bad, channel) < _done(good, channel)
        and _against(bad, channel) >= _against(good, channel)
        for channel in channels
    )


def accused_more(missing: Seen, whole: Seen, commitments: Iterable[str]) -> bool:
    """Whether what is left is accused of anything that the whole is not."""
    names = tuple(commitments)
    before, now = (
        {(one.code, one.commitment, one.channel) for one in of_commitments(seen, names)}
        for seen in (whole, missing)
    )
    return bool(now - before)


def never_better(missing: Seen, whole: Seen) -> bool:
    """What is missing may widen the worst case of a gap; it may never better it."""
    return all(_is_no_less(left.worst, full.worst) for left, full in _pairs(missing, whole))


def never_closer(missing: Seen, whole: Seen) -> bool:
    """Nor may it raise the low end of a share of deeds, or lower the high one."""
    return all(
        _is_no_less(full.low, left.low) and _is_no_less(left.high, full.high)
        for left, full in _pairs(missing, whole)
    )


def _pairs(missing: Seen, whole: Seen) -> list[tuple[Deed, Deed]]:
    return [
        (deed, whole.deeds[key])
        for key, deed in missing.deeds.items()
        if key[0] in ("money", "time") and key in whole.deeds
    ]


def _is_no_less(one: float | None, other: float | None) -> bool:
    """Unknown is never better."""
    return one is None or other is None or one >= other - SLACK


def _done(seen: Seen, channel: str) -> float:
    return sum(one.done or 0.0 for (name, _), one in seen.deeds.items() if name == channel)


def _against(seen: Seen, channel: str) -> float:
    return sum(one.against for (name, _), one in seen.deeds.items() if name == channel)

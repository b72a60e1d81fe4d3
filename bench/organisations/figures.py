"""Which figures follow from all verdicts, each with its interval?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import mean, median

from northing.foundations.methods.counting import wilson
from northing.foundations.methods.estimate import Estimate
from organisations.judging import Accusation, Verdict

Figures = dict[str, object]
OF_PLANTS: dict[str, Callable[[Verdict], bool]] = {
    "recall": lambda one: one.is_found,
    "recall_accusing": lambda one: one.is_found_accusing,
    "false_alarms": lambda one: one.is_alarm,
    "false_alarms_of_any_weight": lambda one: one.is_alarm_of_any_weight,
    "told_apart": lambda one: one.is_told_apart,
}
"""Recall counts a question (low) as found, a false alarm must accuse (high, medium); the other
three show what that choice is worth."""


def rate(name: str, hits: int, n: int) -> Figures:
    """`name`, its Wilson limits at 95 % and n; None where nothing was counted."""
    found = wilson(hits, n)
    if not isinstance(found, Estimate):
        return {name: None, f"{name}_low": None, f"{name}_high": None, f"{name}_n": 0}
    return {
        name: round(found.value, 4),
        f"{name}_low": round(found.low or 0.0, 4),
        f"{name}_high": round(found.high or 0.0, 4),
        f"{name}_n": n,
    }


def overall(verdicts: Sequence[Verdict], accusations: Sequence[Accusation]) -> Figures:
    """Recall and false alarms are counted in plants, precision in accusing findings.

    `accused_twins` is the strictest of all: twins with any accusing finding whatever.
    """
    right = sum(one.is_right for one in accusations)
    wrong_twins = {one.family for one in accusations if one.is_twin and not one.is_right}
    families = {one.family for one in verdicts}
    return {
        **{
            name: figure
            for label, counts in OF_PLANTS.items()
            for name, figure in rate(label, sum(map(counts, verdicts)), len(verdicts)).items()
        },
        **rate("precision", right, len(accusations)),
        **rate("accused_twins", len(wrong_twins & families), len(families)),
    }


def by_code(verdicts: Sequence[Verdict], accusations: Sequence[Accusation]) -> dict[str, Figures]:
    """For each code: of the plants it may find those it found, its alarms, how often it is right.

    Most plants may be found by one of several codes, so a low recall of one code is no miss.
    """
    codes = sorted({code for one in verdicts for code in one.plant.codes})
    codes += sorted({one.told.code for one in accusations} - set(codes))
    return {code: _of_code(code, verdicts, accusations) for code in codes}


def _of_code(code: str, verdicts: Sequence[Verdict], accusations: Sequence[Accusation]) -> Figures:
    may = [one for one in verdicts if code in one.plant.codes]
    told = [one for one in accusations if one.told.code == code]
    return {
        **rate("recall", sum(one.is_found and code in one.found_by for one in may), len(may)),
        **rate(
            "false_alarms", sum(one.is_alarm and code in one.alarmed_by for one in may), len(may)
        ),
        **rate("precision", sum(one.is_right for one in told), len(told)),
    }


def by_kind(verdicts: Sequence[Verdict]) -> dict[str, Figures]:
    kinds = sorted({one.plant.kind for one in verdicts})
    return {
        kind: {
            **rate("recall", sum(one.is_found for one in of), len(of)),
            **rate("false_alarms", sum(one.is_alarm for one in of), len(of)),
        }
        for kind in kinds
        for of in [[one for one in verdicts if one.plant.kind == kind]]
    }


def drift(verdicts: Sequence[Verdict]) -> Figures:
    """Days between the true and the told date, and how often the told interval held the true."""
    dated = [one for one in verdicts if one.plant.turned_on is not None]
    days = [one.days for one in dated if one.days is not None]
    held = [one.is_inside for one in dated if one.is_inside is not None]
    return {
        "planted": len(dated),
        "dated": len(days),
        "median_days": median(days) if days else None,
        "mean_days": round(mean(days), 1) if days else None,
        "largest_days": max(days, default=None),
        **rate("interval_holds", sum(held), len(held)),
    }


def flat(of: Figures, above: str = "") -> Figures:
    """`labels.recall` instead of a table in a table, as the other benches name their figures."""
    found: Figures = {}
    for name, value in of.items():
        found |= (
            flat(value, f"{above}{name}.") if isinstance(value, dict) else {above + name: value}
        )
    return found

"""Which shapes do contradictions have that several families share?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from organisations.facts import ADVANCES, CONTRADICTS, Line
from organisations.story import Story

KINDS = {
    "words": ("md", "docx", "txt"),
    "communications": ("md", "txt", "docx"),
    "money": ("csv", "csv;", "xlsx", "journal"),
    "decisions": ("csv", "csv;", "xlsx", "jsonl"),
    "metrics": ("csv", "xlsx"),
    "incentives": ("csv", "xlsx"),
    "time": ("csv", "csv;", "xlsx"),
    "initiatives": ("jsonl", "csv", "xlsx"),
    "practices": ("md", "docx"),
    "voice": ("csv", "jsonl", "xlsx"),
}

AGAINST = frozenset(
    {"deeds-against-promise", "contradicted-by-tagged-records", "guardrail-crossed"}
)
REWARD = AGAINST | {"reward-against-promise"}
STARVED = frozenset(
    {
        "money-falls-while-words-stay",
        "share-falls",
        "share-falls-while-called-crucial",
    }
)
UNDERDONE = frozenset(
    {
        "more-said-than-done",
        "promised-and-no-deed-found",
        "repeated-without-a-deed",
        "one-layer-only",
    }
)
LEVELS = ("executive", "manager", "professional", "front line")


def usual(story: Story, *channels: str) -> None:
    """A source of each channel in one of the formats it is usually kept in."""
    for channel in channels:
        story.source(channel, channel, *KINDS[channel])


def rewards(  # noqa: PLR0913 - what is paid, and to whom
    story: Story,
    commitment: str,
    planted: Sequence[str],
    honest: Sequence[str],
    *,
    weight: tuple[int, int] = (25, 40),
    stake: tuple[int, int] = (20_000, 90_000),
    levels: Sequence[str] = ("executive", "manager"),
) -> None:
    """Every year each level is paid by two measures that the twins do not share."""
    neutral = (
        "Timesheets handed in by Friday",
        "Attendance at the yearly meeting",
        "Records in order",
        "Training of successors in {place}",
    )
    for year in story.years:
        for level in levels:
            day = date(year, 1, 15)
            pairs = zip(story.draw.shuffled(planted), story.draw.shuffled(honest), strict=False)
            for bad, good in list(pairs)[:2]:
                more = _paid(story, weight, stake, level)
                story.differ(
                    "incentives",
                    [story.line("incentives", bad, day, {commitment: CONTRADICTS}, **more)],
                    [story.line("incentives", good, day, {commitment: ADVANCES}, **more)],
                )
            text = story.draw.one(neutral)
            more = _paid(story, (10, 20), (2_000, 9_000), level)
            story.share("incentives", [story.line("incentives", text, day, {}, **more)])


def paid_well(
    story: Story, commitment: str, texts: Sequence[str], levels: Sequence[str] = ("manager",)
) -> None:
    """Every year each level is paid by what the promise asks for."""
    for year in story.years:
        for level in levels:
            for text in story.draw.shuffled(texts)[:2]:
                more = _paid(story, (25, 40), (20_000, 90_000), level)
                day = date(year, 1, 15)
                line = story.line("incentives", text, day, {commitment: ADVANCES}, **more)
                story.share("incentives", [line])


def _paid(
    story: Story, weight: tuple[int, int], stake: tuple[int, int], level: str
) -> dict[str, object]:
    return {
        "amount": Decimal(story.draw.number(*weight)),
        "cells": {"level": level, "stake": str(story.draw.number(*stake) // 100 * 100)},
    }


def monthly(  # noqa: PLR0913 - what, how much before and after, and when it turns
    story: Story,
    key: str,
    commitment: str | None,
    texts: Sequence[str],
    *,
    before: tuple[float, float],
    after: tuple[float, float],
    turned_on: date,
    per_month: int = 1,
) -> tuple[list[Line], list[Line]]:
    """Lines month by month whose sums change on a day; the second list goes on as before."""
    changed, steady = [], []
    bears: Mapping[str, str] = {commitment: ADVANCES} if commitment else {}
    for year in story.years:
        for month in range(1, 13):
            for _ in range(per_month):
                day = date(year, month, story.draw.number(1, 27))
                line = story.line(key, story.draw.one(texts), day, bears)
                usual_sum = story.draw.amount(*before)
                steady.append(replace(line, amount=usual_sum))
                sum_now = story.draw.amount(*after) if day >= turned_on else usual_sum
                changed.append(replace(line, amount=sum_now))
    return changed, steady


def turn(story: Story, low: int, high: int) -> date:
    """The first of a month, so many months after the beginning."""
    months = story.draw.number(low, high)
    return date(story.first.year + months // 12, months % 12 + 1, 1)


def split_at(lines: Sequence[Line], day: date) -> tuple[list[Line], list[Line]]:
    return [one for one in lines if one.on < day], [one for one in lines if one.on >= day]


def yearly(story: Story, *, month: int = 6) -> list[date]:
    return [date(year, month, 1) + timedelta(days=story.draw.number(0, 27)) for year in story.years]

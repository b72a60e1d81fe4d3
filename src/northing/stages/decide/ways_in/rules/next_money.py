"""Where does the next money go, and how sure is that?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from northing.foundations.methods.shares import Floats
from northing.stages.decide.budget.facts import Cents, Line
from northing.stages.decide.priorities.facts import Range
from northing.stages.decide.ways_in.facts import NextMoney, Taker

DRAWS = 2000
SURE = 0.95
HALF = 0.5


def next_money(lines: Sequence[Line], *, more: Cents, seed: int, draws: int = DRAWS) -> NextMoney:
    """Which lines get what is added to today's budget, under many draws of what each does.

    Every line keeps what it has. Points are drawn from the triangle of each line's range; what is
    added goes to the line that does most with a unit of money, up to what it could use well, then
    to the next: with points in proportion to money there is no better way. Nothing is said to be
    sure unless one line takes most of it in 95 of 100 draws.

    Raises
    ------
    ValueError
        Nothing is added.

    """
    if more <= 0:
        raise ValueError("more money is more than none")
    order = sorted(lines, key=lambda one: one.id)
    room = np.array([max(0, one.cost - one.now) for one in order], dtype=np.float64)
    gains = _filled(_worth(order, seed, draws), room, more)
    likely = _filled(np.array([[one.impact.middle / one.cost for one in order]]), room, more)[0]
    share = (gains > HALF * more).mean(axis=0) if order else np.zeros(0)
    return NextMoney(
        more=more,
        takers=_takers(order, gains),
        is_sure=bool(share.size and share.max() >= SURE),
        points=float(sum(
            gain * one.impact.middle / one.cost for gain, one in zip(likely, order, strict=True)
        )),
        left=round(max(0.0, more - room.sum())),
        draws=draws,
        seed=seed,
    )  # fmt: skip


def _worth(lines: Sequence[Line], seed: int, draws: int) -> Floats:
    """For each draw what each line does with a unit of money."""
    drawn = [_points(one.impact, one.id, seed, draws) / one.cost for one in lines]
    return np.array(drawn).T if drawn else np.zeros((draws, 0))


def _points(one: Range, key: str, seed: int, draws: int) -> Floats:
    if one.low == one.high:
        return np.full(draws, one.likely)
    chance = np.random.default_rng([seed, *key.encode()])
    return chance.triangular(one.low, one.likely, one.high, draws)


def _filled(worth: Floats, room: Floats, more: Cents) -> Floats:
    """The best line first up to its room, then the next; of two alike the earlier."""
    order = np.argsort(-worth, axis=1, kind="stable")
    rooms = room[order]
    before = np.cumsum(rooms, axis=1) - rooms
    given = np.clip(more - before, 0.0, rooms)
    gains = np.zeros_like(worth)
    np.put_along_axis(gains, order, given, axis=1)
    return gains


def _takers(lines: Sequence[Line], gains: Floats) -> tuple[Taker, ...]:
    takers = [
        Taker(
            line=one.id,
            amount=round(float(gains[:, at].mean())),
            share=float((gains[:, at] > 0).mean()),
        )
        for at, one in enumerate(lines)
        if gains[:, at].any()
    ]
    return tuple(sorted(takers, key=lambda one: (-one.share, -one.amount, one.line)))

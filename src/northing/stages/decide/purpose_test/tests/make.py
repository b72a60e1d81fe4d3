"""Decisions as the tests draw them; Amina writes, Bruno and Chiara sign."""

from __future__ import annotations

from datetime import date

from northing.stages.decide.purpose_test.facts import (
    Act,
    Answer,
    Decision,
    Doing,
    Promise,
    Result,
    Said,
    Standing,
)

MAY = date(2026, 5, 4)
CARE = Promise("care", "unhurried care", guardrail=True)
ACCESS = Promise("access", "access for all")
PROMISES = (CARE, ACCESS)
YES, NO, CANNOT_TELL = Said.YES, Said.NO, Said.CANNOT_TELL


def make_answer(commitment, advances=NO, compromises=NO, *, reason="we counted", condition=""):
    return Answer(commitment, advances, compromises, reason, (), condition)


def make_decision(name="vans", *answers, **more):
    given = answers or (make_answer("care", YES), make_answer("access"))
    base = {
        "question": "Do we buy vans?", "options": ("yes", "no"), "proposed": "yes",
        "author": "amina",
    }  # fmt: skip
    return Decision(id=name, answers=tuple(given), **(base | more))


def make_standing(**more):
    base = {
        "author": "amina", "result": Result.PASS, "signers": frozenset({"bruno", "chiara"}),
        "quorum": 1, "days": 14,
    }  # fmt: skip
    return Standing(**(base | more))


def do(act, by="bruno", *, on=MAY, **more):
    reason = more.pop("reason", "as the figures show")
    return Doing(Act(act), by, on, reason, **more)

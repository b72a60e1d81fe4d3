"""Which words does a template say of decisions, their tests, and the figures about them?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from northing.foundations.documents.numbers import NO_BREAK_SPACE
from northing.foundations.methods.estimate import Estimate, Measure
from northing.foundations.people.access import Role
from northing.foundations.people.models import Member
from northing.interfaces.web import sentences_purpose as said
from northing.interfaces.web.reading_aloud import methods_said, text_said
from northing.interfaces.web.sentences import ROLES
from northing.stages.decide.purpose_test.facts import Ground, Result, Said, State
from northing.stages.decide.purpose_test.rules.testing import COMPROMISES, UNANSWERED

register = template.Library()
FEW = 3
"""More promises than these that nobody answered for are counted, not named one by one."""
SIGNS = {
    Result.PASS: "better",
    Result.CONDITIONS: "",
    Result.FAIL: "against",
    Result.CANNOT_TELL: "unknown",
}
"""Which sign a result carries; one with conditions is neither good nor bad yet."""


@register.filter
def state_of_decision(state: str) -> str:
    return str(said.STATES[State(state)])


@register.filter
def result_said(result: str) -> str:
    return str(said.RESULTS[Result(result)])


@register.filter
def result_in_full(result: str) -> str:
    return str(said.RESULTS_IN_FULL[Result(result)])


@register.filter
def result_sign(result: str) -> str:
    return SIGNS[Result(result)]


@register.filter
def said_yes(answer: str) -> str:
    return str(said.ANSWERS[Said(answer)])


@register.filter
def word_said(act: str) -> str:
    """What somebody said on a decision, as a verb behind their name."""
    return str(said.WORDS_OF.get(act, act))


@register.filter
def grounds_said(grounds: Sequence[Ground]) -> list[tuple[str, str]]:
    """Why a test came out so, each with its sign; many unanswered promises are one line.

    What people wrote stays in their words, on one line.
    """
    unanswered = [one for one in grounds if one.sentence.startswith(UNANSWERED)]
    if len(unanswered) <= FEW:
        return [_ground(one) for one in grounds]
    said = _("Nobody said what it does to %(n)s of the promises; answer both questions of each.")
    in_one = ("unknown", said % {"n": number_format(len(unanswered), force_grouping=True)})
    others = unanswered[1:]
    return [
        in_one if one is unanswered[0] else _ground(one) for one in grounds if one not in others
    ]


@register.filter
def named(member: Member | None, sees_names: object) -> str:
    """A member by name, or by role for who may see no names."""
    if member is None or not member.person.name:
        return _("an erased person")
    return member.person.name if sees_names else str(ROLES[Role(member.role)])


@register.filter
def sum_said(amount: Decimal | None, currency: str = "") -> str:
    """An amount with its currency; cents only where there are any."""
    if amount is None:
        return ""
    places = 0 if amount == amount.to_integral_value() else 2
    figure = number_format(amount, decimal_pos=places, force_grouping=True)
    return f"{figure}{NO_BREAK_SPACE}{currency}" if currency else figure


@register.filter
def share_in_full(measure: Measure) -> str:
    """A share with its interval, n and method; or why it is not known."""
    return _in_full(measure, _percent)


@register.filter
def figure_in_full(measure: Measure, places: int = 1) -> str:
    """A figure with its interval, n and method; or why it is not known."""
    return _in_full(measure, lambda value: _plain(value, places))


@register.filter
def percent_of(share: float | None) -> str:
    """A forecast as people give it: 70 %."""
    return "" if share is None else _percent(share)


def _ground(one: Ground) -> tuple[str, str]:
    """A harm with a condition is a harm still, and what is to be found out is unknown."""
    sign = SIGNS[one.result]
    if one.result is Result.CONDITIONS:
        sign = "against" if one.sentence.startswith(COMPROMISES) else "unknown"
    return sign, text_said(" ".join(one.sentence.split()))


def _in_full(measure: Measure, written: object) -> str:
    if not isinstance(measure, Estimate):
        return _("unknown: %(reason)s") % {"reason": text_said(measure.reason)}
    write = written if callable(written) else str
    parts = {
        "value": write(measure.value),
        "n": number_format(measure.n, force_grouping=True),
        "method": methods_said(measure.method),
    }
    if measure.low is None or measure.high is None:
        parts["why"] = text_said(measure.no_interval)
        said = _("%(value)s (no interval: %(why)s; n = %(n)s, %(method)s)")
    elif measure.low == measure.high:
        said = _("%(value)s (exact; n = %(n)s, %(method)s)")
    else:
        parts |= {"low": write(measure.low), "high": write(measure.high)}
        said = _("%(value)s (between %(low)s and %(high)s; n = %(n)s, %(method)s)")
    return said.replace("n = ", f"n{NO_BREAK_SPACE}={NO_BREAK_SPACE}") % parts


def _percent(share: float) -> str:
    return f"{number_format(round(100 * share))}{NO_BREAK_SPACE}%"


def _plain(value: float, places: int) -> str:
    return number_format(round(value, places), decimal_pos=places, force_grouping=True)

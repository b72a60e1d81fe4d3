"""Which words does a template say of commitments, their changes and what carries them?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.template.defaultfilters import floatformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from northing.interfaces.web import sentences_clarify as said
from northing.interfaces.web.sentences_kinds import LAYERS
from northing.stages.clarify.commitments.facts import Change, Layer
from northing.stages.clarify.theory_of_change.facts import Carries, Level

register = template.Library()


@register.filter
def layer_said(layer: str) -> str:
    return str(LAYERS[Layer(layer)]) if layer else _("not said")


@register.filter
def change_said(kind: str) -> str:
    return str(said.CHANGES[Change(kind)])


@register.filter
def carries_said(kind: str) -> str:
    return str(said.CARRIES_ONE[Carries(kind)])


@register.filter
def level_said(level: str) -> str:
    return str(said.LEVELS[Level(level)])


@register.filter
def level_asks(level: str) -> str:
    return str(said.LEVELS_ASK[Level(level)])


@register.filter
def weight_said(weight: Decimal) -> str:
    """As it was given: no zeros behind it, no power of ten."""
    exponent = weight.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return number_format(weight, decimal_pos=places)


@register.filter
def points_said(points: float) -> str:
    """To the hundredth, in the reader's way of writing numbers, below nothing with a minus."""
    return str(floatformat(points, "-2")).replace("-", "−")


@register.filter
def row_in(key: object, rows: Mapping[object, object]) -> object:
    """The row behind an id."""
    return rows.get(key)

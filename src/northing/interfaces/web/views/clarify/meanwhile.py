"""What did somebody else keep while this form was being filled in?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from northing.interfaces.web.forms.people import Form
from northing.interfaces.web.sentences_kinds import LAYERS
from northing.stages.clarify.commitments.facts import Layer
from northing.stages.clarify.mission.rules.difference import Difference, difference


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that is not what was typed: what is kept now, and what was typed."""

    label: str
    difference: Difference


def clashes(form: Form, kept: Mapping[str, Any]) -> list[Clash]:
    """Every field that differs, in the order of the form; nothing of either side is left out."""
    typed = form.cleaned_data
    found = [
        Clash(str(form.fields[name].label), difference(_said(name, now), _said(name, typed[name])))
        for name, now in kept.items()
        if name in form.fields and name in typed and name != "revision"
    ]
    return [one for one in found if not one.difference.is_same]


def _said(name: str, value: Any) -> str:
    """A value as people read it."""
    if name in ("layer", "owner"):
        return _named(name, value) if value else ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (list, tuple)):
        return "\n".join(map(str, value))
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value or "")


def _named(name: str, value: Any) -> str:
    return str(LAYERS[Layer(value)]) if name == "layer" else str(value.person.name)

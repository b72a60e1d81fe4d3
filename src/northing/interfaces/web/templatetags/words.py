"""Which words does a template say of roles and events?"""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from northing.foundations.people.access import Role
from northing.interfaces.web.sentences import ROLES, VERBS

register = template.Library()


@register.filter
def role_said(role: str) -> str:
    return str(ROLES[Role(role)])


@register.filter
def verb_said(verb: str) -> str:
    """An event nobody translated is shown as it was written."""
    return str(VERBS.get(verb, verb))


@register.filter
def begins(name: str | None, area: str) -> bool:
    """Whether an address belongs to an area: those of one area share the start of their names."""
    return bool(name) and str(name).startswith(area)


@register.filter
def quoted(text: object) -> str:
    """Somebody's words between the quotes of the reader's language."""
    return _("“%(text)s”") % {"text": text}

"""Which words does a template say of roles and events?"""

from __future__ import annotations

from django import template
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from northing.foundations.people.access import Role
from northing.interfaces.web.agents import browser_of
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


@register.filter
def browser_said(agent: str) -> str:
    """A browser as people call it; one nobody knows as it calls itself."""
    found = browser_of(agent)
    if found:
        return _("%(browser)s on %(system)s") % {"browser": found[0], "system": found[1]}
    return Truncator(agent).chars(60) or _("unknown")

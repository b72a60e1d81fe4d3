"""Which words does a template say of what people may see and change?"""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from northing.foundations.people.access import Action, Role
from northing.interfaces.web.sentences import ROLES

register = template.Library()
ACTIONS = {
    Action.ORGANISATION: gettext_lazy("the organisation's name"),
    Action.UNITS: gettext_lazy("its units"),
    Action.MEMBERS: gettext_lazy("who belongs to it"),
    Action.TRAIL: gettext_lazy("the trail of who did what"),
    Action.MISSION: gettext_lazy("the mission and its commitments"),
    Action.RECORDS: gettext_lazy("the records and imports"),
    Action.AUDITS: gettext_lazy("audits before they are issued"),
    Action.ISSUED: gettext_lazy("issued audits with every finding"),
    Action.FINDINGS: gettext_lazy("what is answered to findings"),
    Action.LABELS: gettext_lazy("the verification of links"),
    Action.OPINION: gettext_lazy("the reviewer's opinion"),
    Action.PRIORITIES: gettext_lazy("what comes first"),
    Action.BUDGETS: gettext_lazy("proposed budgets"),
    Action.DECISIONS: gettext_lazy("decisions and what was given up for them"),
    Action.DECIDE: gettext_lazy("decisions of one's own"),
    Action.SIGN: gettext_lazy("signing where one is asked"),
    Action.OVERRIDE: gettext_lazy("taking a decision against its test, in the open"),
    Action.FILTERS: gettext_lazy("when a purpose test is due"),
    Action.NOTICES: gettext_lazy("what one hears of oneself, and where"),
    Action.REPLY: gettext_lazy("replying to findings one answers for"),
}


@register.filter
def actions_said(actions: Iterable[Action]) -> str:
    return ", ".join(str(ACTIONS[one]) for one in actions) or _("nothing")


@register.filter
def roles_said(roles: Iterable[Role]) -> str:
    return ", ".join(str(ROLES[one]) for one in roles) or _("nobody")
